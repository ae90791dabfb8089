"""Work spread over processes: pages to analyse, stories to trace. Few items are dealt with in this process.

A process takes a second to start and to load what it knows of a language, so the processes of one run are kept until its end.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_all_start_methods, get_context
from types import TracebackType
from typing import Any, TypeVar

START_FROM = 24
"""Items from which starting processes pays for itself."""
IN_FLIGHT = 4
"""Items per process that wait at a time, so that memory stays bounded for any number of items."""
MOST = 8

Item = TypeVar("Item")
Made = TypeVar("Made")


def _nothing() -> None:
    return None


class Workers:
    """Processes that are started when there is enough to do. `count` 0 takes the number of cores, at most 8.

    `meanwhile` is called once, when the processes have been started and are still loading.
    """

    def __init__(self, count: int = 0, meanwhile: Callable[[], object] = _nothing) -> None:
        self.count = count or min(os.cpu_count() or 1, MOST)
        self.meanwhile = meanwhile
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stop()

    def each(self, work: Callable[[Item], Made], items: Iterable[Item], lost: Callable[[Item], Made]) -> Iterator[tuple[Item, Made]]:
        """Every item with what `work` makes of it, in the order of `items`. `lost` answers for an item that kills its process.

        `work` must be a function of a module, and items and what is made of them are pickled.
        """
        stream = iter(items)
        if self._pool is None:
            first = list(islice(stream, START_FROM))
            stream = chain(first, stream)
            if self.count == 1 or len(first) < START_FROM:
                yield from ((item, work(item)) for item in stream)
                return
        yield from self._spread(work, stream, lost)

    def _spread(self, work: Callable[[Item], Made], items: Iterator[Item], lost: Callable[[Item], Made]) -> Iterator[tuple[Item, Made]]:
        waiting: list[tuple[Item, Future[Made]]] = []
        while True:
            pool = self._started()
            while len(waiting) < self.count * IN_FLIGHT and (item := next(items, None)) is not None:
                waiting.append((item, pool.submit(work, item)))
            self.meanwhile, meanwhile = _nothing, self.meanwhile
            meanwhile()
            if not waiting:
                return
            item, future = waiting.pop(0)
            try:
                yield item, future.result()
            except BrokenProcessPool:
                self._stop()
                suspects = [item, *(i for i, _ in waiting)]
                waiting.clear()
                if not _can_start():
                    self.count = 1
                    yield from ((i, work(i)) for i in chain(suspects, items))
                    return
                yield from ((i, _alone(work, i, lost)) for i in suspects)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.count, mp_context=_context())
        return self._pool

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


def _context() -> Any:
    """Where the system can, processes are copies of one that has loaded the stages already."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["khabar.engine.loaded"])
    return context


def _can_start() -> bool:
    """Whether processes start at all: they do not from a script that does its work without `if __name__ == "__main__":`."""
    with ProcessPoolExecutor(1, mp_context=_context()) as pool:
        try:
            return pool.submit(os.getpid).result() > 0
        except BrokenProcessPool:
            return False


def _alone(work: Callable[[Item], Made], item: Item, lost: Callable[[Item], Made]) -> Made:
    with ProcessPoolExecutor(1, mp_context=_context()) as pool:
        try:
            return pool.submit(work, item).result()
        except BrokenProcessPool:
            return lost(item)

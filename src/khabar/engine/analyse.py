"""clean and describe, page by page: stateless, so it runs in several processes. A page that kills its process is rejected."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

from khabar.errors import Rejected
from khabar.models import Described, Page

POOL_FROM = 24
"""Pages from which starting processes pays for itself (each loads the language data, about two seconds)."""
IN_FLIGHT = 4
"""Pages per process that wait at a time, so that memory stays bounded for any number of pages."""

Result = tuple[Page, Described | Rejected]


def analyse(page: Page) -> Described | Rejected:
    """One page cleaned and described, or the reason why not."""
    from khabar.flow.clean import clean
    from khabar.flow.describe import describe

    try:
        article = clean(page)
        return Described(article=article, notes=describe(article))
    except Rejected as problem:
        return problem
    except (RecursionError, MemoryError) as problem:
        return Rejected(page.path, f"{page.path} is too deep or too large to read ({type(problem).__name__}).", "Leave it out.", "too-deep")
    except Exception as problem:  # a bug met on one page must not cost the others
        return Rejected(
            page.path,
            f"{page.path} could not be analysed ({type(problem).__name__}: {problem}).",
            "Please report it with the page.",
            "bug",
        )


def analyse_all(pages: Iterable[Page], workers: int = 0) -> Iterator[Result]:
    """Each page with its result, in the order of `pages`.

    `workers` is the number of processes; 0 takes the number of cores, at most 8. Few pages are read in this process.
    """
    stream = iter(pages)
    first = list(islice(stream, POOL_FROM))
    count = workers or min(os.cpu_count() or 1, 8)
    if count == 1 or len(first) < POOL_FROM:
        for page in (*first, *stream):
            yield page, analyse(page)
        return
    yield from _pooled(_chain(first, stream), count)


def _chain(first: list[Page], rest: Iterator[Page]) -> Iterator[Page]:
    yield from first
    yield from rest


def _pooled(pages: Iterator[Page], count: int) -> Iterator[Result]:
    pool = _start(count)
    waiting: list[tuple[Page, Future[Described | Rejected]]] = []
    try:
        while True:
            while len(waiting) < count * IN_FLIGHT and (page := next(pages, None)) is not None:
                waiting.append((page, pool.submit(analyse, page)))
            if not waiting:
                return
            page, future = waiting.pop(0)
            try:
                yield page, future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                suspects = [page, *(p for p, _ in waiting)]
                waiting.clear()
                yield from ((p, _alone(p)) for p in suspects)
                pool = _start(count)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _start(count: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"))


def _alone(page: Page) -> Described | Rejected:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            return pool.submit(analyse, page).result()
        except BrokenProcessPool:
            return Rejected(page.path, f"{page.path} made the reader crash.", "Leave it out, and please report the page.", "crash")

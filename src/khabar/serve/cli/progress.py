"""The progress bar of an ingest: pages per second while pages are read, then stories while they are traced."""

from __future__ import annotations

import os
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from khabar.models import Failure

if TYPE_CHECKING:
    from rich.console import Console


class Bar:
    """Shows how far an ingest is. `page` and `step` are the callbacks that the engine wants."""

    def __init__(self, out: Console, inputs: Sequence[str]) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        self.failed = 0
        self._bar = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[note]}"), TimeElapsedColumn(),
            console=out, transient=True, disable=not out.is_terminal,
        )  # fmt: skip
        self._pages = self._bar.add_task("reading pages", total=_count(inputs), note="")
        self._stories = self._bar.add_task("tracing stories", total=None, note="", visible=False)

    def __enter__(self) -> Bar:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def page(self, path: str, failure: Failure | None) -> None:
        """One page was dealt with."""
        self.failed += failure is not None
        speed = self._bar.tasks[0].finished_speed or self._bar.tasks[0].speed
        note = f"{speed:.1f} pages/s" if speed else ""
        self._bar.update(self._pages, advance=1, note=f"{note}{f', {self.failed} failed' if self.failed else ''}")

    def step(self, name: str, done: int, of: int) -> None:
        """One more story was grouped or traced."""
        if name == "traced":
            self._bar.update(self._stories, completed=done, total=of, visible=True)


def _count(inputs: Sequence[str]) -> int | None:
    """How many files lie under the inputs; None where an address is among them."""
    total = 0
    for given in inputs:
        if given.startswith(("http://", "https://")):
            return None
        total += sum(len(files) for _, _, files in os.walk(given)) if os.path.isdir(given) else 1
    return total

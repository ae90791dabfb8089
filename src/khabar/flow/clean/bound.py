"""A bound on the time that one page may take, so that no page can hold up the others.

Processor time counts, not the clock on the wall: the same page gets the same answer on a busy machine. In the main thread
of a process (where pages are read in bulk) a timer signal ends whatever runs, also within a regular expression; in other
threads, and where the system has no such timer, the loops over elements, lines and paragraphs ask `check`.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 2.0
"""Processor time that a page may take. Real pages need less than a tenth of it, the longest live blogs about half."""
_AGAIN = 0.25
"""The signal comes again after this time, should a library have swallowed it."""


class TimeUp(BaseException):
    """The page has used up its time. Not an `Exception`: what runs must not take it for a failure of its own."""


class _Clock(threading.local):
    ends: float | None = None


_CLOCK = _Clock()


def check() -> None:
    """Raise `TimeUp` if the page that this thread reads has used up its time."""
    if _CLOCK.ends is not None and time.thread_time() > _CLOCK.ends:
        raise TimeUp


@contextmanager
def bounded(seconds: float = SECONDS) -> Iterator[None]:
    """Raise `TimeUp` within the block once it has run for `seconds` of processor time."""
    _CLOCK.ends = time.thread_time() + seconds
    try:
        if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
            with _timer(seconds):
                yield
        else:
            yield
    finally:
        _CLOCK.ends = None


@contextmanager
def _timer(seconds: float) -> Iterator[None]:
    before = signal.signal(signal.SIGVTALRM, _ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise TimeUp

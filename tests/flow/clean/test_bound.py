"""A page that would take too long is rejected with the reason, in the main thread and in others, whatever it hangs in."""

from __future__ import annotations

import re
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from khabar.errors import Rejected
from khabar.flow.clean import bound, clean
from khabar.flow.clean import page as page_module
from khabar.models import Page

_TEXT = "The council agreed on Monday to repair the old harbour bridge before the winter storms come. "
_PAGE = Page(content=(_TEXT * 3).encode(), path="slow.html")


def _spin(*_: object) -> None:
    while True:
        pass


def _spin_quietly(*_: object) -> None:
    """What a library does that takes every exception for a failure of its own."""
    while True:
        try:
            _spin()
        except Exception:
            continue


def _backtrack(*_: object) -> None:
    re.match(r"(a+)+$", "a" * 60 + "b")


def _spin_and_check(*_: object) -> None:
    while True:
        bound.check()


@pytest.fixture(autouse=True)
def _loaded() -> None:
    """The words of the language are there: loading them is given a second go."""
    clean(_PAGE)


def _rejected(page: Page) -> Rejected:
    with pytest.raises(Rejected) as caught:
        clean(page)
    return caught.value


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no timer signal")
@pytest.mark.parametrize("hang", [_spin, _spin_quietly, _backtrack])
def test_a_hang_ends_in_the_main_thread(hang: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "_read", hang)
    start = time.process_time()
    problem = _rejected(_PAGE)
    assert time.process_time() - start < bound.SECONDS + 1
    assert problem.code == "too-slow"
    assert "slow.html takes more than 2 seconds" in problem.why


def test_a_long_loop_ends_in_another_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "_read", _spin_and_check)
    found: list[Rejected] = []
    thread = threading.Thread(target=lambda: found.append(_rejected(_PAGE)))
    thread.start()
    thread.join(30)
    assert [p.code for p in found] == ["too-slow"]


def test_a_page_of_ten_thousand_paragraphs_is_read_or_rejected_in_another_thread() -> None:
    long = Page(content="\n\n".join(f"{_TEXT} Item {i} of {i * 7}." for i in range(12_000)).encode(), path="long.txt")
    spent: list[float] = []

    def read() -> None:
        start = time.thread_time()
        with suppress(Rejected):
            clean(long)
        spent.append(time.thread_time() - start)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join(60)
    assert spent
    assert spent[0] < bound.SECONDS + 2


def test_the_timer_is_off_and_the_handler_back_afterwards() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    clean(_PAGE)
    assert signal.getsignal(signal.SIGVTALRM) == before
    assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0.0
    bound.check()

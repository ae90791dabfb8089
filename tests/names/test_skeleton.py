"""Names are the same or not across scripts."""

from __future__ import annotations

import pytest

from khabar.names.skeleton import match, skeleton

SAME = [
    ("Vladimir Putin", "فلاديمير بوتين"),
    ("Vladimir Putin", "ولادیمیر پوتین"),
    ("Emmanuel Macron", "Эммануэль Макрон"),
    ("Emmanuel Macron", "에마뉘엘 마크롱"),
    ("Sergei Lavrov", "سيرغي لافروف"),
]
OTHER = [("Vladimir Putin", "سيرغي لافروف"), ("Kim Yo Jong", "Ким Чен Ын"), ("Emmanuel Macron", "Эдуар Филипп")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same(one: str, other: str) -> None:
    assert match(one, other) > 0.68


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other(one: str, other: str) -> None:
    assert match(one, other) < 0.68


def test_the_nearer_name_is_liker() -> None:
    assert match("Kim Jong Un", "Ким Чен Ын") > match("Kim Yo Jong", "Ким Чен Ын")


def test_symmetric_and_bounded() -> None:
    for one, other in SAME + OTHER:
        assert match(one, other) == pytest.approx(match(other, one))
        assert 0 <= match(one, other) <= 1
    assert match("", "Putin") == 0


def test_skeleton_keeps_the_order_of_consonants() -> None:
    assert skeleton("Putin") == "ptn"
    assert skeleton("Zakharov") == "zxrv"

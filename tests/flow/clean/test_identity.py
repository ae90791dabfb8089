"""Addresses, fingerprints, decoding and differences of versions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.flow.clean.identity import canonical_url, content_id
from khabar.flow.clean.versions import difference
from khabar.models import Article


@pytest.mark.parametrize("url", [
    "http://www.example.org/a/b?id=7", "https://m.example.org/a/b/?id=7&utm_source=x#top", "https://amp.example.org/a/b/amp/?id=7", "https://example.org:443/a//b?fbclid=1&id=7",
])  # fmt: skip
def test_addresses_of_one_article_are_one(url: str) -> None:
    assert canonical_url(url) == "https://example.org/a/b?id=7"


def test_fingerprint_survives_marks_and_spacing() -> None:
    text = "He said: “The bridge will be repaired.” " * 8
    assert content_id("A", text) == content_id("B", text.replace("“", '"').replace("”", '"').replace(" ", "\u00a0"))


@pytest.mark.parametrize(("charset", "text"), [
    ("windows-1256", "قرر المجلس البلدي يوم الاثنين ترميم جسر الميناء القديم قبل حلول فصل الشتاء."), ("windows-1251", "Городской совет решил в понедельник отремонтировать старый портовый мост."),
    ("euc-kr", "시의회는 월요일 겨울이 오기 전에 낡은 항구 다리를 보수하기로 결정했다고 밝혔다."), ("gb18030", "市议会星期一决定在冬季到来之前修复旧港口大桥，市长对当地媒体表示，工程将于下月开始。"),
    ("shift_jis", "市議会は月曜日、冬が来る前に古い港の橋を修理することを決めたと発表した。"),
])  # fmt: skip
def test_wrongly_declared_charset_is_outvoted(cleaned: Callable[..., Article], charset: str, text: str) -> None:
    assert text in cleaned((text + "\n") .encode(charset) * 2, charset="iso-8859-1").text


def test_difference_shows_the_silent_edit(cleaned: Callable[..., Article]) -> None:
    first = "The mayor said on Monday that at least twelve people had been hurt when the old bridge gave way."
    old, new = cleaned(f"Old harbour bridge gives way under lorry\n{first}"), cleaned(f"Old harbour bridge gives way under lorry\n{first.replace('twelve', 'nine')}")
    edits = difference(old, new)
    assert [e.kind for e in edits] == ["changed"]
    assert [p for p in edits[0].parts if p[0] != "same"] == [("out", "twelve"), ("put", "nine")]

"""Whatever comes in, `clean` yields an article or `Rejected`, within two seconds of processor time."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khabar.errors import Rejected, Unreadable
from khabar.flow.clean import bound, clean
from khabar.models import Article, Page

_TEXT = "The council agreed on Monday to repair the old harbour bridge before the winter storms come. "


def _clean(content: bytes) -> Article | None:
    try:
        return clean(Page(content=content, path="p", first_seen="2026-01-01"))
    except Rejected:
        return None


_TAGS = st.sampled_from(["<p>", "</p>", "<div class='related'>", "</div>", "<!--", "-->", "<article>", "<h1>", "<script>", "]]>", "<time datetime='x'>", "&#x0;", "&amp;",
                         "<meta charset=utf-16>", "<li>", "<table><tr><td>", "<br>", '<script type="application/ld+json">{"@graph":[{]}</script>', "\ud800", _TEXT])  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=600))
def test_any_bytes(content: bytes) -> None:
    _clean(content)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(_TAGS, st.text(max_size=40)), max_size=30))
def test_any_markup(pieces: list[str]) -> None:
    _clean(("<html><body>" + "".join(pieces)).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("page", [
    "<div>" * 10_000 + _TEXT * 3 + "</div>" * 10_000,
    "<b>" * 10_000 + _TEXT * 3,
    "<ul><li>" * 5_000 + _TEXT * 3,
    "<table><tr><td>" * 3_000 + _TEXT * 3,
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><html><body><p>&b;&b;' + _TEXT * 3,
    "<" * 200_000, "<p" * 100_000, "[" * 50_000 + _TEXT, "(" * 50_000, "a " * 200_000, "<script>" * 20_000, "<!--" * 50_000, "| " * 50_000, "«" * 100_000,
])  # fmt: skip
def test_hostile_pages_end_in_time(page: str) -> None:
    _clean(_TEXT.encode())  # loads the words of the language
    for content in ("<html><body>" + page, page):
        start = time.process_time()
        _clean(content.encode())
        assert time.process_time() - start < bound.SECONDS + 1


def test_deep_nesting_keeps_its_text() -> None:
    article = _clean(("<html><body>" + "<div>" * 10_000 + f"<p>{_TEXT * 3}</p>").encode())
    assert article is not None
    assert "harbour bridge" in article.text


@pytest.mark.parametrize("content", [b"", b"  \n ", b"%PDF-1.7 x", b"PK\x03\x04aaaa", b"\x00\x01\x02" * 500])
def test_empty_and_binary_are_rejected_with_advice(content: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        clean(Page(content=content, path="p"))
    assert caught.value.do

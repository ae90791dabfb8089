"""Spans between quotation marks, of whatever language: pages mix the marks of several."""

from __future__ import annotations

from functools import lru_cache

import regex

from khabar.languages import get
from khabar.models import Span

COMMON = (
    ("“", "”"),
    ("«", "»"),
    ("„", "“"),
    ("„", "”"),
    ("「", "」"),
    ("『", "』"),
    ('"', '"'),
    ("”", "”"),
    ("»", "«"),
    ("‘", "’"),
    ("’’", "’’"),
    ("''", "''"),
)
_OPEN = regex.compile(r"(?:^|[\s:(])([“«„\"])\s?(?=[\p{L}\d])[^“”«»„\"\n]+$")
_AGAIN = regex.compile(r"\n+\s*[“«„\"]\s?[\p{L}\d]")
MAX_CHARS = 1_200
"""A quotation longer than this has lost its closing mark."""


@lru_cache(maxsize=64)
def _pattern(lang: str) -> regex.Pattern[str]:
    language = get(lang)
    pairs = [*(language.quotes if language else ()), *COMMON]
    seen: dict[tuple[str, str], None] = {}
    for pair in pairs:
        if pair[0] not in ("‘", "»") or pair in (language.quotes if language else ()):
            seen.setdefault(pair)
    parts = []
    for opening, closing in seen:
        a, b = regex.escape(opening), regex.escape(closing)
        if opening == "‘":  # an apostrophe is no closing mark
            parts.append(rf"(?<!\w)‘((?:[^’\n]|’(?=\w)){{1,{MAX_CHARS}}}?)’(?!\w)")
        elif opening == closing:
            parts.append(rf"(?<!\w){a}((?:(?!{a})[^\n]){{1,{MAX_CHARS}}}?){b}")
        else:
            parts.append(rf"{a}((?:(?!{a})[^\n]){{1,{MAX_CHARS}}}?){b}")
    return regex.compile("|".join(parts))


def quoted_spans(text: str, lang: str, start: int, end: int) -> list[tuple[Span, Span]]:
    """(span with marks, span of the content) of every quotation between `start` and `end`, in order, none inside another."""
    found = []
    for match in _pattern(lang).finditer(text, start, end):
        inner = next(i for i, group in enumerate(match.groups(), 1) if group is not None)
        found.append((match.span(), match.span(inner)))
    if (left := _left_open(text, max([start, *(outer[1] for outer, _ in found)]), end)) is not None:
        found.append(((left, end), (left + 1, end)))
    return found


def _left_open(text: str, start: int, end: int) -> int | None:
    """The opening mark of speech that goes on in the next paragraph, which opens with a mark again."""
    match = _OPEN.search(text, start, end)
    return match.start(1) if match and _AGAIN.match(text, end) else None

"""Lines of a text dump, with what was glued together taken apart and what was wrapped joined again."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

import regex

from khabar.flow.clean.measure import stops
from khabar.flow.clean.wording import Wording
from khabar.languages import fold

_DOUBLED = regex.compile(r"^(.{4,60}?)\1(?=\W|\d|$)")
_GLUED_DATE = regex.compile(r"(?<=\p{L}|\))(?=\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})")
_GLUED_CASE = regex.compile(r"(?<=\p{Ll}|\))(?=\p{Lu}\p{Ll}+(?:\s|'))")
_AFTER_BRACKET = regex.compile(r"(?<=[)\]）])(?=\p{Lu}\p{L}|\p{Lo}{2})")


def lines_of(text: str) -> list[str]:
    """Lines without the blank ones; paragraphs that were wrapped at a fixed width are one line again."""
    found: list[str] = []
    for chunk in regex.split(r"\n[ \t\u00a0]*\n", text):
        lines = [line.strip() for line in chunk.split("\n") if line.strip()]
        found += [" ".join(lines)] if _wrapped(lines) else lines
    return found


def _wrapped(lines: list[str]) -> bool:
    """Whether a chunk is one paragraph cut at a width: equal lengths, and most lines do not end a sentence."""
    if len(lines) < 3:
        return False
    lengths = [len(line) for line in lines[:-1]]
    middle = statistics.median(lengths)
    even = sum(abs(n - middle) <= 14 for n in lengths) / len(lengths)
    open_ends = sum(not stops(line) for line in lines[:-1]) / len(lengths)
    return 45 <= middle <= 110 and even > 0.75 and open_ends > 0.7 and stops(lines[-1])


def unglued(line: str, words: Wording) -> Iterator[str]:
    """A line of the page's head cut where its parts were run together: a doubled name, a date after a letter, a byline or
    caption before the first sentence."""
    line = _DOUBLED.sub(r"\1", line)
    pieces = [p.strip() for p in _GLUED_DATE.split(line, maxsplit=1) if p.strip()] if len(line) < 160 else [line]
    for piece in pieces:
        yield from _caption_off(piece, words)


def _caption_off(line: str, words: Wording) -> Iterator[str]:
    match = _AFTER_BRACKET.search(line)
    if match and match.start() < 260:
        opened = max(line.rfind(mark, 0, match.start()) for mark in "([（")
        if opened >= 0 and words.anywhere["photo_label"].search(fold(line[opened : match.start()])):
            yield line[: match.start()].strip()
            yield line[match.start() :].strip()
            return
    if words.start["byline"].match(fold(line)) and (glued := _GLUED_CASE.search(line, 0, 70)):
        yield line[: glued.start()].strip()
        yield line[glued.start() :].strip()
        return
    yield line

"""Ratings and data rows that a page itself shows («مستوى الصحة: 94%», "Source: X | Category: Y"), as a table."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from khabar.flow.clean.wording import RATINGS, Wording
from khabar.languages import fold

_NUMBER = regex.compile(r"(\d+(?:[.,٫]\d+)?)\s*([%٪]?)")
_NAMES = ("soundness", "importance", "views", "bias")
_CUT = regex.compile(r"\s*[|·•؛;]\s*|\s{3,}")


def read_upstream(rows: Sequence[str], words: Wording) -> dict[str, str | float]:
    """Values of the first row of each kind; percentages and counts as numbers, the rest as written.

    `rows` are the lines that were recognised as ratings rows or source lines, in order of the page; rows of other pages in a
    list beside the article must not be among them.
    """
    found: dict[str, str | float] = {}
    for row in rows:
        for name, value in _cells(row, words):
            if name not in found and value:
                found[name] = _typed(name, value)
    return found


def _cells(row: str, words: Wording) -> list[tuple[str, str]]:
    """(name, value) of each labelled cell of one row; a cell ends at a bar or at the next label."""
    folded = fold(row)
    marks: list[tuple[int, int, str]] = []
    for name in RATINGS:
        if pattern := words.ratings.get(name):
            marks += [(m.start(), m.end(), name) for m in pattern.finditer(folded)]
    marks.sort(key=lambda m: (m[0], -m[1]))
    cells: list[tuple[str, str]] = []
    end = 0
    for start, stop, name in marks:
        if start < end:
            continue
        after = min((m[0] for m in marks if m[0] >= stop), default=len(row))
        cells.append((name, _CUT.split(row[stop:after].strip(" :：|,،"))[0].strip()))
        end = stop
    return cells


def _typed(name: str, value: str) -> str | float:
    if name in _NAMES:
        match = _NUMBER.search(fold(value))
        if match and (match[2] or len(value) <= 8):
            return float(match[1].replace(",", ".").replace("٫", "."))
    return value

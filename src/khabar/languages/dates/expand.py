"""Phrases of the data with small alternatives, written out in full.

    "(last|past) week"   each alternative of a group, which may be empty
    "juil.?t"            an optional character (or group) before "?"; a point is optional by itself: "Oct." is Oct and Oct.
    "\\\\("                a backslash takes the next character as it is
    "سه_شنبه"            "_" is a space or nothing (zero-width joiners are folded to a space)
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product


@lru_cache(maxsize=16384)
def expand(phrase: str) -> tuple[str, ...]:
    """All strings that `phrase` stands for.

    >>> expand("last_(week|year)s?")
    ('last week', 'last weeks', 'last year', 'last years', 'lastweek', 'lastweeks', 'lastyear', 'lastyears')
    """
    found, end = _alternatives(phrase, 0)
    if end != len(phrase):
        raise ValueError(f"unbalanced brackets in {phrase!r}")
    return tuple(sorted({" ".join(f.split()) for f in found if f.strip()}))


def _alternatives(phrase: str, at: int) -> tuple[list[str], int]:
    options: list[str] = []
    while True:
        found, at = _sequence(phrase, at)
        options += found
        if at < len(phrase) and phrase[at] == "|":
            at += 1
            continue
        return options, at


def _sequence(phrase: str, at: int) -> tuple[list[str], int]:
    pieces: list[list[str]] = []
    while at < len(phrase) and phrase[at] not in "|)":
        piece, at = _piece(phrase, at)
        if at < len(phrase) and phrase[at] == "?":
            piece, at = ["", *piece], at + 1
        pieces.append(piece)
    return ["".join(p) for p in product(*pieces)], at


def _piece(phrase: str, at: int) -> tuple[list[str], int]:
    char = phrase[at]
    if char == "(":
        found, at = _alternatives(phrase, at + 1)
        if at >= len(phrase):
            raise ValueError(f"unbalanced brackets in {phrase!r}")
        return found, at + 1
    if char == "\\" and at + 1 < len(phrase):
        return [phrase[at + 1]], at + 2
    if char == "_":
        return [" ", ""], at + 1
    if char == ".":
        return [".", ""], at + 1
    return [char], at + 1

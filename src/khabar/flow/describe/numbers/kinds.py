"""What a number counts: the cue nearest to it in its clause, or the kind of the number before it where none stands there."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from khabar.flow.describe.numbers.lexicon import Lexicon
from khabar.models import Span

CASUALTIES = ("killed", "injured", "missing", "displaced", "arrested")
"""Kinds of numbers that count people hit by one event."""
TYPED = (*CASUALTIES, "magnitude", "votes", "money")
"""Kinds of numbers whose values can be compared between pages."""
REACH = 110
"""Characters between a number and the cue that types it."""
FAR = 0.4
REACH_BARE = 26
"""The same where the number stands before a noun that is not known to be of people."""
BESIDE = 3
"""A cue so near behind its number is on the right side in every language."""
ACROSS_AND = 26
"""Behind an "and" another clause begins."""
ACROSS_NUMBER, ACROSS_COMMA, ACROSS_STOP, WRONG_SIDE = 34, 12, 60, 12


class Cue(msgspec.Struct, frozen=True):
    """A word that says what is counted."""

    kind: str
    span: Span
    far: bool = False
    """A toll governs the number that ends its clause: "the toll from the floods in the north has climbed to 127"."""


def find_cues(text: str, start: int, end: int, words: Lexicon, skip: frozenset[str] = frozenset()) -> list[Cue]:
    """All cues of a sentence; where two overlap, the longer one stands."""
    found = [Cue("killed", m.span(), True) for m in words.tolls.finditer(text, start, end)]
    found += [
        Cue(kind, m.span())
        for kind, pattern in words.kinds.items()
        if kind not in skip
        for m in pattern.finditer(text, start, end)
    ]
    found.sort(key=lambda c: (c.span[0] - c.span[1], c.span[0]))
    kept: list[Cue] = []
    for cue in found:
        if not any(cue.span[0] < k.span[1] and k.span[0] < cue.span[1] for k in kept):
            kept.append(cue)
    return sorted(kept, key=lambda c: c.span)


def nearest(
    text: str, at: Span, cues: Sequence[Cue], others: Sequence[Span], words: Lexicon
) -> tuple[float, Cue] | None:
    """(cost in characters, cue) of the cheapest cue for a number at `at`; `others` are the spans of the other numbers."""
    best: tuple[float, Cue] | None = None
    for cue in cues:
        before = cue.span[1] <= at[0]
        low, high = (cue.span[1], at[0]) if before else (at[1], cue.span[0])
        if high < low:
            cost = 0.0
        else:
            between = text[low:high]
            cost = (
                float(high - low)
                + ACROSS_COMMA * sum(between.count(c) for c in ",،，、")
                + ACROSS_STOP * sum(between.count(c) for c in ";؛:()")
            )
            cost += ACROSS_STOP * between.count(". ")
            cost += ACROSS_AND * (words.glue.search(between) is not None or (not before and text[cue.span[0]] == "و"))
            cost += ACROSS_NUMBER * sum(low <= o[0] and o[1] <= high for o in others)
            wrong = before == words.verb_last and (before or (high - low > BESIDE and not _opens_clause(text, at[0])))
            cost += WRONG_SIDE if wrong else 0.0
            cost *= FAR if cue.far and before else 1.0
        if best is None or cost < best[0]:
            best = (cost, cue)
    return best


def _opens_clause(text: str, at: int) -> bool:
    """Whether a number stands right behind a comma, so that its verb follows: "83 dead, 111 are missing"."""
    before = text[max(0, at - 6) : at]
    return "," in before or "،" in before

"""Clauses of a sentence: cut where a word opens one ("that", "who", «که», который) and at hard punctuation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from khabar.flow.describe.events.lexicon import Hit
from khabar.models import Span

_HARD = regex.compile(r"[;؛:：；\n]|\s[-–—]\s|(?<!\b\p{Lu})(?<!\b\p{Lu}\p{Ll})\.\s")


class Clause(NamedTuple):
    """One clause; `opened` by a word that makes it hang on another, `relative` where its subject is what stands before it."""

    start: int
    end: int
    opened: bool
    relative: bool


def clauses(text: str, within: Span, hits: Sequence[Hit], cues: Sequence[Hit], names: Sequence[int]) -> list[Clause]:
    """The clauses of a sentence in order; they cover it. A list of names behind a colon belongs to what stands before it."""
    start, end = within
    cuts = {start: (False, False)}
    cuts |= {
        m.end(): (False, False)
        for m in _HARD.finditer(text, start, end)
        if not any(0 <= n - m.end() <= 3 for n in names)
    }
    for hit in hits:
        if hit.kind in ("break", "relative") and not any(c.start <= hit.start < c.end for c in cues):
            cuts[hit.start] = (True, hit.kind == "relative")
    cuts |= {join.start: (False, False) for join in _joints(hits)}
    starts = sorted(c for c in cuts if c < end)
    return [Clause(a, b, *cuts[a]) for a, b in zip(starts, [*starts[1:], end], strict=True)]


def _joints(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Where "and" stands right behind a verb that ends its clause: a clause with a subject of its own may follow («… شد و X …»)."""
    ends = {h.end for h in hits if h.kind == "finite"}
    return (h for h in hits if h.kind == "join" and ends & {h.start - 1, h.start - 2})


def clause_at(found: Sequence[Clause], position: int) -> int:
    """Which clause holds a position."""
    return next((n for n, c in enumerate(found) if c.start <= position < c.end), len(found) - 1)

"""Numbers that differ between sentences that say the same, across languages: counts, sums, shares, lengths of time, vague counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from khabar.flow.describe.numbers.kinds import CASUALTIES
from khabar.flow.lineage.mutations.change import Change, counterpart
from khabar.flow.lineage.mutations.lexicon import Mark
from khabar.flow.lineage.mutations.passages import Passage
from khabar.flow.lineage.mutations.side import Side
from khabar.models import Number, Span

SECONDS = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0, "month": 2629800.0, "year": 31557600.0}
"""Lengths of the units of time (month and year: Julian averages)."""
TYPED, LIKE, ALONE, ORDER, BOUND = 0.95, 0.75, 0.6, 0.7, 0.5
"""Confidence: numbers of one type; of one unit; each the only one left in its sentence; vague counts; only the bound is gone."""
FAR = 50
"""Times that a sum or a length of time may differ before it is held to be another."""
_ARTICLE = 5
"""Characters that may stand between a bound and its unit: a space and an article."""
_ROUND_OFF = 0.02


class Amount(NamedTuple):
    """A number ready to compare: what it counts, its value (time in seconds), its unit class and bound."""

    what: str
    value: float
    unit: str
    bound: str
    span: Span
    bare: bool
    """Whether the span holds the figure without what it counts."""
    seconds: float = 0.0
    """Length of the unit of time that it is given in."""

    def same(self, other: Amount) -> bool:
        if self.unit and other.unit and self.unit != other.unit:
            return False
        near = _ROUND_OFF if self.unit == "time" else 1e-9
        return abs(self.value - other.value) <= near * max(abs(self.value), abs(other.value))


def number_changes(child: Side, parent: Side, passage: Passage) -> Iterator[Change]:
    """Pairs of numbers left over when equal ones are taken out, and equal ones whose bound ("at least") is gone."""
    ours, theirs = amounts(child, passage.child), amounts(parent, [passage.parent])
    if passage.loose:
        ours, theirs = _unheard(ours, parent), _unheard(theirs, child)
    weight = min(1.0, 0.5 + passage.score)
    for one in list(theirs):
        if (twin := next((o for o in ours if o.same(one)), None)) is not None:
            ours.remove(twin)
            theirs.remove(one)
            if one.what in CASUALTIES and one.bound == "at-least" and twin.bound == "exact" and not child.marks(passage.child, "hedge"):
                clause = parent.clause(passage.parent, one.span)
                yield Change("hedge", clause, counterpart(child, parent, passage, clause), BOUND * weight)
    for old, new, confidence in _pairs(theirs, ours):
        elsewhere = old.value in child.all_values or new.value in parent.all_values
        yield Change("number", shown(parent, old), shown(child, new), confidence * weight * (0.6 if elsewhere else 1.0))
    yield from _orders(child, parent, passage, weight)


def _unheard(found: list[Amount], other: Side) -> list[Amount]:
    """The amounts that stand nowhere on the other page: of a sentence told together with another, only these can be each other's."""
    there = amounts(other, range(len(other.page.sentences)))
    return [a for a in found if not any(a.same(o) for o in there)]


def amounts(side: Side, sentences: Sequence[int]) -> list[Amount]:
    """The numbers of some sentences but small bare ones, which are articles and pronouns more often than counts."""
    taken = [m.span for m in _vague(side, sentences)] + [(m.start - 2, m.start) if m.sort == "after" else (m.end, m.end + 2) for m in side.marks(sentences, "clock")]
    units = side.marks(sentences, "unit")
    found = []
    for number in side.numbers(sentences):
        if number.span is None or number.value is None or any(a < number.span[1] and number.span[0] < b for a, b in taken):
            continue
        seconds = next((SECONDS[m.sort] for m in units if number.span[0] <= m.start < number.span[1] + 2), None)
        if seconds is None and number.what == "other" and number.value <= 2 and number.unit != "percent":
            continue
        found.append(_amount(number, number.span, seconds))
    return [*found, *_lengths(side, sentences, units)]


def _lengths(side: Side, sentences: Sequence[int], units: Sequence[Mark]) -> Iterator[Amount]:
    """Lengths of time without a figure: "more than an hour" is one, the dual of Arabic two."""
    for mark in side.marks(sentences, "dual"):
        yield Amount("other", 2 * SECONDS[mark.sort], "time", "exact", mark.span, False, SECONDS[mark.sort])
    clock = [m.end for m in side.marks(sentences, "clock")]
    for bound in side.marks(sentences, "bound"):
        unit = next((u for u in units if u.end not in clock and 0 < u.start - bound.end <= _ARTICLE), None)
        if unit and not any(c.isdecimal() for c in side.folded[bound.end : unit.start]) and _no_count(side, bound, unit):
            yield Amount("other", SECONDS[unit.sort], "time", bound.sort, (bound.start, unit.end), False, SECONDS[unit.sort])


def _no_count(side: Side, bound: Mark, unit: Mark) -> bool:
    return not any(n.span and n.span[0] < unit.end and bound.start < n.span[1] for n in side.notes.numbers)


def _amount(number: Number, span: Span, seconds: float | None) -> Amount:
    value = number.value or 0.0
    if seconds is not None and number.what == "other":
        return Amount("other", value * seconds, "time", number.bound, span, False, seconds)
    unit = "percent" if number.unit == "percent" else number.currency or ""
    return Amount(number.what, value, unit, number.bound, span, number.unit is None and not unit)


def shown(side: Side, amount: Amount) -> Span:
    """The figure with what it counts; in Chinese and Korean a classifier stands between the two."""
    return side.phrase(amount.span) if amount.bare or side.density < 1 else amount.span


def _pairs(theirs: list[Amount], ours: list[Amount]) -> Iterator[tuple[Amount, Amount, float]]:
    """Numbers that stand for one another, the surest first; each once."""
    options = sorted(((_likeness(a, b, _alone(a, theirs) and _alone(b, ours)), a, b) for a in theirs for b in ours), key=lambda o: -o[0])
    used: set[Amount] = set()
    for confidence, old, new in options:
        if confidence and old not in used and new not in used:
            used |= {old, new}
            yield old, new, confidence


def _alone(amount: Amount, among: list[Amount]) -> bool:
    """Whether it is the only one of its unit."""
    return sum(a.unit == amount.unit for a in among) == 1


def _likeness(old: Amount, new: Amount, alone: bool) -> float:
    if old.unit != new.unit:
        return 0.0
    if old.what == new.what != "other":
        return TYPED
    if old.what == new.what and old.unit:
        return LIKE if max(old.value, new.value) <= FAR * min(old.value, new.value) else 0.0
    return ALONE if alone and "magnitude" not in (old.what, new.what) else 0.0


def _vague(side: Side, sentences: Sequence[int]) -> list[Mark]:
    """Words such as "dozens" that stand without a figure: not those of "15 millions", nor « une centaine »."""
    counted = [n.span for n in side.numbers(sentences) if n.span and (n.bound != "exact" or any(c.isdecimal() for c in n.surface))]
    return [m for m in side.marks(sentences, "order") if not any(a <= m.start <= b for a, b in counted)]


def _orders(child: Side, parent: Side, passage: Passage, weight: float) -> Iterator[Change]:
    """Vague counts: "dozens" that became "hundreds"."""
    ours, theirs = _vague(child, passage.child), _vague(parent, [passage.parent])
    if len(ours) == 1 and len(theirs) == 1 and ours[0].sort != theirs[0].sort:
        old, new = parent.phrase(theirs[0].span), child.phrase(ours[0].span)
        yield Change("number", old, new, ORDER * weight)

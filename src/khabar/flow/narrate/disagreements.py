"""Typed values that differ between the pages of a story, by the origin that each rests on, not by outlet.

A table holds one kind of value of one country, so that the dead of Syria do not contradict those of Turkey. A toll that only
rises with time is a series, and a value that another one rounds is no other value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from itertools import combinations
from typing import NamedTuple

from khabar.flow.describe.numbers.kinds import CASUALTIES, TYPED
from khabar.flow.narrate.held import is_past, origin_of, place_of
from khabar.flow.narrate.moments import Moment, earliest, moment
from khabar.models import Described, Disagreement, DisagreementValue, Lineage, Number

ROUNDED = 0.05
"""An approximate value stands for an exact one that differs from it by no more than this share."""


class Held(NamedTuple):
    """A value of a page with the origin that it rests on."""

    member: Described
    number: Number
    origin: str | None


class Row(NamedTuple):
    """One value of one origin: the pages that carry it and when it was told first."""

    value: float
    origin: str | None
    held: Sequence[Held]
    told: Moment | None


def disagreements_of(members: Sequence[Described], lineage: Lineage) -> tuple[Disagreement, ...]:
    """A table for each kind and country that has more than one value. Of each page the headline value counts: the largest of its
    tolls and magnitudes, the first of its shares and sums, since part counts ("812 of them in the north") contradict nothing.
    """
    found = []
    for kind in TYPED:
        scopes = _by_scope(members, kind)
        for scope in sorted(scopes, key=lambda s: s or ""):
            rows = _rows([Held(m, n, origin_of(m, n, lineage)) for m, n in scopes[scope]])
            if len({row.value for row in rows}) > 1 or len({row.held[0].number.currency for row in rows}) > 1:
                found.append(_table(kind, scope if len(scopes) > 1 else None, rows))
    return tuple(found)


def _by_scope(members: Sequence[Described], kind: str) -> dict[str | None, list[tuple[Described, Number]]]:
    """The headline value of each page for each country that its numbers of a kind count; only people are counted by country."""
    scopes: dict[str | None, list[tuple[Described, Number]]] = {}
    for member in members:
        own: dict[str | None, list[Number]] = {}
        for number in member.notes.numbers:
            if number.what == kind and number.value is not None and not is_past(member, number):
                own.setdefault(place_of(member, number) if kind in CASUALTIES else None, []).append(number)
        for scope, numbers in own.items():
            scopes.setdefault(scope, []).append((member, _headline(numbers, kind)))
    return _one_country(scopes)


def _one_country(scopes: dict[str | None, list[tuple[Described, Number]]]) -> dict[str | None, list[tuple[Described, Number]]]:
    """Where one country alone is counted, what sentences that name others too count is the same."""
    if len(scopes) != 2 or None not in scopes:
        return scopes
    best: dict[str, tuple[Described, Number]] = {}
    for member, number in (pair for pairs in scopes.values() for pair in pairs):
        held = best.get(member.article.id)
        if held is None or (number.value or 0.0) > (held[1].value or 0.0):
            best[member.article.id] = member, number
    return {next(s for s in scopes if s is not None): list(best.values())}


def _headline(numbers: Sequence[Number], kind: str) -> Number:
    return max(numbers, key=lambda n: n.value or 0.0) if kind in CASUALTIES or kind == "magnitude" else numbers[0]


def _rows(held: Sequence[Held]) -> list[Row]:
    """A row for each value of each origin in order of time; a hedge that one page keeps and another drops is no other value."""
    exact = {h.number.value for h in held if h.number.value is not None and h.number.bound != "about"}
    groups: dict[tuple[float, str | None, str | None], list[Held]] = {}
    for one in held:
        value = _unrounded(one.number, exact)
        groups.setdefault((value, one.number.currency, one.origin), []).append(one)
    rows = [
        Row(key[0], key[2], group, earliest(t for h in group if (t := moment(h.member.article.published.value))))
        for key, group in groups.items()
    ]
    return sorted(rows, key=lambda r: (r.told.low if r.told else datetime.max, r.value))


def _unrounded(number: Number, exact: set[float]) -> float:
    """The exact value that an approximate one stands for: "about 56" beside 55.8."""
    value = number.value or 0.0
    if number.bound != "about":
        return value
    half = _unit(value) / 2
    near = [e for e in exact if abs(e - value) <= min(half, ROUNDED * abs(e))]
    return min(near, key=lambda e: (abs(e - value), e), default=value)


def _unit(value: float) -> float:
    """The last place that a value counts: 1000 for 5000, 1 for 56, 0.1 for 7.5."""
    if value != int(value):
        return 10.0 ** -len(str(value).split(".")[1])
    digits = str(int(value))
    return 10.0 ** (len(digits) - len(digits.rstrip("0") or digits))


def _written(number: Number) -> str:
    """The value as text, its hedge kept: "at least 94", "about 1000", "6.8"."""
    value = number.value or 0.0
    plain = str(int(value)) if value == int(value) else str(value)
    hedge = {"at-least": "at least ", "at-most": "at most ", "about": "about "}.get(number.bound, "")
    return f"{hedge}{plain}" + (f" {number.currency}" if number.currency else "")


def _table(kind: str, scope: str | None, rows: Sequence[Row]) -> Disagreement:
    last = [r for r in rows if r.told and not any(o.told and r.told.before(o.told) for o in rows)]
    values = tuple(
        DisagreementValue(
            value=Counter(_written(h.number) for h in _sharpest(row)).most_common(1)[0][0],
            origin=row.origin,
            articles=tuple(h.member.article.id for h in row.held),
            scope=Counter(h.number.scope for h in row.held).most_common(1)[0][0],
            when=min(((h.member.article.published.value or "")[:16] for h in row.held if h.member.article.published.value), default=None),
            latest=row in last,
        )
        for row in rows
    )
    return Disagreement(what=kind, scope=scope, values=values, series=kind in CASUALTIES and _rises(rows))


def _sharpest(row: Row) -> Sequence[Held]:
    """The pages that give the value itself, where any does, not what rounds it."""
    return [h for h in row.held if h.number.value == row.value] or row.held


def _rises(rows: Sequence[Row]) -> bool:
    """Whether the values are one toll that rises: told at more than one time, and none is surely told after a higher one.

    Where two may have been told at the same time, the lower must be a lower bound ("at least"), or an update of the same origin.
    """
    if any(r.told is None for r in rows) or len({r.told for r in rows}) < 2:
        return False
    return all(_goes_with(*sorted(pair, key=lambda r: r.value)) for pair in combinations(rows, 2))


def _before(one: Row, two: Row) -> bool:
    return one.told is not None and two.told is not None and one.told.before(two.told)


def _goes_with(low: Row, high: Row) -> bool:
    if low.value == high.value or _before(low, high):
        return True
    bound = any(h.number.bound == "at-least" for h in low.held)
    return not _before(high, low) and (bound or low.origin == high.origin)

"""Typed values that differ between the pages of a story, by the origin that each rests on, not by outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from khabar.flow.describe.numbers.kinds import CASUALTIES, TYPED
from khabar.models import Described, Disagreement, DisagreementValue, Lineage, Number

Held = tuple[Described, Number]


def disagreements_of(members: Sequence[Described], lineage: Lineage) -> tuple[Disagreement, ...]:
    """One table per kind that has more than one value. Of each page the headline value counts: the largest of its tolls
    and magnitudes, the first of its shares and sums, since part counts ("812 of them in the north") contradict nothing.
    """
    found = []
    for kind in TYPED:
        held = [(m, n) for m in members if (n := _headline(m, kind)) is not None]
        values = {(n.value, n.currency) for _, n in held}
        if len(values) > 1:
            found.append(_table(kind, held, lineage))
    return tuple(found)


def _headline(member: Described, kind: str) -> Number | None:
    numbers = [n for n in member.notes.numbers if n.what == kind and n.value is not None]
    if not numbers:
        return None
    return max(numbers, key=lambda n: n.value or 0.0) if kind in CASUALTIES or kind == "magnitude" else numbers[0]


def _written(number: Number) -> str:
    """The value as text, its hedge kept: "at least 94", "about 1000", "6.8"."""
    value = number.value or 0.0
    plain = str(int(value)) if value == int(value) else str(value)
    hedge = {"at-least": "at least ", "at-most": "at most ", "about": "about "}.get(number.bound, "")
    return f"{hedge}{plain}" + (f" {number.currency}" if number.currency else "")


def _table(kind: str, held: Sequence[Held], lineage: Lineage) -> Disagreement:
    """A row for each value of each origin; a hedge that one page keeps and another drops is no other value."""
    groups: dict[tuple[float | None, str | None, str | None], list[Held]] = {}
    for member, number in held:
        groups.setdefault((number.value, number.currency, _origin(member, lineage)), []).append((member, number))
    times = {key: min((_time(m) for m, _ in group), default="") for key, group in groups.items()}
    latest = max(times.values(), default="")
    ordered = sorted(groups, key=lambda key: (times[key] or "9", groups[key][0][1].value or 0.0))
    values = tuple(
        DisagreementValue(
            value=Counter(_written(n) for _, n in groups[key]).most_common(1)[0][0],
            origin=key[2],
            articles=tuple(m.article.id for m, _ in groups[key]),
            scope=Counter(n.scope for _, n in groups[key]).most_common(1)[0][0],
            when=times[key] or None,
            latest=bool(latest) and times[key] == latest,
        )
        for key in ordered
    )
    return Disagreement(
        what=kind,
        values=values,
        series=kind in CASUALTIES and _rises([(times[k], groups[k][0][1].value or 0.0) for k in ordered]),
    )


def _origin(member: Described, lineage: Lineage) -> str | None:
    origins = lineage.page_origins.get(member.article.id)
    return origins.ids[0] if origins and origins.ids else None


def _time(member: Described) -> str:
    return (member.article.published.value or "")[:16]


def _rises(points: Sequence[tuple[str, float]]) -> bool:
    """Whether later values are never lower than earlier ones, over more than one day or hour: a toll that rises."""
    dated = [p for p in points if p[0]]
    if len({t for t, _ in dated}) < 2 or len(dated) < len(points):
        return False
    by_time: dict[str, list[float]] = {}
    for time, value in dated:
        by_time.setdefault(time, []).append(value)
    steps = [by_time[t] for t in sorted(by_time)]
    return all(max(one) <= min(two) for one, two in pairwise(steps)) and all(len(set(s)) == 1 for s in steps)

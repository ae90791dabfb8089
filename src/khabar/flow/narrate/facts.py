"""Facts: the same event told by many pages, once, with all its evidence and the origins that it rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from khabar.flow.describe.events.actors import country_of
from khabar.flow.describe.events.lexicon import MUTUAL
from khabar.models import Described, Event, Fact, Lineage

BACKGROUND_DAYS = 7
"""An event told as of so many days before the story's first page is background."""
NEAR_DAYS = 2
"""Pages put the same event on days that differ by up to this: time zones, "on Wednesday" read a day off."""
Told = tuple[Described, Event]


def facts_of(members: Sequence[Described], lineage: Lineage) -> tuple[Fact, ...]:
    """The facts of a story in order of time; negated, planned, denied and hypothetical events are none."""
    groups: dict[tuple[str, str, str], list[list[Told]]] = {}
    for member in sorted(members, key=lambda m: (m.article.published.value or "9", m.article.id)):
        for event in member.notes.events:
            if event.mode == "":
                _place(groups.setdefault(_key(event), []), (member, event))
    start = min((m.article.published.value[:10] for m in members if m.article.published.value), default=None)
    facts = [_fact(told, lineage, start) for lists in groups.values() for told in lists]
    return tuple(sorted(facts, key=lambda f: (f.date or "9999", f.id)))


def _key(event: Event) -> tuple[str, str, str]:
    """Actor, type and target, a capital read as its country; who does the same together stands in either order."""
    pair = (_party(event.actor), _party(event.target))
    one, two = sorted(pair) if event.type in MUTUAL else pair
    return one, event.type, two


def _party(party: str | None) -> str:
    return (country_of(party) or party) if party else ""


def _place(lists: list[list[Told]], told: Told) -> None:
    """Put an event with those of about the same day, else begin a fact of its own."""
    for group in lists:
        if any(_same_day(other.date, told[1].date) for _, other in group):
            group.append(told)
            return
    lists.append([told])


def _same_day(one: str | None, two: str | None) -> bool:
    if one is None or two is None:
        return True
    first, second = _bounds(one), _bounds(two)
    if first is None or second is None:
        return one == two
    slack = timedelta(days=NEAR_DAYS)
    return first[0] <= second[1] + slack and second[0] <= first[1] + slack


def _bounds(value: str) -> tuple[date, date] | None:
    """First and last day of a day, month, year or "start/end"."""
    try:
        ends = [_span_of(part) for part in value.split("/")]
    except ValueError:
        return None
    return ends[0][0], ends[-1][1]


def _span_of(value: str) -> tuple[date, date]:
    value = value[:10]
    if len(value) == 4:
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if len(value) == 7:
        first = date.fromisoformat(value + "-01")
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    day = date.fromisoformat(value)
    return day, day


def _fact(told: Sequence[Told], lineage: Lineage, start: str | None) -> Fact:
    first = told[0][1]
    day = _usual_day(event.date for _, event in told)
    articles = tuple(dict.fromkeys(member.article.id for member, _ in told))
    origins = tuple(
        dict.fromkeys(o for a in articles if a in lineage.page_origins for o in lineage.page_origins[a].ids)
    )
    name = f"{_key(first)}|{day}"
    return Fact(
        id=hashlib.sha256(name.encode()).hexdigest()[:16],
        actor=first.actor,
        type=first.type,
        target=first.target,
        date=day,
        precision=_precision(day),
        evidence=first.evidence,
        articles=articles,
        origins=origins,
        background=_is_background(day, start),
    )


def _usual_day(days: Iterable[str | None]) -> str | None:
    """The day that most pages give; of equals the most exact, then the earliest."""
    given = [d for d in days if d]
    return min(set(given), key=lambda d: (-given.count(d), "/" in d, -len(d), d), default=None)


def _precision(day: str | None) -> str:
    if day is None:
        return "unknown"
    return "between" if "/" in day else {4: "year", 7: "month"}.get(len(day), "day")


def _is_background(day: str | None, start: str | None) -> bool:
    bounds = _bounds(day) if day else None
    first = _bounds(start) if start else None
    return bool(bounds and first and bounds[1] < first[0] - timedelta(days=BACKGROUND_DAYS))

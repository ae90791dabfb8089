"""Relations: what two actors did to each other, how often, how friendly or hostile, month by month.

Events are weighed by their PLOVER type on the scale of `tones.toml`. A state acts through its people and bodies too (`sides.py`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from khabar.flow.describe.events.actors import country_of
from khabar.flow.describe.events.lexicon import MUTUAL
from khabar.flow.narrate.sides import acts_as, is_state, state_of
from khabar.languages.parts import read_toml
from khabar.models import Fact, Record

DATA = Path(__file__).with_name("tones.toml")
Told = tuple[str, Fact]
"""A fact with the id of the story that tells it."""


class Period(Record, frozen=True, kw_only=True):
    """The events of one month ("YYYY-MM"): how many of each side of the scale, and their mean tone in −10..10."""

    month: str
    cooperation: int
    conflict: int
    tone: float


class Relation(Record, frozen=True, kw_only=True):
    """What is told of a pair of actors. `by_type` counts who did what to whom: "a>b", "b>a", or "a=b" where both did it."""

    a: str
    b: str
    events: int
    cooperation: int
    conflict: int
    tone: float | None
    by_quad: Mapping[str, int]
    by_type: Mapping[str, Mapping[str, int]]
    months: tuple[Period, ...]
    undated: int
    first: str | None
    last: str | None
    articles: tuple[str, ...]
    stories: tuple[str, ...]


@lru_cache(maxsize=1)
def _tones() -> Mapping[str, tuple[float, str]]:
    return {kind: (float(row["tone"]), str(row["quad"])) for kind, row in read_toml(DATA).items()}


def tone_of(kind: str) -> float:
    """The tone of an event type, −10..10; 0 for an unknown one."""
    return _tones().get(kind, (0.0, "none"))[0]


def between(told: Iterable[Told], a: str, b: str) -> list[Told]:
    """The facts in which `a` acts on `b` or `b` on `a`; nobody acts on both sides of one fact."""
    return [(story, fact) for story, fact in told if _direction(fact, a, b)]


def relation(told: Sequence[Told], a: str, b: str) -> Relation:
    """What the facts told of all stories say of `a` and `b`."""
    facts = between(told, a, b)
    tones = [tone_of(fact.type) for _, fact in facts]
    days = sorted(fact.date.split("/")[0] for _, fact in facts if fact.date)
    by_type: dict[str, Counter[str]] = defaultdict(Counter)
    for _, fact in facts:
        by_type[fact.type][_direction(fact, a, b)] += 1
    return Relation(
        a=a,
        b=b,
        events=len(facts),
        cooperation=sum(t > 0 for t in tones),
        conflict=sum(t < 0 for t in tones),
        tone=_mean(tones),
        by_quad=Counter(_tones().get(fact.type, (0.0, "none"))[1] for _, fact in facts),
        by_type={kind: dict(found) for kind, found in sorted(by_type.items())},
        months=_months(facts),
        undated=sum(_month(fact.date) is None for _, fact in facts),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        articles=tuple(dict.fromkeys(x for _, fact in facts for x in fact.articles)),
        stories=tuple(dict.fromkeys(story for story, _ in facts)),
    )


def partners(told: Sequence[Told], actor: str, most: int = 12) -> list[Relation]:
    """The relations of an actor, those with the most events first; a state's are with states, not with each of their people."""
    others: Counter[str] = Counter()
    for _, fact in told:
        for one, two in ((fact.actor, fact.target), (fact.target, fact.actor)):
            if one and two and acts_as(one, actor, fact.date) and not acts_as(two, actor, fact.date):
                others.update({state_of(two)} if is_state(actor) else {country_of(two) or two, state_of(two)})
    others.pop(state_of(actor), None)
    seen = [relation(told, actor, other) for other, _ in others.most_common(most * 2)]
    return sorted(seen, key=lambda r: (-r.events, r.b))[:most]


def _direction(fact: Fact, a: str, b: str) -> str:
    """The pair's "a>b", "b>a", "a=b" for what is done together, or "" where the pair does not meet."""
    if fact.actor == fact.target:
        return ""
    forth = acts_as(fact.actor, a, fact.date) and acts_as(fact.target, b, fact.date)
    back = acts_as(fact.actor, b, fact.date) and acts_as(fact.target, a, fact.date)
    if not (forth or back):
        return ""
    return "a=b" if fact.type in MUTUAL else "a>b" if forth else "b>a"


def _months(facts: Iterable[Told]) -> tuple[Period, ...]:
    tones: dict[str, list[float]] = defaultdict(list)
    for _, fact in facts:
        if month := _month(fact.date):
            tones[month].append(tone_of(fact.type))
    return tuple(
        Period(month=month, cooperation=sum(t > 0 for t in found), conflict=sum(t < 0 for t in found), tone=_mean(found) or 0.0)
        for month, found in sorted(tones.items())
    )


def _month(day: str | None) -> str | None:
    """The month of a day, a month or a range within one; None for a year or a longer range."""
    months = {part[:7] for part in day.split("/")} if day else set()
    return next(iter(months)) if len(months) == 1 and len(min(months)) == 7 else None


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 2) if values else None

"""The day of publication of an undated page from other pages of its story and saga.

Every day near the witnesses' days is tried as day of publication: the page's own words must hold on it ("today,
Saturday"), the days that its words then name should be days that the witnesses name too, and news names its latest day
on that day or the next. A day is given only where it is clearly better than every other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import chain, pairwise
from typing import NamedTuple

from khabar.flow.clean.published.constraints import Constraints, constraints
from khabar.flow.clean.published.solve import alone
from khabar.languages import dates, fold
from khabar.languages.catalogue import canonical
from khabar.languages.dates import Expression, FoundDate
from khabar.languages.dates.plausible import in_quotes
from khabar.languages.dates.tense import looks_ahead
from khabar.models import Described, Published

_AROUND = 5
"""Days before and after the witnesses' days that are tried."""
_MARGIN = 0.5
"""By how much the best day must beat the second; calibrated on undated cases so that less than one in twelve is wrong."""
_STALE = 14
"""News names a day of the last two weeks: where a text has days without year, other days of publication are out."""
_RELATED = 0.15
"""Likeness that a page of the saga must reach where no page of the story is dated and the page's own words bind nothing: they share actors, not days."""
_OF_SAGA = 0.4
"""Weight of a page of the saga against one of the story."""
_LEAD = 700
"""Characters of a text within which the news is told."""
_AT_ONCE = 260
"""Characters of title and text within which a day with its year is the day of the news."""
_POINTS = 12
"""Days named in the text that are held against those that the witnesses name."""
_FIRST, _TODAY = 1.5, 0.75
"""Weight of the first of them, which is mostly the day of the news, and of "today", which is some day whatever day it is."""
_LEADING = 6
"""Expressions of the text whose wording is weighed."""
_ODD, _LONG_BACK = 0.6, 5
_BROKEN, _BROKEN_SOFT = 6.0, 2.5
_TOLD_AHEAD = 1.5
"""Cost of a day that the text names as past and that would still be to come."""
_FROM_LEAD = (0.0, 0.0, 1.0, 2.0, 3.0, 3.5, 4.0, 4.5, 5.0)
"""Cost of a day of publication by its distance from the day that the lead names with its weekday: the day of the news."""
_LAG = (0.0, 0.8, 1.8, 2.4, 2.8, 3.0, 3.2)
"""Cost of a day of publication by its distance from the latest past day that the text names."""


class _Witnesses(NamedTuple):
    closest: float
    pages: Mapping[date, float]
    named: Mapping[date, float]
    ids: Mapping[date, str]


class _Text(NamedTuple):
    text: str
    flat: str
    lang: str
    found: list[Expression]
    read: dict[date, list[FoundDate]]
    """What `named` has answered: every day that is tried is asked for several times."""

    def named(self, day: date) -> list[FoundDate]:
        """The dated expressions of the text, were `day` the day of publication."""
        if day not in self.read:
            self.read[day] = dates.resolve(self.found, self.text, self.flat, self.lang, day)
        return self.read[day]

    def news(self, day: date) -> date | None:
        """The day of the news: a full date with its year at once, or weekday, day and month in the lead that look back."""
        named = self.named(day)
        full = next((f for f in named if not f.anchored and f.kind == "absolute" and f.grain == "day" and f.start is not None), None)
        if full is not None and full.start is not None and full.span[0] <= _AT_ONCE:
            return full.start
        first = next((f for f in named if f.weekday is not None and f.kind == "absolute" and f.start is not None), None)
        if first is None or first.start is None or first.span[0] > _LEAD or first.start.weekday() != first.weekday:
            return None
        return None if _ahead(first, self) else first.start


def infer_published(target: Described, others: Sequence[Described], saga: Sequence[Described] = ()) -> Published:
    """`target`'s day of publication in the light of `others`; a day that its page states is kept as it is.

    `others`: pages of the same story, `saga`: further pages of its saga; those without a stated day are left aside.
    """
    article = target.article
    if article.published.origin == "page":
        return article.published
    lines = [m.text for m in article.margins if m.where == "byline"]
    limits = constraints(article.text, article.title, article.lang, lines)
    seen = _seen(article.first_seen)
    own = alone(limits, seen)
    witnesses = _witnesses(target, others, saga)
    if own.origin == "inferred" or not witnesses.pages:
        return own
    whole = f"{article.title}\n\n{article.text}"
    code = canonical(article.lang)
    flat = fold(whole)
    text = _Text(whole, flat, code, dates.scan(whole, code, flat), {})
    if _long_ago(text, witnesses.pages):
        return own
    days = [d for d in _days(witnesses.pages, text, seen) if not limits.undated or _lag(d, text) <= _STALE]
    scores = {d: _score(d, text, limits, witnesses) for d in days}
    told = any(o.article.published.origin == "page" for o in others)
    related = told or witnesses.closest >= _RELATED or bool(limits.bindings)
    return _choose(scores, limits, witnesses, own) if related else own


def _seen(first_seen: str) -> date | None:
    try:
        return date.fromisoformat(first_seen[:10]) if first_seen else None
    except ValueError:
        return None


def _witnesses(target: Described, others: Sequence[Described], saga: Sequence[Described]) -> _Witnesses:
    """Days of the dated pages, weighted by what they share with the target, and the days that they name."""
    close: Counter[date] = Counter()
    pages: Counter[date] = Counter()
    named: Counter[date] = Counter()
    ids: dict[date, str] = {}
    for other, share in chain(((o, 1.0) for o in others), ((o, _OF_SAGA) for o in saga)):
        day = _seen(other.article.published.value or "")
        if other.article.published.origin != "page" or day is None:
            continue
        likeness = _likeness(target, other)
        close[day] += likeness  # type: ignore[assignment]
        weight = share * likeness
        pages[day] += weight  # type: ignore[assignment]
        named[day] += weight  # type: ignore[assignment]
        ids.setdefault(day, other.article.title)
        for value in {d.value for d in other.notes.dates if d.value and len(d.value) == 10}:
            named[date.fromisoformat(value)] += weight  # type: ignore[assignment]
    return _Witnesses(max(close.values(), default=0.0), pages, named, ids)


def _likeness(a: Described, b: Described) -> float:
    """0.05 to 1: how much of the smaller page's names, numbers and fully dated facts stands in the other, cubed."""
    mine, theirs = _marks(a), _marks(b)
    smaller = min(len(mine), len(theirs))
    return max(0.05, (len(mine & theirs) / smaller) ** 3) if smaller else 0.2


def _marks(page: Described) -> set[str]:
    dated = {d.value for d in page.notes.dates if d.value and d.kind == "absolute" and len(d.value) < 8}
    return dated | {e.id for e in page.notes.entities} | {f"{n.what}={n.value}" for n in page.notes.numbers}


def _days(pages: Mapping[date, float], text: _Text, seen: date | None) -> list[date]:
    found = {d + timedelta(days=i) for d in pages for i in range(-_AROUND, _AROUND + 1)}
    found |= {day + timedelta(days=i) for d in pages if (day := text.news(d)) is not None for i in range(3)}
    return sorted(d for d in found if seen is None or d <= seen + timedelta(days=1))


def _long_ago(text: _Text, pages: Mapping[date, float]) -> bool:
    """Whether the first day of the first paragraph stands with its year and lies weeks before every witness: the page tells other news."""
    end = text.text.find("\n\n", text.text.find("\n\n") + 2)
    first = next((e for e in text.found if e.action == "date" and (end < 0 or e.start < end)), None)
    if first is None or not first.slots.keys() & {"y", "date"}:
        return False
    named = next((f.start for f in text.named(max(pages)) if f.span[0] <= first.start < f.span[1] and f.grain == "day"), None)
    return named is not None and all((day - named).days > _STALE + _AROUND for day in pages)


def _lag(day: date, text: _Text) -> int:
    """Days from the latest past day that the text names to `day`, were that the day of publication."""
    named = [f.start for f in text.named(day) if f.grain == "day" and f.start]
    past = [d for d in named if d <= day]
    return (day - max(past)).days if past else _STALE + 1


def _score(day: date, text: _Text, limits: Constraints, witnesses: _Witnesses) -> float:
    score = -sum((_BROKEN if b.sure else _BROKEN_SOFT) for b in limits.bindings if not b.holds(day))
    if limits.low is not None and day < limits.low:
        score -= _BROKEN_SOFT
    total = sum(witnesses.pages.values())
    score -= 0.35 * sum(w * min(abs((day - d).days), 10) for d, w in witnesses.pages.items()) / total
    named = text.named(day)
    telling = [f for f in named if f.grain == "day" and f.start is not None and f.anchored and not _quoted(f, text.flat)][:_POINTS]
    score += _shared(telling, witnesses)
    score -= _ODD * _named_twice(telling)
    score -= sum(_odd(f, day, text) for f in named[:_LEADING] if f.start is not None)
    score -= _TOLD_AHEAD * min(2, sum(_told_ahead(f, day, text) for f in named[:_LEADING]))
    if (news := text.news(day)) is not None:
        score -= _FROM_LEAD[min(abs((day - news).days), len(_FROM_LEAD) - 1)] + (1.0 if news > day else 0.0)
    return score - _staleness(telling, day)


def _shared(telling: Sequence[FoundDate], witnesses: _Witnesses) -> float:
    """0 to 1.6: how far the days that the text names are days that the witnesses name too; "today" fits any day and weighs little."""
    weights = [(_FIRST if i == 0 else 1.0) * (_TODAY if f.offset == 0 else 1.0) for i, f in enumerate(telling)]
    strongest = max(witnesses.named.values())
    gained = sum(w * witnesses.named.get(f.start, 0.0) for w, f in zip(weights, telling, strict=True) if f.start is not None)
    return 1.6 * gained / strongest / sum(weights) if weights else 0.0


def _staleness(telling: Sequence[FoundDate], day: date) -> float:
    """Cost of the days between the latest past day named and `day`: none where the text says "today", one day is free where it says "yesterday"."""
    offsets = {f.offset for f in telling if f.offset is not None}
    if 0 in offsets:
        return _LAG[0]
    due = 1 if -1 in offsets else 0
    past = [f.start for f in telling if f.start is not None and f.start <= day and (f.offset is None or due == 0)]
    lag = max(0, (day - max(past)).days - due) if past else 0 if due else 3
    return _LAG[min(lag, len(_LAG) - 1)]


def _ahead(found: FoundDate, text: _Text) -> bool:
    """Whether the clause speaks of this day as still to come; the preposition is no part of the expression then."""
    bare = next((e for e in text.found if found.span[0] <= e.start and e.end <= found.span[1]), None)
    start, end = (bare.start, bare.end) if bare else found.span
    return looks_ahead(text.flat, Expression(start, end, "weekday", {}), text.lang)


def _named_twice(telling: Sequence[FoundDate]) -> bool:
    """Whether "yesterday" names the day of the bare weekday right before it, in a text that has no "today": the weekday is rather today."""
    if any(f.offset == 0 for f in telling):
        return False
    return any(a.kind == "weekday" and a.offset is None and b.offset == -1 and a.start == b.start for a, b in pairwise(telling))


def _odd(found: FoundDate, day: date, text: _Text) -> float:
    """Cost of a day as a reporter of that day would hardly put it: today as still to come, or a weekday almost a week back."""
    if found.kind not in ("weekday", "absolute") or found.grain != "day" or not found.anchored:
        return 0.0
    if found.start == day:
        return _ODD if _ahead(found, text) else 0.0
    if found.kind != "weekday":
        return 0.0
    return _ODD if found.start is not None and (day - found.start).days >= _LONG_BACK else 0.0


def _told_ahead(found: FoundDate, day: date, text: _Text) -> bool:
    """Whether a day of the month, were `day` the day of publication, would lie ahead though nothing says that it is to come."""
    if found.kind != "absolute" or not found.anchored or found.grain != "day" or found.start is None or found.start <= day:
        return False
    return not _ahead(found, text)


def _quoted(found: FoundDate, flat: str) -> bool:
    """Whether "today" and its kin stand inside quotation marks: the day of the speech is meant, not of publication."""
    return found.offset is not None and in_quotes(flat, found.span[0])


def _choose(scores: Mapping[date, float], limits: Constraints, witnesses: _Witnesses, own: Published) -> Published:
    ranked = sorted(scores, key=lambda d: -scores[d])
    if not ranked:
        return own
    best = ranked[0]
    rivals = [d for d in ranked if scores[best] - scores[d] < _MARGIN]
    if any(not b.holds(best) for b in limits.sure):
        return own
    if len(rivals) > 1:
        why = f"The page states no date; pages on the same story and its own words leave {min(rivals)} to {max(rivals)} open."
        return Published(origin="unknown", why=why, low=min(rivals).isoformat(), high=max(rivals).isoformat())
    held = [f"“{b.words}”" for b in limits.bindings if b.holds(best)][:2]
    near = min(witnesses.pages, key=lambda d: abs((d - best).days))
    words = f"its words {' and '.join(held)} and " if held else "the days that it names and "
    why = f"The page states no date; {words}a page on the same story dated {near.isoformat()} fit {best.isoformat()} best."
    return Published(value=best.isoformat(), origin="inferred", why=why, low=best.isoformat(), high=best.isoformat())

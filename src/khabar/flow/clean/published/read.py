"""Weigh all that a page states about its date.

Each statement votes for its day with the weight of its kind (see `clues`); a day and month without year support every
vote with that day and month; the text's own words ("today, Wednesday") support days on that weekday; days after the page
was first seen are out. A statement that stands alone against others that agree is outvoted, and `why` says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from khabar.flow.clean.published.clues import DateClue, Vote, read
from khabar.flow.clean.published.constraints import constraints
from khabar.flow.clean.published.solve import alone
from khabar.models import Published

_NAMES = {"byline": "the byline", "url": "the address", "dateline": "the dateline", "ratings": "the page's date row", "time": "a time mark",
          "footer": "the footer", "template": "the page template", "jsonld": "structured data"}  # fmt: skip
_LATER = ("modified", "updated", "lastmod", "revised", "last-modified")
_VISIBLE = ("byline", "url", "dateline", "ratings")
_ENOUGH = 1.0
"""Votes that together weigh less (a footer or template alone) state no date."""
_READ = 20_000
"""Characters of the text whose words are weighed: what binds the day of publication stands near the head."""
_LEAST_SWAY, _MOST_SWAY = 5.0, 7.0
"""By how much the words of the text can lower and raise a day: agreement is -1..1, nearness -1..2."""


def read_published(clues: Sequence[DateClue], text: str, title: str, lang: str, first_seen: str) -> Published:
    """The day that the page states, else what its text alone allows to infer, else unknown with bounds."""
    votes = _less_of_the_crawl([v for v in read(clues, lang) if not _too_late(v.day, first_seen)], _day_seen(first_seen))
    scores = _scores(votes)
    if not _settled(scores):
        limits = constraints(text[:_READ], title, lang, [v.clue.value for v in votes if v.md and v.clue.kind == "byline"])
        for day in scores:
            scores[day] += 3.0 * limits.agreement(day) + 2.0 * limits.nearness(day)
        if not scores or max(scores.values()) < _ENOUGH:
            return alone(limits, _day_seen(first_seen))
    best = max(scores, key=lambda d: (scores[d], -d.toordinal()))
    chosen = [v for v in votes if v.day == best]
    value = _fullest(chosen) if chosen else best.isoformat()
    return Published(value=value, origin="page", why=_why(best, votes), low=best.isoformat(), high=best.isoformat())


def _settled(scores: dict[date, float]) -> bool:
    """Whether no words of the text could change the choice: then they need not be read, which takes longer than all the rest."""
    first, second = sorted([0.0, 0.0, *scores.values()])[:-3:-1]
    return first - _LEAST_SWAY >= _ENOUGH and (len(scores) == 1 or first - _LEAST_SWAY > second + _MOST_SWAY)


def _scores(votes: Sequence[Vote]) -> dict[date, float]:
    """What the statements alone give each day."""
    scores: dict[date, float] = defaultdict(float)
    seen: set[tuple[date, str]] = set()
    for vote in sorted(votes, key=lambda v: -v.weight):
        if vote.day is not None:
            head = vote.clue.kind.split(":")[0]
            stamp = vote.full if head in ("meta", "jsonld") and len(vote.full) > 10 else head  # one template writes both
            again = not seen.isdisjoint({(vote.day, head), (vote.day, stamp)})
            seen |= {(vote.day, head), (vote.day, stamp)}
            scores[vote.day] += vote.weight * (0.3 if again else 1)
    for day in scores:
        scores[day] += sum(0.9 * v.weight for v in votes if v.day != day and _same_moment(v, day, votes))
        scores[day] += sum(v.weight * 0.8 for v in votes if v.md == (day.month, day.day))
    return scores


def _same_moment(vote: Vote, day: date, votes: Sequence[Vote]) -> bool:
    """Whether a time given in UTC can be a moment of `day` on the publisher's clock, as a visible line of the page says."""
    if vote.day is None or not vote.full.endswith("+00:00") or len(vote.full) <= 19 or abs((vote.day - day).days) != 1:
        return False
    hour = int(vote.full[11:13])
    fits = hour < 12 if vote.day > day else hour >= 10
    return fits and any(v.day == day and v.clue.kind in _VISIBLE for v in votes)


def _less_of_the_crawl(votes: Sequence[Vote], seen: date | None) -> list[Vote]:
    """`votes` with metadata that name the day on which the page was fetched at half weight, where the page shows an earlier day."""
    shown = [v.day for v in votes if v.day is not None and v.clue.kind in _VISIBLE]
    if seen is None or not any(day < seen - timedelta(days=2) for day in shown):
        return list(votes)
    return [v._replace(weight=v.weight / 2) if v.clue.kind.startswith(("meta", "jsonld")) and v.day is not None and abs((v.day - seen).days) <= 1 else v
            for v in votes]  # fmt: skip


def _too_late(day: date | None, first_seen: str) -> bool:
    seen = _day_seen(first_seen)
    return day is not None and (day.year < 1990 or (seen is not None and day > seen + timedelta(days=1)))


def _day_seen(first_seen: str) -> date | None:
    try:
        return date.fromisoformat(first_seen[:10]) if first_seen else None
    except ValueError:
        return None


def _fullest(votes: Sequence[Vote]) -> str:
    """The best statement of the chosen day: with time and offset before with time before the bare day."""
    return max(votes, key=lambda v: (len(v.full) > 19, len(v.full) > 10, v.weight)).full


def _why(best: date, votes: Sequence[Vote]) -> str:
    agreeing = [v for v in votes if v.day == best or (v.day is None and v.md == (best.month, best.day))]
    said = _listed(dict.fromkeys(_name(v.clue.kind) for v in sorted(agreeing, key=lambda v: -v.weight)))
    sentence = f"{said[:1].upper()}{said[1:]} state{'s' if len({_name(v.clue.kind) for v in agreeing}) == 1 else ''} {best.isoformat()}"
    against = [v for v in votes if v.day is not None and v.day != best]
    if against:
        others = "; ".join(dict.fromkeys(f"{_name(v.clue.kind)} says {v.day}{_excuse(v)}" for v in against))
        return f"{sentence}; outvoted: {others}."
    return sentence + "."


def _excuse(vote: Vote) -> str:
    return " (a later change)" if any(w in vote.clue.kind.lower() for w in _LATER) else ""


def _name(kind: str) -> str:
    head, _, tail = kind.partition(":")
    return f"{tail or head} in the {'metadata' if head == 'meta' else 'structured data'}" if head in ("meta", "jsonld") else _NAMES.get(head, head)


def _listed(names: Sequence[str] | dict[str, None]) -> str:
    items = list(names)
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1] if items else "the page"

"""Dates that moved: resolved days, months and years of sentences that say the same, which do not meet."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from khabar.flow.lineage.mutations.change import Change
from khabar.flow.lineage.mutations.passages import Passage
from khabar.flow.lineage.mutations.side import Side
from khabar.models import DateMention, Span

ABSOLUTE, RELATIVE = 0.8, 0.5
"""Confidence where both pages write the date out, and where one only says "on Friday"."""
_KINDS = frozenset({"absolute", "weekday", "relative"})
_LOOSE = 2
"""Days between two dates of which one hangs on its page's day before they count as apart: time zones and late prints move them by one."""


NAMED = 7
"""Days within which two days that are named by their weekdays are two: no time zone turns a Friday into a Saturday in print."""


class Moment(NamedTuple):
    """First and last day of a mention."""

    first: date
    last: date
    absolute: bool
    span: Span
    weekday: bool = False
    """Whether it is named by its day of the week alone."""

    def apart(self, other: Moment) -> int:
        """Days between two mentions, 0 where they meet."""
        return max((self.first - other.last).days, (other.first - self.last).days, 0)

    @property
    def grain(self) -> int:
        """Day 0, month 1, year and longer 2."""
        days = (self.last - self.first).days
        return 0 if days == 0 else 1 if days <= 31 else 2


def date_changes(child: Side, parent: Side, passage: Passage) -> Iterator[Change]:
    """The dates left over on both sides, of one grain, when those that meet are taken out."""
    ours, theirs = _moments(child, passage.child), _moments(parent, [passage.parent])
    left = [t for t in theirs if all(t.apart(o) for o in ours)]
    new = [o for o in ours if all(o.apart(t) for t in theirs)]
    for old in left:
        other = next((n for n in new if n.grain == old.grain and _far(old, n)), None)
        if other is None:
            continue
        new.remove(other)
        elsewhere = any(not m.apart(old) for m in _moments(child, range(len(child.page.sentences))))
        confidence = (ABSOLUTE if old.absolute and other.absolute else RELATIVE) * min(1.0, 0.5 + passage.score)
        yield Change("date", old.span, other.span, confidence * (0.6 if elsewhere else 1.0))


def _far(one: Moment, two: Moment) -> bool:
    """Whether two dates are apart; the same weekday of another week tells that the day of one page is mistaken."""
    if (one.absolute and two.absolute) or (one.weekday and two.weekday and one.apart(two) < NAMED):
        return one.apart(two) > 0
    return one.apart(two) >= _LOOSE and one.apart(two) % 7 != 0


def _moments(side: Side, sentences: Sequence[int]) -> list[Moment]:
    return [m for d in side.dates(sentences) if (m := _moment(d)) is not None]


def _moment(mention: DateMention) -> Moment | None:
    if mention.value is None or mention.span is None or mention.kind not in _KINDS:
        return None
    first, _, last = mention.value.partition("/")
    low, high = _day(first, False), _day(last or first, True)
    return Moment(low, high, mention.kind == "absolute", mention.span, mention.kind == "weekday") if low and high else None


def _day(value: str, end: bool) -> date | None:
    """First or last day of "YYYY", "YYYY-MM" or "YYYY-MM-DD…"; None for what is no such value."""
    try:
        parts = [int(p) for p in value[:10].split("-")]
        month = parts[1] if len(parts) > 1 else (12 if end else 1)
        day = parts[2] if len(parts) > 2 else (monthrange(parts[0], month)[1] if end else 1)
        return date(parts[0], month, day)
    except (ValueError, IndexError):
        return None

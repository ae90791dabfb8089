"""What an expression is resolved against, and the choice among the days that fit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from khabar.languages.dates import calendars

_AHEAD_MONTH_DAY = 125
"""Days ahead up to which a day and month without year is read as still to come (a date named in a report lies mostly
in the past; agendas and deadlines reach some months ahead)."""


_CLOSE = 60
"""Days within which a weekday that fits settles the year."""


_JUST_NOW = 2
"""Days back that a count can be told as of: "until Sunday evening" of a page of Monday."""


class Context(NamedTuple):
    """`anchor`: day of publication; `last`: the day named last; `named`: first day of whatever was named last, a month or
    year too; `future`: the clause speaks of what is to come; `leaning`: rather so than not; `prefer`: "news" (a bare day lies in the past) or "future"."""

    anchor: date
    last: date | None = None
    named: date | None = None
    future: bool = False
    leaning: bool = False
    prefer: str = "news"
    lang: str = "en"
    week_starts: int = 0

    @property
    def ahead(self) -> bool:
        return self.future or self.prefer == "future"


def month_day(d: int, m: int, weekday: int | None, system: str, context: Context) -> date | None:
    """The day with this day and month, without year: on the stated weekday, else nearest, rather past than far ahead."""
    at = calendars.year_in(system, context.anchor)
    options = [x for y in range(at - 6, at + 6) if (x := calendars.day(y, m, d, system)) is not None]
    if weekday is not None:
        fitting = [x for x in options if x.weekday() == weekday and abs((x - context.anchor).days) < 400]
        near = [x for x in fitting if abs((x - context.anchor).days) <= _CLOSE]
        if near:
            return min(near, key=lambda x: abs((x - context.anchor).days))
        if fitting and (context.prefer != "future" or any(x >= context.anchor for x in fitting)):
            options = fitting
            if context.prefer != "future" and not any(x <= context.anchor + timedelta(days=_AHEAD_MONTH_DAY) for x in fitting):
                return min(fitting)
    if context.prefer == "future":
        return min((x for x in options if x >= context.anchor), default=None)
    return _nearest(options, context.anchor, _AHEAD_MONTH_DAY)


def _nearest(options: Iterable[date], anchor: date, ahead: int) -> date | None:
    past = [x for x in options if x <= anchor + timedelta(days=ahead)]
    return max(past, default=None)


def month_only(m: int, system: str, context: Context) -> int:
    """The year of a month named without one: this year's unless it lies more than three months ahead."""
    at = calendars.year_in(system, context.anchor)
    made = calendars.month(at, m, system)
    if made is None:
        return at
    gap = (made.start - context.anchor).days
    if context.ahead:
        return at if made.end >= context.anchor else at + 1
    limit = 62 if system == calendars.GREGORIAN else 100
    if gap > limit:
        return at - 1
    return at + 1 if (made.end - context.anchor).days < -330 else at


def weekday(w: int, context: Context) -> date:
    """A bare weekday: the nearest in the past, the day of publication included; ahead where the clause looks ahead."""
    if context.ahead:
        days = (w - context.anchor.weekday()) % 7
        if days == 0 and context.prefer == "future":
            days = 7
        return context.anchor + timedelta(days=days)
    behind = (context.anchor.weekday() - w) % 7
    if context.leaning and behind > _JUST_NOW:
        return context.anchor + timedelta(days=7 - behind)
    return context.anchor - timedelta(days=behind)


def day_of_month(d: int, weekday_stated: int | None, context: Context) -> date | None:
    """"the 19th": nearest to the day of publication, what lies ahead counting double unless the clause looks ahead."""
    options = []
    for shift in range(-3, 3) if weekday_stated is None else range(-9, 9):
        month = calendars.shift_months(context.anchor.replace(day=1), shift)
        if (made := calendars.day(month.year, month.month, d)) is not None:
            options.append(made)
    if weekday_stated is not None:
        options = [x for x in options if x.weekday() == weekday_stated]
    if context.ahead:
        return min((x for x in options if x >= context.anchor), default=None)
    far = 1 if context.leaning else 2
    weigh = lambda x: (context.anchor - x).days if x <= context.anchor else (x - context.anchor).days * far  # noqa: E731
    return min(options, key=weigh, default=None)

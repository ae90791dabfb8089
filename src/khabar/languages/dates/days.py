"""Expressions of one day: dates, days of the month, weekdays, "yesterday", "that day", feasts."""

from __future__ import annotations

import re
from datetime import timedelta

from khabar.languages.dates import calendars
from khabar.languages.dates import context as choose
from khabar.languages.dates.context import Context
from khabar.languages.dates.feasts import feast
from khabar.languages.dates.model import Interval
from khabar.languages.dates.periods import period
from khabar.languages.dates.slots import Action, Slots, month_slot, one, weekday_slot, year_slot

_WEEK_WORDS = {"last2w": "week-2", "lastw": "week-1", "thisw": "week0", "nextw": "week+1", "next2w": "week+2"}
"""Words before a weekday that name its week, as in Chinese 上周三: Wednesday of last week."""


def date_action(slots: Slots, context: Context) -> Interval | None:
    """A day by day and month, with or without year, weekday or era; or a numeric date."""
    if "date" in slots:
        y, m, d, system = slots["date"]
        return one(calendars.day(y, m, d, system))
    pair = slots.get("dm", slots.get("DM"))
    named = (pair[1], calendars.GREGORIAN) if pair else month_slot(slots)
    day = pair[0] if pair else slots.get("d", slots.get("o"))
    if named is None or day is None:
        return None
    month, system = (named[0], calendars.LUNAR) if "lunar" in slots else named
    year = year_slot(slots, context, system)
    if year is None and str(slots.get("per", "")).startswith("month"):  # "10 March of this month"
        whole = period(slots["per"], context)
        return one(calendars.day(whole.start.year, month, day, system)) if whole and whole.start.month == month else None
    if year is not None:
        return one(calendars.day(year, month, day, system))
    if "next" in slots and weekday_slot(slots) is None:  # "20/3 tới": the coming one
        context = context._replace(prefer="future")
    if "this" in slots:  # "this 12 May": of the present year
        return one(calendars.day(calendars.year_in(system, context.anchor), month, day, system))
    return one(choose.month_day(day, month, weekday_slot(slots), system, context))


def day_action(slots: Slots, context: Context) -> Interval | None:
    """A day of the month alone."""
    number = slots.get("d", slots.get("o"))
    if number is None or not 1 <= number <= 31:
        return None
    if (per := slots.get("per")) is not None:
        whole = period(per, context) if per.startswith("month") else None
        return one(calendars.day(whole.start.year, whole.start.month, number)) if whole else None
    if "prev" in slots:
        context = context._replace(future=False)
    elif "next" in slots:
        context = context._replace(future=True)
    return one(choose.day_of_month(number, weekday_slot(slots), context))


def weekday_action(slots: Slots, context: Context) -> Interval | None:
    """A weekday, bare or with last, next, this, or the week it lies in."""
    number = weekday_slot(slots)
    if number is None:
        return None
    named = next((per for word, per in _WEEK_WORDS.items() if word in slots), None)
    if (per := slots.get("per", named)) is not None:
        week = period(per, context)
        return one(next((week.start + timedelta(days=i) for i in range(7) if (week.start + timedelta(days=i)).weekday() == number), None)) if week else None
    behind = (context.anchor.weekday() - number) % 7
    ahead = (number - context.anchor.weekday()) % 7
    for more in (7, 14):  # "lundi en huit": the coming one and a week or two
        if f"plus{more}" in slots:
            return one(context.anchor + timedelta(days=ahead + more))
    if "prev" in slots:
        return one(context.anchor - timedelta(days=behind or 7))
    if "next" in slots:
        return one(context.anchor + timedelta(days=ahead or 7))
    if "this" in slots:
        if context.ahead:
            return one(context.anchor + timedelta(days=ahead))
        return one(context.anchor - timedelta(days=behind) if behind <= 5 else context.anchor + timedelta(days=ahead))
    return one(choose.weekday(number, context))


def rel_action(slots: Slots, context: Context) -> Interval | None:
    """today, yesterday …: days from the day of publication."""
    return one(context.anchor + timedelta(days=int(slots["rel"])))


def ana_action(slots: Slots, context: Context) -> Interval | None:
    """that day, the day before …: days from the day named last, else from the day of publication; no day after that one."""
    day = (context.last or context.anchor) + timedelta(days=int(slots["ana"]))
    return one(day) if context.last or context.ahead or day <= context.anchor else None


def daypart(slots: Slots, context: Context) -> Interval | None:
    """"by dawn" without a day beside it: of the day of publication, which reports tell hour by hour."""
    return one(context.anchor)


def overnight(slots: Slots, context: Context) -> Interval | None:
    """"overnight" without a day beside it: the night before the day of publication."""
    return Interval(context.anchor - timedelta(days=1), context.anchor, "span")


def holiday(slots: Slots, context: Context) -> Interval | None:
    """A holiday with a fixed day ("12-25"), nearest as other days without a year."""
    if re.fullmatch(r"\d\d-\d\d", slots["hol"]) and "y" not in slots and "per" not in slots:
        m, d = (int(x) for x in slots["hol"].split("-"))
        made = choose.month_day(d, m, None, calendars.GREGORIAN, context)
        return Interval(made, made) if made else None
    at = context.anchor.year
    year = calendars.year(slots["y"], calendars.system_of(slots["y"], context.lang)) if "y" in slots else None
    if year is None and str(slots.get("per", "")).startswith("year"):
        year = period(slots["per"], context)
    if year is not None:
        found = (feast(slots["hol"], y) for y in dict.fromkeys((year.start.year, year.end.year)))
        return one(next((x for x in found if x is not None and year.start <= x <= year.end), None))
    options = [x for y in (at - 1, at, at + 1) if (x := feast(slots["hol"], y)) is not None]
    if "prev" in slots:
        return one(max((x for x in options if x < context.anchor), default=None))
    if "next" in slots or context.ahead:
        return one(min((x for x in options if x >= context.anchor), default=None))
    return one(min(options, key=lambda x: abs((x - context.anchor).days), default=None))


ACTIONS: dict[str, Action] = {
    "date": date_action, "day": day_action, "weekday": weekday_action, "rel": rel_action, "ana": ana_action, "daypart": daypart, "overnight": overnight, "holiday": holiday,
}  # fmt: skip

"""From an expression and the day of publication to the days that it covers: one small function an action.

Each takes the slots and the context and gives an Interval, or None where the words are too vague or fit no calendar.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from khabar.languages.dates import calendars, periods
from khabar.languages.dates import context as choose
from khabar.languages.dates.context import Context
from khabar.languages.dates.model import Interval

Slots = Mapping[str, Any]
_WEEK_WORDS = {"last2w": "week-2", "lastw": "week-1", "thisw": "week0", "nextw": "week+1", "next2w": "week+2"}
"""Words before a weekday that name its week, as in Chinese 上周三: Wednesday of last week."""
Action = Callable[[Slots, Context], "Interval | None"]


def _one(day: date | None) -> Interval | None:
    return Interval(day, day) if day is not None else None


def month_slot(slots: Slots, which: str = "") -> tuple[int, str] | None:
    """(month, calendar) from whichever slot names the month."""
    for slot, system in (("m", "gregorian"), ("M", "gregorian"), ("mn", "gregorian"), ("sm", "solar"), ("smf", "solar"), ("hm", "hijri")):
        if (value := slots.get(slot + which)) is not None:
            return int(value), getattr(calendars, system.upper())
    return None


def year_slot(slots: Slots, context: Context, system: str = calendars.GREGORIAN) -> int | None:
    """The year of the calendar in question; an era year becomes Gregorian."""
    if (era := slots.get("era")) is not None:
        number = slots.get("y", slots.get("n", slots.get("yy")))
        return int(number) + calendars.ERAS[era] if number is not None and era in calendars.ERAS else None
    if (year := slots.get("y")) is not None:
        return int(year)
    if (two := slots.get("yy")) is not None:
        if system == calendars.SOLAR:
            return 1300 + int(two) if two > 50 else 1400 + int(two)
        two = int(two)
        return 2000 + two if 2000 + two <= context.anchor.year + 20 else 1900 + two
    if (rel := slots.get("per")) is not None and rel.startswith("year"):
        return calendars.year_in(system, context.anchor) + int(rel[4:] or 0)
    return None


def weekday_slot(slots: Slots) -> int | None:
    value = slots.get("w", slots.get("W"))
    return int(value) if value is not None else None


def date_action(slots: Slots, context: Context) -> Interval | None:
    """A day by day and month, with or without year, weekday or era; or a numeric date."""
    if "date" in slots:
        y, m, d, system = slots["date"]
        return _one(calendars.day(y, m, d, system))
    pair = slots.get("dm", slots.get("DM"))
    named = (pair[1], calendars.GREGORIAN) if pair else month_slot(slots)
    day = pair[0] if pair else slots.get("d", slots.get("o"))
    if named is None or day is None:
        return None
    month, system = named
    year = year_slot(slots, context, system)
    if year is None and str(slots.get("per", "")).startswith("month"):
        return None
    if year is not None:
        return _one(calendars.day(year, month, day, system))
    return _one(choose.month_day(day, month, weekday_slot(slots), system, context))


def month_action(slots: Slots, context: Context) -> Interval | None:
    """A month, with or without year."""
    if "my" in slots:
        month, number = slots["my"]
        return calendars.month(number, month, calendars.system_of(number, context.lang))
    named = month_slot(slots)
    if named is None:
        return None
    month, system = named
    year = year_slot(slots, context, system)
    if year is None and system == calendars.HIJRI:
        return _nearest_hijri(month, context)
    if year is None:
        shift = -1 if "last" in slots or "prev" in slots else 0
        year = calendars.year_in(system, context.anchor) if "this" in slots else choose.month_only(month, system, context)
        if shift and (made := calendars.month(year, month, system)) and made.end >= context.anchor:
            year -= 1
        if "next" in slots and (made := calendars.month(year, month, system)) and made.end < context.anchor:
            year += 1
    return calendars.month(year, month, system)


def _nearest_hijri(month: int, context: Context) -> Interval | None:
    at = calendars.year_in(calendars.HIJRI, context.anchor)
    options = [x for y in (at - 1, at, at + 1) if (x := calendars.month(y, month, calendars.HIJRI)) is not None]
    return min(options, key=lambda x: min(abs((x.start - context.anchor).days), abs((x.end - context.anchor).days)), default=None)


def year_action(slots: Slots, context: Context) -> Interval | None:
    """A year, or the span of two."""
    year = year_slot(slots, context)
    if year is None:
        return None
    system = calendars.system_of(year, context.lang) if "era" not in slots else calendars.GREGORIAN
    first = calendars.year(year, system)
    second = slots.get("y2", slots.get("yy2"))
    if first is None or second is None:
        return first
    if second < 100:
        second += year // 100 * 100
    last = calendars.year(second, calendars.system_of(second, context.lang))
    return Interval(first.start, last.end, "span") if last and last.end > first.start else first


def range_action(slots: Slots, context: Context) -> Interval | None:
    """From one day to another: "from 3 to 5 May", "30 April to 2 May 2023", "from the 6th to the 10th"."""
    first_month, second_month = month_slot(slots), month_slot(slots, "2")
    month = second_month or first_month
    d, d2 = slots.get("d"), slots.get("d2")
    if d is None or d2 is None:
        return None
    if month is None:
        if (per := slots.get("per")) and (whole := periods.period(per, context)):
            first_of = calendars.day(whole.start.year, whole.start.month, d)
            last_of = calendars.day(whole.start.year, whole.start.month, d2)
            return Interval(first_of, last_of, "span") if first_of and last_of and first_of <= last_of else None
        end = choose.day_of_month(d2, None, context)
        start = calendars.day(end.year, end.month, d) if end else None
        if start and end and start > end:
            start = calendars.shift_months(start, -1)
    else:
        last = date_action({**{k: v for k, v in slots.items() if not k.endswith("2")}, **_as(month), "d": d2}, context)
        end = last.start if last else None
        start = _before(d, first_month or month, end) if end else None
    return Interval(start, end, "span") if start and end and start <= end else None


def _as(month: tuple[int, str]) -> dict[str, int]:
    slot = {"gregorian": "m", "solar": "sm", "hijri": "hm"}[month[1]]
    return {slot: month[0]}


def _before(d: int, month: tuple[int, str], end: date) -> date | None:
    for shift in (0, -1):
        made = calendars.day(calendars.year_in(month[1], end) + shift, month[0], d, month[1])
        if made is not None and made <= end:
            return made
    return None


def months_range_action(slots: Slots, context: Context) -> Interval | None:
    """From one month to another: "from May to July 2024"."""
    second = {k.rstrip("2"): v for k, v in slots.items() if k.endswith("2")}
    first = {k: v for k, v in slots.items() if not k.endswith("2") and k != "y"}
    last = month_action({**second, **({"y": slots["y"]} if "y" in slots else {})}, context)
    named = month_slot(first)
    if last is None or named is None:
        return None
    for shift in (0, -1):
        made = calendars.month(calendars.year_in(named[1], last.start) + shift, named[0], named[1])
        if made is not None and made.start <= last.start:
            return Interval(made.start, last.end, "span")
    return None


def day_action(slots: Slots, context: Context) -> Interval | None:
    """A day of the month alone."""
    number = slots.get("d", slots.get("o"))
    if number is None or not 1 <= number <= 31:
        return None
    if (per := slots.get("per")) is not None:
        whole = periods.period(per, context) if per.startswith("month") else None
        return _one(calendars.day(whole.start.year, whole.start.month, number)) if whole else None
    if "prev" in slots:
        context = context._replace(future=False)
    elif "next" in slots:
        context = context._replace(future=True)
    return _one(choose.day_of_month(number, weekday_slot(slots), context))


def weekday_action(slots: Slots, context: Context) -> Interval | None:
    """A weekday, bare or with last, next, this, or the week it lies in."""
    number = weekday_slot(slots)
    if number is None:
        return None
    named = next((per for word, per in _WEEK_WORDS.items() if word in slots), None)
    if (per := slots.get("per", named)) is not None:
        week = periods.period(per, context)
        return _one(next((week.start + timedelta(days=i) for i in range(7) if (week.start + timedelta(days=i)).weekday() == number), None)) if week else None
    behind = (context.anchor.weekday() - number) % 7
    ahead = (number - context.anchor.weekday()) % 7
    for more in (7, 14):  # "lundi en huit": the coming one and a week or two
        if f"plus{more}" in slots:
            return _one(context.anchor + timedelta(days=ahead + more))
    if "prev" in slots:
        return _one(context.anchor - timedelta(days=behind or 7))
    if "next" in slots:
        return _one(context.anchor + timedelta(days=ahead or 7))
    if "this" in slots:
        if context.ahead:
            return _one(context.anchor + timedelta(days=ahead))
        return _one(context.anchor - timedelta(days=behind) if behind <= 5 else context.anchor + timedelta(days=ahead))
    return _one(choose.weekday(number, context))


def rel_action(slots: Slots, context: Context) -> Interval | None:
    """today, yesterday …: days from the day of publication."""
    return _one(context.anchor + timedelta(days=int(slots["rel"])))


def ana_action(slots: Slots, context: Context) -> Interval | None:
    """that day, the day before …: days from the day named last, else from the day of publication."""
    return _one((context.last or context.anchor) + timedelta(days=int(slots["ana"])))


def since_action(slots: Slots, context: Context) -> Interval | None:
    """"since 2009": to the day of publication."""
    first = year_action(slots, context)
    return Interval(first.start, context.anchor, "span") if first and first.start <= context.anchor else first


def vague_action(slots: Slots, context: Context) -> Interval | None:
    """Too vague for a value: "recently", "in the coming days"."""
    return None


ACTIONS: dict[str, Action] = {
    "date": date_action, "month": month_action, "year": year_action, "range": range_action, "months": months_range_action,
    "day": day_action, "weekday": weekday_action, "rel": rel_action, "ana": ana_action, "vague": vague_action,
    "since": since_action,
    **periods.ACTIONS,
}  # fmt: skip
KINDS = {"date": "absolute", "month": "absolute", "year": "absolute", "range": "range", "months": "range", "day": "absolute",
         "weekday": "weekday", "vague": "vague"}  # fmt: skip

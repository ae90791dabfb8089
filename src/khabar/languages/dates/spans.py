"""Months, years, quarters, seasons, decades and the spans between two of them."""

from __future__ import annotations

from datetime import date, timedelta

from khabar.languages.dates import calendars
from khabar.languages.dates import context as choose
from khabar.languages.dates.context import Context
from khabar.languages.dates.model import Interval
from khabar.languages.dates.periods import months_from, period
from khabar.languages.dates.slots import Action, Slots, month_slot, year_slot

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


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


def since_action(slots: Slots, context: Context) -> Interval | None:
    """"since 2009": to the day of publication."""
    first = year_action(slots, context)
    return Interval(first.start, context.anchor, "span") if first and first.start <= context.anchor else first


def per(slots: Slots, context: Context) -> Interval | None:
    """"last week", "this month", "next year"."""
    if "per" in slots:
        return period(slots["per"], context)
    if slots["u"] == "day":  # "at the end of the day" is a way of speaking
        return None
    step = -1 if "prev" in slots else 1 if "next" in slots else 0
    return period(f"{slots['u']}{step:+d}", context)


def quarter(slots: Slots, context: Context) -> Interval | None:
    """A quarter or half by its number: "the first quarter of 2024"."""
    number = 1 if "first_half" in slots else 2 if "second_half" in slots else slots.get("o", slots.get("n"))
    length = 6 if slots.keys() & {"half_mark", "first_half", "second_half"} else {"quarter": 3, "half": 6, "half_of": 6}.get(slots.get("u", "quarter"), 0)
    if number is None or length == 0 or not 1 <= number <= 12 // length:
        return None
    year = slots.get("y")
    if slots.get("u") == "half_of" and not slots.keys() & {"y", "per", "year"}:  # "the second half" may be one of a match
        return None
    if year is None:
        relative = slots.get("per", "year0")
        year = context.anchor.year + (int(relative[4:] or 0) if relative.startswith("year") else 0)
        if date(year, (number - 1) * length + 1, 1) > context.anchor and "per" not in slots and not context.ahead:
            year -= 1
    return months_from(date(year, (number - 1) * length + 1, 1), length)


def season(slots: Slots, context: Context) -> Interval | None:
    """A season, northern: summer is June to August; with year, with last/next, or the last one begun."""
    first = _SEASONS[slots["season"]]
    year = slots.get("y")
    if year is None and str(slots.get("per", "")).startswith("year"):
        year = context.anchor.year + int(slots["per"][4:] or 0)
    if year is None:
        year = context.anchor.year
        if "this" in slots and date(year, first, 1) > context.anchor + timedelta(days=200):
            year -= 1
        elif "next" in slots or ("this" not in slots and context.ahead):
            year += date(year, first, 1) <= context.anchor
        elif "prev" in slots:
            year -= calendars.shift_months(date(year, first, 1), 3) > context.anchor
        elif "this" not in slots:
            year -= date(year, first, 1) > context.anchor + timedelta(days=62)
    return months_from(date(year, first, 1), 3)


def decade(slots: Slots, context: Context) -> Interval | None:
    """"the 1990s", "the nineties"."""
    number = slots.get("y", slots.get("ys", slots.get("num", slots.get("yy"))))
    if number is None:
        return None
    number = int(number)
    if number < 100:
        number += 1900 if number >= 30 else 2000
    system = calendars.system_of(number, context.lang)
    first, last = calendars.year(number, system), calendars.year(number + 9, system)
    return Interval(first.start, last.end, "span") if first and last and number % 10 == 0 else None


def todate(slots: Slots, context: Context) -> Interval | None:
    """From the beginning of the year, month or week to the day of publication."""
    if "y" in slots:
        whole = calendars.year(slots["y"])
    else:
        whole = period(slots.get("per") or f"{slots.get('u', 'year')}0", context._replace(lang="en"))
    return Interval(whole.start, context.anchor, "span") if whole and whole.start <= context.anchor else None


def whole_of(slots: Slots, context: Context) -> Interval | None:
    """The month, named or relative period or year that the slots name; "the year" is the present one."""
    if month_slot(slots) is not None or "my" in slots:
        return month_action({k: v for k, v in slots.items() if k not in ("prev", "next", "last")}, context)
    if "per" in slots:
        return period(slots["per"], context)
    if "y" not in slots and "year" in slots:
        return period("year0", context)
    return year_action({"y": slots["y"]}, context) if "y" in slots else None


ACTIONS: dict[str, Action] = {
    "month": month_action, "year": year_action, "since": since_action, "per": per, "quarter": quarter, "season": season, "decade": decade,
    "todate": todate,
}  # fmt: skip

"""Weeks, months, quarters, halves, seasons, years and decades, relative to the day of publication or named."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from khabar.languages.dates import calendars
from khabar.languages.dates.context import Context
from khabar.languages.dates.feasts import feast
from khabar.languages.dates.model import Interval

Slots = Mapping[str, Any]
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def period(name: str, context: Context) -> Interval | None:
    """A calendar unit by its distance from the present one: "week-1", "month0", "year+1", "weekend-1"."""
    unit = name.rstrip("+-0123456789")
    shift = int(name[len(unit) :] or 0)
    anchor = context.anchor
    if unit == "week":
        start = anchor - timedelta(days=(anchor.weekday() - context.week_starts) % 7) + timedelta(days=7 * shift)
        return Interval(start, start + timedelta(days=6), "span")
    if unit == "weekend":
        return _weekend(shift, context)
    if unit == "month":
        at = calendars.shift_months(anchor.replace(day=1), shift)
        return calendars.month(at.year, at.month)
    if unit == "year":
        system = calendars.SOLAR if context.lang == "fa" else calendars.GREGORIAN
        return calendars.year(calendars.year_in(system, anchor) + shift, system)
    if unit == "quarter":
        at = calendars.shift_months(date(anchor.year, (anchor.month - 1) // 3 * 3 + 1, 1), 3 * shift)
        return _months(at, 3)
    if unit == "half":
        at = calendars.shift_months(date(anchor.year, (anchor.month - 1) // 6 * 6 + 1, 1), 6 * shift)
        return _months(at, 6)
    if unit == "decade":
        return _decade(anchor.year // 10 * 10 + 10 * shift)
    if unit == "day":
        return Interval(anchor + timedelta(days=shift), anchor + timedelta(days=shift))
    return None


def _weekend(shift: int, context: Context) -> Interval:
    """Saturday and Sunday; in Arabic and Persian pages too, as the world's news means them."""
    monday = context.anchor - timedelta(days=context.anchor.weekday())
    start = monday + timedelta(days=5 + 7 * shift)
    if shift == 0 and context.anchor.weekday() < 2 and not context.ahead:
        start -= timedelta(days=7)
    return Interval(start, start + timedelta(days=1), "span")


def _months(start: date, count: int) -> Interval:
    return Interval(start, calendars.shift_months(start, count) - timedelta(days=1), "span")


def _decade(first: int) -> Interval:
    return Interval(date(first, 1, 1), date(first + 9, 12, 31), "span")


def shift(anchor: date, count: float, unit: str) -> Interval | None:
    """`count` units before (negative) or after a day; what is counted in years is known to the year only."""
    if unit == "hour" and abs(count) >= 24 and count % 24 == 0:
        unit, count = "day", count / 24
    if unit in _DAYS:
        day = anchor + timedelta(days=int(count * _DAYS[unit]))
        return Interval(day, day)
    if unit in _MONTHS:
        months = int(count * _MONTHS[unit])
        if not -12 * 1900 < months < 12 * 1000:
            return None
        day = calendars.shift_months(anchor, months)
        if unit == "month":
            return Interval(day, day)
        return calendars.year(day.year) if unit in ("year", "decade") else None
    return None


def _count(slots: Slots) -> float:
    return float(slots.get("n", slots.get("nd", 1)))


def _unit(slots: Slots) -> str:
    """The unit counted; a Korean "사흘" counts days by itself, a Persian «دو سال» may leave the slot to a literal."""
    return str(slots.get("u", "day" if "nd" in slots else "year"))


def ago(slots: Slots, context: Context) -> Interval | None:
    """"three days ago", "a month earlier"."""
    return shift(context.anchor, -_count(slots), _unit(slots))


def ahead(slots: Slots, context: Context) -> Interval | None:
    """"in three days"."""
    return shift(context.anchor, _count(slots), _unit(slots))


def ahead_if(slots: Slots, context: Context) -> Interval | None:
    """"in three days" where the clause looks ahead; "the first in three days" is no date."""
    return ahead(slots, context) if context.ahead else None


def later(slots: Slots, context: Context) -> Interval | None:
    """"two days later": from the day named last, else from the day of publication; "two days after tomorrow"."""
    from khabar.languages.dates.resolve import date_action

    base = context.anchor + timedelta(days=int(slots["rel"])) if "rel" in slots else context.last or context.anchor
    if slots.keys() & {"d", "date", "dm"}:
        named = date_action(slots, context)
        base = named.start if named else base
    elif "hol" in slots and (feast := holiday(slots, context)):
        base = feast.start
    return shift(base, slots.get("n", 1) * (-1 if "before" in slots else 1), slots["u"])


def _edge(anchor: date, count: float, unit: str) -> date | None:
    if unit in _DAYS:
        return anchor + timedelta(days=int(count * _DAYS[unit]))
    if unit == "hour":
        return anchor + timedelta(days=round(count / 24))
    return calendars.shift_months(anchor, int(count * _MONTHS[unit])) if unit in _MONTHS else None


def last_n(slots: Slots, context: Context) -> Interval | None:
    """"in the past three weeks": back from the day of publication."""
    if slots.get("u") == "quarter":
        now = date(context.anchor.year, (context.anchor.month - 1) // 3 * 3 + 1, 1)
        return Interval(calendars.shift_months(now, -3 * slots.get("n", 1)), now - timedelta(days=1), "span")
    start = _edge(context.anchor, -_count(slots), _unit(slots))
    return Interval(start, context.anchor, "span") if start and start.year > 1000 else None


def next_n(slots: Slots, context: Context) -> Interval | None:
    """"over the next three weeks": on from the day after publication."""
    if slots.get("u") == "quarter":
        now = date(context.anchor.year, (context.anchor.month - 1) // 3 * 3 + 1, 1)
        return _months(calendars.shift_months(now, 3), 3 * slots.get("n", 1))
    end = _edge(context.anchor, _count(slots), _unit(slots))
    return Interval(context.anchor + timedelta(days=1), end, "span") if end and end > context.anchor else None


def per(slots: Slots, context: Context) -> Interval | None:
    """"last week", "this month", "next year"."""
    if "per" in slots:
        return period(slots["per"], context)
    step = -1 if "prev" in slots else 1 if "next" in slots else 0
    return period(f"{slots['u']}{step:+d}", context)


def quarter(slots: Slots, context: Context) -> Interval | None:
    """A quarter or half by its number: "the first quarter of 2024"."""
    number = slots.get("o", slots.get("n"))
    length = {"quarter": 3, "half": 6}.get(slots.get("u", "quarter"), 0)
    if number is None or length == 0 or not 1 <= number <= 12 // length:
        return None
    year = slots.get("y")
    if year is None:
        relative = slots.get("per", "year0")
        year = context.anchor.year + (int(relative[4:] or 0) if relative.startswith("year") else 0)
        if date(year, (number - 1) * length + 1, 1) > context.anchor and "per" not in slots and not context.ahead:
            year -= 1
    return _months(date(year, (number - 1) * length + 1, 1), length)


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
    return _months(date(year, first, 1), 3)


def decade(slots: Slots, context: Context) -> Interval | None:
    """"the 1990s", "the nineties"."""
    number = slots.get("y", slots.get("num", slots.get("yy")))
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


def holiday(slots: Slots, context: Context) -> Interval | None:
    """A holiday with a fixed day ("12-25"), nearest as other days without a year."""
    from khabar.languages.dates.context import month_day

    if re.fullmatch(r"\d\d-\d\d", slots["hol"]) and "y" not in slots and "per" not in slots:
        m, d = (int(x) for x in slots["hol"].split("-"))
        made = month_day(d, m, None, calendars.GREGORIAN, context)
        return Interval(made, made) if made else None
    at = context.anchor.year
    if "y" in slots:
        return _one(feast(slots["hol"], slots["y"]))
    if str(slots.get("per", "")).startswith("year"):
        return _one(feast(slots["hol"], at + int(slots["per"][4:] or 0)))
    options = [x for y in (at - 1, at, at + 1) if (x := feast(slots["hol"], y)) is not None]
    if "prev" in slots:
        return _one(max((x for x in options if x < context.anchor), default=None))
    if "next" in slots or context.ahead:
        return _one(min((x for x in options if x >= context.anchor), default=None))
    return _one(min(options, key=lambda x: abs((x - context.anchor).days), default=None))


def _one(day: date | None) -> Interval | None:
    return Interval(day, day) if day else None


def week_of(slots: Slots, context: Context) -> Interval | None:
    """"the week of 10 April": the week, Monday first, in which the day lies; "week 31": by ISO 8601."""
    from khabar.languages.dates.resolve import date_action

    if "n" in slots:
        year = slots.get("y", context.anchor.year)
        if str(slots.get("per", "")).startswith("year"):
            year = context.anchor.year + int(slots["per"][4:] or 0)
        if not 1 <= slots["n"] <= 53:
            return None
        monday = date.fromisocalendar(year, min(int(slots["n"]), 52), 1)
        return Interval(monday, monday + timedelta(days=6), "span")
    named = date_action(slots, context)
    if named is None:
        return None
    monday = named.start - timedelta(days=named.start.weekday())
    return Interval(monday, monday + timedelta(days=6), "span")


def nth(slots: Slots, context: Context) -> Interval | None:
    """The n-th (or last: "edge") weekday, week or day of a month or year."""
    whole = _whole(slots, context)
    if whole is None:
        return None
    number = -1 if "final" in slots else slots.get("o", slots.get("n", slots.get("num", 1)))
    if (w := slots.get("w", slots.get("W"))) is not None:
        return _nth_day(whole, number, lambda d: d.weekday() == w, 1)
    if slots.get("u") == "week":
        if whole.grain == "year":
            return _iso_week(whole.start.year, number)
        if number < 0:  # the last week that lies mostly in the month
            return _shifted(_nth_day(whole, number, lambda d: d.weekday() == 3, 7), -3)
        return _nth_day(whole, number, lambda d: d.weekday() == 0, 7)
    if slots.get("u") == "day":
        return _nth_day(whole, number, lambda d: True, 1)
    return None


def _iso_week(year: int, number: int) -> Interval | None:
    """The n-th or last week of a year by ISO 8601."""
    count = date(year, 12, 28).isocalendar().week
    if not 1 <= (number := count + 1 + number if number < 0 else number) <= count:
        return None
    monday = date.fromisocalendar(year, number, 1)
    return Interval(monday, monday + timedelta(days=6), "span")


def _shifted(found: Interval | None, days: int) -> Interval | None:
    return Interval(found.start + timedelta(days=days), found.end + timedelta(days=days), found.grain) if found else None


def _whole(slots: Slots, context: Context) -> Interval | None:
    from khabar.languages.dates.resolve import month_action, month_slot

    if month_slot(slots) is not None or "my" in slots:
        return month_action({k: v for k, v in slots.items() if k not in ("prev", "next", "last")}, context)
    if "per" in slots:
        return period(slots["per"], context)
    return calendars.year(slots["y"]) if "y" in slots else None


def _nth_day(whole: Interval, number: int, fits: Callable[[date], bool], length: int) -> Interval | None:
    days = [whole.start + timedelta(days=i) for i in range((whole.end - whole.start).days + 1)]
    fitting = [d for d in days if fits(d)]
    try:
        first = fitting[number if number < 0 else number - 1]
    except IndexError:
        return None
    return Interval(first, first + timedelta(days=length - 1), "day" if length == 1 else "span")


ACTIONS: dict[str, Callable[[Slots, Context], Interval | None]] = {
    "ago": ago, "ahead": ahead, "ahead_if": ahead_if, "later": later, "last_n": last_n, "next_n": next_n, "per": per, "quarter": quarter, "season": season,
    "decade": decade, "todate": todate, "holiday": holiday, "week_of": week_of, "nth": nth,
}  # fmt: skip

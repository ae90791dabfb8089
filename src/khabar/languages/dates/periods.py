"""Calendar units by their distance from a day, and the arithmetic of counted units."""

from __future__ import annotations

from datetime import date, timedelta

from khabar.languages.dates import calendars
from khabar.languages.dates.context import Context
from khabar.languages.dates.model import Interval

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def period(name: str, context: Context) -> Interval | None:
    """A calendar unit by its distance from the present one: "week-1", "month0", "year+1", "weekend-1"; with "@" from the
    one named last: "@month+1" is the month after it."""
    if name.startswith("@"):
        return period(name[1:], context._replace(anchor=context.named or context.anchor))
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
        return months_from(at, 3)
    if unit == "half":
        at = calendars.shift_months(date(anchor.year, (anchor.month - 1) // 6 * 6 + 1, 1), 6 * shift)
        return months_from(at, 6)
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


def rest(name: str, context: Context) -> Interval | None:
    """What is left of a unit: from the day of publication to its end."""
    whole = period(name, context)
    return Interval(context.anchor, whole.end, "span") if whole and whole.start <= context.anchor <= whole.end else whole


def months_from(start: date, count: int) -> Interval:
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
        if months % 12 and unit in ("year", "half", "quarter"):  # "a year and a half ago": known to the month
            return calendars.month(day.year, day.month)
        return calendars.year(day.year) if unit in ("year", "half", "decade") else None
    return None


def edge(anchor: date, count: float, unit: str, system: str = calendars.GREGORIAN) -> date | None:
    """The day `count` units before (negative) or after a day, as a bound; None for units without length or out of all bounds."""
    if abs(count * _MONTHS.get(unit, 0)) > 12 * 900:
        return None
    if unit in _DAYS:
        return anchor + timedelta(days=int(count * _DAYS[unit]))
    if unit == "hour":
        return anchor + timedelta(days=round(count / 24))
    return calendars.shift_months(anchor, int(count * _MONTHS[unit]), system) if unit in _MONTHS else None

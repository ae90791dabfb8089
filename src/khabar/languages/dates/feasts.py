"""Feasts by the rules that the data give them: "12-25", "easter+39", "11-thu-4" (the fourth Thursday), "05-mon-last",
"orthodox-2" (from the Easter of the Eastern churches), "hijri-10-01", "solar-01-01", "lunar-08-15" (days of another calendar)."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from khabar.languages.dates import calendars

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def feast(rule: str, year: int) -> date | None:
    """The day of a feast in a year; None where the rule names none (29 February)."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:] or 0))
    if rule.startswith("orthodox"):
        return orthodox_easter(year) + timedelta(days=int(rule[8:] or 0))
    parts = rule.split("-")
    if parts[0] in (calendars.HIJRI, calendars.SOLAR, calendars.LUNAR):
        return _elsewhere(parts[0], int(parts[1]), int(parts[2]), year)
    try:
        if len(parts) == 2:
            return date(year, int(parts[0]), int(parts[1]))
        return nth_weekday(year, int(parts[0]), _WEEKDAYS.index(parts[1]), parts[2])
    except ValueError:
        return None


def _elsewhere(system: str, m: int, d: int, year: int) -> date | None:
    """The first day of a Gregorian year that bears this day and month in another calendar."""
    first = calendars.year_in(system, date(year, 1, 1))
    return next((day for y in (first, first + 1) if (day := calendars.day(y, m, d, system)) is not None and day.year == year), None)


def nth_weekday(year: int, month: int, weekday: int, which: str) -> date:
    """The n-th (from 1) or "last" weekday of a month."""
    first = date(year, month, 1)
    days = calendar.monthrange(year, month)[1]
    found = [d for i in range(days) if (d := first + timedelta(days=i)).weekday() == weekday]
    return found[-1] if which == "last" else found[int(which) - 1]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (anonymous algorithm, Nature 1876; Meeus, Astronomical Algorithms)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar as a Gregorian day (Meeus, Astronomical Algorithms; from 1900 to 2099)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)

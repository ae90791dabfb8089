"""Weeks, weekdays and days by their number: "the first Sunday of May", "week 31", "the week of 10 April"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from khabar.languages.dates import calendars
from khabar.languages.dates.context import Context
from khabar.languages.dates.days import date_action, holiday
from khabar.languages.dates.model import Interval
from khabar.languages.dates.slots import Action, Slots
from khabar.languages.dates.spans import whole_of


def week_of(slots: Slots, context: Context) -> Interval | None:
    """"the week of 10 April": the week, Monday first, in which the day lies; "week 31": by ISO 8601."""
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
    whole = whole_of(slots, context)
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
    if slots.get("u") == "month":
        return calendars.month(whole.start.year, number % 13) if whole.grain == "year" and -1 <= number <= 12 else None
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


def _nth_day(whole: Interval, number: int, fits: Callable[[date], bool], length: int) -> Interval | None:
    days = [whole.start + timedelta(days=i) for i in range((whole.end - whole.start).days + 1)]
    fitting = [d for d in days if fits(d)]
    try:
        first = fitting[number if number < 0 else number - 1]
    except IndexError:
        return None
    return Interval(first, first + timedelta(days=length - 1), "day" if length == 1 else "span")


def weekend_of(slots: Slots, context: Context) -> Interval | None:
    """The weekend in which or next to which a day or feast lies: "the weekend of 5 May", "Easter weekend"."""
    named = holiday(slots, context) if "hol" in slots else date_action(slots, context)
    if named is None:
        return None
    saturday = named.start + timedelta(days=min(((5 - named.start.weekday() + i) for i in (-7, 0)), key=lambda x: abs(x + (x < 0))))
    return Interval(saturday, saturday + timedelta(days=1), "span")


ACTIONS: dict[str, Action] = {"week_of": week_of, "nth": nth, "weekend_of": weekend_of}

"""What the slots of an expression name: month, year, weekday."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from khabar.languages.dates import calendars
from khabar.languages.dates.context import Context
from khabar.languages.dates.model import Interval

Slots = Mapping[str, Any]
Action = Callable[[Slots, Context], "Interval | None"]
"""Gives the days that the slots of an expression cover, or None where the words are too vague or fit no calendar."""


def one(day: date | None) -> Interval | None:
    return Interval(day, day) if day is not None else None


def month_slot(slots: Slots, which: str = "") -> tuple[int, str] | None:
    """(month, calendar) from whichever slot names the month."""
    for slot, system in (("m", "gregorian"), ("M", "gregorian"), ("mn", "gregorian"), ("mo", "gregorian"), ("sm", "solar"), ("smf", "solar"), ("hm", "hijri")):
        if (value := slots.get(slot + which)) is not None:
            return int(value), getattr(calendars, system.upper())
    return None


def year_slot(slots: Slots, context: Context, system: str = calendars.GREGORIAN) -> int | None:
    """The year of the calendar in question; an era year becomes Gregorian."""
    if (era := slots.get("era")) is not None:
        number = slots.get("y", slots.get("n", slots.get("yy", 1)))  # 元年 is the first
        return int(number) + calendars.ERAS[era] if number is not None and era in calendars.ERAS else None
    if (year := slots.get("y")) is not None:
        return calendars.gregorian_year(int(year), context.lang) if system == calendars.GREGORIAN else int(year)
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

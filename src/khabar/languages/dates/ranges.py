"""From one day or month to another."""

from __future__ import annotations

from datetime import date

from khabar.languages.dates import calendars
from khabar.languages.dates import context as choose
from khabar.languages.dates.context import Context
from khabar.languages.dates.days import date_action
from khabar.languages.dates.model import Interval
from khabar.languages.dates.periods import period
from khabar.languages.dates.slots import Action, Slots, month_slot
from khabar.languages.dates.spans import month_action


def range_action(slots: Slots, context: Context) -> Interval | None:
    """From one day to another: "from 3 to 5 May", "30 April to 2 May 2023", "from the 6th to the 10th"."""
    if "dr" in slots or "dm2" in slots:
        return _in_figures(slots, context)
    first_month, second_month = month_slot(slots), month_slot(slots, "2")
    month = second_month or first_month
    d, d2 = slots.get("d"), slots.get("d2")
    if d is None or d2 is None:
        return None
    if month is None:
        if (per := slots.get("per")) and (whole := period(per, context)):
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


def _in_figures(slots: Slots, context: Context) -> Interval | None:
    (d, m), (d2, m2), year = slots["dr"] if "dr" in slots else (slots["dm"], slots["dm2"], None)
    last = date_action({"d": d2, "m": m2, **({"y": year} if year else {})}, context)
    start = _before(d, (m, calendars.GREGORIAN), last.start) if last else None
    return Interval(start, last.end, "span") if start and last else None


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


ACTIONS: dict[str, Action] = {"range": range_action, "months": months_range_action}

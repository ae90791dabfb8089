"""The day of publication from the text alone, where the page states none: only if its words leave one day."""

from __future__ import annotations

from datetime import date, timedelta

from khabar.flow.clean.published.constraints import Constraints
from khabar.languages.dates import calendars
from khabar.models import Published

_BACK = 40
"""Years before the page was first seen that are searched."""


def alone(limits: Constraints, seen: date | None) -> Published:
    """Inferred where the bindings leave exactly one day between the lower bound and the day first seen."""
    days = sorted(_candidates(limits, seen))
    if len(days) == 1:
        words = " and ".join(f"“{b.words}”" for b in limits.bindings if b.holds(days[0]))
        value = days[0].isoformat()
        return Published(value=value, origin="inferred", why=f"The text says {words}, which only {value} fits.", low=value, high=value)
    return unknown(limits, seen, days)


def unknown(limits: Constraints, seen: date | None, days: list[date]) -> Published:
    """Unknown, with the bounds that the text gives."""
    low = min(days) if days else limits.low
    high = max(days) if days else seen
    said = [f"“{b.words}”" for b in limits.bindings[:3]]
    if limits.undated and not days:
        said.append(f"“{limits.undated}”, without a year")
    elif limits.weekday_words and not said:
        said.append(f"“{limits.weekday_words}” of an unknown week")
    if limits.low_words and not days:
        said.append(f"“{limits.low_words}”")
    held = f"The page states no date; its text ({', '.join(said)}) leaves several days open." if said else "The page states no date and its text binds none."
    return Published(origin="unknown", why=held, low=low.isoformat() if low else None, high=high.isoformat() if high else None)


def _candidates(limits: Constraints, seen: date | None) -> set[date]:
    """Days that satisfy every sure binding; empty where no binding names a day."""
    points = [b for b in limits.sure if b.day is not None]
    if not points:
        return set()
    found: set[date] = set()
    y, m, d, system = points[0].day or (None, 1, 1, "")
    last = seen or (limits.low or date(2030, 1, 1)) + timedelta(days=366)
    newest = calendars.year_in(system, last)
    for year in [y] if y is not None else range(newest - _BACK, newest + 1):
        named = calendars.day(year, m, d, system)
        if named is None:
            continue
        day = named + timedelta(days=points[0].shift)
        if day <= last + timedelta(days=1) and (limits.low is None or day >= limits.low) and all(b.holds(day) for b in limits.bindings):
            found.add(day)
    return found

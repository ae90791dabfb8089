"""When in the year an undated page can have been published: news names a day of the last two weeks, often without its year.

A page that opens with "on 18 July" is not about what other pages tell of October, whatever the two share.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import numpy as np
from numpy.typing import NDArray

from khabar.languages import dates, fold
from khabar.languages.catalogue import canonical
from khabar.languages.dates import Expression, calendars
from khabar.languages.dates.join import glue
from khabar.languages.dates.slots import month_slot

YEAR = 366
BEFORE, AFTER = 3, 17
"""Days around a day that a page names in which other pages of its story may be published: two weeks, and three days to either side."""
LEAD_CHARS = 500
"""Where a text names the day that it is about; further down are anniversaries and background."""
_LEAP = 2024


def named_days(title: str, text: str, lang: str) -> tuple[frozenset[int], frozenset[int]]:
    """Days of the year (1 to 366) that a text names without a year, or as its news: (all, those of the lead)."""
    whole = f"{title}\n\n{text}"
    scanned = dates.scan(whole, canonical(lang))
    found = [(e.start, day) for e in scanned if (day := _day_of_year(e)) is not None]
    end = len(title) + LEAD_CHARS
    if not any(start < end for start, _ in found) and (news := _opening(scanned, whole, len(title) + 2, lang)) is not None:
        return frozenset({news, *(day for _, day in found)}), frozenset({news})
    return frozenset(day for _, day in found), frozenset(day for start, day in found if start < end)


def _opening(scanned: list[Expression], whole: str, start: int, lang: str) -> int | None:
    """The day with its year that the first paragraph is about: told with its weekday or its hours ("at dawn on 26/2/2023"), as news is
    and background hardly ever."""
    end = whole.find("\n\n", start)
    first = next((e for e in scanned if e.action == "date"), None)
    if first is None or not first.slots.keys() & {"y", "date"} or (0 <= end < first.start):
        return None
    flat, join = fold(whole), glue(canonical(lang))
    named = dates.resolve(scanned, whole, flat, canonical(lang), date(_LEAP, 1, 1))
    day = next((f for f in named if f.span[0] <= first.start < f.span[1] and f.grain == "day" and f.start), None)
    hours = join.part_before.search(flat[:first.start]) or join.part_after.match(flat[first.end :])
    if day is None or day.start is None or (day.weekday is None and not hours):
        return None
    return day.start.timetuple().tm_yday


def _day_of_year(found: Expression) -> int | None:
    slots = found.slots
    if found.action != "date" or slots.keys() & {"y", "yy", "date", "per"}:
        return None
    pair = slots.get("dm", slots.get("DM"))
    month, day = (((pair[1], calendars.GREGORIAN), pair[0]) if pair else (month_slot(slots), slots.get("d")))
    if month is None or day is None:
        return None
    system = month[1]
    if system == calendars.HIJRI:  # moves through the seasons
        return None
    year = calendars.year_in(system, date(_LEAP, 12, 1))
    named = calendars.day(year, month[0], int(day), system)
    return named.timetuple().tm_yday if named else None


def mask(named: Collection[int]) -> NDArray[np.bool_]:
    """bool[366]: the days of the year on which pages of the story of a page that names these can be published."""
    found = np.zeros(YEAR, np.bool_)
    for day in named:
        found[np.arange(day - 1 - BEFORE, day + AFTER) % YEAR] = True
    return found

"""Counted units: "three days ago", "in two weeks", "over the past ten years"."""

from __future__ import annotations

from datetime import date, timedelta

from khabar.languages.dates import calendars
from khabar.languages.dates.context import Context
from khabar.languages.dates.days import date_action, holiday
from khabar.languages.dates.model import Interval
from khabar.languages.dates.periods import edge, months_from, rest, shift
from khabar.languages.dates.slots import Action, Slots
from khabar.languages.dates.spans import whole_of


def _count(slots: Slots) -> float:
    """How many: "two", "a year and a half" (half a unit more where the list of words {half} stands)."""
    return float(slots.get("n", slots.get("nd", 2 if "pair" in slots else 1))) + 0.5 * ("half" in slots)


def _unit(slots: Slots) -> str:
    """The unit counted; a Korean "사흘" counts days by itself, a Persian «دو سال» may leave the slot to a literal."""
    return str(slots.get("u", slots.get("lu") or slots.get("pair") or ("day" if "nd" in slots else "year")))


def ago(slots: Slots, context: Context) -> Interval | None:
    """"three days ago", "a month earlier", "two years and three months ago"."""
    return _shifted(slots, context.anchor, -1)


def ahead(slots: Slots, context: Context) -> Interval | None:
    """"in three days"."""
    return _shifted(slots, context.anchor, 1)


def _shifted(slots: Slots, base: date, way: int) -> Interval | None:
    """From a day by one count of units or several, the greatest first; as exact as the last of them."""
    count, unit = way * _count(slots), _unit(slots)
    for more in "23":
        if f"u{more}" in slots:
            moved = edge(base, count, unit)
            if moved is None:
                return None
            base, count, unit = moved, way * float(slots.get(f"n{more}", 1)), slots[f"u{more}"]
    return shift(base, count, unit)


def ahead_if(slots: Slots, context: Context) -> Interval | None:
    """"in three days" where the clause looks ahead; "the first in three days" is no date."""
    return ahead(slots, context) if context.ahead else None


def later(slots: Slots, context: Context) -> Interval | None:
    """"two days later", "two days earlier" from the day named last; "two days after tomorrow", "a week before Christmas"."""
    exact = slots.get(max((k for k in slots if k.startswith("u")), default="u")) in ("day", "week", "hour") or "nd" in slots
    base = context.last or (None if exact else context.named)  # no day can be counted from a month
    if "rel" in slots:
        base = context.anchor + timedelta(days=int(slots["rel"]))
    elif slots.keys() & {"d", "date", "dm"}:
        base = _first(date_action(slots, context))
    elif "hol" in slots:
        base = _first(holiday(slots, context))
    elif base is None and context.prefer == "future":
        base = context.anchor
    if base is None:
        return None
    found = _shifted(slots, base, -1 if slots.keys() & {"before", "earlier"} else 1)
    told = context.prefer == "future" or context.ahead or slots.keys() & {"rel", "d", "date", "dm", "hol"}
    return found if told or (found and found.start <= context.anchor) else None


def _first(found: Interval | None) -> date | None:
    return found.start if found else None


def last_n(slots: Slots, context: Context) -> Interval | None:
    """"in the past three weeks": back from the day of publication."""
    if slots.get("u") == "quarter":
        now = date(context.anchor.year, (context.anchor.month - 1) // 3 * 3 + 1, 1)
        return Interval(calendars.shift_months(now, int(-3 * _count(slots))), now - timedelta(days=1), "span")
    start = edge(context.anchor, -_count(slots), _unit(slots))
    return Interval(start, context.anchor, "span") if start and start.year > 1000 else None


def next_n(slots: Slots, context: Context) -> Interval | None:
    """"over the next three weeks": on from the day after publication."""
    if slots.get("u") == "quarter":
        now = date(context.anchor.year, (context.anchor.month - 1) // 3 * 3 + 1, 1)
        return months_from(calendars.shift_months(now, 3), int(3 * _count(slots)))
    end = edge(context.anchor, _count(slots), _unit(slots))
    return Interval(context.anchor + timedelta(days=1), end, "span") if end and end > context.anchor else None


def part_of(slots: Slots, context: Context) -> Interval | None:
    """"the first nine months of 2023", "the last two weeks of May": counted from the beginning or the end of a longer unit."""
    whole = whole_of(slots, context)
    if whole is None:
        return None
    count, unit = _count(slots), _unit(slots)
    start, end = whole.start, whole.end + timedelta(days=1)
    if unit == "week" and whole.grain == "year":  # weeks by ISO 8601
        start, end = (date.fromisocalendar(y, 1, 1) for y in (whole.start.year, whole.end.year + 1))
    system = calendars.SOLAR if whole.grain == "span" and context.lang == "fa" else calendars.GREGORIAN
    cut = edge(end, -count, unit, system) if "final" in slots else edge(start, count, unit, system)
    if cut is None or not start <= cut <= end or cut == (end if "final" in slots else start):
        return None
    made = Interval(cut, end - timedelta(days=1), "span") if "final" in slots else Interval(start, cut - timedelta(days=1), "span")
    if "year" in slots and "y" not in slots and made.start > context.anchor - timedelta(days=31) and not context.ahead:
        return part_of(dict(slots) | {"per": "year-1"}, context)
    return made


def running(slots: Slots, context: Context) -> Interval | None:
    """"for the third day in a row": that many units, the present one included."""
    number = slots.get("o", slots.get("n", slots.get("nd")))
    start = edge(context.anchor, 1 - number, _unit(slots)) if number else None
    return Interval(start, context.anchor, "span") if start and start < context.anchor else None


def rest_of(slots: Slots, context: Context) -> Interval | None:
    """"the rest of the week"."""
    return rest(slots.get("per") or f"{slots.get('u', 'year')}0", context)


ACTIONS: dict[str, Action] = {
    "ago": ago, "ahead": ahead, "ahead_if": ahead_if, "later": later, "last_n": last_n, "first_in": last_n, "next_n": next_n,
    "part_of": part_of, "running": running, "rest": rest_of,
}  # fmt: skip

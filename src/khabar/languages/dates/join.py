"""Neighbouring expressions as one: "hier, vendredi", "星期五（7月19日）", "from Monday to Wednesday"; parts of the day taken in."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import msgspec

from khabar.languages.dates import calendars
from khabar.languages.dates.lexicon import lexicon
from khabar.languages.dates.model import FoundDate

_GAP = r"[\s,،、()（）\[\]/\-]{0,3}"
_ROOM = 8
"""Characters that may always be added to a date; a longer date takes as many as it has itself."""
_LEAD_ROOM = 3
"""Characters that a preposition may always take."""
_PART, _PART_AFTER = 24, 13
"""Characters that the part of the day and clock time before and behind a date may take however short the date."""
_SAYS_DAY = frozenset({"absolute", "weekday", "relative", "anaphoric"})


class Glue:
    """Compiled expressions of one language: what may stand between, before and after."""

    def __init__(self, lang: str) -> None:
        words = lexicon(lang)
        either = words.either
        edge_left, edge_right = (r"", r"") if words.boundary == "none" else (r"(?<!\w)", r"(?!\w)")
        settings = words.data.get("settings", {})
        clock, part_end = settings.get("clock", r"(?!)"), settings.get("part_end", edge_right)
        part_of_day = rf"(?:{clock}|{edge_left}(?:{either('part')}|{either('alone')}|{either('nightly')}){part_end})"
        self.between = re.compile(rf"(?:\s?{part_of_day})?{_GAP}(?:(?:{either('glue')}){_GAP})?\Z")
        self.now_after = re.compile(rf"\s?(?:{either('now_after')}){edge_right}")
        self.to_now = re.compile(rf"\s?(?:{either('now_after')}|(?:{either('to')}) ?(?:{either('now')})){edge_right}")
        self.now_before = re.compile(rf"{edge_left}(?:{either('now_before')})\s{{0,2}}\Z")
        self.before = re.compile(rf"{edge_left}(?:{either('lead')}){edge_right if words.boundary == 'both' else ''}\s{{0,2}}\Z")
        small = rf"(?:(?:{either('glue')}|{either('part_glue')}|{either('lead')}){edge_right if words.boundary == 'both' else ''}\s{{0,2}}){{0,2}}"
        self.part_before = re.compile(rf"(?:{part_of_day}\s{{0,2}}{small}){{1,3}}\Z")
        self.part_after = re.compile(rf"\s{{0,2}}(?:{either('part_glue')})?\s?{part_of_day}")
        self.beside = re.compile(rf"[\s,،]{{0,2}}(?:{edge_left}(?:{either('lead')}|{either('glue')}|{either('part_glue')}){edge_right}\s{{0,2}}){{0,2}}")
        self.night = re.compile(rf"{edge_left}(?:{either('night')})\s{{0,2}}\Z")
        self.night_after = re.compile(rf"\s?(?:{either('night_after')}){edge_right}")
        self.to = re.compile(rf"\s{{0,2}}(?:{either('to')}|[-–—~])\s{{0,2}}(?:{either('lead')})?\s{{0,2}}\Z")
        self.opens = re.compile(rf"(?:{either('from')}){edge_right}")
        self.both = re.compile(rf"\s{{0,2}}(?:{either('and')})\s{{0,2}}(?:{either('lead')})?\s{{0,2}}")
        self.years = re.compile(rf"\d[^\d]{{0,5}}?(?:{either('and')})\W*\d")
        self.updated = re.compile(rf"(?:{either('updated')})[\s:.|]{{0,4}}\Z")
        self.open = re.compile(rf"{edge_left}(?:{either('from')})\s{{0,2}}\Z")


@cache
def glue(lang: str) -> Glue:
    return Glue(lang)


def join(found: list[FoundDate], folded: str, text: str, lang: str) -> list[FoundDate]:
    """`found` in order of position, with those that name one day twice made one, and ranges closed."""
    made: list[FoundDate] = []
    for item in found:
        if made and (both := _same_day(made[-1], item, folded, text, lang) or _range(made[-1], item, folded, text, lang)):
            made[-1] = both
        else:
            made.append(item)
    return made


def until_now(found: list[FoundDate], anchor: date, folded: str, text: str, lang: str) -> list[FoundDate]:
    """`found` with "from March to date" and "between now and Friday" as spans that end or begin at the day of publication."""
    rules, made = glue(lang), list[FoundDate]()
    for item in found:
        if made and item.span[1] <= made[-1].span[1]:  # the word for "now" or "today" itself
            continue
        opened = rules.open.search(folded[max(0, item.span[0] - 16) : item.span[0]]) or rules.opens.match(item.surface.lower())
        after = (rules.to_now if opened else rules.now_after).match(folded, item.span[1])
        before = rules.now_before.search(folded[max(0, item.span[0] - 24) : item.span[0]])
        if item.start is None or item.end is None or not (after or before):
            made.append(item)
            continue
        start = item.start if item.start < anchor or not item.anchored else calendars.shift_months(item.start, -12)
        if after and start < anchor:
            where, days = (item.span[0] - (len(opened[0]) if opened and opened.re is rules.open else 0), after.end()), (start, anchor)
        elif before and item.end > anchor:
            where, days = (item.span[0] - len(before[0]), item.span[1]), (anchor, item.end)
        else:
            made.append(item)
            continue
        made.append(FoundDate(span=where, surface=text[slice(*where)], start=days[0], end=days[1], grain="span", kind="range"))
    return made


def _same_day(a: FoundDate, b: FoundDate, folded: str, text: str, lang: str) -> FoundDate | None:
    if a.grain != "day" or b.grain != "day" or a.kind not in _SAYS_DAY or b.kind not in _SAYS_DAY:
        return None
    if b.span[0] - a.span[1] > 24 or not glue(lang).between.fullmatch(folded[a.span[1] : b.span[0]]):
        return None
    if a.kind == b.kind:  # "18 Shaban 1444, 10 March 2023" are two expressions
        return None
    if (a.start is None) != (b.start is None) or (a.start is None and "weekday" not in (a.kind, b.kind)):
        return None
    keep, other = (a, b) if _rank(a) <= _rank(b) else (b, a)
    if keep.start != other.start and not (other.kind == "weekday" and other.weekday == (keep.start.weekday() if keep.start else None)):
        return None
    end = b.span[1]
    if folded[end : end + 1] in (")", "）") and any(c in "(（" for c in folded[a.span[1] : b.span[0]]):
        end += 1
    return _with(keep, a.span[0], end, text, weekday=a.weekday if a.weekday is not None else b.weekday,
                 offset=a.offset if a.offset is not None else b.offset)  # fmt: skip


def _rank(item: FoundDate) -> int:
    return {"absolute": 0, "relative": 1, "anaphoric": 2}.get(item.kind, 3)


def _range(a: FoundDate, b: FoundDate, folded: str, text: str, lang: str) -> FoundDate | None:
    """"from A to B" and "A-B", days or months or years of one kind."""
    if a.start is None or a.end is None or b.start is None or b.end is None or a.grain != b.grain or a.grain == "span" or b.span[0] - a.span[1] > 16:
        return None
    gap = folded[a.span[1] : b.span[0]]
    if not (glue(lang).to.fullmatch(gap) or _one_night(a, b, folded, lang)) or not a.start < b.start:
        return None
    opened = glue(lang).open.search(folded[max(0, a.span[0] - 16) : a.span[0]])
    both = glue(lang).both.fullmatch(gap) and not (opened or glue(lang).opens.match(folded, a.span[0]))
    if both and ((b.start - a.end).days > 1 or (a.kind == b.kind == "relative" and a.grain == "day")):  # "in 1961 and 2000" are two
        return None
    start = a.span[0] - (len(opened[0]) if opened else 0)
    made = _with(b, start, b.span[1], text)
    return FoundDate(span=made.span, surface=made.surface, start=a.start, end=b.end, grain="span", kind="range",
                     anchored=a.anchored or b.anchored)  # fmt: skip


def _one_night(a: FoundDate, b: FoundDate, folded: str, lang: str) -> bool:
    """Two weekdays on end behind the word for night, as in «ليل الجمعة السبت», or before it, as in "salıyı çarşambaya bağlayan gece"."""
    if a.kind != "weekday" or b.kind != "weekday" or a.start is None or b.start is None or (b.start - a.start).days != 1:
        return False
    if folded[a.span[1] : b.span[0]].strip() not in ("", "-", "–", "/"):
        return False
    return glue(lang).night.search(folded, max(0, a.span[0] - 16), a.span[0]) is not None or glue(lang).night_after.match(folded, b.span[1]) is not None


def widen(item: FoundDate, folded: str, text: str, lang: str, limits: tuple[int, int]) -> FoundDate:
    """`item` with the part of the day, clock time and preposition that belong to it, within `limits`.

    What is added never outweighs the date itself by much, so that the surface stays a date expression.
    """
    rules, (start, end) = glue(lang), item.span
    room = max(end - start, _ROOM)
    if item.grain == "day" or _a_night(item):
        most = end + max(room, _PART_AFTER)
        own = end
        while (after := rules.part_after.match(folded, end, limits[1])) and end < after.end() <= most:
            if end > own and limits[1] < len(folded) and not folded[after.end() : limits[1]].strip():
                break  # «سه‌شنبه شب تا بامداد پنجشنبه»: a second part right before the next date is that date's
            room, end = room - (after.end() - end), after.end()
        before = rules.part_before.search(folded, max(limits[0], start - max(room, _PART)), start)
        if before:
            start, room = start - len(before[0]), room - len(before[0])
    before = rules.before.search(folded[max(limits[0], start - 16) : start])
    if before and before[0].strip() and len(before[0]) <= max(room, _LEAD_ROOM):
        start -= len(before[0])
    return _with(item, start, end, text)


def _a_night(item: FoundDate) -> bool:
    return item.kind == "range" and item.start is not None and item.end is not None and (item.end - item.start).days == 1


def _with(item: FoundDate, start: int, end: int, text: str, **changes: int | None) -> FoundDate:
    return msgspec.structs.replace(item, span=(start, end), surface=text[start:end], **changes)

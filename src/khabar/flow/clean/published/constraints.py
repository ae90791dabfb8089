"""What the words of a text bind about its day of publication, whatever that day is.

"today, Saturday" binds the weekday; "yesterday, 18 July" binds day and month; "today, 5 May 2023" binds all; a past day
with its year is a lower bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from khabar.languages import dates, fold
from khabar.languages.catalogue import canonical
from khabar.languages.dates import Expression
from khabar.languages.dates.join import glue
from khabar.languages.dates.slots import month_slot, weekday_slot
from khabar.languages.dates.tense import looks_ahead

_LEAD = 700
"""Characters of a text within which a bare "this Friday" is taken to mean the day of publication."""


class Binding(NamedTuple):
    """The day of publication lies on `weekday`, or `shift` days after a day `d` of month `m` (of year `y`) or after the `of_month`th."""

    words: str
    sure: bool
    weekday: int | None = None
    day: tuple[int | None, int, int, str] | None = None
    shift: int = 0
    of_month: int | None = None

    def holds(self, day: date) -> bool:
        """Whether the day of publication can be `day`."""
        from khabar.languages.dates import calendars

        if self.weekday is not None and day.weekday() != self.weekday:
            return False
        named = day - timedelta(days=self.shift)
        if self.of_month is not None:
            return named.day == self.of_month
        if self.day is not None:
            y, m, d, system = self.day
            year = y if y is not None else calendars.year_in(system, named)
            return calendars.day(year, m, d, system) == named
        return True


class Constraints(NamedTuple):
    """All bindings of one text, and the latest past day or month that it names with its year."""

    bindings: tuple[Binding, ...]
    low: date | None
    low_words: str
    lang: str
    undated: str = ""
    """The first day that the text names without a year."""
    weekday: int | None = None
    """The first bare weekday of the lead: news mostly names the day of publication or the one before."""
    weekday_words: str = ""

    def nearness(self, day: date) -> float:
        """-1 to 2: whether the first weekday of the lead is that of `day` or of the day before, and a dated day is close."""
        close = 1.0 if self.low is not None and 0 <= (day - self.low).days <= 3 else 0.0
        if self.weekday is None:
            return close
        return close + (1.0, 0.5, -0.5, -1.0, -1.0, -1.0, -1.0)[(day.weekday() - self.weekday) % 7]

    def agreement(self, day: date) -> float:
        """Share of the bindings that hold on `day`, from -1 (none) to 1 (all); 0 where there is none."""
        if not self.bindings:
            return 0.0
        weights = [(2.0 if b.sure else 1.0, b.holds(day)) for b in self.bindings]
        return sum(w if ok else -w for w, ok in weights) / sum(w for w, _ in weights)

    @property
    def sure(self) -> tuple[Binding, ...]:
        return tuple(b for b in self.bindings if b.sure)


def constraints(text: str, title: str, lang: str, lines: Sequence[str] = ()) -> Constraints:
    """Read the bindings of a title and text, and of `lines` beside it that give a day without year."""
    code, whole = canonical(lang), f"{title}\n\n{text}"
    flat = fold(whole)
    found = dates.scan(whole, code, flat)
    bindings = [b for a, c in pairwise(found) if (b := _pair(a, c, whole, flat, code)) is not None]
    bindings += [b for e in found if (b := _single(e, whole, flat, code, len(title))) is not None]
    bindings += [b for line in lines if (b := _line(line, code)) is not None]
    low, words = _low(found, whole, flat, code)
    return Constraints(tuple(dict.fromkeys(bindings)), low, words, code, _undated(found, whole), *_first_weekday(found, whole, len(title)))


def _line(line: str, lang: str) -> Binding | None:
    """A byline "28 July, 22:03": the day of publication but for its year."""
    for code in dict.fromkeys((lang, "en")):
        for item in dates.scan(line, code):
            if item.action == "date":
                return _dated(line[item.start : item.end], item, 0)
    return None


def _pair(a: Expression, b: Expression, text: str, flat: str, lang: str) -> Binding | None:
    """Two neighbours that name one day: "today (Saturday)", "yesterday, 18 July"."""
    if b.start - a.end > 24 or not glue(lang).between.fullmatch(flat[a.end : b.start]):
        return None
    words = text[a.start : b.end]
    relative, other = (a, b) if a.action == "rel" else (b, a)
    if relative.action != "rel" or other.action == "rel":
        return None
    shift = -int(relative.slots["rel"])
    if other.action == "weekday" and not {"prev", "next", "per"} & other.slots.keys():
        number = weekday_slot(other.slots)
        return Binding(words, True, weekday=(number + shift) % 7) if number is not None else None
    if other.action in ("date", "day"):
        return _dated(words, other, shift)
    return None


def _dated(words: str, dated: Expression, shift: int) -> Binding | None:
    slots = dated.slots
    stated = weekday_slot(slots)
    weekday = (stated + shift) % 7 if stated is not None else None
    if "date" in slots:
        y, m, d, system = slots["date"]
        return Binding(words, True, weekday=weekday, day=(y, m, d, system), shift=shift)
    pair = slots.get("dm", slots.get("DM"))
    named = (pair[1], "gregorian") if pair else month_slot(slots)
    day = pair[0] if pair else slots.get("d", slots.get("o") if dated.action == "day" else None)
    if day is None or not isinstance(day, int) or not 1 <= day <= 31:
        return None
    if named is None:  # "yesterday, the 5th"
        return Binding(words, True, weekday=weekday, shift=shift, of_month=day) if not {"per", "prev", "next"} & slots.keys() else None
    return Binding(words, True, weekday=weekday, day=(slots.get("y"), named[0], day, named[1]), shift=shift)


def _single(e: Expression, text: str, flat: str, lang: str, title: int) -> Binding | None:
    """"this Friday" and "today's Friday" in the lead."""
    if e.action != "weekday" or "this" not in e.slots or e.start > title + _LEAD or looks_ahead(flat, e, lang):
        return None
    number = weekday_slot(e.slots)
    return Binding(text[e.start : e.end], False, weekday=number) if number is not None else None


def _first_weekday(found: Sequence[Expression], text: str, title: int) -> tuple[int | None, str]:
    bare = (e for e in found if e.action == "weekday" and len(e.slots) == 1 and title < e.start < title + _LEAD)
    return next(((weekday_slot(e.slots), text[e.start : e.end]) for e in bare), (None, ""))


def _undated(found: Sequence[Expression], text: str) -> str:
    named = (text[e.start : e.end] for e in found if e.action == "date" and not e.slots.keys() & {"y", "yy", "date", "per"})
    return next(named, "")


def _low(found: Sequence[Expression], text: str, flat: str, lang: str) -> tuple[date | None, str]:
    best: date | None = None
    words = ""
    for item in dates.resolve(found, text, flat, lang, None):
        if item.anchored or item.start is None or item.kind != "absolute" or item.grain not in ("day", "month"):
            continue
        if looks_ahead(flat, Expression(*item.span, "date", {}), lang):
            continue
        if best is None or item.start > best:
            best, words = item.start, item.surface
    return best, words

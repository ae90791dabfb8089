"""Find date expressions and resolve them against the day of publication.

Steps: (1) tokens of the language's lexicon and numbers; (2) patterns over them, the longest kept; (3) each resolved
against the anchor, the day named last and the tense of its clause; (4) neighbours joined, parts of the day taken in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from khabar.languages import fold
from khabar.languages.catalogue import canonical
from khabar.languages.dates.context import Context
from khabar.languages.dates.grammar import grammar
from khabar.languages.dates.join import glue, join, until_now, widen
from khabar.languages.dates.lexicon import lexicon
from khabar.languages.dates.model import Expression, FoundDate
from khabar.languages.dates.plausible import plausible
from khabar.languages.dates.resolve import KINDS, days_of
from khabar.languages.dates.tense import leans_ahead, looks_ahead
from khabar.languages.dates.tokens import lattice

_SELDOM = date(2000, 1, 1)
"""Stands in for an unknown day of publication where only absolute dates are wanted."""
_NAMING = frozenset(("date", "day", "weekday", "rel", "ana", "daypart"))
_PARTS = frozenset(("daypart", "overnight"))
_WITH_PART = (_NAMING | {"range"}) - _PARTS
_PLACING = _NAMING | {"month", "year", "range", "months", "holiday"}
"""Actions whose expressions place what is told in time, so that "the following month" counts from there."""
_MAYBE_VAGUE = frozenset(("vague", "later", "ana"))
"""Actions whose expressions stand without a value where nothing before them says when."""
_MEMORY = 1500
"""Characters after which the day named last is no longer meant by "that day"."""


def scan(text: str, lang: str, folded: str | None = None) -> list[Expression]:
    """All date expressions of a text, unresolved, in order, without overlaps."""
    flat = fold(text) if folded is None else folded
    rules = grammar(lang)
    found = (e for e in rules.matches(flat, lattice(flat, lang)) if plausible(e, flat, text, lang))
    matches = sorted(found, key=lambda e: (e.action in _PARTS, e.start - e.end, e.action != "vague", e.action in ("not", "ahead_if"), -len(e.slots.keys() - {"edge"}), e.start))
    taken = bytearray(len(flat) + 1)
    chosen: list[Expression] = []
    for match in matches:
        if not any(taken[match.start : match.end]):
            taken[match.start : match.end] = b"\x01" * (match.end - match.start)
            chosen.append(match)
    return _alone(sorted((e for e in chosen if e.action != "not"), key=lambda e: e.start), flat, lang)


def _alone(found: list[Expression], folded: str, lang: str) -> list[Expression]:
    """`found` without the parts of the day that stand beside a day: they belong to it (see `widen`)."""
    if not any(e.action in _PARTS for e in found):
        return found
    beside = glue(lang).beside
    kept = []
    for at, e in enumerate(found):
        near = [(found[at - 1].end, e.start, found[at - 1])] if at else []
        near += [(e.end, found[at + 1].start, found[at + 1])] if at + 1 < len(found) else []
        if e.action not in _PARTS or not any(o.action in _WITH_PART and beside.fullmatch(folded, a, b) for a, b, o in near):
            kept.append(e)
    return kept


def find(text: str, lang: str, anchor: date | None, *, prefer: str = "news", folded: str | None = None,
         ahead: bool = False) -> list[FoundDate]:  # fmt: skip
    """Date expressions of `text`, resolved against the day of publication `anchor`.

    Without an anchor only what is dated in full is resolved; the rest is returned vague, with its stated weekday or
    offset. `prefer` is "news" (a bare day lies in the past) or "future" (as in chat); `ahead` reads every bare day as
    still to come.

    >>> [(d.surface, d.value) for d in find("They met on 5 May 2023.", "en", None)]
    [('on 5 May 2023', '2023-05-05')]
    """
    lang = canonical(lang)
    flat = fold(text) if folded is None else folded
    return resolve(scan(text, lang, flat), text, flat, lang, anchor, prefer, ahead)


def resolve(expressions: Iterable[Expression], text: str, folded: str, lang: str, anchor: date | None,
            prefer: str = "news", ahead: bool = False) -> list[FoundDate]:  # fmt: skip
    """Expressions of `scan`, resolved; see `find`."""
    base = Context(anchor or _SELDOM, prefer=prefer, lang=lang, week_starts=lexicon(lang).week_starts)
    found: list[FoundDate] = []
    last: tuple[int, date] | None = None
    named: tuple[int, date] | None = None
    for expression in expressions:
        near = last[1] if last and expression.start - last[0] < _MEMORY else None
        base = _spoken(base, anchor, near, folded, expression)
        placed = named[1] if named and expression.start - named[0] < _MEMORY // 3 else None
        future = ahead or looks_ahead(folded, expression, lang)
        leaning = not future and leans_ahead(folded, expression, lang)
        item = _resolve_one(expression, text, base._replace(last=near, named=placed, future=future, leaning=leaning), anchor is not None)
        if item is None:
            continue
        if item.grain == "day" and item.start is not None and expression.action in _NAMING:
            last = expression.end, item.start
        if item.start is not None and expression.action in _PLACING:
            named = expression.end, item.start
        found.append(item)
    found = join(found, folded, text, lang)
    if anchor is not None:
        found = until_now(found, anchor, folded, text, lang)
    starts = [*(f.span[0] for f in found), len(folded)]
    widened: list[FoundDate] = []
    for i, item in enumerate(found):
        widened.append(widen(item, folded, text, lang, (widened[-1].span[1] if widened else 0, starts[i + 1])))
    return widened


def _spoken(base: Context, anchor: date | None, near: date | None, folded: str, expression: Expression) -> Context:
    """"today" inside quotation marks is the day of the speech: the day named last, where that is the day before publication."""
    if anchor is None or expression.action != "rel" or expression.slots["rel"] < 0:
        return base._replace(anchor=anchor or base.anchor)
    since = folded.rfind("\n", 0, expression.start) + 1
    inside = folded.count('"', since, expression.start) % 2 == 1 and '"' in folded[expression.end : expression.end + 400]
    spoken = near if inside and near is not None and (anchor - near).days == 1 else anchor
    return base._replace(anchor=spoken)


def _resolve_one(expression: Expression, text: str, context: Context, known: bool) -> FoundDate | None:
    slots = expression.slots
    interval = days_of(expression.action, slots, context)
    if interval is None and expression.action not in _MAYBE_VAGUE:
        return None
    anchored = _anchored(expression)
    weekday = slots.get("w", slots.get("W")) if expression.action in ("date", "day", "weekday") else None
    shown = interval if interval is not None and (known or not anchored) else None
    return FoundDate(
        span=(expression.start, expression.end),
        surface=text[expression.start : expression.end],
        start=shown.start if shown else None,
        end=shown.end if shown else None,
        grain=interval.grain if interval else "span",
        kind=KINDS.get(expression.action) or ("anaphoric" if expression.action == "ana" else "relative"),
        anchored=anchored,
        weekday=weekday,
        offset=int(slots["rel"]) if expression.action == "rel" else None,
    )


def _anchored(expression: Expression) -> bool:
    slots = expression.slots
    dated = any(s in slots for s in ("y", "yy", "date", "my", "era"))
    return not (dated and expression.action in ("date", "month", "year", "range", "months", "quarter", "season", "decade", "holiday", "nth"))


def parse_day(text: str, lang: str) -> date | None:
    """The one day that a short text states in full, or None. Falls back to English for what the language does not read.

    >>> parse_day("Thursday, 5 May 2022, 14:03 GMT", "en")
    datetime.date(2022, 5, 5)
    """
    for code in dict.fromkeys((canonical(lang), "en")):
        days = {f.start for f in find(text, code, None) if f.grain == "day" and f.start is not None and not f.anchored}
        if len(days) == 1:
            return days.pop()
    return None

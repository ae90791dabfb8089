"""What a page holds a value for: the country that it counts, the origin that it rests on, and whether it tells of the news at all."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import regex

from khabar.flow.describe.events.actors import can_act, country_of, home_of, site_of
from khabar.models import Described, Entity, Lineage, Number, Span

SENTENCE_END = regex.compile(r"[.!?؟।]\s|[。！？\n]")
PAST_DAYS = 60
"""A sentence dated so long before the page tells of another event."""
CLEAR = 1.5
"""A page is about the country that it names so many times as often as any other."""


def sentence_of(text: str, span: Span) -> Span:
    """The sentence around a stretch of text, as far as its punctuation tells."""
    start = max((m.end() for m in SENTENCE_END.finditer(text, 0, span[0])), default=0)
    stop = SENTENCE_END.search(text, span[1])
    return start, stop.start() if stop else len(text)


def place_of(member: Described, number: Number) -> str | None:
    """The country that a toll counts: the one that its clause or sentence names, by its people and bodies where no place stands
    there, else the one that the page is about; None where several are counted.
    """
    if number.span is None:
        return main_country(member)
    sentence = sentence_of(member.article.text, number.span)
    clause = _clause(member.article.text, number.span, sentence)
    for within, read in ((clause, _country), (sentence, _country), (sentence, _home)):
        named = {c for e in member.notes.entities if (c := read(e)) for s in e.spans if within[0] <= s[0] < within[1]}
        if named:
            return next(iter(named)) if len(named) == 1 else None
    return main_country(member)


def _clause(text: str, span: Span, sentence: Span) -> Span:
    """The part of a sentence between the marks around a number: "in Turkey 3,549 died, in Syria 812"."""
    marks = [m.start() for m in regex.finditer(r"[,،，;；؛](?!\d)", text[slice(*sentence)])]
    before = [sentence[0] + m + 1 for m in marks if sentence[0] + m < span[0]]
    behind = [sentence[0] + m for m in marks if sentence[0] + m >= span[1]]
    return max(before, default=sentence[0]), min(behind, default=sentence[1])


def _country(entity: Entity) -> str | None:
    return (country_of(entity.id) or site_of(entity.id)) if entity.type == "LOC" else None


def _home(entity: Entity) -> str | None:
    return home_of(entity.id) if entity.type != "LOC" and can_act(entity) else None


def main_country(member: Described) -> str | None:
    """The country that a page names most, its towns counted; None where it names another nearly as often."""
    found: Counter[str] = Counter()
    for entity in member.notes.entities:
        if country := _country(entity):
            found[country] += len(entity.spans)
    first, second = ([*found.most_common(2), ("", 0), ("", 0)])[:2]
    return first[0] if first[1] > CLEAR * second[1] else None


def is_past(member: Described, number: Number) -> bool:
    """Whether the sentence of a number is dated long before the page: the toll of an earlier event."""
    published = member.article.published.value
    if number.span is None or not published:
        return False
    start, stop = sentence_of(member.article.text, number.span)
    days = [d.value for d in member.notes.dates if d.span and d.value and start <= d.span[0] < stop]
    latest = max((_end(day) for day in days), default=None)
    return latest is not None and latest < date.fromisoformat(published[:10]) - timedelta(days=PAST_DAYS)


def _end(value: str) -> date:
    last = value.split("/")[-1][:10]
    year, month, day = [int(p) for p in last.split("-")] + [0] * (3 - len(last.split("-")))
    return date(year, month or 12, day or 28)


def origin_of(member: Described, number: Number, lineage: Lineage) -> str | None:
    """The origin that a value rests on: of a page with several the one that its sentence names, else the first."""
    origins = lineage.page_origins.get(member.article.id)
    ids = origins.ids if origins else ()
    if len(ids) > 1 and number.span is not None:
        start, stop = sentence_of(member.article.text, number.span)
        named = [c.source for c in member.notes.credits if c.span and start <= c.span[0] < stop]
        named += [e.id for e in member.notes.entities if e.type == "ORG" and any(start <= s[0] < stop for s in e.spans)]
        if carried := next((i for i in ids if i in named), None):
            return carried
    return ids[0] if ids else None

"""The mentions of a page that events are told with: offices that stand for persons among them, datelines and signs of money not."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from khabar.flow.describe.document import Document
from khabar.flow.describe.events.lexicon import Hit
from khabar.flow.describe.quotes.roles import holders, offices
from khabar.models import Entity, Span

Mention = tuple[int, int, Entity]
_DATELINE = regex.compile(
    r"[^\n.]{2,70}?(?:\([^)\n]{2,30}\)\s*\.?\s*[-–—:=]+|\s[-–—]\s|\d日[电電](?:\s?[（(][^）)\n]{2,40}[）)])?)|\p{Lu}[\p{Lu}\s/.,’-]{2,40}:"
    r"|[\p{Devanagari}\p{M}\s/]{2,40},\s[\p{Devanagari}\p{M}\d\s]{3,20}\s\([^)\n]{2,20}\)"
    r"|\([^()\n]{2,30}=[^()\n]{2,30}\)[^\n=.]{2,40}(?:기자|특파원)\s*="
)
"""«CITY, 9 Sept (Agency) -», «…19日电（记者 …）», «नयी दिल्ली, पांच अगस्त (भाषा)», «(서울=…) 홍길동 기자 =»: places and reporters there take no part."""
FORCES = ("army", "police", "government")
TITLE = 46
"""Characters between an office and the name that bears it."""
OF = 7
"""Characters between an office and its country: "of", « de la »."""
_BROKEN = regex.compile(r"[,،，、;؛:：.。()（）\n]")
_MONEY = regex.compile(r"\s?[$＄]")
"""A sign of money behind a name: "US$ 4" is no country."""


def mentions_of(document: Document, entities: Sequence[Entity], unnamed: Sequence[Hit]) -> list[Mention]:
    """Every mention in order, the longer first where two begin together.

    `unnamed`: words for parties without a name; a name unknown to the files that begins with a force is that group ("the army
    of X"), an office among them is none of its own ("the two foreign ministers").
    """
    opening = _DATELINE.match(document.text)
    floor = opening.end() if opening else 0
    forces = {h.start for h in unnamed if h.kind == "group" and h.value in FORCES}
    ends = {h.end for h in unnamed if h.kind == "group" and h.value in FORCES}
    pairs = [(h.start, h.end) for h in unnamed if h.kind == "pair"]
    named = [
        (*span, e)
        for e in entities
        for span in e.spans
        if span[0] >= floor
        and not _MONEY.match(document.text, span[1])
        and not (e.type == "ORG" and not e.known and (span[0] in forces or (document.lang == "hi" and span[1] in ends)))
    ]
    return sorted([*named, *_held(document, named, pairs)], key=lambda m: (m[0], -m[1]))


def _held(document: Document, named: Sequence[Mention], pairs: Sequence[Span]) -> list[Mention]:
    """Offices that stand alone for a person of the page."""
    spans = [((start, end), entity) for start, end, entity in named]
    held = holders(document, offices(document), spans)
    taken = [*pairs, *(span for span, entity in spans if entity.type != "LOC")]
    people = [span for span, entity in spans if entity.type == "PER"]
    return [
        (*_with_country(document.text, office.span, spans), person)
        for office, person in held
        if not _overlaps(office.span, taken) and not any(_entitles(document.text, office.span, p) for p in people)
    ]


def _with_country(text: str, office: Span, spans: Sequence[tuple[Span, Entity]]) -> Span:
    """An office and the country behind it: "the president of France", «رئيس فرنسا»."""
    behind = (
        s
        for s, e in spans
        if e.type == "LOC" and 0 < s[0] - office[1] <= OF and not _BROKEN.search(text, office[1], s[0])
    )
    return office[0], next((s[1] for s in behind), office[1])


def _entitles(text: str, office: Span, person: Span) -> bool:
    """Whether an office opens the title of a name behind it: "the minister of trade and industry X"."""
    return 0 <= person[0] - office[1] <= TITLE and not _BROKEN.search(text, office[1], person[0])


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in taken)

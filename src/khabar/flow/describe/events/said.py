"""What is done by words between quotation marks: "this was no attack" denies, "we stand by X" supports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.flow.describe.document import Document
from khabar.flow.describe.events.actors import can_act, capitals, home_of
from khabar.flow.describe.events.day import day_of
from khabar.flow.describe.events.lexicon import Hit, lexicon
from khabar.models import Entity, Event, Quote

AIMED = ("SUPPORT", "ACCUSE", "THREATEN")
"""Types of which the words must name someone; a denial, a call to all, comfort to those hit and the condemning of a deed need not."""
MEANT = {"COMFORT": "SUPPORT", "CONDEMN": "ACCUSE", "DENY": "REJECT"}
OPENING = 24
"""A denial stands at the beginning of what is said."""


def said_events(
    document: Document, quotes: Sequence[Quote], mentions: Sequence[tuple[int, int, Entity]]
) -> Iterator[Event]:
    """Events of direct speech: the speaker denies or takes a side."""
    for quote in quotes:
        if not quote.direct or not quote.span or not quote.speaker_id:
            continue
        sentence = document.sentence_at(quote.span[0])
        words = lexicon(sentence.lang if sentence else document.lang)
        start, end = quote.span
        for hit in sorted((h for h in words.scan(document.folded, start, end) if h.kind == "said"), key=lambda h: (h.start, -h.end)):
            target = None
            if hit.value == "REJECT" and hit.start - start > OPENING:
                continue
            if hit.value in AIMED and (target := _aim(quote, hit, mentions)) is None:
                continue
            if hit.value in ("CONCEDE", "CONDEMN"):
                target = _aim(quote, hit, mentions)
            yield Event(
                actor=quote.speaker_id,
                type=MEANT.get(hit.value, hit.value),
                target=capitals().get(target or "", target),
                date=day_of(document, quote.span, None, ()),
                evidence=document.text[start:end],
                span=quote.span,
            )
            break


def _aim(quote: Quote, hit: Hit, mentions: Sequence[tuple[int, int, Entity]]) -> str | None:
    """Whom the words of a quotation mean: named behind them, else before ("Russia … we stand by her side"), not the speaker's own."""
    if quote.span is None:
        return None
    own = {quote.speaker_id, home_of(quote.speaker_id or "")}
    inside = [(a, e.id) for a, _, e in mentions if quote.span[0] <= a < quote.span[1] and can_act(e) and e.id not in own]
    behind = [i for a, i in inside if a >= hit.start]
    before = [i for a, i in inside if a < hit.start]
    return behind[0] if behind else before[-1] if before and hit.value in ("ACCUSE", "SUPPORT", "CONCEDE", "THREATEN") else None

"""What is done by words between quotation marks: "this was no attack" denies, "we stand by X" supports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.flow.describe.document import Document
from khabar.flow.describe.events.actors import can_act
from khabar.flow.describe.events.day import day_of
from khabar.flow.describe.events.lexicon import lexicon
from khabar.models import Entity, Event, Quote

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
        for hit in sorted(h for h in words.scan(document.folded, start, end) if h.kind == "said"):
            target = None
            if hit.value == "REJECT":
                if hit.start - start > OPENING:
                    continue
            else:
                inside = [e for a, _, e in mentions if hit.start <= a < end and can_act(e) and e.id != quote.speaker_id]
                target = next((e.id for e in inside), None)
                if target is None:
                    continue
            yield Event(
                actor=quote.speaker_id,
                type=hit.value,
                target=target,
                date=day_of(document, quote.span, None, ()),
                evidence=document.text[start:end],
                span=quote.span,
            )
            break

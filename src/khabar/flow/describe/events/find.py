"""Events of a document, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import regex

from khabar.flow.describe.document import Document, Sentence
from khabar.flow.describe.events.actors import can_act, party_of
from khabar.flow.describe.events.arguments import Mention, arguments, parties
from khabar.flow.describe.events.lexicon import MUTUAL, Lexicon, lexicon
from khabar.flow.describe.quotes.marks import quoted_spans
from khabar.models import DateMention, Entity, Event

_DATELINE = regex.compile(r"[^\n.]{2,70}?(?:\([^)\n]{2,30}\)\s*\.?\s*[-–—:]+|\s[-–—]\s|^\p{Lu}{3,}:)")
"""«CITY, 9 Sept (Agency) -»: places there take no part."""
Mode = Literal["", "negated", "planned", "denied", "hypothetical"]
BEFORE_CUE = 28
"""Characters before a cue in which a word of mode must stand."""
INTRANSITIVE = frozenset({"MOBILIZE", "RETREAT"})
"""Types that an actor does alone: forces raised, an office left."""
LONE = INTRANSITIVE | {"REJECT", "OTHER"}
"""Types that may stand without a target."""


def find_events(document: Document, entities: tuple[Entity, ...], dates: tuple[DateMention, ...]) -> tuple[Event, ...]:
    """Events with an actor among the entities; each (actor, type, target) once, where it is told first."""
    mentions = sorted((Mention(span, e) for e in entities for span in e.spans), key=lambda m: m.span)
    opening = _DATELINE.match(document.text)
    mentions = [m for m in mentions if not opening or m.span[0] >= opening.end()]
    found: dict[tuple[str | None, str, str | None], Event] = {}
    for sentence in document.sentences:
        here = [m for m in mentions if sentence.start <= m.span[0] and m.span[1] <= sentence.end]
        if not here:
            continue
        for event in _of_sentence(document, sentence, here, dates):
            pair = (event.actor, event.target)
            if event.type in MUTUAL and (event.target, event.type, event.actor) in found:
                continue
            found.setdefault((pair[0], event.type, pair[1]), event)
    return tuple(found.values())


def _of_sentence(
    document: Document, sentence: Sentence, mentions: list[Mention], dates: Sequence[DateMention]
) -> list[Event]:
    words, text = lexicon(sentence.lang), document.folded
    quoted = [
        outer
        for outer, inner in quoted_spans(document.text, sentence.lang, sentence.start, sentence.end)
        if inner[1] - inner[0] > 25
    ]
    placed = [
        m
        for m in mentions
        if m.entity.type == "LOC" and words.locative.search(text, max(sentence.start, m.span[0] - 12), m.span[0] + 1)
    ]
    able = parties(document.text, [m for m in mentions if not any(a < m.span[0] < b for a, b in quoted)])
    events: list[Event] = []
    for match in words.cues.finditer(text, sentence.start, sentence.end):
        if any(a < match.start() < b for a, b in quoted) or any(
            m.span[0] <= match.start() < m.span[1] for m in mentions
        ):
            continue
        kind = match.lastgroup or "OTHER"
        actor, target = arguments(
            document.text,
            match.span(),
            kind,
            [m for m in able if can_act(m.entity) and (kind == "CONSULT" or m not in placed)],
            words,
        )
        target = None if kind in INTRANSITIVE else target
        if actor is None or (target is None and kind not in LONE) or any(e.type == kind for e in events):
            continue
        if kind == "CONSULT" and (actor.entity.type == "LOC" or (target and target.entity.type == "ORG")):
            continue
        events.append(_event(document, sentence, (kind, match.span()), (actor, target), dates))
    return events


def _event(
    document: Document,
    sentence: Sentence,
    cue: tuple[str, tuple[int, int]],
    who: tuple[Mention, Mention | None],
    dates: Sequence[DateMention],
) -> Event:
    kind, span = cue
    actor, target = who
    return Event(
        actor=actor.entity.id,
        type=kind,
        target=party_of(target.entity, kind == "CONSULT") if target else None,
        date=_day(document, sentence, span, dates),
        evidence=document.text[sentence.start : sentence.end],
        span=sentence.span,
        mode=_mode(document.folded, span, sentence, lexicon(sentence.lang)),
    )


def _mode(text: str, cue: tuple[int, int], sentence: Sentence, words: Lexicon) -> Mode:
    """The mode of a cue, from the words before it, and behind it where verbs stand last."""
    start = max(sentence.start, cue[0] - BEFORE_CUE)
    end = min(sentence.end, cue[1] + BEFORE_CUE) if words.order == "sov" else cue[1]
    if words.denied.search(text, sentence.start, end):
        return "denied"
    if words.negated.search(text, start, end):
        return "negated"
    if words.hypothetical.search(text, start, end):
        return "hypothetical"
    if words.planned.search(text, start, end):
        return "planned"
    return ""


def _day(document: Document, sentence: Sentence, cue: tuple[int, int], dates: Sequence[DateMention]) -> str | None:
    """The dated expression of the sentence nearest to the cue; else the day of publication."""
    here = [d for d in dates if d.span and d.value and sentence.start <= d.span[0] < sentence.end]
    if here:
        nearest = min(here, key=lambda d: min(abs(d.span[0] - cue[1]), abs(cue[0] - d.span[1])) if d.span else 0)
        return nearest.value
    published = document.article.published.value
    return published[:10] if published else None

"""Attributions lost or changed: the parent says who says it; the child tells it in its own name, or puts it in another mouth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from khabar.flow.lineage.mutations.change import Change, counterpart
from khabar.flow.lineage.mutations.lexicon import Mark
from khabar.flow.lineage.mutations.passages import Passage, Side
from khabar.models import Span

LOST, MEDIUM, NAMELESS, VEILED, SPEAKER = 0.62, 0.55, 0.5, 0.5, 0.4
"""Confidence that matters changed: no attribution left; the medium spoken to gone; the anonymity gone; a name gone; another speaker."""


class Voice(NamedTuple):
    """Who is behind a sentence."""

    marks: list[Mark]
    sources: frozenset[str]
    speakers: frozenset[str]
    nameless: bool
    quoted: bool

    @property
    def attributed(self) -> bool:
        return bool(self.marks or self.sources or self.quoted)

    @property
    def veiled(self) -> bool:
        """Whether it is told as others' word without saying whose."""
        return not self.sources and not self.speakers and (self.nameless or any(m.sort == "impersonal" for m in self.marks))


def voice(side: Side, sentences: tuple[int, ...]) -> Voice:
    """Everything in these sentences that says whose word they are."""
    spans = [side.span(s) for s in sentences]
    marks = side.marks(sentences, "attribution")
    speakers = {q.speaker_id for q in side.notes.quotes if q.span and q.speaker_id and any(q.span[0] < b and a < q.span[1] for a, b in spans)}
    sources = {c.source for c in side.credits(sentences) if c.source}
    return Voice(marks, frozenset(sources), frozenset(speakers), any(m.sort == "anonymous" for m in marks), side.quoted(sentences))


def attribution_changes(child: Side, parent: Side, passage: Passage) -> Iterator[Change]:
    """At most one change for each passage, the gravest."""
    theirs = voice(parent, (passage.parent,))
    if not theirs.marks and not theirs.sources:
        return
    ours = voice(child, passage.child)
    confidence = _change(theirs, ours, child)
    if not confidence:
        return
    clause = parent.clause(passage.parent, _place(parent, passage.parent, theirs))
    rest = _rest(parent.span(passage.parent), clause)
    yield Change("attribution", clause, counterpart(child, parent, passage, rest), confidence * min(1.0, 0.5 + passage.score))


def _change(theirs: Voice, ours: Voice, child: Side) -> float:
    """How sure it is that the word behind a sentence changed; 0 if it did not."""
    if not ours.attributed:
        return LOST
    if theirs.sources and not theirs.sources & ours.sources and child.page.outlet not in theirs.sources:
        return MEDIUM
    if theirs.nameless and not ours.nameless and not ours.speakers:
        return NAMELESS
    if theirs.speakers and ours.veiled:
        return VEILED
    if theirs.speakers and ours.speakers and not theirs.speakers & ours.speakers:
        return SPEAKER
    return 0.0


def _place(parent: Side, sentence: int, theirs: Voice) -> Span:
    """Where the attribution stands: an opener such as "according to", else the first verb of saying, else the name of the source."""
    order = {"according": 0, "say": 1, "more": 1, "anonymous": 2, "impersonal": 3}
    if theirs.marks:
        return min(theirs.marks, key=lambda m: (order.get(m.sort, 4), m.start)).span
    return next((c.span for c in parent.credits([sentence]) if c.span), parent.span(sentence))


def _rest(sentence: Span, clause: Span) -> Span:
    """The longer part of a sentence beside a clause: what is attributed."""
    before, after = (sentence[0], clause[0]), (clause[1], sentence[1])
    longer = max(before, after, key=lambda s: s[1] - s[0])
    return longer if longer[1] - longer[0] > 8 else sentence

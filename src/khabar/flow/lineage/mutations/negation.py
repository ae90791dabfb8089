"""Negations flipped: the same thing done on one page and not done, denied or refused on the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.flow.lineage.mutations.change import Change, counterpart
from khabar.flow.lineage.mutations.passages import Passage
from khabar.flow.lineage.mutations.side import Side
from khabar.models import Event

FLIPPED, WORDED = 0.7, 0.6
"""Confidence where the event is known on both pages, and where the sentences differ in little but the negation."""
ALIKE = 0.7
"""Share of words that two sentences of one language must have in common for a lone "not" to be a flip."""
_DENIED = frozenset({"negated", "denied"})


def negation_changes(child: Side, parent: Side, passage: Passage) -> Iterator[Change]:
    """One change at most for each passage."""
    found = next(_events(child, parent, passage), None) or next(_words(child, parent, passage), None)
    if found:
        yield found


def _events(child: Side, parent: Side, passage: Passage) -> Iterator[Change]:
    for old in _told(parent, [passage.parent]):
        for new in _told(child, passage.child):
            same = (old.actor, old.type, old.target) == (new.actor, new.type, new.target) and old.actor is not None
            if same and {old.mode in _DENIED, new.mode in _DENIED} == {True, False} and old.span and new.span and {old.mode, new.mode} & {""}:
                clause = parent.clause(passage.parent, old.span)
                yield Change("negation", clause, child.clause(child.sentence_of(new.span[0]), new.span), FLIPPED * min(1.0, 0.5 + passage.score))


def _told(side: Side, sentences: Sequence[int]) -> list[Event]:
    spans = [side.span(s) for s in sentences]
    return [e for e in side.notes.events if e.span and any(a <= e.span[0] < b for a, b in spans)]


def _words(child: Side, parent: Side, passage: Passage) -> Iterator[Change]:
    if child.lang != parent.lang or len(passage.child) != 1:
        return
    ours, theirs = child.marks(passage.child, "negation"), parent.marks([passage.parent], "negation")
    if bool(ours) == bool(theirs) or max(len(ours), len(theirs)) != 1:
        return
    here, there = child.words(passage.child[0]), parent.words(passage.parent)
    if 2 * len(here & there) < ALIKE * (len(here) + len(there)):
        return
    if theirs:
        clause = parent.clause(passage.parent, theirs[0].span)
        said = {t.text for t in parent.tokens(clause) if not any(m.start <= t.start < m.end for m in theirs)}
        if len(said & {t.text for t in child.tokens(child.span(passage.child[0]))}) < ALIKE * len(said):
            return
        yield Change("negation", clause, counterpart(child, parent, passage, clause), WORDED)
    else:
        own = child.clause(passage.child[0], ours[0].span)
        yield Change("negation", parent.clause(passage.parent, parent.span(passage.parent)), own, WORDED)

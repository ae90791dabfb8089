"""A change that was found, with how sure it is; and where in the child a clause of the parent has its counterpart."""

from __future__ import annotations

from typing import Literal, NamedTuple

from khabar.flow.lineage.mutations.passages import Passage
from khabar.flow.lineage.mutations.side import Side
from khabar.models import Mutation, Span

PLACE, AGAINST = 0.3, 0.3
"""Weight of standing at the same place of the sentence, and of words shared with the rest of the parent's sentence, beside that of shared words."""
Kind = Literal["number", "hedge", "attribution", "date", "scope", "negation"]


class Change(NamedTuple):
    """A mutation and its confidence, 0 to 1."""

    kind: Kind
    parent: Span
    child: Span
    confidence: float

    @property
    def told(self) -> bool:
        """Whether both places hold words: a sentence of punctuation alone has none to show."""
        return self.parent[0] < self.parent[1] and self.child[0] < self.child[1]

    def mutation(self, child: Side, parent: Side) -> Mutation:
        """The record, with both surfaces."""
        return Mutation(kind=self.kind, parent=parent.surface(self.parent), here=child.surface(self.child), parent_span=self.parent, child_span=self.child)


def counterpart(child: Side, parent: Side, passage: Passage, span: Span) -> Span:
    """The child's clause that tells what the parent's clause at `span` tells: by shared words, numbers and names, and by place.

    What the clause shares with the rest of the parent's sentence speaks against it.
    """
    whole, words = parent.span(passage.parent), child.lang == parent.lang
    theirs = _anchors(parent, span, words)
    others = _anchors(parent, whole, words) - theirs
    start, end = (_share(at, whole) for at in span)

    def fit(option: tuple[int, Span]) -> float:
        sentence, clause = option
        ours = _anchors(child, clause, words)
        low, high = (_share(at, child.span(sentence)) for at in clause)
        both, either = min(high, end) - max(low, start), max(high, end) - min(low, start)
        shared = 2 * len(ours & theirs) / max(1, len(ours) + len(theirs)) - AGAINST * len(ours & others) / max(1, len(ours))
        return shared + PLACE * max(0.0, both) / max(1e-6, either)

    sentence, clause = max(((s, c) for s in passage.child for c in child.clauses(s)), key=fit)
    return child.clause(sentence, clause)


def _share(at: int, span: Span) -> float:
    """Where a position stands in a span, from 0 to 1."""
    return (at - span[0]) / max(1, span[1] - span[0])


def _anchors(side: Side, span: Span, words: bool) -> frozenset[str]:
    """Names and numbers within a span, and its words where both pages are in one language."""
    found = {t.text for t in side.tokens(span) if len(t.text) > 2 or side.density < 1} if words else set()
    names = {e.id for e in side.notes.entities if any(span[0] <= a < span[1] for a, _ in e.spans)}
    numbers = {f"{n.value:g}" for n in side.notes.numbers if n.span and n.value is not None and span[0] <= n.span[0] < span[1]}
    return frozenset(found | names | numbers)

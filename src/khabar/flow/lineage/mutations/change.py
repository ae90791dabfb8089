"""A change that was found, with how sure it is; and where in the child a clause of the parent has its counterpart."""

from __future__ import annotations

from typing import Literal, NamedTuple

from khabar.flow.lineage.mutations.passages import Passage
from khabar.flow.lineage.mutations.side import Side
from khabar.models import Mutation, Span

Kind = Literal["number", "hedge", "attribution", "date", "scope", "negation"]


class Change(NamedTuple):
    """A mutation and its confidence, 0 to 1."""

    kind: Kind
    parent: Span
    child: Span
    confidence: float

    def mutation(self, child: Side, parent: Side) -> Mutation:
        """The record, with both surfaces."""
        return Mutation(kind=self.kind, parent=parent.surface(self.parent), here=child.surface(self.child), parent_span=self.parent, child_span=self.child)


def counterpart(child: Side, parent: Side, passage: Passage, span: Span) -> Span:
    """The child's clause that tells what the parent's clause at `span` tells: by shared words, numbers and names, else by place."""
    options = [(s, c) for s in passage.child for c in child.clauses(s)]
    theirs = _anchors(parent, span)
    start, end = parent.span(passage.parent)
    place = ((span[0] + span[1]) / 2 - start) / max(1, end - start)

    def fit(option: tuple[int, Span]) -> float:
        sentence, clause = option
        low, high = child.span(sentence)
        ours = _anchors(child, clause)
        shared = 2 * len(ours & theirs) / max(1, len(ours) + len(theirs))
        return shared - 0.2 * abs(((clause[0] + clause[1]) / 2 - low) / max(1, high - low) - place)

    sentence, clause = max(options, key=fit)
    return child.clause(sentence, clause)


def _anchors(side: Side, span: Span) -> frozenset[str]:
    """Words (by language), numbers and names within a span."""
    words = {f"{side.lang}:{t.text}" for t in side.tokens(span) if len(t.text) > 2 or side.density < 1}
    names = {e.id for e in side.notes.entities if any(span[0] <= a < span[1] for a, _ in e.spans)}
    numbers = {f"{n.value:g}" for n in side.notes.numbers if n.span and n.value is not None and span[0] <= n.span[0] < span[1]}
    return frozenset(words | names | numbers)

"""Hedges lost: what the parent only holds possible, probable, alleged or provisional, and the child tells as so."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.flow.lineage.mutations.change import Change, counterpart
from khabar.flow.lineage.mutations.lexicon import Mark
from khabar.flow.lineage.mutations.passages import Passage, Side

SURE = {4: 0.7, 3: 0.65, 2: 0.6, 1: 0.4}
"""Confidence by the level of what was lost, before similarity is weighed in."""


def hedge_changes(child: Side, parent: Side, passage: Passage) -> Iterator[Change]:
    """One change for each clause of the parent whose hedge has no counterpart of its strength in the child."""
    theirs = parent.marks([passage.parent], "hedge")
    if not theirs:
        return
    ours = child.marks(passage.child, "hedge")
    seen = set()
    for mark in _unmatched(theirs, ours, child, parent):
        clause = parent.clause(passage.parent, mark.span)
        if clause in seen:
            continue
        seen.add(clause)
        yield Change("hedge", clause, counterpart(child, parent, passage, clause), SURE[mark.level] * min(1.0, 0.5 + passage.score))


def _unmatched(theirs: list[Mark], ours: list[Mark], child: Side, parent: Side) -> list[Mark]:
    """Hedges of the parent left over when each of the child's has taken its like: the same words first, then one no stronger."""
    left, free = list(theirs), list(ours)
    for mark in list(left):
        same = next((o for o in free if child.folded[o.start : o.end] == parent.folded[mark.start : mark.end]), None)
        if same:
            left.remove(mark)
            free.remove(same)
    for mark in sorted(left, key=lambda m: -m.level):
        near = next((o for o in sorted(free, key=lambda o: -o.level) if o.level >= mark.level - 1), None)
        if near:
            left.remove(mark)
            free.remove(near)
    return left

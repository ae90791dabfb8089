"""Hedges lost: what the parent only holds possible, probable, alleged or provisional, and the child tells as so."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.flow.lineage.mutations.change import Change, counterpart
from khabar.flow.lineage.mutations.lexicon import Mark
from khabar.flow.lineage.mutations.passages import Passage
from khabar.flow.lineage.mutations.side import Side
from khabar.models import Span

SURE = {4: 0.7, 3: 0.65, 2: 0.6, 1: 0.4}
"""Confidence by the level of what was lost, before similarity is weighed in."""
WHOLE = 0.5
"""Share of the parent sentence's length below which the child may have left out the clause itself."""
TOLD = 0.15
"""Share of a clause's longer words that the child must repeat, in one language, for a lost hedge to be more than an omission."""


THAT = 25
"""Characters between a verb of saying and its "that": whom it was said to, or an adverb."""


def hedge_changes(child: Side, parent: Side, passage: Passage) -> Iterator[Change]:
    """One change for each clause of the parent whose hedge has no counterpart of its strength in the child."""
    ours = child.marks(passage.child, "hedge")
    clauses = _by_clause(parent, passage.parent)
    if child.lang == parent.lang:
        ours = [o for o in ours if not parent.keeps(child, o.span)]
        clauses = {c: left for c, marks in clauses.items() if (left := [m for m in marks if not child.keeps(parent, m.span)]) and _told(child, parent, passage, c)}
    for clause, marks in sorted(clauses.items(), key=lambda c: -max(m.level for m in c[1])):
        level = max(m.level for m in marks)
        near = max((o for o in ours if o.level >= level - 1), key=lambda o: o.level, default=None)
        if near:
            ours.remove(near)
        else:
            whole = min(1.0, child.length(passage.child) / (WHOLE * parent.length([passage.parent])))
            yield Change("hedge", clause, counterpart(child, parent, passage, clause), SURE[level] * whole * min(1.0, 0.5 + passage.score))


def _told(child: Side, parent: Side, passage: Passage, clause: Span) -> bool:
    """Whether the child, in the same language, tells what the clause says, or left it out with its hedge."""
    ours = frozenset(w for s in passage.child for w in child.stems[s])
    theirs = parent.stems_of(clause)
    return len(ours & theirs) >= TOLD * len(theirs)


def _future_told(side: Side, sentence: int, mark: Mark) -> bool:
    """Whether a conditional is the future of what somebody said: "a indiqué que des soldats seraient envoyés"."""
    that = [m for m in side.marks([sentence], "that") if m.end <= mark.start]
    said = [m for m in side.marks([sentence], "attribution") if m.sort in ("say", "strong") and m.end <= mark.start]
    return any(0 <= t.start - s.end <= THAT for s in said for t in that)


def _by_clause(side: Side, sentence: int) -> dict[Span, list[Mark]]:
    """Hedges of a sentence by clause: several in one clause ("may possibly") are one hedge."""
    parts = side.clauses(sentence)
    groups: dict[int, list[Mark]] = {}
    for mark in side.marks([sentence], "hedge"):
        if mark.sort == "conditional" and _future_told(side, sentence, mark):
            continue
        groups.setdefault(next(i for i, (a, b) in enumerate(parts) if a <= mark.start < b), []).append(mark)
    return {side.clause(sentence, max(marks, key=lambda m: m.level).span): marks for marks in groups.values()}

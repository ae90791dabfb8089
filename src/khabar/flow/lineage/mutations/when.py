"""Times without a date that moved: "at a convenient time" that became "soon", "immediately" that became "at a later date"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.flow.lineage.mutations.change import Change
from khabar.flow.lineage.mutations.passages import Passage
from khabar.flow.lineage.mutations.side import Side

VAGUE, LONE = 0.5, 0.4
"""Confidence within a sentence, and between two pages."""
NAMES = 2
"""Names that two sentences share which tell of the same plan."""
NEAR = frozenset({"soon", "now"})
"""What is near; the other kinds put it off (when it suits, later, without end)."""


def when_changes(child: Side, parent: Side, passage: Passage) -> Iterator[Change]:
    """A time that is near on one page and put off on the other, where each page has one kind of them in the sentence."""
    yield from _moved(child, parent, passage.child, [passage.parent], VAGUE * min(1.0, 0.5 + passage.score))


def lone_times(child: Side, parent: Side) -> Iterator[Change]:
    """The same where each page has one kind of them at all, in sentences that name the same."""
    whole, theirs = range(len(child.page.sentences)), range(len(parent.page.sentences))
    for change in _moved(child, parent, whole, theirs, LONE):
        ours = child.page.sentence_names[child.sentence_of(change.child[0])]
        if len(ours & parent.page.sentence_names[parent.sentence_of(change.parent[0])]) >= NAMES:
            yield change


def _moved(child: Side, parent: Side, here: Sequence[int], there: Sequence[int], confidence: float) -> Iterator[Change]:
    theirs, ours = parent.marks(there, "when"), child.marks(here, "when")
    near, now = ({m.sort in NEAR for m in marks} for marks in (theirs, ours))
    if len(near) == len(now) == 1 and near != now:
        old, new = theirs[0].span, ours[0].span
        yield Change("date", parent.clause(parent.sentence_of(old[0]), old), child.clause(child.sentence_of(new[0]), new), confidence)

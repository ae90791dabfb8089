"""The same thing under another name that takes sides: an operation that became a war, militants terrorists, protests riots.

Words are data (`[framing]` in `hedges.toml`): "group:class". A page that tells the same sentence with another class of a group, and without
the first one, has changed what its reader takes the event for. Reported under scope: what is said reaches further, or less far.
"""

from __future__ import annotations

from collections.abc import Iterator

from khabar.flow.lineage.mutations.change import Change
from khabar.flow.lineage.mutations.lexicon import Mark
from khabar.flow.lineage.mutations.passages import Passage
from khabar.flow.lineage.mutations.side import Side

FRAMED = 0.5


def framing_changes(child: Side, parent: Side, passage: Passage) -> Iterator[Change]:
    """One change at most for each group."""
    ours, theirs = _groups(child.marks(passage.child, "framing")), _groups(parent.marks([passage.parent], "framing"))
    for group in sorted(ours.keys() & theirs.keys()):
        old, new = theirs[group], ours[group]
        if {m.sort for m in old}.isdisjoint(m.sort for m in new):
            place = parent.clause(passage.parent, old[0].span)
            yield Change("scope", place, child.clause(child.sentence_of(new[0].start), new[0].span), FRAMED * min(1.0, 0.5 + passage.score))


def _groups(marks: list[Mark]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.sort.partition(":")[0], []).append(mark)
    return found

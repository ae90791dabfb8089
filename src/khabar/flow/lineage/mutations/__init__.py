"""What changed on the way from parent to child. So far: numbers of aligned sentences."""

from __future__ import annotations

from khabar.flow.lineage.compare import Kin
from khabar.flow.lineage.page import PageView
from khabar.models import Mutation

MOST = 3
"""Changes reported of one link."""


def mutations(child: PageView, parent: PageView, kin: Kin) -> tuple[Mutation, ...]:
    """Typed numbers of one kind that differ between aligned sentences of two pages."""
    found: list[Mutation] = []
    for pair in kin.aligned.pairs:
        here, there = child.sentences[pair.first].span, parent.sentences[pair.second].span
        ours = [n for n in child.member.notes.numbers if n.span and here[0] <= n.span[0] < here[1] and n.value is not None]
        theirs = [n for n in parent.member.notes.numbers if n.span and there[0] <= n.span[0] < there[1] and n.value is not None]
        values, before = {n.value for n in ours}, {n.value for n in theirs}
        for one in ours:
            old = next((n for n in theirs if n.what == one.what and n.value not in values), None)
            if old is not None and one.value not in before and one.what != "other":
                found.append(Mutation(kind="number", parent=old.surface, here=one.surface, parent_span=old.span, child_span=one.span))
    return tuple(found[:MOST])

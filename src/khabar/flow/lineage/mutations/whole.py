"""Changes that show between two whole pages rather than between two sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from khabar.flow.describe.numbers.kinds import TYPED
from khabar.flow.describe.numbers.values import find_values
from khabar.flow.lineage.mutations.change import Change
from khabar.flow.lineage.mutations.number import SECONDS, Amount, amounts, shown
from khabar.flow.lineage.mutations.side import Side
from khabar.models import Span

TOLL, VAGUE = 0.5, 0.5
"""Confidence in a pair of numbers whose sentences were not matched, and in a source that became "media"."""


def lone_numbers(child: Side, parent: Side) -> Iterator[Change]:
    """Numbers of one type that only one page has, where each page has a single one left: told anew, in a sentence of its own."""
    ours, theirs = _all(child), _all(parent)
    left = [o for o in ours if not any(o.same(t) for t in theirs) and not _in_dates(parent, o)]
    gone = [t for t in theirs if not any(t.same(o) for o in ours) and not _in_dates(child, t)]
    here, there = _grouped(left), _grouped(gone)
    for key in sorted(set(here) & set(there)):
        if len(here[key]) == len(there[key]) == 1:
            yield Change("number", shown(parent, there[key][0]), shown(child, here[key][0]), TOLL)


def _in_dates(side: Side, amount: Amount) -> bool:
    """Whether a length of time of the other page stands in what this one tells as a date: "in four days"."""
    units = [u for u in side.marks(range(len(side.page.sentences)), "unit") if SECONDS[u.sort] == amount.seconds]
    spans = [d.span for d in side.notes.dates if d.span and any(d.span[0] <= u.start < d.span[1] for u in units)]
    return any(v.value * amount.seconds == amount.value for a, b in spans for v in find_values(side.folded, a, b, side.lang))


def _all(side: Side) -> list[Amount]:
    return amounts(side, range(len(side.page.sentences)))


def _grouped(found: list[Amount]) -> dict[tuple[str, str, float], list[Amount]]:
    """By type, unit and length of time; years are left out, since ages and anniversaries are many."""
    groups: dict[tuple[str, str, float], list[Amount]] = defaultdict(list)
    for amount in found:
        if amount.what in TYPED or 0 < amount.seconds < SECONDS["year"]:
            groups[amount.what, amount.unit, amount.seconds].append(amount)
    return groups


def vague_source(child: Side, parent: Side) -> Iterator[Change]:
    """The parent names itself as the source, the child has it from "Russian media" or "agencies"."""
    outlet = parent.page.outlet
    own = next((m.span for m in parent.mentions(range(len(parent.page.sentences)), "ORG") if m.id == outlet), None)
    own = own or next((c.span for c in parent.notes.credits if c.source == outlet and c.span), None)
    named = {c.source for c in child.notes.credits} | {e.id for e in child.notes.entities}
    vague = next((c.span for c in child.notes.credits if c.rule == "unnamed media" and c.span), None)
    if own and vague and outlet not in named:
        yield Change("attribution", _clause(parent, own), _clause(child, vague), VAGUE)


def _clause(side: Side, span: Span) -> Span:
    return side.clause(side.sentence_of(span[0]), span)

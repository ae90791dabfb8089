"""Sentences of a parent, each with what the child made of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from khabar.flow.lineage.align import Aligned
from khabar.flow.lineage.mutations.side import Side

MORE = 1.15
"""How much longer than a sentence of the parent the sentences that it was split into may be together."""
SOME = 2
"""Words that a sentence must share with one that it is held to be split from."""
TOOK_IN = 1.2
"""How much longer than the sentence that it is matched with a sentence must be to have taken in the one beside it."""
NEXT = 0.3
"""How alike a sentence and the one that took it in are held to be, at most."""
FEW, TAKEN = 4, 0.4
"""Words that a sentence must have to be looked for inside others, and the share of them that another must hold."""


class Passage(NamedTuple):
    """A sentence of the parent, the sentences of the child that tell the same (in order), and how alike the best of them is."""

    parent: int
    child: tuple[int, ...]
    score: float
    loose: bool = False
    """Whether the sentence is only part of what it is compared with, so that its numbers and places need not be the other's."""


Match = tuple[float, int, bool]
"""How alike, which sentence of the child, whether in order."""


def passages(child: Side, parent: Side, aligned: Aligned) -> list[Passage]:
    """The parent's sentences that have a counterpart; matches out of order only where there is none in order."""
    matched: dict[int, list[Match]] = defaultdict(list)
    for pairs, ordered in ((aligned.pairs, True), (aligned.moved, False)):
        for pair in pairs:
            matched[pair.second].append((pair.score, pair.first, ordered))
    taken = {here for matches in matched.values() for _, here, _ in matches}
    found = []
    for there in range(len(parent.page.sentences)):
        loose = there not in matched
        matches = (_merged(child, parent, there) or _beside(child, parent, there, matched)) if loose else matched[there]
        kept = [m for m in matches if m[2]] or matches
        if kept:
            here = _filled(child, parent, sorted({i for _, i, _ in kept}), there, taken)
            found.append(Passage(there, tuple(here), max(kept)[0], loose))
    return found


def _merged(child: Side, parent: Side, there: int) -> list[Match]:
    """The child's sentence, in one language, that took in much of a parent's sentence together with another one."""
    theirs = parent.stems[there] if child.lang == parent.lang else frozenset()
    if len(theirs) < FEW:
        return []
    share, here = max((len(stems & theirs) / len(theirs), i) for i, stems in enumerate(child.stems))
    return [(share, here, False)] if share >= TAKEN else []


def _beside(child: Side, parent: Side, there: int, matched: Mapping[int, list[Match]]) -> list[Match]:
    """The child's sentence, in any language, that took in a parent's sentence together with the one beside it, which it is matched with.

    It is longer than that one, and shares a name or number with the other, or both have a number that the other page lacks.
    """
    for beside in (there - 1, there + 1):
        for score, here, ordered in matched.get(beside, ()):
            alone = parent.length([i for i, matches in matched.items() if any(h == here for _, h, _ in matches)])
            if ordered and child.length([here]) >= TOOK_IN * alone and (_touch(child, here, parent, there) or _told_anew(child, here, parent, there)):
                return [(min(score, NEXT), here, False)]
    return []


def _told_anew(child: Side, here: int, parent: Side, there: int) -> bool:
    """Whether each of two sentences has a number that stands nowhere on the other page."""
    return bool(child.values([here]) - parent.all_values) and bool(parent.values([there]) - child.all_values)


def _filled(child: Side, parent: Side, here: list[int], there: int, taken: set[int]) -> list[int]:
    """The child's sentences, with the free ones beside them as long as all of them stay shorter than the parent's sentence."""
    room = parent.length([there])
    for beside in (here[-1] + 1, here[0] - 1):
        free = 0 <= beside < len(child.page.sentences) and beside not in taken
        tied = free and (_touch(child, beside, parent, there) or _told_anew(child, beside, parent, there))
        if tied and child.length([*here, beside]) <= room * MORE:
            here = sorted([*here, beside])
    return here


def _touch(child: Side, here: int, parent: Side, there: int) -> bool:
    """Whether two sentences share a number, a name or, in one language, words."""
    numbers = child.page.sentence_numbers[here] & parent.page.sentence_numbers[there]
    names = child.page.sentence_names[here] & parent.page.sentence_names[there]
    return bool(numbers or names) or (child.lang == parent.lang and len(child.stems[here] & parent.stems[there]) >= SOME)

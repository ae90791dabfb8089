"""Whether an event is told as done: negated, planned, denied and hypothetical ones are no facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from khabar.flow.describe.events.clauses import Clause
from khabar.flow.describe.events.lexicon import MUTUAL, Hit, Order

Mode = Literal["", "negated", "planned", "denied", "hypothetical"]
BEFORE_CUE = 30
"""Characters before a cue in which a word of mode must stand; behind it where the verb or its auxiliary stands last."""
BEFORE_VERB_LAST = 90
"""The same where the auxiliary stands second and the verb last: "soll … geliefert haben"."""
GOVERNED_REACH = 60
MODE_GAP = 2
NEXT_TO = 12
"""Characters between a verb that governs another and the other; short where it stands behind."""
NOUN_GOVERNORS = frozenset({"SUPPORT", "REQUEST", "REJECT"})
"""What is spoken for, asked for or ruled out as a noun need not have happened: "Moscow favours talks with X"."""
SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""What is done in words in a later clause answers an accusation and is none of its contents."""
JOINED = 3
"""Characters, an auxiliary, between "and" and a verb that stands beside the one before."""
GOVERNORS: dict[str, Mode] = {
    "REJECT": "negated",
    "DENY": "negated",
    "REQUEST": "planned",
    "ORDER": "planned",
    "THREATEN": "planned",
    "VOW": "planned",
    "ACCUSE": "hypothetical",
    "AGREE": "planned",
}
CHARGE = 30
"""Characters between a deed and the accusation of it where the verb stands last: "of blowing up the dam accused"."""
SOV_GOVERNORS = frozenset({"REJECT", "REQUEST", "ORDER", "DENY"})
"""Governors where the verb stands last: right behind the governed one, or in Persian right before it."""
_RANK: tuple[Mode, ...] = ("denied", "negated", "hypothetical", "planned")


def mode_of(
    cue: Hit, clause: Clause, hits: Sequence[Hit], cues: Sequence[Hit], order: Order, future: bool = False
) -> Mode:
    """The mode of a cue. A word of mode that belongs to another cue between, or to the cue itself, says nothing.

    What another verb governs is no fact either: "refused to resign", "agreed to reopen", "accused X of supplying".
    """
    if cue.value == "DISOWN":  # what is not recognised holds its own "not" and "will"
        return ""
    if governed := _governed(cue, clause, hits, cues, order):
        return governed
    reach = BEFORE_VERB_LAST if order == "v2" else BEFORE_CUE
    start = max([clause.start, cue.start - reach, *(c.end for c in cues if c.end <= cue.start)])
    stop = min([clause.end, cue.end + BEFORE_CUE, *(c.start for c in cues if c.start >= cue.end)])
    found = {
        h.value
        for h in hits
        if h.kind == "mode"
        and (
            (start <= h.start < cue.start and h.end <= cue.end and not (order == "sov" and _behind(h, cues)))
            or (order == "sov" and cue.end <= h.start and h.end <= stop)
        )
    }
    found |= {"denied" for h in hits if h.kind == "mode" and h.value == "denied" and h.end <= cue.start}
    if future or _favoured(cue, clause, cues, order):
        found.add("planned")
    return next((mode for mode in _RANK if mode in found), "")


def _behind(mode: Hit, cues: Sequence[Hit]) -> bool:
    """Whether a word of mode stands right behind a verb that it belongs to: «… 사퇴할 때까지», "istifa edene kadar"."""
    return any(0 <= mode.start - c.end <= MODE_GAP for c in cues)


def _favoured(cue: Hit, clause: Clause, cues: Sequence[Hit], order: Order) -> bool:
    """Whether a verb speaks for or against what a noun names."""
    if cue.kind != "noun" or cue.value not in MUTUAL:
        return False
    others = [
        c for c in cues if c.kind == "verb" and c.value in NOUN_GOVERNORS and clause.start <= c.start < clause.end
    ]
    return any(c.start > cue.end if order == "sov" else c.end <= cue.start for c in others)


def _governed(cue: Hit, clause: Clause, hits: Sequence[Hit], cues: Sequence[Hit], order: Order) -> Mode:
    if cue.value not in SPOKEN and any(c.value == "ACCUSE" and c.end <= clause.start for c in cues):  # "accuses X that it ..."
        return "hypothetical"
    for other in cues:
        if other is cue or not clause.start <= other.start < clause.end:
            continue
        before, behind = cue.start - other.end, other.start - cue.end
        if order == "sov":
            if other.value == "ACCUSE" and cue.kind == "verb" and 0 <= behind <= CHARGE:
                return "hypothetical"
            if other.value in SOV_GOVERNORS and (0 <= behind <= NEXT_TO or 0 <= before <= NEXT_TO):
                return GOVERNORS[other.value]
        elif other.value in GOVERNORS and 0 <= before <= GOVERNED_REACH and not any(
            h.kind == "join" and other.end <= h.start and 0 <= cue.start - h.end <= JOINED for h in hits
        ):  # "denounced X and urged Y" are two deeds
            return GOVERNORS[other.value]
    return ""

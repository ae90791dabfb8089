"""Actor and target of a cue, by the order of words: subject verb object, verb subject object, subject object verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from khabar.flow.describe.events.lexicon import MUTUAL, Lexicon
from khabar.models import Entity, Span

MODIFIER_GAP = 32
"""A place or body so near before a person, without a comma between, belongs to the person's title."""
REACH_ACTOR = 90
REACH_TARGET = 80
_JOINTS = ("与", "和", "同", "跟", "與", "와", "과", "및", "、")
_CLAUSE = regex.compile(
    r",\s(?:as|while|who|which|after|alors|tandis|mientras|während|nachdem|пока|который|которая)\s|\s(?:said|says|dit|dijo|sagte|сообщил|заявил)\s"
)
"""What stands between a subject and a verb that is not its own."""
_BREAK = regex.compile(r"[;؛:\n]|(?<!\b\p{Lu})\.\s")
_GENITIVE = regex.compile(r"['’](?:s|n?[iıuü]n)\b")


class Mention(NamedTuple):
    """One mention of an entity in a sentence."""

    span: Span
    entity: Entity


def parties(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that can act: "Russian President Putin" is Putin alone, "North Korea's leader Kim" is Kim."""
    kept: list[Mention] = []
    for number, mention in enumerate(mentions):
        following = mentions[number + 1] if number + 1 < len(mentions) else None
        if following and mention.entity.type != "PER" and following.entity.type == "PER":
            gap = text[mention.span[1] : following.span[0]]
            if len(gap) <= MODIFIER_GAP and not any(c in gap for c in ",،，、;") and not _joined(gap):
                continue
        if following and _GENITIVE.match(text, mention.span[1]) and following.span[0] - mention.span[1] <= MODIFIER_GAP:
            continue
        previous = kept[-1] if kept else None
        if (
            previous
            and mention.entity.type != "PER"
            and previous.entity.type == "PER"
            and _in_title(text[previous.span[1] : mention.span[0]])
        ):
            continue
        kept.append(mention)
    return kept


def _joined(gap: str) -> bool:
    return gap.strip() in _JOINTS or any(
        f" {word} " in f" {gap.strip()} "
        for word in ("and", "et", "y", "und", "и", "та", "و", "ve", "và", "with", "met", "مع", "با")
    )


def _in_title(gap: str) -> bool:
    """«کیم جونگ اون» رهبر کره شمالی: the title behind a name, without a verb or comma far."""
    return len(gap) <= 22 and gap.strip(' »"”').count(" ") <= 1 and ("»" in gap or gap.startswith(("، ", ", ")))


def arguments(
    text: str, cue: Span, kind: str, mentions: Sequence[Mention], words: Lexicon
) -> tuple[Mention | None, Mention | None]:
    """(actor, target) of a cue."""
    actor: Mention | None
    target: Mention | None
    before = [m for m in mentions if m.span[1] <= cue[0] and not _BREAK.search(text, m.span[1], cue[0])]
    after = [m for m in mentions if m.span[0] >= cue[1] and not _BREAK.search(text, cue[1], m.span[0])]
    if words.order == "vso" and after and (not before or cue[0] - before[-1].span[1] > 40 or len(after) > 1):
        actor, target = after[0], _other(after[0], after[1:])
    elif words.order == "sov":
        actor, partner = _subject(text, before, cue[0])
        actor = actor or (before[0] if before else None)
        target = (
            partner if kind in MUTUAL and partner else _other(actor, list(reversed(before))) or _other(actor, after[:1])
        )
    else:
        actor, partner = _subject(text, before, cue[0])
        target = (
            partner
            if kind in MUTUAL and partner
            else _other(actor, [a for a in after if a.span[0] - cue[1] <= REACH_TARGET])
        )
        if target is None and kind in MUTUAL:
            target = _other(actor, before)
    if words.passive.search(text, max(0, cue[0] - 12), cue[1] + 4):
        actor, target = target, actor
    return actor, target


def _subject(text: str, before: Sequence[Mention], at: int) -> tuple[Mention | None, Mention | None]:
    """(subject, who is joined to it): the first mention of the clause that the cue stands in, else the first at all."""
    near = [m for m in before if at - m.span[1] <= REACH_ACTOR and not _CLAUSE.search(text, m.span[1], at)]
    chosen = near or [m for m in before if at - m.span[1] <= 2 * REACH_ACTOR]
    if not chosen:
        return None, None
    joined = [
        m for m in chosen[1:] if _joined(text[chosen[0].span[1] : m.span[0]]) and m.span[0] - chosen[0].span[1] <= 60
    ]
    return chosen[0], joined[0] if joined else None


def _other(actor: Mention | None, candidates: Sequence[Mention]) -> Mention | None:
    """The first candidate that is not the actor; a place only where no person or body stands."""
    different = [c for c in candidates if actor is None or c.entity.id != actor.entity.id]
    return next((c for c in different if c.entity.type != "LOC"), different[0] if different else None)

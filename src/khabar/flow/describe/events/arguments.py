"""Actor and target of a cue, by the order of words: subject verb object, verb subject object, subject object verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from khabar.flow.describe.events.lexicon import MUTUAL, Lexicon
from khabar.models import Entity, Span

MODIFIER_GAP = 32
"""A place or body so near before a person, without a comma between, belongs to the person's title."""
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
        if previous and mention.entity.type != "PER" and previous.entity.type == "PER" and _in_title(text[previous.span[1] : mention.span[0]]):
            continue
        kept.append(mention)
    return kept


def _joined(gap: str) -> bool:
    return any(f" {word} " in f" {gap.strip()} " for word in ("and", "et", "y", "und", "и", "та", "و", "ve", "và", "with", "met", "مع", "با"))


def _in_title(gap: str) -> bool:
    """«کیم جونگ اون» رهبر کره شمالی: the title behind a name, without a verb or comma far."""
    return len(gap) <= 22 and gap.strip(" »\"”").count(" ") <= 1 and ("»" in gap or gap.startswith(("، ", ", ")))


def arguments(text: str, cue: Span, kind: str, mentions: Sequence[Mention], words: Lexicon) -> tuple[Mention | None, Mention | None]:
    """(actor, target) of a cue."""
    before = [m for m in mentions if m.span[1] <= cue[0] and not _BREAK.search(text, m.span[1], cue[0])]
    after = [m for m in mentions if m.span[0] >= cue[1] and not _BREAK.search(text, cue[1], m.span[0])]
    if words.order == "vso" and after and (not before or cue[0] - before[-1].span[1] > 40 or len(after) > 1):
        actor, target = after[0], _other(after[0], after[1:])
    elif words.order == "sov":
        actor = before[0] if before else None
        target = _other(actor, list(reversed(before[1:]))) or _other(actor, after[:1])
    else:
        actor = _subject(before)
        target = _other(actor, after)
        if target is None and kind in MUTUAL:
            target = _other(actor, before)
    if words.passive.search(text, max(0, cue[0] - 12), cue[1] + 4):
        actor, target = target, actor
    return actor, target


def _subject(before: Sequence[Mention]) -> Mention | None:
    return before[0] if before else None


def _other(actor: Mention | None, candidates: Sequence[Mention]) -> Mention | None:
    """The first candidate that is not the actor; a person or body is preferred to a place right behind."""
    different = [c for c in candidates if actor is None or c.entity.id != actor.entity.id]
    return different[0] if different else None

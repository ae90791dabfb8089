"""One id a thing across the pages of a story.

    1. Names that no file holds are gathered from all pages; those alike across scripts (`khabar.names.skeleton`) get one id.
    2. An unknown name that is alike to a known one of the story gets the known id.
    3. A page without capitals is read again for the names of the other pages: a run of words alike to one becomes an entity.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from khabar.flow.describe.entities.reread import reread
from khabar.languages import fold
from khabar.models import Described, Entity, Notes
from khabar.names.decisions import kept_apart
from khabar.names.readings import same_person
from khabar.names.skeleton import match, may_match, skeleton
from khabar.names.tokens import script, words

ALIKE = 0.74
"""Names of two words and more with this likeness are one; on transliterated name parts 0.63 lets 1 % of false pairs pass."""
ALIKE_SINGLE = 0.8
SHORTEST_SKELETON = 3
ORGANISATION = "organisation"
"""How the rule of a credit begins whose source is an entity of the page."""


class Group:
    """A thing of the story: its id, type and the names by which pages call it (surface, language)."""

    __slots__ = ("id", "known", "surfaces", "type")

    def __init__(self, entity: Entity, lang: str) -> None:
        self.id, self.type, self.known = entity.id, entity.type, entity.known
        self.surfaces: dict[str, str] = {}
        self.add(entity, lang)

    def add(self, entity: Entity, lang: str) -> None:
        for name in (entity.name, entity.surface):
            self.surfaces.setdefault(name, lang)


def reconcile(members: Sequence[Described]) -> list[Notes]:
    """The notes of each page of a story after the pages agreed on names."""
    if len(members) < 2:
        return [m.notes for m in members]
    groups = _groups(members)
    renamed = _merge(groups)
    notes = []
    for member in members:
        entities = _renamed(member.notes.entities, renamed)
        entities = reread(member.article, entities, _anchors(groups, renamed))
        notes.append(_with_ids(member.notes, entities, {old: new for old, (new, _) in renamed.items()}))
    return notes


def _groups(members: Sequence[Described]) -> list[Group]:
    found: dict[str, Group] = {}
    for member in members:
        for entity in member.notes.entities:
            group = found.get(entity.id)
            if group is None:
                found[entity.id] = Group(entity, member.article.lang)
            else:
                group.add(entity, member.article.lang)
    return list(found.values())


def _merge(groups: list[Group]) -> dict[str, tuple[str, str]]:
    """old id -> (id that stands, sentence that says why)."""
    renamed: dict[str, tuple[str, str]] = {}
    apart = kept_apart()
    unknown = [g for g in groups if not g.known]
    leaders = [g for g in groups if g.known and g.type != "LOC"] + sorted(unknown, key=_rank)
    for group in unknown:
        best: tuple[float, Group, str, str] | None = None
        for other in leaders:
            if other is group or other.id in renamed or frozenset((group.id, other.id)) in apart or (not other.known and _rank(other) > _rank(group)):
                continue
            score, here, there = likeness(group, other)
            if score > (best[0] if best else 0):
                best = (score, other, here, there)
        if best is not None:
            renamed[group.id] = (best[1].id, f"“{best[2]}” ({group.id}) is written like “{best[3]}” ({best[1].id}) in another page of this story")
    return renamed


def _rank(group: Group) -> tuple[bool, int, str]:
    """Which of two unknown names gives the id: one in Latin script first, then the longest."""
    longest = max(group.surfaces, key=len)
    return script(fold(longest)) != "Latn", -len(longest), group.id


def likeness(group: Group, other: Group) -> tuple[float, str, str]:
    """(score, name here, name there) of the best pair of names of two things, 0 where none is alike enough."""
    best = (0.0, "", "")
    for here in group.surfaces:
        for there in other.surfaces:
            score = _alike(here, there)
            if not score and group.type == other.type == "PER":
                score = same_person(here, there)
            if score > best[0]:
                best = (score, here, there)
    return best


def _alike(here: str, there: str) -> float:
    a, b = words(fold(here)), words(fold(there))
    codes = script(a[0].form) if a else "", script(b[0].form) if b else ""
    if not a or not b or (codes[0] == codes[1] == "Latn") or "Hani" in codes or abs(len(a) - len(b)) > 1:
        return 0.0
    if sum(len(skeleton(w.form)) for w in a) < SHORTEST_SKELETON:
        return 0.0
    if len(a) == len(b) and not all(may_match(x.form, y.form) for x, y in zip(a, b, strict=True)):
        return 0.0
    score = match(here, there)
    return score if score >= (ALIKE if min(len(a), len(b)) > 1 else ALIKE_SINGLE) else 0.0


def _renamed(entities: Sequence[Entity], renamed: dict[str, tuple[str, str]]) -> tuple[Entity, ...]:
    found: dict[str, Entity] = {}
    for entity in entities:
        new, why = renamed.get(entity.id, (entity.id, ""))
        entity = msgspec.structs.replace(entity, id=new, same_because=(*entity.same_because, why) if why else entity.same_because)
        if (known := found.get(new)) is not None:
            first = min(known, entity, key=lambda e: e.spans[:1])
            spans = tuple(sorted({*known.spans, *entity.spans}))
            reasons = tuple(dict.fromkeys((*known.same_because, *entity.same_because)))
            roles = tuple(sorted({*known.roles, *entity.roles}))
            entity = msgspec.structs.replace(first, spans=spans, same_because=reasons, roles=roles)
        found[new] = entity
    return tuple(found.values())


def _anchors(groups: list[Group], renamed: dict[str, tuple[str, str]]) -> list[Entity]:
    """Names that pages without capitals are read again for: people and bodies, from pages in Latin or Cyrillic script first."""
    anchors: dict[str, Entity] = {}
    for group in groups:
        if group.type == "LOC" and group.known:
            continue
        key = renamed.get(group.id, (group.id, ""))[0]
        for surface in group.surfaces:
            if script(fold(surface)) in ("Latn", "Cyrl", "Arab") and len(skeleton(surface.replace(" ", ""))) >= SHORTEST_SKELETON:
                anchors.setdefault(f"{key}\0{surface}", Entity(id=key, type=group.type, name=surface, surface=surface, known=group.known))
    return list(anchors.values())


def _with_ids(notes: Notes, entities: tuple[Entity, ...], ids: dict[str, str]) -> Notes:
    """Notes with the new entities, and the new ids wherever quotes and events name one."""
    quotes = tuple(msgspec.structs.replace(q, speaker_id=ids[q.speaker_id]) if q.speaker_id in ids else q for q in notes.quotes)
    events = tuple(
        msgspec.structs.replace(e, actor=ids.get(e.actor or "", e.actor), target=ids.get(e.target or "", e.target)) for e in notes.events
    )
    credits = tuple(msgspec.structs.replace(c, source=ids[c.source]) if c.source in ids and c.rule.startswith(ORGANISATION) else c for c in notes.credits)
    return msgspec.structs.replace(notes, entities=entities, quotes=quotes, events=events, credits=credits)

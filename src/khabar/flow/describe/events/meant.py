"""Whom a sentence means without naming them: "him", who did the deed that is condemned, whom the condition of a threat names."""

from __future__ import annotations

from khabar.flow.describe.events.actors import home_of
from khabar.flow.describe.events.clauses import Clause
from khabar.flow.describe.events.lexicon import ATTACKERS, Hit
from khabar.flow.describe.events.parties import FREE, Party, party_at
from khabar.flow.describe.events.scene import Scene

CONDITION = 16
"""Characters between "if" and whom it names."""
DEED = 60
"""Characters between a word of condemnation and the deed that is condemned."""
DECIDED = 20
"""Characters between a word of praise or refusal and the decision that it is about."""
JUDGED = frozenset({"SUPPORT", "REJECT"})
VICTIM = 30
"""Characters between a deed and whom it was done to."""
ADJECTIVE = 12
"""Characters, another adjective, between a deed and the nation that did it."""
BODIES = ("LOC", "ORG", "GRP")
ARTICLE = 6
"""Characters of an article."""
BESIDE = 3
"""Characters between a verb and the pronoun that is its object, a deed and the nation that did it."""


def meant(scene: Scene, clause: Clause, cue: Hit, kind: str, actor: Party | None, target: Party | None) -> Party | None:
    """The target of a cue, sought in what the sentence means where none is named or only who suffered what is condemned."""
    if target is None and kind == "THREATEN":
        target = _warned(scene, cue, actor)
    if kind == "ACCUSE":
        return _condemned(scene, clause, cue, actor) if target is None or _is_victim(scene, cue, target) else target
    if kind in JUDGED and target is None and _decided(scene, clause, cue):
        return party_at(cue, "", "DECISION", "object")
    if kind == "SANCTION" and target is None:
        return _from_there(scene, clause, cue, actor)
    return _him(scene, cue, actor) if target is None else target


def stands_for_subject(scene: Scene, cue: Hit) -> bool:
    """Whether a pronoun of persons stands right before a verb: it is the subject, whoever follows («بلاده ستقف مع X»)."""
    return cue.kind == "verb" and any(h.kind == "person" and 0 <= cue.start - h.end <= 1 for h in scene.hits)


def says_he(scene: Scene, clause: Clause, cue: Hit) -> bool:
    """Whether the subject of a clause is a pronoun that only a person has: "The office said he later spoke to X"."""
    return any(h.kind == "person" and clause.start <= h.start < cue.start for h in scene.hits)


def _is_victim(scene: Scene, cue: Hit, target: Party) -> bool:
    """Whether a party is whom a condemned deed was done to: "condemned the attack on X"."""
    near = any(h.kind == "deed" and (cue.start <= h.start or scene.words.order == "sov") and h.end <= target.start <= h.end + VICTIM for h in scene.hits)
    named = any(c.kind == "noun" and c.value == "ASSAULT" and 0 <= target.start - c.end <= ARTICLE for c in scene.cues)  # "attack on" X
    return named or (near and target.role in ("target", "place", "site"))


def doer_of(scene: Scene, clause: Clause, cue: Hit) -> Party | None:
    """Whose attack it was in which someone was killed: "in an Israeli strike", "İsrail'in saldırısında", «以色列空袭»."""
    for deed in (h for h in scene.hits if h.kind == "deed" and clause.start <= h.start < clause.end):
        for nation in (h for h in scene.hits if h.kind == "nation" and (0 <= h.start - deed.end <= ADJECTIVE or 0 <= deed.start - h.end <= ADJECTIVE)):
            return party_at(nation, nation.value, "LOC")
        behind = [p for p in scene.parties if 0 <= p.lead - deed.end <= ARTICLE and p.role in ("", "owner", "agent", "object") and p.type in BODIES]
        before = [p for p in scene.parties if p.type in BODIES and _owns(scene, p, deed)]
        if behind or before:
            return (behind or before[::-1])[0]
    return None


def _owns(scene: Scene, party: Party, deed: Hit) -> bool:
    """Whether a deed behind a state or body is its own: right behind it, or in the genitive."""
    gap = deed.start - party.end
    return 0 <= gap <= (VICTIM if party.role == "owner" and scene.words.order == "sov" else ADJECTIVE if party.role == "owner" else int(scene.words.lang in ("zh", "ko")))


def _condemned(scene: Scene, clause: Clause, cue: Hit, actor: Party | None) -> Party | None:
    """Whose deed is condemned: of the nation told beside it ("the Iranian attack"), else of who did such a thing before ("DEED")."""
    deeds = [h for h in scene.hits if h.kind == "deed" and clause.start <= h.start < clause.end and abs(h.start - cue.start) <= DEED]
    for deed in deeds:
        for nation in (h for h in scene.hits if h.kind == "nation" and (0 <= h.start - deed.end <= BESIDE or 0 <= deed.start - h.end <= BESIDE)):
            if actor is None or nation.value != actor.id:
                return party_at(nation, nation.value, "LOC")
    return party_at(cue, "", "DEED", "object") if deeds else None


def _decided(scene: Scene, clause: Clause, cue: Hit) -> bool:
    """Whether a decision of a body is praised or refused that the sentence does not name: "called the decision welcome"."""
    near = (cue.start, cue.end + DECIDED) if scene.words.order != "sov" else (cue.start - DEED, cue.end)
    return any(h.kind == "decision" and near[0] <= h.start <= near[1] and clause.start <= h.start < clause.end for h in scene.hits)


def _from_there(scene: Scene, clause: Clause, cue: Hit, actor: Party | None) -> Party | None:
    """The country whose goods, firms or citizens are hit: "tariffs on Chinese cars"."""
    nations = [h for h in scene.hits if h.kind == "nation" and clause.start <= h.start < clause.end and h.end > cue.start]
    abroad = next((n for n in nations if actor is None or n.value != (home_of(actor.id) or actor.id)), None)
    return party_at(abroad, abroad.value, "LOC") if abroad else None


def _him(scene: Scene, cue: Hit, actor: Party | None) -> Party | None:
    """Whom an object pronoun beside the verb means: the person named last in the sentence, else before it ("HE")."""
    if not any(h.kind == "him" and (0 <= h.start - cue.head <= BESIDE or 0 <= cue.start - h.end <= BESIDE) for h in scene.hits):
        return None
    people = [p for p in scene.parties if (p.type == "PER" or p.id.endswith(ATTACKERS)) and p.end <= cue.start and (actor is None or p.id != actor.id)]
    return people[-1] if people else party_at(cue, "", "HE", "object")


def _warned(scene: Scene, cue: Hit, actor: Party | None) -> Party | None:
    """Whom a threat with a condition is aimed at: "warned to impeach him unless X resigns"."""
    conditions = [h for h in scene.hits if h.kind == "mode" and h.value == "hypothetical" and h.start >= cue.start]
    if not conditions:
        return None
    ahead = [p for p in scene.parties if 0 <= p.lead - conditions[0].end <= CONDITION and p.role in FREE]
    return next((p for p in ahead if actor is None or p.id != actor.id), None)

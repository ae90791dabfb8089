"""On whom an actor acts: by words and endings of role where the language has them, else by the order of words."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from khabar.flow.describe.events.actors import side
from khabar.flow.describe.events.clauses import Clause
from khabar.flow.describe.events.lexicon import MUTUAL, Hit
from khabar.flow.describe.events.parties import Party
from khabar.flow.describe.events.scene import Scene

REACH = 160
"""Characters between a cue and a party of its clause."""
JUDGED = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
ANSWERED = JUDGED | {"CONCEDE", "AGREE"}
"""Types whose target may be the owner of what is judged or granted."""
GOVERNING = frozenset({"REQUEST", "REJECT"})
"""Types whose verb governs another."""
SHARED = 4
"""Two verbs so near share their object."""
NEXT = 3
"""Characters between a noun and its owner right behind it."""
CONTRASTING = ("ru", "uk")
_TURN = regex.compile(r",\s+а\s+(?!также|також)")
"""«…, а X …»: a clause of another subject."""
AIMED = ("target", "object", "partner", "from")
FROM = frozenset({"REQUEST", "SUPPORT", "ACCUSE", "CONCEDE"})
"""Types whose target may stand in the ablative: one asks of, supports, criticises «از X»."""


def target_of(
    scene: Scene, cue: Hit, kind: str, actor: Party | None, before: Sequence[Party], after: Sequence[Party]
) -> Party | None:
    """Who is joined to the actor in what is done together; else who is marked as aimed at; else who stands behind the verb."""
    others = [
        p for p in (*before, *after) if (actor is None or p.id != actor.id) and (p.role != "from" or kind in FROM)
    ]
    if kind not in MUTUAL:
        others = [p for p in others if p not in companions(scene, actor)]
    if kind in MUTUAL and actor:
        if joined := [p for p in companions(scene, actor) if p.id != actor.id]:
            return joined[0]
        partner = next((p for p in others if p.role == "partner"), None)
        if partner:
            return partner
    doers = ("subject",) if scene.words.lang == "de" else ("agent", "subject")  # "verlangt von X", "die Mitgliedschaft von X"
    behind = [p for p in after if p in others and p.role not in doers]
    if scene.words.order in ("svo", "v2"):
        behind = _in_reach(scene, cue, kind, behind)
    aimed = AIMED if scene.words.order == "sov" or scene.words.lang == "zh" else ("partner", "object")
    fronted = [p for p in reversed(before) if p in others and p.role in aimed]
    if kind == "REQUEST":  # "called for respect of the territory of X" asks nothing of X
        others = [p for p in others if not (p.role == "owner" and p.type == "LOC")]
        if scene.words.lang == "tr":
            others = [p for p in others if not _of_the_next_noun(scene.text, p)]
        behind, fronted = ([p for p in found if p in others] for found in (behind, fronted))
    if kind in MUTUAL:  # one meets a person in a place
        behind = [p for p in behind if p.type != "LOC"] or behind
    if scene.words.order == "sov":
        comma = next((n for n in range(cue.end, len(scene.text)) if scene.text[n] in ",،"), len(scene.text))
        behind = [p for p in behind if p.start < comma]
        return _verb_last(scene, cue, kind, actor, before, (others, behind, fronted))
    if scene.words.order == "v2" and not behind:
        inside = [p for p in before if p in others and actor and p.start > actor.end]
        behind = [p for p in inside if p.role == ""] or [p for p in inside if p.role in ("target", "object", "owner", "agent")]
    if not behind and kind in MUTUAL:
        behind = [p for p in before if p in others and p.role in ("owner", "")]
    return _best(behind) or _best(fronted)


def _verb_last(
    scene: Scene,
    cue: Hit,
    kind: str,
    actor: Party | None,
    before: Sequence[Party],
    found: tuple[Sequence[Party], Sequence[Party], Sequence[Party]],
) -> Party | None:
    """The target where the verb stands last: whose deed is judged, the object, who is marked as aimed at, else who stands near."""
    others, behind, fronted = found
    if kind == "REJECT":  # "denied that it had attacked Y" rejects nothing of Y's
        fronted = [p for p in fronted if p.role == "object" or not _governed_by_other(scene, cue, p)]
    loose = [p for p in reversed(before) if p in others and p.role in ("", "owner")]
    if kind in JUDGED and (doer := _doer(scene, before)):
        return doer
    owner = _owner_of_judged(before, others) if kind in ANSWERED else None
    return (
        owner
        or _best([p for p in fronted if p.role == "object"])
        or _best(fronted)
        or (_best([p for p in behind if p.role in AIMED]))
        or (_best(loose) if actor else None)
    )


def _governed_by_other(scene: Scene, cue: Hit, party: Party) -> bool:
    return any(c.kind == "verb" and party.end <= c.start and c.end <= cue.start for c in scene.cues)


def _in_reach(scene: Scene, cue: Hit, kind: str, behind: Sequence[Party]) -> list[Party]:
    """Those behind a verb that no new clause or other verb cuts off from it."""
    kept = _before_new_clause(scene, cue, behind) if scene.words.lang != "zh" else _before_comma(scene, cue, behind)
    if kind in ANSWERED:
        kept = _before_joined_verb(scene, cue, kept)
    return _before_next_verb(scene, cue, kept) if kind in GOVERNING else kept


def _before_comma(scene: Scene, cue: Hit, behind: Sequence[Party]) -> list[Party]:
    """Those before the Chinese comma behind a verb; one beyond it with a verb of its own does something itself."""
    comma = scene.text.find("，", cue.end)
    if comma < 0 or not any(c.start > comma for c in scene.cues):
        return list(behind)
    return [p for p in behind if p.start < comma]


def _before_new_clause(scene: Scene, cue: Hit, behind: Sequence[Party]) -> list[Party]:
    """Those before a comma with "and" behind it, which opens a clause where no list runs up to it: "rejected it, and in X the head of Y …"."""
    cuts = [h.start for h in scene.hits if h.kind == "join" and h.start > cue.end and scene.text[: h.start].rstrip().endswith((",", "،"))]
    if scene.words.lang in CONTRASTING and (turn := _TURN.search(scene.text, cue.end)):
        cuts.append(turn.start())
    cut = min(cuts, default=len(scene.text))
    return [p for p in behind if p.start < cut or p.joined]


def _before_joined_verb(scene: Scene, cue: Hit, behind: Sequence[Party]) -> list[Party]:
    """Those before a second verb joined by "and": "criticised the West and rejected Y's offer"; "criticised and rejected X" share X."""
    joints = {h.end for h in scene.hits if h.kind == "join" and h.start - cue.end > SHARED}
    second = [c.start for c in scene.cues if c.kind == "verb" and c.start >= cue.end and joints & set(range(c.start - 4, c.start + 1))]
    return [p for p in behind if not second or p.start < second[0]]


def _before_next_verb(scene: Scene, cue: Hit, behind: Sequence[Party]) -> list[Party]:
    """Those not behind another verb that hangs on this one: "urged the people to reject the coup" asks nothing of the coup."""
    verbs = [c.start for c in scene.cues if c.kind == "verb" and c.start >= cue.end]
    if scene.words.order == "v2":  # the other verb closes its clause: ", den Kreml angegriffen zu haben"
        comma = scene.text.find(",", cue.end)
        return [p for p in behind if comma < 0 or p.start < comma or not any(v >= p.end for v in verbs)]
    return [p for p in behind if not verbs or p.start < verbs[0] or p.role == "owner"]


def _owner_of_judged(before: Sequence[Party], others: Sequence[Party]) -> Party | None:
    """Whose deed, demand or offer is judged or granted: "X condemned Y's sale of arms to Z"; an object of its own counts more."""
    owner = next((p for p in reversed(before) if p in others and p.role == "owner"), None)
    if owner is None or any(p.role == "object" and p.start - owner.end > NEXT for p in before if p.start > owner.start):
        return None
    return owner


def _doer(scene: Scene, before: Sequence[Party]) -> Party | None:
    """Whose deed is judged where the verb stands last: «حمله روسیه», "Rusya'nın saldırısını"."""
    if not before:
        return None
    deeds = [
        c for c in scene.cues if c.kind == "noun" and c.value in ("ASSAULT", "COERCE") and before[0].end <= c.start
    ]
    if not deeds:
        return None
    deed = deeds[-1]
    behind = next((p for p in before if 0 <= p.start - deed.end <= NEXT and p.role == ""), None)
    return behind or next((p for p in reversed(before) if p.end <= deed.start and p.role == "owner"), None)


def site_of_attack(scene: Scene, clause: Clause, cue: Hit, actor: Party | None) -> Party | None:
    """The country where an attack without a named victim strikes, which is not the attacker's own."""
    own = side(actor.id) if actor else None
    places = [p for p in scene.parties if p.role in ("site", "place") and clause.start <= p.start < clause.end]
    there = [p for p in places if p.type in ("SITE", "LOC") and abs(p.start - cue.start) <= REACH and side(p.id) != own]
    return there[0]._replace(id=side(there[0].id) or there[0].id, type="LOC") if there else None


def _of_the_next_noun(text: str, party: Party) -> bool:
    """Whether a Turkish country without an ending belongs to the noun behind it: "Sudan halkına yardıma çağırdı" asks nothing of Sudan."""
    return party.type == "LOC" and party.role == "" and text[party.start : party.start + 1].isupper() and text[party.end : party.end + 2].strip().islower()


def site_of_help(scene: Scene, clause: Clause) -> Party | None:
    """The town or region to which help goes: "delivered food to Aleppo"."""
    there = [p for p in scene.parties if p.place and clause.start <= p.start < clause.end]
    return there[0]._replace(id=there[0].place, type="LOC", role="target") if there else None


def companions(scene: Scene, actor: Party | None) -> list[Party]:
    """Who acts along with the actor: joined to it by "and"."""
    found: list[Party] = []
    for one, two in zip(scene.parties, scene.parties[1:], strict=False):
        if two.joined and (one == actor or one in found):
            found.append(two)
    return found


def _best(candidates: Sequence[Party]) -> Party | None:
    return candidates[0] if candidates else None

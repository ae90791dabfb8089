"""Who acts in a cue, and with `targets.py` on whom: by words and endings of role where the language has them, else by the order of words."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from khabar.flow.describe.events.actors import side
from khabar.flow.describe.events.cases import CASED
from khabar.flow.describe.events.clauses import Clause, clause_at
from khabar.flow.describe.events.lexicon import MUTUAL, NATURE, Hit
from khabar.flow.describe.events.meant import doer_of, meant, says_he, stands_for_subject
from khabar.flow.describe.events.parties import FREE, Party
from khabar.flow.describe.events.scene import Roles, Scene
from khabar.flow.describe.events.targets import NEXT, REACH, companions, site_of_attack, site_of_help, target_of
from khabar.flow.describe.events.unknown import has_other_subject

OPENING = 16
"""Characters of a clause before its verb in which no subject but a pronoun has room."""
ANTECEDENT = 30
"""Characters between a relative clause and what it hangs on."""
SAID_COMMA = 5
"""Characters between a Chinese word of saying and the comma behind it, which sets nothing apart: «表示，…»."""
APPOSED = 48
"""Characters between the subject of a clause behind a comma and its verb: "X arrived, Y gave him shelter"."""
TOPIC_REACH = 24
"""Characters behind a Korean name in which its title and its particle stand."""
WILLED = frozenset({"MOBILIZE", "AID", "REQUEST", "SUPPORT", "CONSULT", "CONCEDE"})
"""Types that no force of nature does."""
SUFFERED = frozenset({"COERCE"})
"""Types whose noun has behind it who suffers: "the arrest of X", «برکناری X»."""
PASSIVE_NEAR = {"de": 70, "vi": 40, "zh": 14}
PASSIVE_ENDINGS = {
    "tr": regex.compile(
        r"(?<!savu|bul|kull|gör|ayr|kat|çek|sar|kaz|öğre|dokun|kaç|konuş|değ|uzlaş|dayan|davra|say|geç|edi|yara|kalk|at|gir|iste)"
        r"(?<=\w\w)[ıiuü][ln](?:d[ıiuü]|m[ıiuü]ş|ac|ec|[ıi]yor|an|en|ma|me|dığ|diğ|duğ|düğ)\w*$"
    ),
    "hi": regex.compile(r"\s(?:गया|गई|गए|गयी|गयीं|गईं)$"),
}
"""Endings of passive verbs; Turkish verbs that only look like passives are left out."""
_PARTICIPLE = regex.compile(r"\w*ge\w+(?:t|en)|\w+iert|(?:be|ver|er|ent|zer|miss|über|unter)\w+t")
"""German participles, which "werden" makes passive; with an infinitive it is the future."""


def arguments(scene: Scene, cue: Hit, kind: str) -> Roles:
    """The parties of `cue`, whose PLOVER type is `kind`."""
    at = clause_at(scene.clauses, cue.start)
    clause = scene.clauses[at]
    near = _who_wills(_in_scope(scene, at, cue), kind)
    first = cue.start + (scene.words.order == "sov")  # «외교관 3명을 추방», whose first word is whom it is done to
    before = [p for p in near if p.end <= cue.end and p.start < first and cue.start - p.end <= REACH]
    after = [
        p
        for p in near
        if (p.start >= cue.head or cue.start < p.start < cue.end < p.end) and p.start - cue.head <= REACH
    ]
    if kind == "ASSAULT" and (killed := _killed(scene, clause, cue, near, (before, after))):
        return killed
    if _is_passive(scene, cue):
        return _passive(scene, cue, before, after, at)
    if (doer := _described(scene, cue, after)) is not None:
        return Roles(doer, target_of(scene, cue, kind, doer, [p for p in before if p.role != "subject"], ()), False)
    suffered = cue.kind == "noun" and (kind in SUFFERED or cue.value == "KILLING")
    if suffered and after and after[0].lead - cue.end <= NEXT and after[0].role not in ("agent", "place"):
        return Roles(next((p for p in after if p.role == "agent"), None), after[0], False)
    if any(h.kind == "manner" and h.start <= cue.start < h.end for h in scene.hits):
        return _along_with(scene, cue, after)
    if cue.kind == "noun" and kind in MUTUAL and after and 0 <= after[0].lead - cue.end <= NEXT and (two := companions(scene, after[0])):
        return Roles(after[0], two[0], False)  # "talks between X and Y"
    if cue.kind == "noun" and kind == "RETREAT" and after and 0 <= after[0].lead - cue.end <= NEXT:
        return Roles(after[0], None, False)  # "the resignation of X"
    between = [p for p in near if p.role == "between"]
    if len(between) >= 2:
        return Roles(between[0], between[1], False)
    actor = None if stands_for_subject(scene, cue) else _actor(scene, cue, before, after)
    inherited = actor is None and cue.kind != "noun" and _subjectless(scene, clause, cue) and not has_other_subject(scene, clause, cue)
    person = inherited and says_he(scene, clause, cue)
    if inherited:
        own = [p for p in before if p.role in FREE] if person else []  # "warned that his country will not"
        actor = _inherited(scene, at, person) or next(iter(own), None)
    target = target_of(scene, cue, kind, actor, before, after)
    if target is None and kind == "ASSAULT" and cue.kind == "verb":
        target = site_of_attack(scene, clause, cue, actor)
    if target is None and kind == "AID":
        target = site_of_help(scene, clause)
    target = meant(scene, clause, cue, kind, actor, target)
    return Roles(actor, target, inherited and actor is None, person)


def _described(scene: Scene, cue: Hit, after: Sequence[Party]) -> Party | None:
    """Who does what a verb tells that hangs on the name right behind it: «망명한 X에게», "ülkeden kaçan X"."""
    if scene.words.order != "sov" or cue.kind != "verb" or not after or after[0].lead - cue.end > NEXT:
        return None
    return after[0] if scene.text[cue.start : cue.end].endswith(scene.words.adnominal) and after[0].type == "PER" else None


def _along_with(scene: Scene, cue: Hit, after: Sequence[Party]) -> Roles:
    """An Arabic participle of manner («… مهددا X»): what the subject of the sentence does along with its verb."""
    aimed = next((p for p in after if p.role in (*FREE, "object", "target", "owner")), None)
    doer = next((p for p in scene.parties if p.end <= cue.start and p.role in FREE and (aimed is None or p.id != aimed.id)), None)
    return Roles(doer, aimed, doer is None)


def _who_wills(near: list[Party], kind: str) -> list[Party]:
    """The parties without what strikes, where others stand beside it: «칠레 정부는 산불이 번지자 비상사태를 선포했다»."""
    able = [p for p in near if not p.id.endswith(NATURE)]
    return able if able and kind in WILLED else near


def _in_scope(scene: Scene, at: int, cue: Hit) -> list[Party]:
    """The parties of the clause. A verb behind a comma closes a clause put in between: "X, who is in Y, met Z"."""
    clause = scene.clauses[at]
    able = [p for p in scene.parties if p.role not in ("place", "source", "site")]
    comma = max(scene.text.rfind(c, clause.start, cue.start) for c in ",،，")
    before = scene.clauses[at - 1] if at else None
    if (
        before
        and clause.opened
        and comma > (clause.start + SAID_COMMA if scene.words.lang == "zh" else 0)
        and not any(c.start < comma and c.start >= before.start for c in scene.cues)
    ):
        return [p for p in able if before.start <= p.start < before.end or comma < p.start < clause.end]
    return [p for p in able if clause.start <= p.start < clause.end]


def _is_passive(scene: Scene, cue: Hit) -> bool:
    if cue.kind == "passive-verb":
        return True
    if scene.words.lang == "en" and scene.text[cue.start : cue.end].split()[0].endswith("ing"):  # "was conferring"
        return False
    if cue.kind == "verb" and (ending := PASSIVE_ENDINGS.get(scene.words.lang)) and ending.search(scene.text, cue.start, _verb_end(scene.text, cue)):
        return True
    reach = PASSIVE_NEAR.get(scene.words.lang, 14)
    return cue.kind == "verb" and any(
        h.kind == "passive"
        and scene.text[h.start - 2 : h.start] not in ("s'", "s’")  # French "s'est" is no passive
        and (0 <= cue.start - h.end <= reach or cue.head <= h.start <= cue.end + 3)
        and not any(h.end <= o.start < cue.start for o in scene.cues)
        and not (scene.words.lang == "de" and scene.text[h.start : h.end] in ("wird", "werden") and not _is_participle(scene, cue))
        for h in scene.hits
    )


def _verb_end(text: str, cue: Hit) -> int:
    """Where a verb ends with the auxiliary behind it, which a phrase may leave out: «मार गिराया गया»."""
    auxiliary = regex.compile(r"\s(?:गया|गई|गए|गयी|गयीं|गईं)(?!\w)").match(text, cue.end)
    return auxiliary.end() if auxiliary else cue.end


def is_ahead(scene: Scene, cue: Hit) -> bool:
    """Whether German "werden" with an infinitive tells the future; with a participle it is a passive."""
    return scene.words.lang == "de" and any(
        h.kind == "passive"
        and scene.text[h.start : h.end].lower() in ("wird", "werden")
        and 0 <= cue.start - h.end <= PASSIVE_NEAR["de"]
        and not any(h.end <= o.start < cue.start for o in scene.cues)
        and not _is_participle(scene, cue)
        for h in scene.hits
    )


def _is_participle(scene: Scene, cue: Hit) -> bool:
    return any(_PARTICIPLE.fullmatch(w) for w in scene.text[cue.start : cue.end].lower().split())


def _killed(scene: Scene, clause: Clause, cue: Hit, near: Sequence[Party], around: tuple[Sequence[Party], Sequence[Party]]) -> Roles | None:
    """The parties of a death in somebody's attack; nobody's where a verb of dying stands without one, None for another cue."""
    unvoiced = scene.words.lang == "ar" and scene.text[cue.start : cue.end].lstrip("وف").startswith(("قتل", "قُتل"))  # killed, was killed
    passive = _is_passive(scene, cue) and not any(p.role == "agent" for p in near)
    if not (cue.value == "DIED" or passive or unvoiced):
        return None
    if doer := doer_of(scene, clause, cue):
        return _victim(scene, clause, cue, doer, *around)
    return Roles(None, None, False) if cue.value == "DIED" else None


def _victim(scene: Scene, clause: Clause, cue: Hit, doer: Party, before: Sequence[Party], after: Sequence[Party]) -> Roles:
    """Who was killed in the attack of another: the person that is the subject, else the place that was struck."""
    people = [p for p in (*before, *after) if p.type == "PER" and p.id != doer.id and p.role in (*FREE, "object")]
    struck = [p for p in scene.parties if clause.start <= p.start < clause.end and p.role in ("target", "place", "site") and p.type in ("LOC", "SITE")]
    places = [p._replace(id=side(p.id) or p.id, type="LOC") for p in struck if side(p.id) != side(doer.id)]
    return Roles(doer, next(iter((*people, *places)), None), False)


def _passive(scene: Scene, cue: Hit, before: Sequence[Party], after: Sequence[Party], at: int) -> Roles:
    """The subject suffers; "by X" acts, elsewhere nobody is named."""
    by = ("agent", "partner") if scene.words.lang in CASED else ("agent",)  # the instrumental: «убит Израилем»
    agent = next((p for p in (*after, *reversed(before)) if p.role in by), None)
    suffers = (*FREE, "object")
    patient = next((p for p in before if p.role in suffers), None)
    if scene.words.lang == "zh":  # «X的政权被推翻»
        patient = next((p for p in reversed(before) if p.role in (*suffers, "owner")), None)
    if patient is None and scene.words.order in ("vso", "v2"):
        patient = next((p for p in after if p.role in FREE), None)
    if patient is None and (scene.clauses[at].relative or (cue.kind == "passive-verb" and scene.clauses[at].opened)):
        patient = _inherited(scene, at)
    return Roles(agent, patient, False)


def _actor(scene: Scene, cue: Hit, before: Sequence[Party], after: Sequence[Party]) -> Party | None:
    if cue.kind == "noun" and (owner := _owner(before, after, cue.end, scene.words.order)):
        return owner
    marked = [p for p in before if p.role == "subject"]
    subject = _subject(scene, cue, marked)
    free = [p for p in before if p.role in FREE and (subject or p not in marked)]
    following = [p for p in after if p.role in FREE]
    if scene.words.order == "vso":
        if scene.clauses[clause_at(scene.clauses, cue.start)].relative and cue.kind == "verb":
            return None
        return _verb_first(scene, cue, free, following, after)
    if subject:
        return next((p for p in free if subject.joined and subject in companions(scene, p)), subject)
    if free:
        return _of_this_verb(scene, cue, free)
    if scene.words.inverted and following and cue.kind == "verb":
        return following[0]
    return None


def _subject(scene: Scene, cue: Hit, marked: Sequence[Party]) -> Party | None:
    """The last marked subject before a verb, but for one of a clause put in between: «X는 Y가 물러날 때까지 …»."""
    for party in reversed(marked):
        own = next((c for c in scene.cues if party.end <= c.start and c.end <= cue.start and c.kind == "verb"), None)
        if own is None or not scene.text[own.start : own.end].endswith(scene.words.adnominal):
            return party
    return next((p for p in marked if _is_topic(scene.text, p.end)), None)


def _is_topic(text: str, end: int) -> bool:
    """Whether the particle behind a Korean name or its title is that of what a sentence is about, not of a clause within it."""
    for piece in text[end : end + TOPIC_REACH].split()[:3]:
        if piece.endswith(("은", "는")):
            return True
        if piece.endswith(("이", "가")):
            return False
    return False


def _verb_first(
    scene: Scene, cue: Hit, free: Sequence[Party], following: Sequence[Party], after: Sequence[Party]
) -> Party | None:
    """The verb stands first unless a subject of its own stands before it."""
    last = max((c.end for c in scene.cues if c.end <= cue.start), default=-1)
    own = [p for p in free if p.start >= last]
    if own and not (following and cue.start - own[-1].end > 40):
        return next((p for p in own if own[-1] in companions(scene, p)), own[-1])
    if following:
        return following[0]
    if cue.kind == "noun" and after and after[0].role == "owner":
        return after[0]
    return free[0] if free else None


def _owner(before: Sequence[Party], after: Sequence[Party], at: int, order: str) -> Party | None:
    """Whose deed a noun is: "X's visit", "the attack by X", "the visit of X"."""
    agent = next((p for p in after if p.role == "agent"), None)
    if order == "sov" and after and after[0].start - at <= NEXT and after[0].role == "":
        return after[0]
    before_it = next((p for p in reversed(before) if p.role == "owner"), None)
    return agent or before_it or (after[0] if after and after[0].role == "owner" else None)


def _of_this_verb(scene: Scene, cue: Hit, free: Sequence[Party]) -> Party:
    """The first of the clause, but for one right before the verb that stands behind another verb: "X left and Y took over"."""
    last = free[-1]
    gap = cue.start - last.end
    behind_comma = scene.text[: last.lead].rstrip(' «“"').endswith(",")
    if (
        len(free) > 1
        and scene.words.order == "svo"
        and 0 <= gap <= (APPOSED if behind_comma else 16)
        and ((behind_comma and gap <= NEXT) or any(free[0].end <= c.start < last.start for c in scene.cues if c.kind == "verb"))
        and not any(h.kind == "join" and last.end <= h.start < cue.start for h in scene.hits)
    ):
        return last
    return free[0]


def _subjectless(scene: Scene, clause: Clause, cue: Hit) -> bool:
    """Whether no subject of its own can stand in the clause: the verb opens it, or a pronoun or relative is its subject."""
    if clause.relative or scene.words.order in ("vso", "sov") or says_he(scene, clause, cue):
        return True
    if any(h.kind == "article" and clause.start <= h.start and h.end < cue.start for h in scene.hits):
        return False  # "said the man was struck": somebody without a name
    if cue.start - clause.start <= OPENING:
        return True
    return any(h.kind == "pronoun" and clause.start <= h.start < cue.start for h in scene.hits)


def _inherited(scene: Scene, at: int, person: bool = False) -> Party | None:
    """The subject of a clause without one: what a relative clause hangs on, else the subject of a clause before it."""
    clause = scene.clauses[at]
    earlier = [p for p in scene.parties if p.start < clause.start and p.role not in ("place", "source")]
    earlier = [p for p in earlier if p.type == "PER"] if person else earlier
    if clause.relative and earlier and clause.start - earlier[-1].end <= ANTECEDENT:
        return earlier[-1]
    for one in reversed([c for c in scene.clauses if c.start < clause.start]):
        free = [p for p in earlier if p.role in FREE and one.start <= p.start < one.end]
        if free:
            return free[0]
    return None

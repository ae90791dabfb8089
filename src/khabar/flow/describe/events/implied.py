"""Parties that a text leaves to be understood: both sides, a group's country, the rival conceded to, who is helped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.flow.describe.events.actors import capitals, countries_known, country_of, home_of, party_of, side
from khabar.flow.describe.events.lexicon import ATTACKERS, MUTUAL, NATURE, Hit
from khabar.flow.describe.events.page import Page
from khabar.flow.describe.events.parties import Party
from khabar.flow.describe.events.scene import Roles
from khabar.flow.describe.events.told import Told
from khabar.names import get

INTRANSITIVE = frozenset({"MOBILIZE", "RETREAT"})
"""Types that an actor does alone: forces raised, an office left."""
UNAIMED = frozenset({"PROCLAIM", "DECREE"})
"""Cues of what is done to all and nobody: power taken, martial law, a curfew."""
LONE = INTRANSITIVE | {"OTHER", "CONCEDE", "AID", "PROTEST"}
"""Types that may stand without a target."""


WEAK = frozenset({"ASSAULT", "COERCE", "PROTEST", "REQUEST"})
"""Types of which one that names its target counts more in a sentence than one without."""
ARMED = ("police", "army", "government", "junta", "rebels")
"""What groups do to people without a name: "police detained 27 people"."""
LONE_IN_LEAD = frozenset({"REQUEST", "REJECT", "ACCUSE"})
ADDRESSED = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types whose target is whom one speaks to or of: people without a name there are nobody in particular."""
PEOPLE = ("-residents", "-workers", "-farmers", "-students", "-prisoners", "-activists", "-mayors", "-army", "-police", "-government")
"""Groups without a name to whom or of whom it is only spoken."""
HELPED = ("-residents", "-workers", "-farmers", "-students")
"""Groups without a name who are helped as people of their country."""
CIVIL = (*HELPED, "-prisoners", "-activists", "-protesters")
"""Groups that raise no forces: they are told to leave, or are met by them."""
LEAD_CHARS = 350
"""So many first characters hold the first sentences."""
CALLS_CHARS = 1000
"""So many first characters hold the calls of persons that are news though nobody is named whom they call on."""
HEADED = 3
"""So many persons most written of may be those against whom people protest, where a sentence names them."""
HEADLINED = 2
"""Weight of a person whom the news is about, against whom a protest without a named target is."""


FORCEFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST"})
STATES = frozenset({"SANCTION", "SUPPORT", "ACCUSE", "THREATEN", "REQUEST", "REJECT"})
"""Types of what is done to a state and told of its capital."""
ARMS = frozenset({"armed-group", "military-unit", "official-military"})
"""Kinds of bodies whose attacks are told without a victim by name."""
FIRMS = frozenset({"company", "airline", "bank"})
"""Kinds of bodies that use no force: an aircraft that hits a wall attacks nobody."""
PEACEFUL = FIRMS | {"court", "university", "sport", "ngo", "think-tank", "trade-union", "church", "international", "agency", "central-bank", "parliament"}
"""Kinds of bodies that attack nobody."""


class Who(NamedTuple):
    """Ids of the parties and their kinds ("PER", "ORG", "LOC", "GRP" or "")."""

    actor: str | None
    target: str | None
    kinds: tuple[str, str]


def who(roles: Roles, kind: str, cue: Hit, page: Page, parties: Sequence[Party], told: Told) -> Who | None:
    """The parties of a cue of type `kind` by id; None where the event does not hold together."""
    before = [*told.named, *((p.id, p.type) for p in parties if p.start < cue.start)]
    parts = _stated(roles, kind, page, before, told.company)
    arrested = kind == "COERCE" and page.force is not None and parts.actor is None and cue.start < 2 * LEAD_CHARS
    if cue.kind == "passive-verb" and parts.target is None and not arrested:
        return None
    parts = _without(parts, roles, kind, cue)
    if kind == "PROTEST" and parts.target and parts.target.endswith("protesters"):  # a place was taken for who protests
        parts = Who(parts.target, None, ("GRP", ""))
    addressed = kind in ADDRESSED and parts.kinds[1] == "GRP" and f"-{parts.target}".endswith(PEOPLE)
    if addressed:
        parts = parts._replace(target=None, kinds=(parts.kinds[0], ""))
    taken = page.force if arrested and parts.target is None else _implied_actor(kind, parts.target, parts.kinds[1], page)
    parts = parts._replace(actor=parts.actor or taken)
    if kind == "CONSULT" and parts.target and parts.actor and home_of(parts.actor) == parts.target:
        parts = parts._replace(target=None, kinds=(parts.kinds[0], ""))  # a king meets nobody in being in his country
    if parts.target is None and kind not in INTRANSITIVE and cue.value != "DECREE":
        parts = parts._replace(target=_implied_target(kind, cue.value, parts.actor, page, told, parties))
    if kind == "AID":  # help for a capital is help for its country
        giver, taker = (capitals().get(p or "", p) for p in (parts.actor, parts.target))
        parts = parts._replace(actor=giver, target=taker)
    if kind in STATES and parts.target:  # "recalled its envoy to Addis Ababa", "says that Pyongyang sold arms": the capital stands for its state
        parts = parts._replace(target=capitals().get(parts.target, parts.target))
    if kind == "CONSULT" and parts.target:
        parts = parts._replace(target=party_of(parts.target, parts.kinds[1] == "LOC"))
    lone = addressed or (cue.kind != "noun" and not roles.open and _may_be_lone(kind, cue, parts, page))
    return parts if _holds(cue.value, kind, parts, lone, page) else None


def _without(parts: Who, roles: Roles, kind: str, cue: Hit) -> Who:
    """The parties without a target that is none: what strikes, people counted among others, the country in a body's own name."""
    if parts.target and parts.target.endswith(NATURE):
        parts = parts._replace(target=None)
    if is_nature(roles.actor) and not (parts.target and country_of(parts.target)):
        parts = parts._replace(target=None)
    if kind in INTRANSITIVE or cue.value in UNAIMED or (cue.value == "DEFEAT" and parts.kinds[1] != "PER"):
        parts = parts._replace(target=None)
    unnamed = roles.target is not None and (roles.target.role == "among" or roles.target.id.endswith((ATTACKERS, "-rebels")))
    if kind == "COERCE" and unnamed:  # "arrested 11 people, including the gunmen", "detained three suspects"
        parts = parts._replace(target=None, kinds=(parts.kinds[0], ""))
    if kind == "ACCUSE" and roles.target and roles.target.id.endswith(ATTACKERS) and not cue.start <= roles.target.start < cue.end:  # "condemned the terrorist attack"
        parts = parts._replace(target=None, kinds=(parts.kinds[0], ""))
    if kind == "AID" and parts.kinds[1] == "GRP" and f"-{parts.target}".endswith(HELPED):
        parts = parts._replace(target=None, kinds=(parts.kinds[0], ""))
    if kind == "AID" and parts.target and parts.kinds[0] == "ORG" and parts.target == home_of(parts.actor or ""):
        parts = parts._replace(target=None)
    return parts


def _may_be_lone(kind: str, cue: Hit, parts: Who, page: Page) -> bool:
    """Whether a deed with a named actor is told without a target: accusations, calls of bodies, arrests, the news of the first sentences."""
    named = cue.kind == "verb" and parts.kinds[0] in ("PER", "ORG", "LOC")
    if kind == "COERCE":
        return parts.kinds[0] == "ORG" or (parts.actor is not None and parts.actor == page.force)
    if kind == "ASSAULT":
        body = get(parts.actor or "")
        return named and body is not None and body.kind in ARMS
    if kind == "ACCUSE" or (kind == "REQUEST" and parts.kinds[0] == "ORG"):
        return named
    if cue.value == "REQUEST" and parts.kinds[0] == "PER":
        return named and cue.start < (CALLS_CHARS if page.calls else LEAD_CHARS)
    return named and cue.start < LEAD_CHARS and kind in LONE_IN_LEAD


def is_nature(party: Party | None) -> bool:
    """Whether what acts is an earthquake, a storm, a flood: nobody attacks."""
    return party is not None and party.type == "GRP" and party.id.endswith(NATURE)


def is_armed(roles: Roles) -> bool:
    """Whether what a crowd does is an attack: done by men at arms, or to an embassy, which stands for its state."""
    actor, target = roles.actor, roles.target
    by_force = actor is not None and (actor.type == "ORG" or actor.id.endswith(("-rebels", "-army", "-police")) or actor.id == "rebels")
    return by_force or (target is not None and target.type == "LOC" and target.id in countries_known())


def fits(cue: str, roles: Roles) -> bool:
    """Whether the actor suits a cue that only some can do: a crowd storms, a flood leaves dead."""
    if cue == "CROWD":
        return roles.actor is not None and roles.actor.type in ("GRP", "ORG") and not roles.actor.id.endswith("residents")
    return cue != "IMPACT" or is_nature(roles.actor)


def _stated(
    roles: Roles, kind: str, page: Page, before: Sequence[tuple[str, str]], company: Sequence[tuple[str, str]]
) -> Who:
    """The parties that the sentence names, words for both sides resolved."""
    actor, target = roles.actor, roles.target
    parts = Who(
        actor.id if actor else None,
        target.id if target else None,
        (actor.type if actor else "", target.type if target else ""),
    )
    if actor and actor.type == "PAIR":
        both = page.pair("countries" if kind == "COOPERATE" else actor.id, before, company) or (None, None)
        return Who(both[0], both[1] if kind in MUTUAL else parts.target, ("PAIR", "PAIR"))
    if target and target.type == "PAIR":
        both = page.pair(target.id, before, company) or (None, None)
        return parts._replace(target=next((b for b in both if b != parts.actor), None))
    return parts


def _implied_actor(kind: str, target: str | None, called: str, page: Page) -> str | None:
    """Whom a text need not name: who seized power holds prisoners of its own country, protesters protest."""
    if kind == "COERCE" and page.seized and home_of(target or "") in (None, page.country):
        return page.group("junta")
    if kind == "ASSAULT" and called == "PER" and page.attacker != target:
        return page.attacker
    return page.group("protesters") if kind == "PROTEST" else None


def _implied_target(
    kind: str, cue: str, actor: str | None, page: Page, told: Told, parties: Sequence[Party]
) -> str | None:
    """Who concedes defeat concedes to the rival, who takes power takes it from the person of the news, who denies answers
    the accuser; a protest is against the person of the news, help goes to its country.
    """
    if cue == "DISOWN" and page.country:  # a result or rule that another state does not recognise
        beside = (c for p in parties if p.type == "LOC" and (c := country_of(p.id)))  # "the president of Chile", whom no file knows
        home = home_of(actor or "") or next(beside, None)
        if home not in (None, page.country):
            return page.country
    if kind == "ASSAULT" and (body := get(actor or "")) is not None and body.kind == "security-service":  # agents shot the gunman
        return page.attacker
    if kind == "REJECT":
        return told.accuser if told.accuser != actor else None
    if actor and (cue == "DEFEAT" or (kind == "COERCE" and page.seized)):
        return page.rival(actor)
    if actor and actor.endswith(NATURE):  # what strikes strikes the country of the news
        return page.country
    if kind == "REQUEST":  # who denounces someone and calls for something in one breath asks it of them
        return next((e.target for e in told.here if e.type == "ACCUSE" and e.actor == actor), None)
    if kind == "PROTEST":
        near = [p.id for p in parties if p.type == "PER" and p.id in page.people()[:HEADED]]
        headed = [p for p in page.people()[:1] if page.weights[p] >= HEADLINED]
        return next((p for p in (*near, *headed) if p != actor), None)
    if kind == "AID" and page.country and page.country != country_of(actor or ""):
        unknown = get(actor or "") is None and country_of(actor or "") is None  # a body that only the country's own readers know
        own = (unknown or home_of(actor or "") == page.country) and side(actor or "") is None  # a body of the country that is struck
        return None if own else page.country
    return None


def _holds(cue: str, kind: str, parts: Who, lone: bool, page: Page) -> bool:
    """Whether the parties can do this to each other, and enough of them are known: the first sentences tell the main events,
    and a call or a refusal there is news even where it names nobody.
    """
    actor, target, kinds = parts
    body = get(actor or "") if kinds[0] == "ORG" else None
    if body and ((kind in FORCEFUL and body.kind in FIRMS) or (kind == "ASSAULT" and body.kind in PEACEFUL)):
        return False
    if actor == target or f"{actor}".endswith(ATTACKERS) or f"{target}".endswith(ATTACKERS):
        return False
    if actor is None:
        return (kind == "COERCE" and kinds[1] == "PER") or (kind == "ASSAULT" and kinds[1] == "GRP")
    if kind == "RETREAT" and actor == page.attacker:  # who shot and fled gave up no office
        return False
    if kind == "MOBILIZE" and f"{actor}".endswith(CIVIL):
        return False
    if cue == "CONVENE":  # a council, or whoever comes
        return kinds[0] != "GRP" and kinds[1] != "GRP"
    if target is None and kind not in LONE and cue not in ("DENY", "VOW", *UNAIMED) and not lone:
        return (kind == "ASSAULT" and kinds[0] == "GRP") or (kind == "COERCE" and actor.endswith(ARMED))
    return not (
        kind == "CONSULT"
        and (kinds[1] in ("ORG", "GRP") or kinds[0] == "GRP" or kinds in (("LOC", "PER"), ("ORG", "LOC")))
    )

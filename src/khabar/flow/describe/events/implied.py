"""Parties that a text leaves to be understood: both sides, a group's country, the rival conceded to, who is helped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.flow.describe.events.actors import country_of, party_of
from khabar.flow.describe.events.arguments import Roles
from khabar.flow.describe.events.lexicon import MUTUAL, Hit
from khabar.flow.describe.events.page import Page
from khabar.flow.describe.events.parties import Party
from khabar.flow.describe.events.told import Told

INTRANSITIVE = frozenset({"MOBILIZE", "RETREAT"})
"""Types that an actor does alone: forces raised, an office left."""
LONE = INTRANSITIVE | {"OTHER", "CONCEDE", "AID", "PROTEST"}
"""Types that may stand without a target."""


HEADLINED = 2
"""Weight of a person whom the news is about, against whom a protest without a named target is."""


class Who(NamedTuple):
    """Ids of the parties and their kinds ("PER", "ORG", "LOC", "GRP" or "")."""

    actor: str | None
    target: str | None
    kinds: tuple[str, str]


def who(roles: Roles, kind: str, cue: Hit, page: Page, parties: Sequence[Party], told: Told) -> Who | None:
    """The parties of a cue of type `kind` by id; None where the event does not hold together."""
    actor, target = _id(roles.actor), _id(roles.target)
    kinds = (roles.actor.type if roles.actor else "", roles.target.type if roles.target else "")
    before = [*told.named, *((p.id, p.type) for p in parties if p.start < cue.start)]
    if roles.actor and roles.actor.type == "PAIR":
        both = page.pair("countries" if kind == "COOPERATE" else roles.actor.id, before)
        if both is None:
            return None
        actor, target, kinds = both[0], both[1] if kind in MUTUAL else target, ("PAIR", "PAIR")
    elif roles.target and roles.target.type == "PAIR":
        both = page.pair(roles.target.id, before)
        target = next((b for b in both or () if b != actor), None)
    if kind == "COERCE" and actor is None and page.seized:
        actor = page.group("junta")
    if kind == "PROTEST" and actor is None:
        actor = page.group("protesters")
    if kind in INTRANSITIVE:
        target = None
    elif target is None and kind == "REJECT":
        target = told.accuser
    elif target is None:
        target = _implied(kind, cue.value, actor, page)
    if kind == "CONSULT" and target:
        target = party_of(target, kinds[1] == "LOC")
    if actor == target or not _holds(kind, actor, target, kinds):
        return None
    return Who(actor, target, kinds)


def _id(party: Party | None) -> str | None:
    return party.id if party else None


def _implied(kind: str, cue: str, actor: str | None, page: Page) -> str | None:
    """Who concedes defeat concedes to the rival, who takes power takes it from the person of the news; help goes to the country of the news."""
    if actor and (cue == "DEFEAT" or (kind == "COERCE" and page.seized)):
        return page.rival(actor)
    if kind == "PROTEST":
        return next((p for p in page.people()[:1] if p != actor and page.weights[p] >= HEADLINED), None)
    if kind == "AID" and page.country and page.country != country_of(actor or ""):
        return page.country
    return None


def _holds(kind: str, actor: str | None, target: str | None, kinds: tuple[str, str]) -> bool:
    if actor is None:
        return target is not None and ((kind == "COERCE" and kinds[1] == "PER") or (kind == "ASSAULT" and kinds[1] == "GRP"))
    if target is None and kind not in LONE:
        return kind == "ASSAULT" and kinds[0] == "GRP"
    return not (
        kind == "CONSULT"
        and (kinds[1] in ("ORG", "GRP") or kinds[0] == "GRP" or kinds in (("LOC", "PER"), ("ORG", "LOC")))
    )

"""What a page is about, as far as events need it: its country, its people in order of weight, and who stands for a group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property

import regex

from khabar.flow.describe.document import Document
from khabar.flow.describe.events.actors import can_act, countries_known, country_of, home_of
from khabar.flow.describe.events.lexicon import Hit
from khabar.languages import fold
from khabar.models import Entity
from khabar.names import get

HEAD_CHARS = 900
"""Mentions in so many first characters weigh double: the news stands there."""


CALLED, CALLED_BEHIND = 40, 12
"""Characters between a word for an attacker and the name behind or before it."""
_APART = regex.compile(r"[.;。؛\n]")
DECIDING = ("-central-bank", "-electoral-council", "-electoral-commission", "-election-commission", "-constitutional-court", "-supreme-court")
"""Endings of the ids of bodies that hand down decisions and results."""
IN_TITLE = 3
"""Weight of a country that the title names."""


def attacker(document: Document, entities: Sequence[Entity], hits: Sequence[Hit], speakers: Collection[str]) -> str | None:
    """The person most often named beside a word for an attacker: "the gunman, X", "identified the suspect as X".

    Who is known to the files or speaks on the page is none.
    """
    found: Counter[str] = Counter()
    spans = [(span, e.id) for e in entities if e.type == "PER" and not e.known and e.id not in speakers for span in e.spans]
    breaks = [h.start for h in hits if h.kind == "break"]
    for word in (h for h in hits if h.kind == "attacker"):
        near = [(start - word.end, i) for (start, _), i in spans if 0 <= start - word.end <= CALLED]
        near += [(word.start - end, i) for (_, end), i in spans if 0 <= word.start - end <= CALLED_BEHIND]
        near = [(gap, i) for gap, i in near if not _APART.search(document.text, word.end, word.end + gap) and not any(word.end <= b < word.end + gap for b in breaks)]
        if near:
            found[min(near)[1]] += 1
    return max(found, key=found.__getitem__, default=None)


def _decides(body: Entity) -> bool:
    """Whether a body hands down decisions that others judge."""
    name = get(body.id)
    return body.id.endswith(DECIDING) or (name is not None and name.kind in ("court", "central-bank"))


class Page:
    """The entities of one article by weight; groups and pairs are resolved against it."""

    def __init__(
        self, entities: Sequence[Entity], title: str = "", seized: bool = False, council: Sequence[str] = (), nations: Sequence[tuple[int, str]] = ()
    ) -> None:
        self._entities = entities
        self._title = title
        self._council = council
        self._nations = nations
        """Where adjectives of nationality stand, and of which country each is."""
        self.attacker: str | None = None
        """The person whom the page calls the gunman, the attacker, the suspect."""
        self.calls = True
        """Whether who demands something calls for it; where the word is that of orders it may be either."""
        self.seized = seized
        """Whether power was seized: the page speaks of a coup or its makers."""

    @cached_property
    def weights(self) -> Counter[str]:
        """Mentions of each entity that can act, those near the beginning twice."""
        found: Counter[str] = Counter()
        for entity in self._entities:
            if can_act(entity):
                found[entity.id] += sum(2 if start < HEAD_CHARS else 1 for start, _ in entity.spans)
                found[entity.id] += IN_TITLE if entity.surface in self._title else 0
        return found

    @cached_property
    def first(self) -> dict[str, int]:
        """Where each entity is named first."""
        return {e.id: min((s for s, _ in e.spans), default=0) for e in self._entities}

    @cached_property
    def country(self) -> str | None:
        """The country most written of, places within it and its capital counted for it."""
        found: Counter[str] = Counter()
        for entity in self._entities:
            if entity.type == "LOC" and (country := country_of(entity.id)):
                found[country] += sum(2 if start < HEAD_CHARS else 1 for start, _ in entity.spans)
                found[country] += IN_TITLE if entity.surface in self._title else 0
        for start, country in self._nations:
            found[country] += (2 if start < HEAD_CHARS else 1) if country in found else 0
        return max(found, key=found.__getitem__, default=None)

    def people(self) -> list[str]:
        """Persons by weight, of equals who is named first."""
        persons = [e.id for e in self._entities if e.type == "PER"]
        return sorted(persons, key=lambda p: (-self.weights[p], self.first[p]))

    def _company(self, kind: str, company: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
        """The two of an event as persons or as countries, their own where two countries did nothing."""
        persons = {e.id for e in self._entities if e.type == "PER"}
        both = next((c for c in (company if kind == "persons" else company[:1]) if persons.issuperset(c)), None)
        if kind != "countries" and (both or kind == "persons"):
            return both
        states = [c for c in company if all(country_of(p) for p in c)]
        for one, two in ((home_of(a), home_of(b)) for a, b in (*states, *company)):
            if one and two and one != two:
                return one, two
        return None

    def rival(self, of: str) -> str | None:
        """The person most written of besides `of`."""
        return next((p for p in self.people() if p != of), None)

    def group(self, sector: str, country: str | None = None) -> str:
        """The id of a group without a name: its country and what it is ("sudan-army"), a body of the page for a junta."""
        if sector in ("junta", "coup"):
            sector = "junta"
            if body := self.council:
                return body
        if sector == "lawmakers" and self.parliament:
            return self.parliament
        home = country or self.country
        return f"{home}-{sector}" if home else sector

    @cached_property
    def force(self) -> str | None:
        """The one police or security service of the page: it made the arrests of which nobody says who made them."""
        bodies = [e.id for e in self._entities if (name := get(e.id)) is not None and name.kind == "security-service"]
        return bodies[0] if len(bodies) == 1 else None

    @cached_property
    def decider(self) -> str | None:
        """The body whose decision the news is: the court, central bank, parliament or electoral body most written of."""
        bodies = [e.id for e in self._entities if e.type == "ORG" and _decides(e)]
        return max(bodies, key=lambda b: (self.weights[b], -self.first[b]), default=None)

    @cached_property
    def parliament(self) -> str | None:
        """The one parliament that the page names, for which its members stand."""
        named = {e.id for e in self._entities if (name := get(e.id)) is not None and name.kind == "parliament"}
        return next(iter(named)) if len(named) == 1 else None

    @cached_property
    def council(self) -> str | None:
        """The body by whose name those in power by force call themselves: the council or committee of the page."""
        bodies = [e for e in self._entities if e.type == "ORG" and any(w in fold(e.surface) for w in self._council)]
        bodies = [e for e in bodies if not e.known] or bodies
        return min(bodies, key=lambda e: self.first[e.id]).id if bodies else None

    def pair(
        self, kind: str, before: Sequence[tuple[str, str]], company: Sequence[tuple[str, str]] = ()
    ) -> tuple[str, str] | None:
        """The two that "both sides", "the two ministers" stand for; `before`: (id, type) of what was named, latest last.

        They are the `company` of the event told last that fits; else persons are the two named last, countries the two
        most written of.
        """
        if found := self._company(kind, company):
            return found
        if kind != "countries":
            persons = list(dict.fromkeys(i for i, t in reversed(before) if t == "PER"))[:2]
            if len(persons) == 2:
                return persons[1], persons[0]
        if kind != "persons":
            states = [
                c
                for c in sorted(self.weights, key=lambda c: (-self.weights[c], self.first[c]))
                if c in countries_known()
            ]
            if len(states) >= 2:
                one, two = sorted(states[:2], key=lambda c: self.first[c])
                return one, two
        return None

"""What a page is about, as far as events need it: its country, its people in order of weight, and who stands for a group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from khabar.flow.describe.events.actors import can_act, countries_known, country_of, home_of
from khabar.languages import fold
from khabar.models import Entity
from khabar.names import get

HEAD_CHARS = 900
"""Mentions in so many first characters weigh double: the news stands there."""


IN_TITLE = 3
"""Weight of a country that the title names."""


class Page:
    """The entities of one article by weight; groups and pairs are resolved against it."""

    def __init__(
        self, entities: Sequence[Entity], title: str = "", seized: bool = False, council: Sequence[str] = ()
    ) -> None:
        self._entities = entities
        self._title = title
        self._council = council
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

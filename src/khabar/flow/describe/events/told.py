"""What earlier sentences told: who was named, who was the subject, who bears which title, what happened."""

from __future__ import annotations

from collections.abc import Iterable

from khabar.flow.describe.events.actors import home_of
from khabar.flow.describe.events.day import is_apart
from khabar.flow.describe.events.lexicon import MUTUAL
from khabar.flow.describe.events.parties import FREE, Party
from khabar.models import Event

NAMED = ("PER", "ORG", "LOC")
KEPT = 8
"""So many of those named last are remembered."""


class Told:
    """The memory of one article while it is read."""

    def __init__(self) -> None:
        self.named: list[tuple[str, str]] = []
        """(id, type) of who was named, the latest last."""
        self.subject: Party | None = None
        self.person: Party | None = None
        """The person who was the subject last, else was named last."""
        self.titles: dict[str, str] = {}
        self.events: list[Event] = []
        self.here: list[Event] = []
        """The events of the sentence that is read."""

    def last(self, kind: str) -> str | None:
        """Who of a kind was the subject before, else was named last."""
        if self.subject and self.subject.type == kind:
            return self.subject.id
        return next((i for i, t in reversed(self.named) if t == kind), None)

    def him(self, actor: Party | None, place: Party) -> Party | None:
        """Whom "him" means in the place of an object: the person named last who is not the actor."""
        last = next((i for i, t in reversed(self.named) if t == "PER" and (actor is None or i != actor.id)), None)
        return place._replace(id=last, type="PER") if last else None

    def assailant(self, actor: Party | None, place: Party) -> Party | None:
        """Who attacked or took power in the event told last: whom one condemns "the attack" of."""
        deeds = (e for e in (*self.here[::-1], *self.events[::-1]) if e.type in ("ASSAULT", "COERCE") and e.mode != "negated")
        last = next((e.actor for e in deeds if e.actor), None)
        return place._replace(id=last, type="ORG") if last and (actor is None or last != actor.id) else None

    def of_nation(self, nation: str | None) -> str | None:
        """The person named last whose country a nation is."""
        return next((i for i, t in reversed(self.named) if nation and t == "PER" and home_of(i) == nation), None)

    @property
    def accuser(self) -> str | None:
        """Who accused in the event told last: a denial that names nobody answers it."""
        return self.events[-1].actor if self.events and self.events[-1].type == "ACCUSE" else None

    @property
    def ousted(self) -> str | None:
        """Who was removed or held in an event told before: "the deposed president"."""
        return next((e.target for e in self.events if e.type == "COERCE" and e.target), None)

    @property
    def company(self) -> list[tuple[str, str]]:
        """Who did something together, the latest first: "the two" who then sign."""
        return [
            (e.actor, e.target)
            for e in (*self.here[::-1], *self.events[::-1])
            if e.type in MUTUAL and e.actor and e.target
        ]

    def sentence(self, parties: Iterable[Party]) -> None:
        """Remember the parties of a sentence that is read."""
        here = [p for p in parties if p.type in NAMED and p.role not in ("place", "source")]
        self.named = [*self.named, *((p.id, p.type) for p in here)][-KEPT:]
        self.subject = next((p for p in here if p.role in FREE), self.subject)
        people = [p for p in here if p.type == "PER"]
        self.person = next((p for p in people if p.role in FREE), people[-1] if people else self.person)

    def event(self, event: Event) -> None:
        """Keep an event that is not told yet, or told of another time."""
        key = (event.actor, event.type, event.target)
        turned = (event.target, event.type, event.actor) if event.type in MUTUAL else key
        same = [e for e in self.events if (e.actor, e.type, e.target) in (key, turned)]
        if all(is_apart(e.date, event.date) and e.mode == event.mode for e in same):
            self.events.append(event)

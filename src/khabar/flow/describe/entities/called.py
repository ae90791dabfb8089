"""Offices that stand alone for a person of the page: "the president", «الوزير», «президент»."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from khabar.flow.describe.document import Document
from khabar.flow.describe.quotes.roles import holders, offices
from khabar.models import Entity, Span


def with_roles(document: Document, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities, each person with the places where an office alone means them; names of others are no offices."""
    mentions = sorted(((span, e) for e in entities for span in e.spans), key=lambda m: m[0])
    taken = [span for span, e in mentions if e.type != "LOC"]
    found: dict[str, list[Span]] = {}
    for office, person in holders(document, offices(document), mentions):
        if all(office.span[1] <= a or b <= office.span[0] for a, b in taken):
            found.setdefault(person.id, []).append(office.span)
    return tuple(msgspec.structs.replace(e, roles=tuple(found[e.id])) if e.id in found else e for e in entities)

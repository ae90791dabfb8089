"""The entities of a page."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.flow.describe.document import Document
from khabar.models import Described, Entity, Notes
from khabar.names import find_countries


def find_entities(document: Document) -> tuple[Entity, ...]:
    """Countries named in the page."""
    found: dict[str, list[tuple[int, int]]] = {}
    for item in find_countries(document.folded, document.lang):
        if not item.demonym:
            found.setdefault(item.country.id, []).append((item.start, item.end))
    return tuple(
        Entity(id=key, type="LOC", name=key, surface=document.text[spans[0][0] : spans[0][1]], spans=tuple(spans))
        for key, spans in found.items()
    )


def reconcile(members: Sequence[Described]) -> list[Notes]:
    """Notes after the pages of a story agreed on names."""
    return [m.notes for m in members]

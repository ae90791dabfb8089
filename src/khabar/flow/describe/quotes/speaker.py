"""One who speaks, as found in a text."""

from __future__ import annotations

from typing import NamedTuple

from khabar.models import Entity, Span


class Speaker(NamedTuple):
    """A speaker as found: the entity or None, and the words that name it."""

    entity: Entity | None
    surface: str
    span: Span
    body: bool = False

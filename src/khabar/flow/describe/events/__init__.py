"""The events of a page."""

from __future__ import annotations

from khabar.flow.describe.document import Document
from khabar.models import DateMention, Entity, Event


def find_events(document: Document, entities: tuple[Entity, ...], dates: tuple[DateMention, ...]) -> tuple[Event, ...]:
    """All events of the page."""
    return ()

"""The quotes of a page."""

from __future__ import annotations

from khabar.flow.describe.document import Document
from khabar.models import Entity, Quote


def find_quotes(document: Document, entities: tuple[Entity, ...]) -> tuple[Quote, ...]:
    """All quotes of the page."""
    return ()

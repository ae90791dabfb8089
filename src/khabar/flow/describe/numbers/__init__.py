"""The numbers of a page."""

from __future__ import annotations

from khabar.flow.describe.document import Document
from khabar.models import Number


def find_numbers(document: Document) -> tuple[Number, ...]:
    """All numbers of the page."""
    return ()

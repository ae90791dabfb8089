"""One id a thing across the pages of a story."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.models import Described, Notes


def reconcile(members: Sequence[Described]) -> list[Notes]:
    """Notes after the pages of a story agreed on names."""
    return [m.notes for m in members]

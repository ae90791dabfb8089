"""Stories linked into sagas by the actors that they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khabar.flow.group.signature import Signature
from khabar.models import Saga, Story


def find_sagas(stories: Sequence[Story], signatures: Mapping[str, Signature]) -> list[Saga]:
    """Sagas of two stories or more."""
    return []

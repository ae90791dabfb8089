"""narrate -> Fact: what several pages tell, merged, in order, and where independent origins disagree."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.models import Described, Lineage, Narrative


def narrate(members: Sequence[Described], lineage: Lineage) -> Narrative:
    """The facts of a story."""
    return Narrative()

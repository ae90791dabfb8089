"""narrate -> Fact: what several pages tell, merged, in order, and where independent origins disagree.

facts.py          the same event of many pages is one fact, placed at its day; background set apart
disagreements.py  values that differ, by origin; a rising toll is a series
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.flow.narrate.disagreements import disagreements_of
from khabar.flow.narrate.facts import facts_of
from khabar.models import Described, Lineage, Narrative

__all__ = ["narrate"]


def narrate(members: Sequence[Described], lineage: Lineage) -> Narrative:
    """The facts of a story in order of time, and its disagreements. The order of `members` does not matter."""
    return Narrative(facts=facts_of(members, lineage), disagreements=disagreements_of(members, lineage))

"""scores -> Score: how sound a report, how important a story, each a table of small functions with reasons."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.models import Described, Importance, Lineage, Narrative, Soundness, Story


def soundness(member: Described, members: Sequence[Described], lineage: Lineage) -> Soundness:
    """The grade of one report."""
    return Soundness(grade="F6", source="F", report=6, score=0)


def importance(story: Story, members: Sequence[Described], lineage: Lineage, narrative: Narrative) -> Importance:
    """The weight of a story."""
    return Importance(score=0)

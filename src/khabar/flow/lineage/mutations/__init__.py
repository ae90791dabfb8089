"""What changed on the way from parent to child."""

from __future__ import annotations

from khabar.flow.lineage.compare import Kin
from khabar.flow.lineage.page import PageView
from khabar.models import Mutation


def mutations(child: PageView, parent: PageView, kin: Kin) -> tuple[Mutation, ...]:
    """Changes between the aligned sentences of two pages."""
    return ()

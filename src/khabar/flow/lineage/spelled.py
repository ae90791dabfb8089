"""Pages of outlets that no data file knows, found by how another page spells their name, also in another script.

The consonants of both spellings are compared (see `khabar.names.skeleton`); the shorter a name, the less that proves, so that a
middling likeness counts only where the two texts go together as well.
"""

from __future__ import annotations

from collections.abc import Iterable

from khabar.flow.lineage.compare import Comparisons
from khabar.flow.lineage.page import PageView
from khabar.names.skeleton import match
from khabar.sources import get

SAME, LIKE = 0.8, 0.65
"""Likeness of two spellings that is enough by itself, and that needs the texts to bear it out."""


def pages_spelled(page: PageView, source: str, surface: str, unknown: Iterable[PageView], comparisons: Comparisons) -> list[PageView]:
    """Pages of unknown outlets whose name may be what `page` calls its source; none where the source itself is known."""
    if get(source) is not None:
        return []
    found = []
    for other in unknown:
        likeness = match(surface, other.article.outlet_surface or (other.outlet or "").replace("-", " "))
        if other.id != page.id and (likeness >= SAME or (likeness >= LIKE and comparisons.kin(page, other).tied)):
            found.append(other)
    return found

"""The common link, the node that every chain of a story passes through, and loops of credits.

The common link is a notion of Joseph Schacht (1950), from the study of chains of transmission of hadith: the earliest node on
which all chains converge is the likeliest source of what is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from khabar.flow.lineage.origins import PageOrigins
from khabar.flow.lineage.page import PageView
from khabar.sources import get


def common_link(pages: Sequence[PageView], by_page: Mapping[str, PageOrigins]) -> str | None:
    """The origin that all pages rest on, or None. Where several do, a body whose statement the others report comes first."""
    if len(pages) < 2:
        return None
    counts = Counter(source for page in pages for source in by_page[page.id].found)
    through = [s for s, n in counts.items() if n == len(pages)]
    return min(through, key=lambda s: (not _official(s), s), default=None)


def _official(source: str) -> bool:
    known = get(source)
    return known is not None and known.official


def credit_loops(pages: Sequence[PageView]) -> list[tuple[str, ...]]:
    """Pairs of outlets that name each other as the source of one story: A says B, B says A."""
    named = {(page.outlet, c.source) for page in pages for c in page.credits if page.outlet and c.source}
    return sorted((a, b) for a, b in named if a is not None and b is not None and a < b and (b, a) in named)

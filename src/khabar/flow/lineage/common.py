"""The common link, the node that every chain of a story passes through, and loops of credits.

The common link is a notion of Joseph Schacht (1950), from the study of chains of transmission of hadith: the earliest node on
which all chains converge is the likeliest source of what is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from khabar.flow.lineage.origins import PageOrigins
from khabar.flow.lineage.page import PageView
from khabar.flow.lineage.statements import official


def common_link(pages: Sequence[PageView], by_page: Mapping[str, PageOrigins]) -> str | None:
    """The origin that all pages rest on, or None. Where several do, a body whose statement the others report comes first."""
    if len(pages) < 2:
        return None
    counts = Counter(source for page in pages for source in by_page[page.id].found)
    through = [s for s, n in counts.items() if n == len(pages)]
    return min(through, key=lambda s: (not official(s), s), default=None)


def credit_loops(pages: Sequence[PageView]) -> list[tuple[str, ...]]:
    """Outlets that name each other as the source of one story: A says B, B says A; or A says B, B says C, C says A.

    Two are flagged for any credit; more only where each has its whole page from the next.
    """
    named = {(page.outlet, c.source) for page in pages for c in page.credits if page.outlet and c.source}
    pairs = {(a, b) for a, b in named if a is not None and b is not None and a < b and (b, a) in named}
    taken: dict[str, set[str]] = {}
    for page in pages:
        for credit in page.credits:
            if page.outlet and credit.source and credit.kind == "credit":
                taken.setdefault(page.outlet, set()).add(credit.source)
    rings = {tuple(sorted(ring)) for start in taken if len(ring := _ring(taken, start)) > 2}
    return sorted({*pairs, *rings})


def _ring(taken: Mapping[str, set[str]], start: str) -> set[str]:
    """All outlets that lead from `start` back to it, itself included."""
    ahead = _reach(taken, start)
    return {o for o in ahead if start in _reach(taken, o)}


def _reach(taken: Mapping[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    todo = [start]
    while todo:
        for source in taken.get(todo.pop(), ()):
            if source not in seen:
                seen.add(source)
                todo.append(source)
    return seen

"""Text that two pages of one language share: shingles in an inverted index, containment both ways, spans on both sides.

After winnowing (Schleimer, Wilkerson and Aiken, 2003), but every shingle is kept: news pages are short, and a half-copied page
or a single lifted sentence must be seen. MinHash over whole pages misses both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from khabar.flow.lineage.page import PageView
from khabar.models import Span

MIN_SPAN = 30
"""Characters below which a shared run is left out of the evidence."""


class Shared(NamedTuple):
    """Shares of the shingles of two pages that the other one has too."""

    first_in_second: float
    second_in_first: float


def shared_text(pages: Sequence[PageView], floor: float = 0.06) -> dict[tuple[int, int], Shared]:
    """Containment of all pairs (i < j) of pages of one language that share at least `floor` of the shorter one.

    One pass over an inverted index from shingle to pages, counted with numpy: n pages of m shingles cost n² m additions at
    worst, which for a thousand copies of one wire is about two seconds.
    """
    import numpy as np

    index: dict[int, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        for shingle in page.shingles:
            index[shingle].append(number)
    posting = {s: np.asarray(p, dtype=np.int32) for s, p in index.items() if len(p) > 1}
    found: dict[tuple[int, int], Shared] = {}
    for number, page in enumerate(pages):
        lists = [posting[s] for s in page.shingles if s in posting]
        if not lists:
            continue
        counts = np.bincount(np.concatenate(lists), minlength=len(pages))
        for other in (int(i) + number + 1 for i in np.nonzero(counts[number + 1 :])[0]):
            one, two = counts[other] / len(page.shingles), counts[other] / len(pages[other].shingles)
            if max(one, two) >= floor and page.lang == pages[other].lang:
                found[number, other] = Shared(float(one), float(two))
    return found


def shared_spans(child: PageView, parent: PageView, most: int = 12) -> list[tuple[Span, Span]]:
    """Runs of text that both pages have, the longest first, as spans in both bodies.

    Runs of words broken by one differing word are joined on neither side: what is marked is word for word the same.
    """
    runs: list[tuple[Span, Span]] = []
    at, size = 0, child.shingle_size
    matches = sorted((i, parent.shingles[s]) for s, i in child.shingles.items() if s in parent.shingles)
    while at < len(matches):
        end = at
        while end + 1 < len(matches) and matches[end + 1][0] - matches[end][0] == 1 == matches[end + 1][1] - matches[end][1]:
            end += 1
        (c0, p0), (c1, p1) = matches[at], matches[end]
        here = (child.tokens[c0].start, child.tokens[min(c1 + size, len(child.tokens)) - 1].end)
        there = (parent.tokens[p0].start, parent.tokens[min(p1 + size, len(parent.tokens)) - 1].end)
        if here[1] - here[0] >= MIN_SPAN:
            runs.append((here, there))
        at = end + 1
    return sorted(sorted(runs, key=lambda r: r[0][0] - r[0][1])[:most])

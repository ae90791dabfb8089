"""How close two pages of a story are: text in common and sentences that say the same, computed once per pair and on demand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.flow.lineage.align import Aligned, align, centre, similarity
from khabar.flow.lineage.copies import Shared, shared_text
from khabar.flow.lineage.page import PageView

ALL_PAIRS = 24
"""Pages up to which every pair is compared; beyond, each page meets only its nearest ones."""
NEAREST = 12
COPIED = 0.45
"""Share of a page's shingles found in the other from which it counts as copied; rewrites stay below 0.3, copies above 0.7."""
TIED = 0.3
"""Share of a page's text, by aligned sentences, from which two pages are held to tell one text; independent reports stay below."""


class Kin(NamedTuple):
    """What a child has in common with a parent; shares are of each page's own text."""

    copied: float
    copied_of_parent: float
    aligned: Aligned
    covered: float
    """Share of the child covered by aligned sentences."""
    covered_of_parent: float

    @property
    def weight(self) -> float:
        """One figure to rank parents by: how much of the child is explained, and how well."""
        return max(self.copied + 0.5, self.covered * (0.5 + self.aligned.mean)) if self.copied >= COPIED else self.covered * (0.5 + self.aligned.mean)

    @property
    def tied(self) -> bool:
        return self.copied >= 0.2 or (self.covered >= TIED and self.covered_of_parent >= 0.2)


class Comparisons:
    """Kinship of all pairs of pages of one story."""

    def __init__(self, pages: Sequence[PageView]) -> None:
        self.pages = pages
        self._shared = shared_text(pages)
        self._centred = centre(pages)
        self._aligned: dict[tuple[int, int], Aligned] = {}
        self._index = {page.id: number for number, page in enumerate(pages)}
        self._near = self._nearest()

    def kin(self, child: PageView, parent: PageView) -> Kin:
        """What `child` has in common with `parent`."""
        i, j = self._index[child.id], self._index[parent.id]
        low, high = min(i, j), max(i, j)
        shared = self._shared.get((low, high), Shared(0.0, 0.0))
        if (low, high) not in self._aligned:
            one, two = self.pages[low], self.pages[high]
            self._aligned[low, high] = align(one, two, similarity(one, two, self._centred))
        found = self._aligned[low, high]
        if i < j:
            return Kin(shared[0], shared[1], found, found.first, found.second)
        turned = found.turned()
        return Kin(shared[1], shared[0], turned, turned.first, turned.second)

    def near(self, page: PageView) -> list[PageView]:
        """The other pages worth comparing with one: all in a small story, else those sharing text or nearest in meaning."""
        number = self._index[page.id]
        return [self.pages[i] for i in self._near[number] if i != number]

    def _nearest(self) -> list[list[int]]:
        count = len(self.pages)
        if count <= ALL_PAIRS:
            return [list(range(count))] * count
        found: list[dict[int, float]] = [{} for _ in range(count)]
        for (i, j), shared in self._shared.items():
            found[i][j] = found[j][i] = max(shared)
        best = [set(sorted(near, key=lambda k: (-near[k], k))[:NEAREST]) for near in found]
        for number, row in enumerate(self._meaning()):
            best[number] |= set(row)
        return [sorted(b) for b in best]

    def _meaning(self) -> list[list[int]]:
        import numpy as np

        dim = next((m.shape[1] for m in self._centred.values() if m.ndim == 2), 1)
        rows = [self._centred[p.id].mean(axis=0) if p.id in self._centred else np.zeros(dim) for p in self.pages]
        matrix = np.asarray(rows, dtype=np.float32)
        matrix /= np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-9
        scores = matrix @ matrix.T
        np.fill_diagonal(scores, -1)
        top = np.argpartition(-scores, min(NEAREST, len(rows) - 1), axis=1)[:, :NEAREST]
        return [[int(i) for i in row] for row in top]

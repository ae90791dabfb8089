"""Clusters of pages by vector and time: average linkage over pairs within a few days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from khabar.flow.group.signature import Signature

THRESHOLD = 0.42
DAYS = 4


class Grouper:
    """A window of pages in memory. `restore` what is stored, `add` what is new, `repair`, then read `clusters`."""

    def __init__(self) -> None:
        self._pages: list[Signature] = []
        self._labels: dict[str, str] = {}

    def restore(self, signatures: Sequence[Signature], stories: Mapping[str, str]) -> None:
        """Pages that already have a story."""
        self._pages += signatures
        self._labels.update(stories)

    def add(self, signatures: Sequence[Signature]) -> None:
        """New pages."""
        self._pages += signatures

    def repair(self) -> None:
        """Nothing to do: clusters are computed from all pages of the window."""

    def clusters(self) -> list[list[str]]:
        """Article ids, a list a story."""
        pages = [p for p in self._pages if p.vector is not None]
        if not pages:
            return [[p.article] for p in self._pages]
        near = _similarities(pages)
        groups = [[i] for i in range(len(pages))]
        while len(groups) > 1:
            best, pair = 0.0, (0, 0)
            for a in range(len(groups)):
                for b in range(a + 1, len(groups)):
                    score = float(near[np.ix_(groups[a], groups[b])].mean())
                    if score > best:
                        best, pair = score, (a, b)
            if best < THRESHOLD:
                break
            groups[pair[0]] += groups.pop(pair[1])
        lone = [[p.article] for p in self._pages if p.vector is None]
        return [[pages[i].article for i in group] for group in groups] + lone


def _similarities(pages: Sequence[Signature]) -> np.ndarray:
    matrix = np.stack([p.vector for p in pages])
    mean = matrix.mean(0)
    centred = np.empty_like(matrix)
    for lang in {p.lang for p in pages}:
        rows = [i for i, p in enumerate(pages) if p.lang == lang]
        own = (matrix[rows].sum(0) + 5 * mean) / (len(rows) + 5)
        centred[rows] = matrix[rows] - own
    centred /= np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9)
    near = centred @ centred.T
    for a, one in enumerate(pages):
        for b, other in enumerate(pages):
            if one.day and other.day and abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days) > DAYS:
                near[a, b] = -1
    return near

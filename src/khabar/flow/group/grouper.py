"""The streaming grouper: new pages are compared with the window, and only the stories that they touch are clustered again.

1. Every new page is scored against the pages of the window within a week (`pairs`).
2. Pages with an edge to a new page drag their whole story in; these are clustered anew, exactly, by average linkage.
3. All other stories stay as they are.

The outcome depends on the pages in play, not on the order in which they came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from khabar.flow.group.linkage import average_linkage
from khabar.flow.group.pairs import Window
from khabar.flow.group.signature import Signature

EDGE = -1.0
"""Log-odds from which a pair may pull a stored story into play; below zero, since a mean over a story can exceed its best pair."""
THRESHOLD = 0.8
"""Mean log-odds from which two clusters are one event; a little above even, since wrong merges cost a reader more."""
BLOCK = 512
"""New pages scored at a time: bounds the memory of one step."""


class Grouper:
    """A window of pages in memory. `restore` what is stored, `add` what is new, `repair`, then read `clusters`."""

    def __init__(self, threshold: float = THRESHOLD) -> None:
        self.threshold = threshold
        self._old: list[Signature] = []
        self._new: list[Signature] = []
        self._stories: dict[str, str] = {}
        self._clusters: list[list[str]] = []

    def restore(self, signatures: Sequence[Signature], stories: Mapping[str, str]) -> None:
        """Pages that already have a story (article id -> story id)."""
        self._old += signatures
        self._stories.update(stories)

    def add(self, signatures: Sequence[Signature]) -> None:
        """New pages."""
        self._new += signatures

    def clusters(self) -> list[list[str]]:
        """Article ids, a list a story: those in play clustered anew, the others as they were."""
        return self._clusters

    def repair(self) -> None:
        """Compute `clusters`: merges and splits follow from clustering every touched story as a whole."""
        pages = sorted([*self._old, *self._new], key=lambda p: (p.day or "", p.article))
        window = Window(pages)
        place = {p.article: i for i, p in enumerate(pages)}
        fresh = np.array(sorted(place[p.article] for p in self._new), dtype=np.int64)
        inplay = self._in_play(window, fresh)
        self._clusters = self._untouched({pages[i].article for i in inplay})
        for component in self._components(window, inplay):
            rows = np.array(component, dtype=np.int64)
            for group in average_linkage(window.scores(rows, rows), self.threshold):
                self._clusters.append([pages[component[i]].article for i in group])

    def _in_play(self, window: Window, fresh: np.ndarray) -> list[int]:
        """New pages, and all pages of every story that one of them has an edge to."""
        touched: set[str] = set()
        old = np.array([i for i, p in enumerate(window.pages) if p.article in self._stories], dtype=np.int64)
        for start in range(0, len(fresh), BLOCK):
            if len(old):
                near = window.scores(fresh[start : start + BLOCK], old).max(0) > EDGE
                touched |= {self._stories[window.pages[i].article] for i in old[near]}
        again = [i for i in old if self._stories[window.pages[i].article] in touched]
        return sorted({*map(int, fresh), *map(int, again)})

    def _untouched(self, inplay: set[str]) -> list[list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for article, story in self._stories.items():
            if article not in inplay:
                groups[story].append(article)
        return list(groups.values())

    def _components(self, window: Window, inplay: Sequence[int]) -> list[list[int]]:
        """Connected sets of pages over edges: nothing outside one can join it, so each is clustered alone."""
        parent = {i: i for i in inplay}

        def root(i: int) -> int:
            while parent[i] != i:
                parent[i] = parent[parent[i]]
                i = parent[i]
            return i

        rows = np.array(inplay, dtype=np.int64)
        for start in range(0, len(rows), BLOCK):
            part = rows[start : start + BLOCK]
            for a, b in zip(*np.nonzero(window.scores(part, rows) > self.threshold), strict=True):
                one, other = root(int(part[a])), root(int(rows[b]))
                if one != other:
                    parent[max(one, other)] = min(one, other)
        groups: dict[int, list[int]] = defaultdict(list)
        for i in inplay:
            groups[root(i)].append(i)
        return [groups[key] for key in sorted(groups)]

"""The streaming grouper: new pages are compared with the window, and only the stories that they touch are clustered again.

1. Every new page is scored against the pages of the window within a week of it (`pairs`).
2. Pages that a new page is like drag their whole story in; what hangs together is clustered anew, exactly, by average linkage.
   So a late page can merge two stories or split one.
3. All other stories stay as they are.

The outcome depends on the pages in play, not on the order in which they came: up to `WHOLE` pages in the window all are in play.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set

import numpy as np

from khabar.flow.group.components import Edges, components
from khabar.flow.group.linkage import average_linkage
from khabar.flow.group.pairs import Rows, Window
from khabar.flow.group.signature import Signature
from khabar.flow.group.stable_ids import stable_ids
from khabar.flow.group.stragglers import join_stragglers

THRESHOLD = 1.2
"""Mean log-odds from which two clusters are one event; above even, since wrong merges cost a reader more."""
BLOCK = 64
"""New pages scored at a time, neighbours in time: bounds the memory of one step and the pages that each is compared with."""
WHOLE = 1500
"""Up to so many pages in the window all are clustered anew: the centre and the weights of names still move with every page
there, so the order of arrival would show. Beyond, only touched stories are."""
DRIFT = 0.02
"""By what share a larger window may grow before rarity and centre are computed again."""
MOST = 300
"""Pages of one story that are clustered anew, the latest; the earlier ones of a larger story stay with most of these."""


class Grouper:
    """A window of pages in memory. `restore` what is stored, `add` what is new, `repair`; again and again."""

    def __init__(self, threshold: float = THRESHOLD, whole: int = WHOLE) -> None:
        self.threshold, self.whole = threshold, whole
        self.window = Window()
        self.stories: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._rows: dict[str, int] = {}
        self._fresh: list[str] = []

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, article: str) -> bool:
        return article in self._rows

    def restore(self, signatures: Sequence[Signature], stories: Mapping[str, str]) -> None:
        """Pages that already have a story (article id -> story id)."""
        self._extend(signatures)
        self.assign({s.article: stories[s.article] for s in signatures})

    def add(self, signatures: Sequence[Signature]) -> None:
        """New pages."""
        self._extend(signatures)
        self.renew(s.article for s in signatures)

    def renew(self, articles: Iterable[str]) -> None:
        """Look at these pages as at new ones."""
        self._fresh = list(dict.fromkeys([*self._fresh, *articles]))

    def drop(self, articles: Collection[str]) -> None:
        """Leave these pages out from now on."""
        gone = {a for a in articles if a in self._rows}
        if not gone:
            return
        self.window.keep(np.array([row for a, row in self._rows.items() if a not in gone], dtype=np.int64))
        self._rows = {p.article: row for row, p in enumerate(self.window.pages)}
        self._fresh = [a for a in self._fresh if a not in gone]
        for article in gone & self.stories.keys():
            self._leave(article, self.stories.pop(article))

    def redate(self, days: Mapping[str, str | None]) -> None:
        """Pages whose publication day is known better now (article id -> YYYY-MM-DD or None)."""
        for article, day in days.items():
            row = self._rows[article]
            if self.window.pages[row].day != day:
                self.window.redate(row, day)

    def articles(self) -> Set[str]:
        """All pages in the window."""
        return self._rows.keys()

    def clusters(self) -> list[list[str]]:
        """Article ids, a list a story."""
        return [sorted(members) for members in self._members.values()]

    def assign(self, stories: Mapping[str, str]) -> None:
        """Say to which story pages belong (article id -> story id)."""
        for article, story in stories.items():
            if (before := self.stories.get(article)) is not None and before != story:
                self._leave(article, before)
            self.stories[article] = story
            self._members.setdefault(story, set()).add(article)

    def repair(self) -> list[list[str]]:
        """Find stories for the new pages; answers the clusters in play, others are as they were."""
        self.window.refresh(DRIFT if len(self) > self.whole else 0.0)
        fresh = [self._rows[a] for a in (self._fresh if len(self) > self.whole else self._rows)]
        self._fresh = []
        new = set(fresh)
        edges = self._edges(self._sorted(fresh))
        met = np.unique(np.concatenate([np.array(fresh, np.int64), edges[1]]))
        touched = {self.stories[a] for i in met if (a := self.window.pages[i].article) in self.stories}
        clusters: list[list[str]] = []
        tied, rest = self._in_play(touched)
        edges = edges[0], self._stood_for(edges[1], tied, rest), edges[2]
        for component in components(self._sorted({*fresh, *(i for rows in tied for i in rows)}), edges, tied, self.threshold):
            if not new & set(component):
                continue
            rows = self._sorted(component)
            if len(rows) == 1:
                clusters.append([self.window.pages[rows[0]].article])
                continue
            scores = self.window.scores(rows, rows)
            for group in join_stragglers(average_linkage(scores, self.threshold), scores):
                clusters.append([self.window.pages[rows[i]].article for i in group])
        clusters = self._rejoined(clusters, rest)
        before = {a: self.stories[a] for c in clusters for a in c if a in self.stories}
        here = set(before.values())
        self.assign(stable_ids(clusters, before, free=lambda s: s in here or s not in self._members)[0])
        return clusters

    def _extend(self, signatures: Sequence[Signature]) -> None:
        self._rows |= {s.article: len(self._rows) + n for n, s in enumerate(signatures)}
        self.window.extend(signatures)

    def _leave(self, article: str, story: str) -> None:
        self._members[story].discard(article)
        if not self._members[story]:
            del self._members[story]

    def _sorted(self, rows: Iterable[int]) -> Rows:
        """Rows by day and article: an order that does not tell when they came."""
        pages = self.window.pages
        return np.array(sorted(rows, key=lambda i: (pages[i].day or "", pages[i].article)), dtype=np.int64)

    def _edges(self, fresh: Rows) -> Edges:
        """(new row, other row, log-odds) of all pairs above the threshold: without one no two clusters can have a mean above it."""
        found: list[Edges] = [(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))]
        undated = self.window.days.now[fresh] == 0
        for part in (fresh[undated], fresh[~undated]):  # apart, since an undated page is compared with all days
            for start in range(0, len(part), BLOCK):
                block = part[start : start + BLOCK]
                found.append(self.window.likely(block, self.window.near(block), self.threshold))
        rows, others, scores = (np.concatenate(part) for part in zip(*found, strict=True))
        other = rows != others
        return rows[other], others[other], scores[other]

    def _in_play(self, touched: Iterable[str]) -> tuple[list[list[int]], dict[str, list[str]]]:
        """Rows of each touched story, and what is left out of the largest ones by story."""
        tied, rest = [], {}
        for story in sorted(touched):
            rows = self._sorted(self._rows[a] for a in self._members[story])
            tied.append([int(i) for i in rows[-MOST:]])
            if len(rows) > MOST:
                rest[story] = [self.window.pages[i].article for i in rows[:-MOST]]
        return tied, rest

    def _stood_for(self, rows: Rows, tied: Sequence[Sequence[int]], rest: Mapping[str, Sequence[str]]) -> Rows:
        """Rows, with what is left out of a large story replaced by a page of it that is in play."""
        one = {self.stories[self.window.pages[group[-1]].article]: group[-1] for group in tied}
        instead = {self._rows[a]: one[story] for story, articles in rest.items() for a in articles}
        return np.array([instead.get(int(i), int(i)) for i in rows], dtype=np.int64) if instead else rows

    def _rejoined(self, clusters: list[list[str]], rest: Mapping[str, Sequence[str]]) -> list[list[str]]:
        for story, articles in rest.items():
            shares = [sum(self.stories.get(a) == story for a in cluster) for cluster in clusters]
            if any(shares):
                clusters[int(np.argmax(shares))] += articles
        return clusters

"""The pages that new ones are compared with: read from the store once, then kept in memory and in step with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from khabar.engine.recall import recalled
from khabar.flow.describe.vectors import vector_of
from khabar.flow.group import Grouper, Signature, signature
from khabar.flow.group.centre import Means
from khabar.flow.group.grouper import WHOLE
from khabar.flow.group.kept import from_bytes, to_bytes
from khabar.models import Placement

if TYPE_CHECKING:
    from khabar.store import Store

WINDOW_DAYS = 30
"""How far from a new page a stored one lies at least to be outside the window: those within a week are compared, all say what is rare."""
SLACK_DAYS = 14
"""So much wider the window may stay on either side: to leave out a page costs as much as to leave out many, and a late page would
else move it back and forth."""
MOST_BROUGHT = 3_000
"""Pages of other times that stay in the window: to leave out a page costs as much as to leave out many."""
EVER = ("0001-01-01", "9999-12-30")
NEVER = ("9999-12-30", "0001-01-01")


class Live:
    """A grouper that follows a store. Pages are read when first needed; what changed since is taken over each time.

    `inferred` are the pages of a small window whose day was inferred: they are to be grouped again with any other.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.grouper = Grouper()
        self.inferred: list[str] = []
        self._stated: dict[str, str | None] = {}
        self._placed: set[Placement] = set()
        self._redated: set[str] = set()
        self._brought: set[str] = set()
        self._days = self._seen = NEVER

    def take_in(self, pending: Sequence[Placement], again: Collection[str]) -> dict[str, str]:
        """Bring the window around `pending` up to date and add these as new; pages of `again` are known but for their day.

        Days that were inferred count only where pages are grouped again: inferred from an earlier state of the store, they would
        make stories depend on the order of arrival. Answers article id -> story id of all that had one.
        """
        new = {p.article for p in pending}
        near = [p for p in self._near(pending) if p.story and p.article not in new]
        near += [p for p in self.store.placed(self._lent(near)) if p.story and p.article not in new]
        self._drop(new - set(again), {p.article for p in near} | new)
        moved = self._moved(near, whole=bool(again))
        known = {p.article: p.story for p in (*moved, *pending) if p.story}
        self.grouper.restore(self._read(moved), known)
        self.grouper.add(self._read(pending))
        self._recall([p for p in pending if not p.day])
        self.grouper.assign({a: s for a, s in known.items() if a in self.grouper and self.grouper.stories.get(a) != s})
        held = self.grouper.articles()
        here = [p for p in (*near, *pending) if p.article in held] if len(held) <= WHOLE else []
        self.inferred = [p.article for p in here if p.day != self._stated[p.article]]
        self._redate([p for p in (*moved, *pending) if p.article in held], inferred=bool(again))
        self.grouper.renew(p.article for p in pending)
        return {**self.grouper.stories, **known}

    def _lent(self, near: Sequence[Placement]) -> list[str]:
        """Pages of other times that were brought in before and may stay; all of them leave once they are many."""
        if len(self._brought) > MOST_BROUGHT:
            self._brought = set()
        return sorted(self._brought.difference(p.article for p in near))

    def _moved(self, near: Sequence[Placement], whole: bool) -> list[Placement]:
        """Pages of the window that stand elsewhere than the last time; with `whole` all of them, now and the next time."""
        placed = set(near)
        elsewhere = placed if whole else placed - self._placed
        self._placed = set() if whole else placed
        return sorted(elsewhere, key=attrgetter("article"))

    def means(self, articles: Iterable[str]) -> Means:
        """The means of the window, which is read around these articles where nothing was taken in yet: after a stop, work may be left of pages
        that are grouped already, and it must come to what it would have come to.
        """
        if not len(self.grouper) and (placed := self.store.placed(articles)):
            near = [p for p in self._near(placed) if p.story]
            self.grouper.restore(self._read(near), {p.article: p.story for p in near if p.story})
        return self.grouper.window.means

    def _read(self, placed: Sequence[Placement]) -> list[Signature]:
        found = signatures(self.store, [p.article for p in placed if p.article not in self.grouper])
        self._stated |= {s.article: s.day for s in found}
        return found

    def _redate(self, placed: Sequence[Placement], inferred: bool) -> None:
        """Give pages their day: as inferred or as stated, but by hand where there is a correction in force."""
        by_hand = {c.target: c.value[:10] for c in self.store.corrections() if c.kind == "redate" and c.target in self._stated}
        undone = {a: self._stated[a] for a in self._redated - by_hand.keys() if a in self._stated}
        self._redated = set(by_hand)
        self.grouper.redate({**undone, **{p.article: p.day if inferred else self._stated[p.article] for p in placed}, **by_hand})

    def _recall(self, undated: Sequence[Placement]) -> None:
        """Bring in pages of other times that undated ones may belong to."""
        if not undated or self.store.counts()[0] <= WHOLE:  # all are here
            return
        seen = {p.article: p.seen for p in undated}
        means = self.grouper.window.means
        found = {a for page in signatures(self.store, seen) for a in recalled(self.store, page, day_after(seen[page.article], -WINDOW_DAYS), means)}
        brought = [p for p in self.store.placed(sorted(found)) if p.story and p.article not in self.grouper]
        self.grouper.restore(self._read(brought), {p.article: p.story for p in brought if p.story})
        self._brought |= {p.article for p in brought}

    def _near(self, pending: Sequence[Placement]) -> list[Placement]:
        if self.store.counts()[0] <= WHOLE:
            return self.store.placed_between(EVER, EVER)
        self._days = _around([p.day or p.seen for p in pending], self._days)
        self._seen = _around([p.seen for p in pending], self._seen)
        return self.store.placed_between(self._days, self._seen)

    def _drop(self, changed: set[str], here: set[str]) -> None:
        """Leave out what has another text now, was removed or lies outside the window."""
        gone = self.grouper.articles() & changed | self.grouper.articles() - here
        self.grouper.drop(gone)
        for article in gone:
            del self._stated[article]


def signatures(store: Store, articles: Iterable[str]) -> list[Signature]:
    """What grouping needs to know of each article: as kept, else computed and kept.

    Names and days are those of the page alone: what a story agreed on depends on the order in which its pages came.
    """
    wanted = list(articles)
    vectors = {key: vector_of(stored.vector) for key, stored in store.vectors(wanted).items()}
    kept = store.signatures(wanted)
    found = {key: known for key, data in kept.items() if (known := from_bytes(data, vectors.get(key)))}
    made = {d.article.id: signature(d, vectors.get(d.article.id)) for d in store.fresh(a for a in wanted if a not in found)}
    if made:
        with store.transaction():
            store.put_signatures({key: to_bytes(new) for key, new in made.items()})
    found |= made
    return [found[key] for key in wanted if key in found]


def day_after(day: str, count: int) -> str:
    """The day so many days after (before, where negative) another."""
    return _day(date.fromisoformat(day).toordinal() + count)


def _around(days: Iterable[str], before: tuple[str, str]) -> tuple[str, str]:
    """The first and the last day of the window around these days; those of the window `before` where they are little further off."""
    known = sorted(days)
    low, high = day_after(known[0], -WINDOW_DAYS), day_after(known[-1], WINDOW_DAYS)
    stays_low, stays_high = before[0] <= low <= day_after(before[0], SLACK_DAYS), day_after(before[1], -SLACK_DAYS) <= high <= before[1]
    return before[0] if stays_low else low, before[1] if stays_high else high


def _day(ordinal: int) -> str:
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal() - 1)).isoformat()

"""The pages that new ones are compared with: read from the store once, then kept in memory and in step with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from khabar.flow.describe.vectors import vector_of
from khabar.flow.group import Grouper, Signature, signature
from khabar.flow.group.grouper import WHOLE
from khabar.flow.group.kept import from_bytes, to_bytes
from khabar.models import Placement

if TYPE_CHECKING:
    from khabar.store import Store

WINDOW_DAYS = 45
"""How far from a new page a stored one may lie to be in the window: those within a week are compared, all say what is rare."""
SPARE = 0.25
"""Share of a window that may stay in memory though it lies outside by now: to leave out a page costs as much as to leave out many."""
EVER = ("0001-01-01", "9999-12-30")


class Live:
    """A grouper that follows a store. Pages are read when first needed; changed days and stories are taken over each time.

    `inferred` are the pages of a small window whose day was inferred: they are to be grouped again with any other.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.grouper = Grouper()
        self.inferred: list[str] = []
        self._stated: dict[str, str | None] = {}

    def take_in(self, pending: Sequence[Placement], again: Collection[str]) -> dict[str, str]:
        """Bring the window around `pending` up to date and add these as new; pages of `again` are known but for their day.

        Days that were inferred count only where pages are grouped again: inferred from an earlier state of the store, they would
        make stories depend on the order of arrival. Answers article id -> story id of all that had one.
        """
        new = {p.article for p in pending}
        near = [p for p in self._near(pending) if p.article not in new and p.story]
        known = self._drop(new - set(again), {p.article for p in near} | new)
        known |= {p.article: p.story for p in (*near, *pending) if p.story}
        self.grouper.restore(self._read([p for p in near if p.article not in self.grouper]), known)
        self.grouper.add(self._read([p for p in pending if p.article not in self.grouper]))
        self.grouper.assign({a: s for a, s in known.items() if a in self.grouper and self.grouper.stories.get(a) != s})
        here = [p for p in (*near, *pending) if p.article in self.grouper]
        self.inferred = [p.article for p in here if p.day != self._stated[p.article]] if len(here) <= WHOLE else []
        self.grouper.redate(self._by_hand({p.article: p.day if again else self._stated[p.article] for p in here}))
        self.grouper.renew(p.article for p in pending)
        return known

    def _read(self, placed: Sequence[Placement]) -> list[Signature]:
        found = signatures(self.store, [p.article for p in placed])
        self._stated |= {s.article: s.day for s in found}
        return found

    def _by_hand(self, days: dict[str, str | None]) -> dict[str, str | None]:
        return {**days, **{c.target: c.value[:10] for c in self.store.corrections() if c.kind == "redate" and c.target in days}}

    def _near(self, pending: Sequence[Placement]) -> list[Placement]:
        if self.store.counts()[0] <= WHOLE:
            return self.store.placed_between(EVER, EVER)
        seen = _margins([p.seen for p in pending])
        return self.store.placed_between(_margins([p.day or p.seen for p in pending]), seen)

    def _drop(self, changed: set[str], here: set[str]) -> dict[str, str]:
        """Leave out what has another text now or was removed, and what lies outside the window once that is much.

        Answers article id -> story id of what stays though it lies outside.
        """
        held = self.grouper.articles()
        outside = held - here
        stay = self.store.memberships(outside) if len(outside) <= SPARE * (len(here) + WHOLE) else {}
        gone = (held & changed) | (outside - stay.keys())
        self.grouper.drop(gone)
        for article in gone:
            del self._stated[article]
        return stay


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


def _margins(days: Iterable[str]) -> tuple[str, str]:
    known = sorted(days)
    margin = timedelta(days=WINDOW_DAYS)
    return (date.fromisoformat(known[0]) - margin).isoformat(), (date.fromisoformat(known[-1]) + margin).isoformat()

"""Stories looked up by their names in the whole store, at a cost that does not grow with it.

A page without a day may tell of last year's event. The window around the day on which it came does not hold that, but names that few
stories share lead there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import log
from typing import TYPE_CHECKING

import numpy as np

from khabar.flow.group import Signature
from khabar.flow.group.centre import Means
from khabar.flow.group.hearts import heart, links, rarity
from khabar.models import Heart, Story

if TYPE_CHECKING:
    from khabar.store import Store

RAREST = 8
"""Names of a story by which others are looked up."""
NEAREST = 40
"""Stories looked up by each name, on either side in time."""
LINKED = 12
"""Stories that one is compared with: those that share most."""
RECALLED = 2
"""Stories that an undated page is compared with page by page."""
MOST = 6
"""Pages of such a story that are compared."""
LEAST_NAMES = 2
"""Names that a page must share with a story to be reminded of it."""


def weights(store: Store, hearts: Iterable[Heart]) -> dict[str, float]:
    """Rarity of the names of these among all stories."""
    names = {n for h in hearts for n in h.names}
    return rarity({**dict.fromkeys(names, 0), **store.heart_counts(names)}, store.counts()[1])


def kin(store: Store, names: Iterable[str], day: str, counts: Mapping[str, int], least: int = 1, later: bool = True) -> list[str]:
    """Stories that share the rarest of these names, nearest to a day first, and at least so many of them; the best come first.

    Stories that begin after the day are among them only where `later`.
    """
    shared, common = defaultdict[str, float](float), Counter[str]()
    for name in sorted(names, key=lambda n: (counts.get(n, 0), n))[:RAREST]:
        worth = 1 / (1 + log(max(1, counts.get(name, 1))))
        near = store.named_near(name, day, NEAREST, later)
        common.update(near)
        for story in near:
            shared[story] += worth
    return [story for story in sorted(shared, key=shared.__getitem__, reverse=True) if common[story] >= least]


def recalled(store: Store, page: Signature, before: str, means: Means) -> list[str]:
    """Pages of the stories from before a day that an undated page may belong to."""
    if len(page.names) < LEAST_NAMES:
        return []
    best = kin(store, page.names, before, store.heart_counts(page.names), LEAST_NAMES, later=False)[: 3 * LINKED]
    known = {h.story: h for h in store.hearts(best) if h.day and h.day < before}
    others = [known[story] for story in best if story in known][:LINKED]
    if not others:
        return []
    own = heart(Story(id=page.article, articles=(page.article,)), [page], means)
    likeness = links([own, *others], weights(store, [own, *others]), first=1)[0, 1:]
    like = [others[int(i)].story for i in np.argsort(-likeness, kind="stable")[:RECALLED] if likeness[i] > 0]
    pages: dict[str, list[str]] = {story: [] for story in like}
    for article, story in store.members(like).items():
        pages[story].append(article)
    return [article for story in like for article in pages[story][:MOST]]

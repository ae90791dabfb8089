"""Stories become members of sagas: only those that changed, and what they hang together with, are looked at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from khabar.engine.recall import LINKED, kin, weights
from khabar.engine.window import Live, signatures
from khabar.flow.group import find_sagas
from khabar.flow.group.hearts import heart, links
from khabar.models import Heart, Saga

if TYPE_CHECKING:
    from khabar.store import Store

ALL = 1_000
"""Up to so many stories all are linked anew: what is a rare name still moves with every story there."""
AT_ONCE = 200
"""Changed stories linked at a time, in order of their days."""
MOST = 400
"""Stories of one saga that are linked anew, the latest."""


def resaga(live: Live, touched: Sequence[str]) -> set[str]:
    """Link the stories `touched` into sagas and write down which story belongs to which.

    Answers the stories whose saga is another one now, or holds other or changed stories.
    """
    store = live.store
    small = store.counts()[1] <= ALL
    hearts = _hearts(live, [s.story.id for s in store.stories()] if small else touched)
    with store.transaction():
        store.put_hearts(hearts)
    hearts.sort(key=lambda h: (h.day or "", h.story))
    step = len(hearts) if small else AT_ONCE
    affected: set[str] = set()
    for start in range(0, len(hearts), step):
        affected |= _link(store, hearts[start : start + step], set(touched), whole=small)
    return affected


def leave_sagas(store: Store, stories: Iterable[str]) -> None:
    """Take stories that are about to go out of their sagas; a saga of one story is none."""
    leaving = set(stories)
    previous = store.saga_stories(set(store.saga_of(leaving).values()))
    left = {saga: members - leaving for saga, members in _members(previous).items()}
    kept = [g for g in store.sagas(previous.values()) if len(left[g.id]) > 1]
    _write(store, [msgspec.structs.replace(g, stories=tuple(s for s in g.stories if s in left[g.id])) for g in kept], previous, set(previous))


def _hearts(live: Live, stories: Sequence[str]) -> list[Heart]:
    found = []
    for start in range(0, len(stories), AT_ONCE):
        told = [s.story for s in live.store.stories(stories[start : start + AT_ONCE])]
        means = live.means(a for story in told for a in story.articles)
        pages = {s.article: s for s in signatures(live.store, [a for story in told for a in story.articles])}
        found += [heart(s, [pages[a] for a in s.articles if a in pages], means) for s in told if s.articles]
    return found


def _link(store: Store, hearts: Sequence[Heart], touched: set[str], whole: bool) -> set[str]:
    others = [] if whole else _others(store, hearts)
    known = {h.story: h for h in (*hearts, *others)}
    weight = weights(store, known.values())
    play = {*known} if whole else _in_play(store, hearts, list(known.values()), weight)
    missing = store.hearts(s for s in play if s not in known)
    known |= {h.story: h for h in missing}
    weight = weights(store, known.values())
    previous = store.saga_of(play)
    sagas = find_sagas([known[s] for s in sorted(play) if s in known], weight, previous)
    before = _members(previous)
    changed = [set(g.stories) for g in sagas if touched & set(g.stories) or before.get(g.id) != set(g.stories)]
    _write(store, sagas, previous, play)
    return set().union(*changed, *(s for key, s in before.items() if key not in {g.id for g in sagas}))


def _members(sagas: Mapping[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for story, saga in sagas.items():
        found[saga].add(story)
    return found


def _others(store: Store, hearts: Sequence[Heart]) -> list[Heart]:
    """Stories that share the rarest names with one of these."""
    counts = store.heart_counts({n for h in hearts for n in h.names})
    wanted = {story for h in hearts for story in kin(store, h.names, h.day or "", counts)[:LINKED]}
    return store.hearts(sorted(wanted - {h.story for h in hearts}))


def _in_play(store: Store, hearts: Sequence[Heart], known: Sequence[Heart], weight: dict[str, float]) -> set[str]:
    """The stories given, which `known` begins with, those that have a link to one of them, and the rest of the sagas of all these."""
    scores = links(known, weight, first=len(hearts))
    met = {known[int(j)].story for j in np.flatnonzero(scores.max(0) > 0)} | {h.story for h in hearts}
    rest = store.saga_stories({*store.saga_of(met).values()})
    sizes = Counter(rest.values())
    return met | {story for story, saga in rest.items() if sizes[saga] <= MOST}


def _write(store: Store, sagas: Sequence[Saga], previous: dict[str, str], play: set[str]) -> None:
    now = {story: saga.id for saga in sagas for story in saga.stories}
    touched = set(store.touched())
    with store.transaction():
        store.put_sagas(sagas, gone={*previous.values()} - {g.id for g in sagas})
        for item in list(store.stories(sorted(s for s in play if previous.get(s) != now.get(s)))):
            story = msgspec.structs.replace(item.story, saga=now.get(item.story.id))
            if story.id in touched:
                store.put_story(story)
            else:
                store.put_results(msgspec.structs.replace(item, story=story), {})

"""Pending articles become members of stories; stories become members of sagas."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from khabar.engine.corrections import apply_to_article, apply_to_clusters
from khabar.engine.resaga import leave_sagas
from khabar.engine.window import WINDOW_DAYS, Live, day_after
from khabar.flow.describe.vectors import vector_of
from khabar.flow.group import compose
from khabar.flow.group.stable_ids import stable_ids
from khabar.models import Described, Placement, Story

if TYPE_CHECKING:
    from khabar.store import Store

AT_ONCE = 5_000
"""Pending pages grouped at a time, in order of their days, so that the window stays a window when a whole archive comes in."""


def regroup(live: Live, again: Iterable[str] = ()) -> list[str]:
    """Group all pending articles, and anew those of `again`; answers the ids of the stories that changed."""
    store, moved = live.store, set(again)
    waiting = store.article_ids(pending=True)
    changed: set[str] = set()
    for run in _runs(store.placed({*waiting, *moved})):
        now = store.placed(p.article for p in run)  # an earlier run may have moved them
        changed |= _group(live, sorted(now, key=_by_day), moved - set(waiting))
    touched = sorted(s.story.id for s in store.stories(changed))
    if not moved:
        forget_findings(store, touched)
    return touched


def _runs(pending: Iterable[Placement]) -> list[list[Placement]]:
    """Pages in order of their days, cut where the next lies far off: one window would else reach over all that is stored in between."""
    runs: list[list[Placement]] = []
    last = ""
    for page in sorted(pending, key=_by_day):
        day = page.day or page.seen
        if not runs or len(runs[-1]) >= AT_ONCE or day > day_after(last, 2 * WINDOW_DAYS):
            runs.append([])
        runs[-1].append(page)
        last = day
    return runs


def _by_day(page: Placement) -> tuple[str, str]:
    return page.day or page.seen, page.article


def _group(live: Live, pending: Sequence[Placement], again: set[str]) -> set[str]:
    store = live.store
    before = live.take_in(pending, again)
    clusters, before = _completed(store, live.grouper.repair(), before)
    clusters = apply_to_clusters(clusters, store.corrections(), before)
    assigned, redirects = stable_ids(clusters, before, free=_free(store, clusters, before))
    live.grouper.assign({a: s for a, s in assigned.items() if a in live.grouper})
    return _keep(store, assigned, redirects, before, {p.article for p in pending})


def _free(store: Store, clusters: Sequence[Sequence[str]], before: Mapping[str, str]) -> Callable[[str], bool]:
    """Whether an id may be given to a new story: it is new itself, or the story that had it is in play with all its pages.

    A story is named after its first page, which may have left it since.
    """
    in_play = {before[a] for cluster in clusters for a in cluster if a in before}
    return lambda story: story in in_play or store.story(story) is None


def _completed(store: Store, clusters: Sequence[Sequence[str]], before: Mapping[str, str]) -> tuple[list[list[str]], dict[str, str]]:
    """Clusters with the pages of their stories that lie outside the window, which stay with most of their story."""
    found = [list(c) for c in clusters]
    owner: dict[str, Counter[int]] = defaultdict(Counter)
    for number, cluster in enumerate(found):
        for article in cluster:
            if article in before:
                owner[before[article]][number] += 1
    absent = {a: s for a, s in store.members(owner).items() if a not in before}
    for article, story in absent.items():
        found[owner[story].most_common(1)[0][0]].append(article)
    return found, {**before, **absent}


def forget_findings(store: Store, stories: Iterable[str]) -> None:
    """Back to what each page says alone: days and names found in an earlier state of the store must not lead the next one."""
    with store.transaction():
        store.reset_final(a for stored in list(store.stories(stories)) for a in stored.story.articles)


def _keep(store: Store, assigned: Mapping[str, str], redirects: Mapping[str, str], before: Mapping[str, str], pending: set[str]) -> set[str]:
    """Write the new memberships; answers the ids of the stories whose articles changed."""
    changed = {a: s for a, s in assigned.items() if before.get(a) != s or a in pending}
    members: dict[str, list[str]] = defaultdict(list)
    for article, story in assigned.items():
        members[story].append(article)
    lost = {before[a] for a in changed if a in before} - {*redirects}
    touched = {*changed.values()} | {s for s in lost if s in members}
    leave_sagas(store, [*redirects, *(s for s in lost if s not in members)])
    sagas = store.saga_of(touched)  # kept until `resaga` has seen them: a saga that all its stories had left unseen would stay behind
    with store.transaction():
        store.put_memberships(changed)
        for story in sorted(touched):
            store.put_story(Story(id=story, articles=tuple(sorted(members[story])), saga=sagas.get(story)))
        store.put_redirects(redirects)
        store.delete_stories(s for s in lost if s not in members)
    return touched


def recompose(store: Store, stories: Iterable[str]) -> list[Story]:
    """Titles, languages, first and last day of stories, from their pages as they now stand."""
    done = []
    for stored in list(store.stories(stories)):
        members = members_of(store, stored.story)
        vectors = {i: vector_of(v.vector) for i, v in store.vectors(stored.story.articles).items()}
        done.append(msgspec.structs.replace(compose(stored.story.id, members, vectors), saga=stored.story.saga))
    return done


def members_of(store: Store, story: Story) -> list[Described]:
    """The pages of a story with corrections by hand, the earliest first."""
    return _in_order(store, store.described(story.articles))


def alone(store: Store, articles: Sequence[str]) -> list[Described]:
    """What pages say alone, before their story had its say, with corrections by hand, the earliest first."""
    return _in_order(store, store.fresh(articles))


def _in_order(store: Store, pages: Sequence[Described]) -> list[Described]:
    corrections = [c for c in store.corrections() if c.kind in ("redate", "recredit")]
    corrected = [apply_to_article(d, corrections) for d in pages]
    return sorted(corrected, key=lambda d: (d.article.published.value or "9999", d.article.id))

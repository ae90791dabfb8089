"""Pending articles become members of stories; stories become members of sagas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from khabar.engine.corrections import apply_to_article, apply_to_clusters
from khabar.flow.describe.vectors import vector_of
from khabar.flow.group import Grouper, Signature, compose, find_sagas, signature
from khabar.flow.group.stable_ids import stable_ids
from khabar.models import Described, Saga, StoredStory, Story

if TYPE_CHECKING:
    from khabar.store import Store

WINDOW_DAYS = 45
"""How far from the pending pages in time a stored page may lie to share a story with them."""
WHOLE = 1500
"""Up to so many pages in the window all are clustered anew: the centre and the weights of names still move with every page
there, so the order of arrival would show. Beyond, only touched stories are."""


def regroup(store: Store, again: Iterable[str] = ()) -> list[str]:
    """Group all pending articles, and anew those of `again`; answers the ids of the stories that changed."""
    pending = sorted({*store.article_ids(pending=True), *again})
    if not pending:
        return []
    memberships = store.memberships()
    moving = set(pending)
    around = [i for i in _window(store, pending, memberships) if i not in moving]
    old, fresh = signatures(store, around), signatures(store, pending)
    grouper = Grouper()
    if len(old) + len(fresh) <= WHOLE:
        grouper.add([*old, *fresh])
    else:
        grouper.restore(old, {s.article: memberships[s.article] for s in old})
        grouper.add(fresh)
    grouper.repair()
    corrections = store.corrections()
    clusters = apply_to_clusters(grouper.clusters(), corrections, memberships)
    here = {a: memberships[a] for c in clusters for a in c if a in memberships}
    assigned, redirects = stable_ids(clusters, here)
    touched = _keep(store, assigned, redirects, memberships)
    if not again:
        forget_findings(store, touched)
    return touched


def forget_findings(store: Store, stories: Iterable[str]) -> None:
    """Back to what each page says alone: days and names found in an earlier state of the store must not lead the next one."""
    with store.transaction():
        for stored in list(store.stories(stories)):
            store.put_final(store.fresh(stored.story.articles))


def _window(store: Store, pending: Sequence[str], memberships: Mapping[str, str]) -> list[str]:
    """Stored articles near the pending ones in time, the undated ones too, and whole stories of any of them."""
    days = [d for d in store.days(pending) if d]
    if not days:
        near = store.article_ids()
    else:
        margin = timedelta(days=WINDOW_DAYS)
        low, high = date.fromisoformat(min(days)) - margin, date.fromisoformat(max(days)) + margin
        near = store.ids_between(low.isoformat(), high.isoformat())
    stories = {memberships[i] for i in near if i in memberships}
    return [a for a, s in memberships.items() if s in stories]


def signatures(store: Store, ids: Sequence[str]) -> list[Signature]:
    """What grouping needs to know of each article, corrections by hand included.

    Names are those of the page alone: what a story agreed on depends on the order in which its pages came. Days may be inferred.
    """
    corrections = [c for c in store.corrections() if c.kind in ("redate", "recredit")]
    vectors = store.vectors(ids)
    found = []
    days = {d.article.id: d.article.published for d in store.described(ids)}
    for fresh in store.fresh(ids):
        article = msgspec.structs.replace(fresh.article, published=days[fresh.article.id])
        corrected = apply_to_article(Described(article=article, notes=fresh.notes), corrections)
        stored = vectors.get(corrected.article.id)
        found.append(signature(corrected, vector_of(stored.vector) if stored else None))
    return found


def _keep(store: Store, assigned: Mapping[str, str], redirects: Mapping[str, str], before: Mapping[str, str]) -> list[str]:
    """Write the new memberships; answers the ids of the stories whose articles changed."""
    changed = {a: s for a, s in assigned.items() if before.get(a) != s}
    members: dict[str, list[str]] = defaultdict(list)
    for article, story in assigned.items():
        members[story].append(article)
    lost = {before[a] for a in changed if a in before}
    touched = ({*changed.values()} | {s for s in lost if s in members}) - set(redirects)
    pending = {a: assigned[a] for a in store.article_ids(pending=True) if a in assigned}
    touched |= set(pending.values())
    with store.transaction():
        store.put_memberships({**pending, **changed})
        for story in sorted(touched):
            store.put_story(Story(id=story, articles=tuple(sorted(members[story]))))
        store.put_redirects(redirects)
        store.delete_stories(s for s in lost if s not in members and s not in redirects)
    return sorted(touched)


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
    corrections = [c for c in store.corrections() if c.kind in ("redate", "recredit")]
    members = [apply_to_article(d, corrections) for d in store.described(story.articles)]
    return sorted(members, key=lambda d: (d.article.published.value or "9999", d.article.id))


def resaga(store: Store) -> list[Saga]:
    """Link all stories into sagas and write down which story belongs to which."""
    stored = {s.story.id: s for s in store.stories()}
    found = {sig.article: sig for sig in signatures(store, [a for s in stored.values() for a in s.story.articles])}
    sagas = find_sagas([s.story for s in stored.values()], found)
    saga_of = {story: saga.id for saga in sagas for story in saga.stories}
    touched = set(store.touched())
    with store.transaction():
        store.put_sagas(sagas)
        for story_id, item in stored.items():
            if item.story.saga != saga_of.get(story_id):
                _put_saga(store, item, saga_of.get(story_id), story_id in touched)
    return sagas


def _put_saga(store: Store, item: StoredStory, saga: str | None, touched: bool) -> None:
    story = msgspec.structs.replace(item.story, saga=saga)
    if touched:
        store.put_story(story)
    else:
        store.put_results(msgspec.structs.replace(item, story=story), {})

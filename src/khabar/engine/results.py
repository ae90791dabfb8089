"""What a story says once it is grouped: days inferred, names agreed on, the chain traced, facts merged, scores given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from khabar.engine.regroup import members_of
from khabar.flow.clean.published import infer_published
from khabar.flow.describe import describe
from khabar.flow.describe.entities import reconcile
from khabar.flow.describe.vectors import matrix_of, vector_of
from khabar.flow.group import compose
from khabar.flow.lineage import trace
from khabar.flow.narrate import narrate
from khabar.flow.scores import importance, soundness
from khabar.models import Described, StoredStory, Story

if TYPE_CHECKING:
    from khabar.store import Store

MAX_WITNESSES = 200
"""Pages of a saga that may bear witness to the day of an undated one."""


def infer_days(store: Store, stories: Iterable[str]) -> list[str]:
    """Find days for the undated pages of these stories from their story and saga; answers the articles that gained one."""
    gained = []
    for stored in list(store.stories(stories)):
        members = members_of(store, stored.story)
        undated = [m for m in members if m.article.published.origin != "page"]
        if not undated:
            continue
        witnesses = _witnesses(store, stored.story)
        dated = [d for m in undated if (d := _redated(m, members, witnesses)) is not None]
        if dated:
            with store.transaction():
                store.put_final(dated)
            gained += [d.article.id for d in dated]
    return gained


def _witnesses(store: Store, story: Story) -> list[Described]:
    if story.saga is None:
        return []
    others = [s for s in store.stories() if s.story.saga == story.saga and s.story.id != story.id]
    ids = [a for s in others for a in s.story.articles]
    return [d for d in store.described(ids[:MAX_WITNESSES]) if d.article.published.origin == "page"]


def _redated(target: Described, members: Sequence[Described], witnesses: Sequence[Described]) -> Described | None:
    others = [m for m in (*members, *witnesses) if m.article.id != target.article.id]
    found = infer_published(target, others)
    if found.value == target.article.published.value:
        return None
    article = msgspec.structs.replace(target.article, published=found)
    return Described(article=article, notes=describe(article))


def make_results(store: Store, stories: Iterable[str], progress: Callable[[str], None] | None = None) -> None:
    """Names, chain, facts and scores of every story given; each story is one transaction."""
    for story_id in list(stories):
        if (stored := store.story(story_id)) is not None:
            _make_one(store, stored)
        if progress:
            progress(story_id)


def _make_one(store: Store, stored: StoredStory) -> None:
    members = _agreed(members_of(store, stored.story))
    kept = store.vectors(stored.story.articles)
    vectors = {i: vector_of(v.vector) for i, v in kept.items()}
    sentences = {i: matrix_of(v.sentences, vectors[i].shape[0]) for i, v in kept.items() if v.sentences}
    story = msgspec.structs.replace(compose(stored.story.id, members, vectors), saga=stored.story.saga)
    lineage = trace(members, sentences)
    narrative = narrate(members, lineage)
    grades = {m.article.id: soundness(m, members, lineage) for m in members}
    weight = importance(story, members, lineage, narrative)
    with store.transaction():
        store.put_final(members)
        store.put_results(StoredStory(story=story, lineage=lineage, narrative=narrative, importance=weight), grades)


def _agreed(members: Sequence[Described]) -> list[Described]:
    notes = reconcile(members)
    return [Described(article=m.article, notes=n) for m, n in zip(members, notes, strict=True)]



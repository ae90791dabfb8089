"""What a story says once it is grouped: days inferred, names agreed on, the chain traced, facts merged, scores given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from khabar.engine.regroup import alone, members_of
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
    """Find days for the undated pages of these stories from their story and saga; answers the articles whose day changed.

    Only what pages say alone is evidence, never a day that was inferred before: the outcome must not depend on the order of arrival.
    """
    changed = []
    for stored in list(store.stories(stories)):
        members = alone(store, stored.story.articles)
        undated = [m for m in members if m.article.published.origin != "page"]
        if not undated:
            continue
        witnesses = _witnesses(store, stored.story)
        days = {p.article: p.day for p in store.placed(m.article.id for m in undated)}
        dated = [d for m in undated if (d := _redated(m, members, witnesses, days[m.article.id])) is not None]
        if dated:
            with store.transaction():
                store.put_final(dated)
            changed += [d.article.id for d in dated]
    return changed


def _witnesses(store: Store, story: Story) -> list[Described]:
    if story.saga is None:
        return []
    others = [s for s in store.saga_stories([story.saga]) if s != story.id]
    return [d for d in alone(store, sorted(store.members(others))[:MAX_WITNESSES]) if d.article.published.origin == "page"]


def _redated(target: Described, members: Sequence[Described], witnesses: Sequence[Described], day: str | None) -> Described | None:
    """The page with the day that follows from the others; None where it has this `day` already."""
    others = [m for m in (*members, *witnesses) if m.article.id != target.article.id]
    found = infer_published(target, others)
    if (found.value or "")[:10] == (day or ""):
        return None
    if found.value == target.article.published.value:
        return target
    article = msgspec.structs.replace(target.article, published=found)
    notes = msgspec.structs.replace(describe(article), topics=target.notes.topics)
    return Described(article=article, notes=notes)


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



"""What a story says once it is grouped: days inferred, names agreed on, the chain traced, facts merged, scores given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from khabar.engine.regroup import alone, members_of
from khabar.engine.story_work import StoryWork, findings_of
from khabar.engine.workers import Workers
from khabar.flow.clean.published import infer_published
from khabar.flow.describe import redate
from khabar.models import Described, Story

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
    found = infer_published(target, [m for m in members if m.article.id != target.article.id], witnesses)
    if (found.value or "")[:10] == (day or ""):
        return None
    if found.value == target.article.published.value:
        return target
    article = msgspec.structs.replace(target.article, published=found)
    return Described(article=article, notes=redate(article, target.notes))


def make_results(store: Store, stories: Sequence[str], workers: Workers, progress: Callable[[str], None] | None = None) -> None:
    """Names, chain, facts and scores of every story given; each story is one transaction."""
    for work, findings in workers.each(findings_of, _works(store, stories), findings_of):
        with store.transaction():
            store.put_final(findings.members)
            store.put_results(findings.stored, findings.grades)
        if progress:
            progress(work.story.id)


def _works(store: Store, stories: Iterable[str]) -> Iterator[StoryWork]:
    for story_id in stories:
        if (stored := store.story(story_id)) is not None:
            vectors = store.vectors(stored.story.articles)
            yield StoryWork(story=stored.story, members=tuple(members_of(store, stored.story)), vectors=vectors)

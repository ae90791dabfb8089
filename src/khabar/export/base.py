"""What an exporter reads: the store's content as records, whole or one story of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khabar.models import ArticleView, Record, Saga, StoredStory


class Archive(Record, frozen=True, kw_only=True):
    """Articles, stories and sagas that belong together."""

    articles: Sequence[ArticleView]
    stories: Sequence[StoredStory]
    sagas: Sequence[Saga]


def narrowed(archive: Archive, story_id: str) -> Archive:
    """Only one story of an archive, with its pages and its saga."""
    stories = [s for s in archive.stories if s.story.id == story_id]
    articles = [a for a in archive.articles if a.story == story_id]
    sagas: Iterable[Saga] = (g for g in archive.sagas if story_id in g.stories)
    return Archive(articles=articles, stories=stories, sagas=list(sagas))

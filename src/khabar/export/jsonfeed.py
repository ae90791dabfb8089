"""JSON Feed 1.1 (https://jsonfeed.org/version/1.1): one item a story."""

from __future__ import annotations

from typing import Any, TextIO

import msgspec

from khabar.export.base import Archive
from khabar.models import StoredStory

NAME = "jsonfeed"


def write(archive: Archive, out: TextIO) -> None:
    """Write a feed of the archive's stories in the order given (the latest first)."""
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Khabar", "items": [_item(s) for s in archive.stories]}
    out.write(msgspec.json.encode(feed).decode() + "\n")


def _item(stored: StoredStory) -> dict[str, Any]:
    story, origins = stored.story, stored.lineage.origins
    item: dict[str, Any] = {
        "id": story.id,
        "title": story.title,
        "content_text": story.lead or story.title,
        "tags": [*story.languages, *(t.name for t in story.topics)],
        "_khabar": {"articles": list(story.articles), "origins": [origins.min, origins.max], "importance": stored.importance.score, "saga": story.saga},
    }
    return item

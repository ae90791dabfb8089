"""JSON Lines: one object a line, `kind` says which. The fields are listed in docs/export.md; no key is ever left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO

import msgspec

from khabar.export.base import Archive
from khabar.export.rows import article_row, entity_rows, event_rows, link_rows, saga_row, source_rows, story_row

NAME = "jsonl"


def rows(archive: Archive) -> Iterator[dict[str, Any]]:
    """Every object of the export in order: articles, links, stories, sagas, entities, sources, events."""
    yield from (article_row(view) for view in archive.articles)
    for stored in archive.stories:
        yield from link_rows(stored)
    yield from (story_row(stored) for stored in archive.stories)
    yield from (saga_row(saga) for saga in archive.sagas)
    yield from entity_rows(archive)
    yield from source_rows(archive)
    for stored in archive.stories:
        yield from event_rows(stored)


def write(archive: Archive, out: TextIO) -> None:
    """Write all rows to `out`."""
    encoder = msgspec.json.Encoder()
    for row in rows(archive):
        out.write(encoder.encode(row).decode() + "\n")

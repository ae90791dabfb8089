"""What the events of one sentence are, for tests."""

from __future__ import annotations

from khabar.flow.describe.dates import find_dates
from khabar.flow.describe.document import Document
from khabar.flow.describe.entities import find_entities
from khabar.flow.describe.events import find_events
from khabar.flow.describe.quotes import find_quotes
from khabar.models import Article, Event, Published

Told = tuple[str | None, str, str | None]


def events(lang: str, text: str) -> tuple[Event, ...]:
    document = Document(
        Article(
            id="a",
            content_id="a",
            file=None,
            url=None,
            outlet=None,
            lang=lang,
            title="",
            text=text,
            published=Published(value="2024-03-10"),
        )
    )
    entities = find_entities(document)
    return find_events(document, entities, find_dates(document), find_quotes(document, entities))


def facts(lang: str, text: str) -> list[Told]:
    return [(e.actor, e.type, e.target) for e in events(lang, text) if not e.mode]

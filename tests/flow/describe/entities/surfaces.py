"""The entities of a text by their surface, for tests."""

from __future__ import annotations

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities import find_entities
from khabar.models import Article, Entity


def entities(lang: str, text: str) -> dict[str, Entity]:
    article = Article(id="x", content_id="x", file=None, url=None, outlet=None, lang=lang, title="", text=text)
    return {e.surface: e for e in find_entities(Document(article))}

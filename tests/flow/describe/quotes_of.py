"""Quotes of own sentences in which the named things are known."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.flow.describe.document import Document
from khabar.flow.describe.quotes import find_quotes
from khabar.models import Article, Entity, Quote


def entity_in(text: str, name: str, kind: str, key: str = "", known: bool = False) -> Entity:
    """A thing wherever its name stands in a text, which it must; its id is the name where no `key` is given."""
    spans = tuple((i, i + len(name)) for i in range(len(text)) if text.startswith(name, i))
    assert spans, f"{name} does not stand in the text"
    return Entity(id=key or name, type=kind, name=name, surface=name, spans=spans, known=known)  # type: ignore[arg-type]


def quotes_of(lang: str, text: str, entities: Sequence[Entity], title: str = "", outlet: str | None = None) -> list[Quote]:
    """Quotes of a text in which these things are found."""
    article = Article(id="a", content_id="a", file=None, url=None, outlet=outlet, lang=lang, title=title, text=text)
    return list(find_quotes(Document(article), tuple(entities)))


def quotes(lang: str, text: str, title: str = "", outlet: str | None = None, **kinds: str) -> list[Quote]:
    """Quotes of a text in which the named things are known: `Marta_Lind="PER"`."""
    found = [entity_in(text, key.replace("_", " "), kind) for key, kind in kinds.items()]
    return quotes_of(lang, text, found, title, outlet)

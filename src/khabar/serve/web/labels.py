"""Names of sources and entities for the reader: in the language of the interface, else as the pages write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from khabar import sources
from khabar.names import get as name_of_id
from khabar.serve.web.words import reader

if TYPE_CHECKING:
    from khabar.models import ArticleView


def label(key: str | None) -> str:
    """The usual name of a source or an entity in the reader's language, else in English, or its id."""
    return _named(key, {})


def _named(key: str | None, written: Mapping[str, str]) -> str:
    if key is None:
        return "?"
    known = sources.get(key) or name_of_id(key)
    return known.name(reader.get()) if known else written.get(key) or key.replace("-", " ")


def label_in(views: Sequence[ArticleView]) -> Callable[[str | None], str]:
    """`label`, but with entities that no data file holds as these pages write them: one in the reader's language before others."""
    written: dict[str, str] = {}
    for view in sorted(views, key=lambda v: v.article.lang != reader.get()):
        for entity in view.notes.entities:
            written.setdefault(entity.id, entity.name or entity.surface)
    return lambda key: _named(key, written)


def outlet_of(view: ArticleView) -> str:
    """The outlet of a page: its usual name if it is known, else the name as the page writes it."""
    article = view.article
    return label(article.outlet) if sources.get(article.outlet) else article.outlet_surface or label(article.outlet)

"""Questions that need more than one record: search, an entity's page, timelines, the sources of a store."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from khabar.flow.describe.events.actors import country_of
from khabar.flow.narrate.encyclopaedia import EntityView, entry
from khabar.flow.narrate.relations import Told, between
from khabar.models import Fact, Record, StoredStory

if TYPE_CHECKING:
    from khabar.engine.engine import Engine


class Hit(Record, frozen=True, kw_only=True):
    """One article that answers a search, with the sentence that fits best."""

    article: str
    story: str | None
    title: str
    lang: str
    outlet: str | None
    published: str | None
    score: float
    snippet: str


def by_likeness(engine: Engine, query: str, most: int) -> list[str]:
    """Article ids by likeness of meaning to a query, across languages: both sides are centred on their language first."""
    import numpy as np

    from khabar.flow.clean.language import detect
    from khabar.flow.describe.vectors import vector_of
    from khabar.flow.group.centre import centred
    from khabar.search.rank import nearest

    stored = engine.store.vectors(engine.store.article_ids())
    if not stored:
        return []
    langs = {d.article.id: d.article.lang for d in engine.store.described(stored)}
    ids = [i for i in stored if i in langs]
    matrix = np.stack([*(vector_of(stored[i].vector) for i in ids), engine.encoder.encode([query], "query")[0]])
    if engine.encoder.needs_centering:
        matrix = centred(matrix, [*(langs[i] for i in ids), detect(query)[0]])
    return nearest(matrix[-1], dict(zip(ids, matrix, strict=False)), most)


def entity_view(engine: Engine, key: str) -> EntityView:
    """What the store knows of the entity with this id."""
    return entry(key, list(engine.articles(engine.store.mentions(key))), facts_of(engine.stories()))


def facts_of(stories: Iterable[StoredStory], pair: tuple[str, str] | None = None, entity: str | None = None) -> list[Told]:
    """(story id, fact) in order of time: all, those of one actor, or those of a pair."""
    told = [(s.story.id, fact) for s in stories for fact in s.narrative.facts if not entity or entity in _parties(fact)]
    return sorted(between(told, *pair) if pair else told, key=lambda f: (f[1].date or "9999", f[0], f[1].id))


def _parties(fact: Fact) -> set[str | None]:
    """Who takes part, a capital as its country too."""
    parties = {fact.actor, fact.target}
    return parties | {country_of(p) for p in parties if p}

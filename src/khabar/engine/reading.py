"""Questions that need more than one record: search, an entity's page, timelines, the sources of a store."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from khabar.flow.narrate.encyclopaedia import EntityView, entry
from khabar.flow.narrate.relations import Told, between
from khabar.models import Record, StoredStory

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


class SourceView(Record, frozen=True, kw_only=True):
    """An outlet, agency or body as the store meets it."""

    id: str
    name: str
    type: str | None
    country: str | None
    articles: tuple[str, ...] = ()
    original_share: float | None = None
    uncredited_share: float | None = None
    copies_from: tuple[tuple[str, int], ...] = ()
    copied_by: tuple[tuple[str, int], ...] = ()
    cited_by: int = 0


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


def find_entity(engine: Engine, name: str) -> str | None:
    """An entity id of this store from an id or a name in any script."""
    from khabar.languages import fold
    from khabar.names import all_names

    counts = engine.store.entity_counts()
    slug = "-".join(name.lower().split())
    if slug in counts:
        return slug
    wanted = " ".join(fold(name).split())
    known = [key for key in counts if (n := all_names().get(key)) and any(wanted == " ".join(fold(x).split()) for xs in n.names.values() for x in xs)]
    if known:
        return known[0]
    for view in engine.articles():
        for entity in view.notes.entities:
            if wanted in (fold(entity.surface), fold(entity.name)):
                return entity.id
    return next((key for key in counts if slug in key), None)


def facts_of(stories: Iterable[StoredStory], pair: tuple[str, str] | None = None, entity: str | None = None) -> list[Told]:
    """(story id, fact) in order of time: all, those of one actor, or those of a pair."""
    told = [(s.story.id, fact) for s in stories for fact in s.narrative.facts if not entity or entity in (fact.actor, fact.target)]
    return sorted(between(told, *pair) if pair else told, key=lambda f: (f[1].date or "9999", f[0], f[1].id))


def source_views(engine: Engine) -> list[SourceView]:
    """Every source that published, was credited or was linked to, the most productive first."""
    from khabar import sources
    from khabar.export.rows import source_rows

    archive = engine.archive()
    outlet = {v.article.id: v.article.outlet for v in archive.articles}
    uncredited: dict[str, list[bool]] = defaultdict(list)
    copies: dict[str, Counter[str]] = defaultdict(Counter)
    copied: dict[str, Counter[str]] = defaultdict(Counter)
    for link in (link for s in archive.stories for link in s.lineage.links if link.strength != "weak"):
        child, parent = outlet.get(link.child), outlet.get(link.parent) if link.parent else link.source
        if child and parent:
            uncredited[child].append(not link.credited)
            copies[child][parent] += 1
            copied[parent][child] += 1
    cited = Counter(c.source for v in archive.articles for c in v.notes.credits if c.source and c.kind != "photo")
    views = []
    for row in source_rows(archive):
        key, known = row["id"], sources.get(row["id"])
        views.append(SourceView(
            id=key, name=known.name() if known else key, type=row["type"], country=row["country"], articles=tuple(row["articles"]),
            original_share=row["original_share"],
            uncredited_share=round(sum(uncredited[key]) / len(uncredited[key]), 3) if uncredited[key] else None,
            copies_from=tuple(copies[key].most_common()), copied_by=tuple(copied[key].most_common()), cited_by=cited[key],
        ))  # fmt: skip
    return sorted(views, key=lambda v: (-len(v.articles), -v.cited_by, v.id))

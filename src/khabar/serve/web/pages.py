"""A page a function: what its template is given. Nothing here writes HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from fastapi import Request

from khabar import sources
from khabar.errors import NotFound
from khabar.flow.describe.topics import by_code, topic_named
from khabar.flow.narrate.relations import tone_of
from khabar.serve.web.chain import draw
from khabar.serve.web.labels import label, label_in, outlet_of
from khabar.serve.web.marks import Mark, blocks, layered, marks_of
from khabar.serve.web.months import draw_counts, draw_months

if TYPE_CHECKING:
    from khabar.engine import Engine
    from khabar.models import ArticleView, Fact, Link, StoredStory

Shown = tuple[str, dict[str, Any]]
Page = Callable[["Engine", Request], Shown]
PER_PAGE = 60


def front(engine: Engine, request: Request) -> Shown:
    """The stories, filtered by language, topic and saga, in the order asked for."""
    lang, saga, topic, order = (request.query_params.get(k, "") for k in ("lang", "saga", "topic", "order"))
    every, chosen = engine.stories(), engine.stories(lang, saga, topic)
    if order == "importance":
        chosen.sort(key=lambda s: -s.importance.score)
    langs = Counter(code for s in every for code in s.story.languages)
    sagas = {g.id: g.title for g in engine.sagas()}
    topics = Counter(t.code for s in every for t in s.story.topics)
    shown = chosen[:PER_PAGE]
    names = _written(engine, shown)
    facts = {"stories": len(every), "pages": sum(len(s.story.articles) for s in every), "languages": len(langs)}
    return "stories.html", {"stories": shown, "langs": dict(langs.most_common()), "sagas": sagas, "lang": lang, "saga": saga,
                            "topics": [(by_code()[c], n) for c, n in topics.most_common()], "topic": topic_named(topic).key if topic else "",
                            "order": order, "facts": facts, "label": lambda key: names.get(key) or label(key)}  # fmt: skip


def _written(engine: Engine, stories: Sequence[StoredStory]) -> dict[str, str]:
    """Names of outlets that no data file knows and that are origins of these stories, as their pages write them."""
    strange = [s.story for s in stories if any(sources.get(o) is None for o in s.lineage.origins.ids)]
    views = engine.articles(a for s in strange for a in s.articles)
    return {v.article.outlet: outlet_of(v) for v in views if v.article.outlet and sources.get(v.article.outlet) is None}


def story(engine: Engine, request: Request) -> Shown:
    """One story: its chain, its origins, where they disagree, its timeline and pages."""
    stored = engine.story(request.path_params["story_id"])
    views = {v.article.id: v for v in engine.articles(stored.story.articles)}
    ordered = sorted(views.values(), key=lambda v: (v.article.published.value or "9999", v.article.id))
    names = {s: label(s) for s in _sources_of(stored, views)} | {v.article.outlet: outlet_of(v) for v in views.values() if v.article.outlet}
    sagas = {g.id: g for g in engine.sagas()}
    return "story.html", {"stored": stored, "views": ordered, "by_id": views, "chain": draw(stored, views, names), "names": names, "label": label_in(ordered), "outlet_of": outlet_of,
                          "saga": sagas.get(stored.story.saga or "")}  # fmt: skip


def _sources_of(stored: StoredStory, views: dict[str, ArticleView]) -> set[str]:
    return {k.source for k in stored.lineage.links if k.source} | {v.article.outlet for v in views.values() if v.article.outlet} | set(stored.lineage.origins.ids)


def article(engine: Engine, request: Request) -> Shown:
    """One page with everything that was read out of it."""
    view = engine.article(request.path_params["article_id"])
    stored = engine.story(view.story) if view.story else None
    links = [k for k in stored.lineage.links if view.article.id in (k.child, k.parent)] if stored else []
    text = blocks(view.article.text, view.article.paragraphs, view.article.lang, marks_of(view))
    return "article.html", {"view": view, "blocks": text, "stored": stored, "links": links, "revisions": engine.revisions(view.article.id), "label": label, "outlet_of": outlet_of}


def compare(engine: Engine, request: Request) -> Shown:
    """Two pages side by side with the text that they share and what changed."""
    stored = engine.story(request.path_params["story_id"])
    parent_id, child_id = request.path_params["parent"], request.path_params["child"]
    link = next((k for k in stored.lineage.links if k.parent == parent_id and k.child == child_id), None)
    if link is None:
        raise NotFound(f"No link leads from {parent_id} to {child_id} in this story.")
    sides = [(view, blocks(view.article.text, view.article.paragraphs, view.article.lang, _side_marks(link, side)))
             for side, view in (("parent", engine.article(parent_id)), ("child", engine.article(child_id)))]  # fmt: skip
    return "compare.html", {"stored": stored, "link": link, "sides": sides, "label": label, "outlet_of": outlet_of}


def _side_marks(link: Link, side: str) -> list[Mark]:
    """What changed, each kind with the key of its words, and around it what is shared."""
    changed = layered([Mark(span=s, kind=f"mutation {m.kind}", note=f"{m.kind}_m") for m in link.mutations
                       if (s := m.parent_span if side == "parent" else m.child_span)])  # fmt: skip
    shared = [Mark(span=s, kind="shared", note=e.says) for e in link.evidence if (s := e.parent_span if side == "parent" else e.child_span)]
    covered = {m.span for m in changed}
    return changed + [m for piece in shared for m in _around(piece, covered)]


def _around(mark: Mark, holes: set[tuple[int, int]]) -> list[Mark]:
    """A mark without the spans of `holes`, so that what changed shows inside what is shared."""
    at, found = mark.span[0], []
    for start, end in sorted(h for h in holes if h[0] < mark.span[1] and mark.span[0] < h[1]):
        if start > at:
            found.append(Mark(span=(at, start), kind=mark.kind, note=mark.note))
        at = max(at, end)
    return [*found, Mark(span=(at, mark.span[1]), kind=mark.kind, note=mark.note)] if at < mark.span[1] else found


def source_list(engine: Engine, request: Request) -> Shown:
    """All sources of the store."""
    return "sources.html", {"found": engine.sources()[:400], "label": label}


def source(engine: Engine, request: Request) -> Shown:
    """One source: what it publishes, whom it takes from, who takes from it."""
    key = request.path_params["source_id"]
    found = next((s for s in engine.sources() if s.id == key), None)
    if found is None:
        raise NotFound(f"The store does not meet {key}.", "See the list of sources.")
    return "source.html", {"source": found, "known": sources.get(key), "views": list(engine.articles(found.articles[:100])), "label": label}


def entity(engine: Engine, request: Request) -> Shown:
    """One entity: names, quotes, stories, company."""
    found = engine.who(request.path_params["entity_id"])
    told = {s.story.id: s for s in engine.stories()}
    timeline = engine.timeline(entity=found.id)[:80]
    return "entity.html", {"entity": found, "bars": draw_counts(found.months), "stories": [told[s] for s in found.stories if s in told],
                           "label": _of_facts(engine, timeline), "timeline": timeline}  # fmt: skip


def pair(engine: Engine, request: Request) -> Shown:
    """Two actors: what they did to each other, month by month and event by event."""
    found = engine.relation(request.path_params["a"], request.path_params["b"])
    timeline = engine.timeline(between=(found.a, found.b))[:200]
    return "pair.html", {"relation": found, "bars": draw_months(found.months), "label": _of_facts(engine, timeline), "tone_of": tone_of, "timeline": timeline}


def saga(engine: Engine, request: Request) -> Shown:
    """One saga: its stories in order."""
    found = engine.saga(request.path_params["saga_id"])
    told = {s.story.id: s for s in engine.stories()}
    timeline = engine.timeline(found.id)[:120]
    return "saga.html", {"saga": found, "stories": [told[s] for s in found.stories if s in told], "timeline": timeline, "label": _of_facts(engine, timeline)}


def _of_facts(engine: Engine, timeline: Sequence[tuple[str, Fact]]) -> Callable[[str | None], str]:
    """Names of the actors of a timeline, as the pages that tell of them write those that no data file holds."""
    return label_in(list(engine.articles({f.articles[0] for _, f in timeline if f.articles})))


def search(engine: Engine, request: Request) -> Shown:
    """What fits a query, by words and by meaning."""
    query = request.query_params.get("q", "")[:200]
    return "search.html", {"query": query, "hits": engine.search(query, 30) if query.strip() else [], "label": label}


def api_guide(engine: Engine, request: Request) -> Shown:
    """The API's documentation, made from its own description."""
    return "docs.html", {"spec": request.app.openapi()}


PAGES: dict[str, Page] = {
    "/": front,
    "/story/{story_id}": story,
    "/article/{article_id}": article,
    "/compare/{story_id}/{parent}/{child}": compare,
    "/sources": source_list,
    "/source/{source_id}": source,
    "/entity/{entity_id}": entity,
    "/pair/{a}/{b}": pair,
    "/saga/{saga_id}": saga,
    "/search": search,
    "/docs": api_guide,
}

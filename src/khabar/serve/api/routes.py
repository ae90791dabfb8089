"""Routes under /api. The answers have the form of the export (docs/export.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from fastapi import APIRouter, Query

if TYPE_CHECKING:
    from khabar.engine import Engine

Json = dict[str, Any]


def make_routes(engine: Engine) -> APIRouter:
    """All routes on one engine."""
    from khabar.export.rows import article_row, link_rows, saga_row, story_row
    from khabar.flow.describe.topics import media_topics
    from khabar.flow.narrate.relations import tone_of

    api = APIRouter(prefix="/api", tags=["khabar"])
    _article_routes(api, engine)

    @api.get("/stories", summary="Stories, the latest first")
    def stories(
        lang: str = "", saga: str = "", topic: str = "", limit: Annotated[int, Query(ge=1, le=1000)] = 100, offset: Annotated[int, Query(ge=0)] = 0
    ) -> list[Json]:
        return [story_row(s) for s in engine.stories(lang, saga, topic)[offset : offset + limit]]

    @api.get("/topics", summary="The topics that stories can be filtered by")
    def topics() -> list[Json]:
        return [msgspec.to_builtins(t) for t in media_topics()]

    @api.get("/stories/{story_id}", summary="One story with its pages")
    def story(story_id: str) -> Json:
        stored = engine.story(story_id)
        return {**story_row(stored), "pages": [article_row(v) for v in engine.articles(stored.story.articles)]}

    @api.get("/stories/{story_id}/trace", summary="The chain of a story: who repeats whom")
    def trace(story_id: str) -> Json:
        stored = engine.story(story_id)
        return {"story": story_row(stored), "links": list(link_rows(stored))}

    @api.get("/sagas", summary="Sagas")
    def sagas() -> list[Json]:
        return [saga_row(g) for g in engine.sagas()]

    @api.get("/timeline", summary="Dated events of a story, a saga, an entity or a pair")
    def timeline(item: str = "", entity: str = "", a: str = "", b: str = "") -> list[Json]:
        found = engine.timeline(item or None, entity or None, (a, b) if a and b else None)
        return [{**msgspec.to_builtins(fact), "story": key, "tone": tone_of(fact.type)} for key, fact in found]

    @api.get("/relations/{a}/{b}", summary="What two actors did to each other: counts and tone of events, month by month")
    def relations(a: str, b: str) -> Json:
        row: Json = msgspec.to_builtins(engine.relation(a, b))
        return row

    @api.get("/entities/{name}", summary="What is known of a person, an organisation or a place")
    def entity(name: str) -> Json:
        row: Json = msgspec.to_builtins(engine.who(name))
        return row

    @api.get("/sources", summary="Sources: what they publish, copy and are copied for")
    def sources() -> list[Json]:
        return [msgspec.to_builtins(s) for s in engine.sources()]

    @api.get("/search", summary="Articles that fit a query by words or meaning")
    def search(q: str, limit: Annotated[int, Query(ge=1, le=200)] = 20) -> list[Json]:
        return [msgspec.to_builtins(h) for h in engine.search(q[:500], limit)]

    return api


def _article_routes(api: APIRouter, engine: Engine) -> None:
    from khabar.export.rows import article_row

    @api.get("/articles/{article_id}", summary="One article with everything read out of it")
    def article(article_id: str) -> Json:
        return article_row(engine.article(article_id))

    @api.get("/articles/{article_id}/versions", summary="What was edited from each text of an article to the next")
    def versions(article_id: str) -> list[Json]:
        return [msgspec.to_builtins(r) for r in engine.revisions(article_id)]

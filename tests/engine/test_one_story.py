"""A page stands in one story, also where pages are grouped anew in several runs because their days were inferred."""

from __future__ import annotations

from pathlib import Path

from khabar.config import Config
from khabar.engine import Engine
from khabar.engine.regroup import _free
from khabar.flow.group.stable_ids import new_id, stable_ids
from khabar.models import Story
from khabar.store import open_store

PAGES = Path(__file__).parents[2] / "evals" / "gold" / "fresh" / "set-2" / "pages"
"""Two stories eleven months apart, each with undated pages, and an undated page that leaves its story once the others have their days."""


def test_every_page_stands_in_one_story() -> None:
    with Engine.open(":memory:", Config(workers=1)) as engine:
        engine.ingest([str(PAGES)])
        told = [(article, s.story.id) for s in engine.stories() for article in s.story.articles]
        assert sorted(told) == sorted(engine.store.memberships().items())


def test_a_story_out_of_play_keeps_its_name() -> None:
    """It is named after a page that has left it; that page must not take the name along when it becomes a story of its own."""
    name = new_id(["left"])
    store = open_store(":memory:")
    with store.transaction():
        store.put_story(Story(id=name, articles=("stays",)))
    before = {"stays": name, "left": "s-other"}
    alone, _ = stable_ids([["left"], ["other"]], {"other": "s-other"}, free=_free(store, [["left"], ["other"]], before))
    assert alone["left"] != name
    both, _ = stable_ids([["left"], ["stays"]], {"stays": name}, free=_free(store, [["left"], ["stays"]], before))
    assert both["stays"] == name
    store.close()

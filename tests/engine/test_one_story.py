"""A page stands in one story, also where pages are grouped anew in several runs because their days were inferred."""

from __future__ import annotations

from pathlib import Path

from khabar.config import Config
from khabar.engine import Engine

PAGES = Path(__file__).parents[2] / "evals" / "gold" / "fresh" / "set-2" / "pages"
"""Two stories eleven months apart, each with undated pages, and an undated page that leaves its story once the others have their days."""


def test_every_page_stands_in_one_story() -> None:
    with Engine.open(":memory:", Config(workers=1)) as engine:
        engine.ingest([str(PAGES)])
        told = [(article, s.story.id) for s in engine.stories() for article in s.story.articles]
        assert sorted(told) == sorted(engine.store.memberships().items())

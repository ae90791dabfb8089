"""Deeds in plain news sentences of a language, one file a language: every fact is found, and nothing else is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from khabar.flow.describe.dates import find_dates
from khabar.flow.describe.document import Document
from khabar.flow.describe.entities import find_entities
from khabar.flow.describe.events import find_events
from khabar.flow.describe.quotes import find_quotes
from khabar.models import Article, Published

DEEDS = Path(__file__).parents[2] / "data" / "deeds"


def deeds() -> Iterator[Any]:
    for path in sorted(DEEDS.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield pytest.param(path.stem, json.loads(line), id=f"{path.stem}-{number}")


@pytest.mark.parametrize(("lang", "told"), list(deeds()))
def test_facts_of_a_sentence(lang: str, told: dict[str, Any]) -> None:
    document = Document(
        Article(id="a", content_id="a", file=None, url=None, outlet=None, lang=lang, title="", text=told["text"])
    )
    entities = find_entities(document)
    found = find_events(document, entities, (), find_quotes(document, entities))
    facts = [[e.actor, e.type, e.target] for e in found if not e.mode and e.type != "OTHER"]
    assert sorted(facts, key=str) == sorted(told["events"], key=str)


@pytest.mark.parametrize(("year", "told"), [("2020", True), ("2024", False)])
def test_attacks_of_years_ago_are_no_news(year: str, told: bool) -> None:
    """An attack that tells who someone was is left out on a page of four years later."""
    text = "Qasem Soleimani was killed in an Israeli strike in Baghdad in 2020."
    published = Published(value=f"{year}-02-04T08:00:00+00:00")
    document = Document(
        Article(id="a", content_id="a", file=None, url=None, outlet=None, lang="en", title="", text=text, published=published)
    )
    entities = find_entities(document)
    found = find_events(document, entities, find_dates(document), find_quotes(document, entities))
    assert any(e.type == "ASSAULT" and e.actor == "israel" for e in found) is told

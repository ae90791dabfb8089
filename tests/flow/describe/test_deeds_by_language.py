"""Deeds in plain news sentences of a language, one file a language: every fact is found, and nothing else is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities import find_entities
from khabar.flow.describe.events import find_events
from khabar.flow.describe.quotes import find_quotes
from khabar.models import Article

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

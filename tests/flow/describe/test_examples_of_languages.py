"""Every language folder found on disk keeps what its examples promise: numbers, quotes, events."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from khabar.flow.describe.document import Document
from khabar.flow.describe.events import find_events
from khabar.flow.describe.numbers import find_numbers
from khabar.flow.describe.quotes import find_quotes
from khabar.languages.parts import HOME
from khabar.models import Article, Entity


def examples(part: str) -> Iterator[Any]:
    for path in sorted(Path(HOME).glob(f"[a-z][a-z]/examples/{part}.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield pytest.param(path.parts[-3], json.loads(line), id=f"{path.parts[-3]}-{number}")


def document(text: str, lang: str) -> Document:
    return Document(Article(id="a", content_id="a", file=None, url=None, outlet=None, lang=lang, title="", text=text))


def entity(text: str, name: str, kind: str = "PER") -> Entity:
    start = text.index(name)
    return Entity(id=name, type=kind, name=name, surface=name, spans=((start, start + len(name)),))  # type: ignore[arg-type]


@pytest.mark.parametrize(("lang", "example"), list(examples("numbers")))
def test_numbers(lang: str, example: dict[str, Any]) -> None:
    found = Counter((n.what, n.value) for n in find_numbers(document(example["text"], lang)) if n.what != "other")
    assert found == Counter((what, float(v)) for what, values in example["numbers"].items() for v in values)


@pytest.mark.parametrize(("lang", "example"), list(examples("quotes")))
def test_quotes(lang: str, example: dict[str, Any]) -> None:
    """`speaker` is None for a speaker without a name, `more` holds the speaker's further quotations, `others` who else is named."""
    speaker, text = example["speaker"], example["text"]
    named = [*example.get("others", []), *([[speaker, example.get("type", "PER")]] if speaker else [])]
    found = find_quotes(document(text, lang), tuple(entity(text, name, kind) for name, kind in named))
    expected = [[example["content"], example["direct"]], *example.get("more", [])]
    assert [[q.content.strip(" .。"), q.direct] for q in found] == expected
    assert {q.speaker_id for q in found} == {speaker}
    assert example.get("surface") in (None, found[0].surface)


@pytest.mark.parametrize(("lang", "example"), list(examples("events")))
def test_events(lang: str, example: dict[str, Any]) -> None:
    entities = tuple(entity(example["text"], e["name"], e["type"]) for e in example["entities"])
    found = [e for e in find_events(document(example["text"], lang), entities, ()) if e.type != "OTHER"]
    assert [[e.actor, e.type, e.target, e.mode] for e in found] == example["events"]


@pytest.mark.parametrize("part", ["numbers", "quotes", "events"])
def test_every_language_has_examples(part: str) -> None:
    for folder in Path(HOME).glob("[a-z][a-z]"):
        path = folder / "examples" / f"{part}.jsonl"
        assert path.is_file(), f"{path} is missing"
        assert len(path.read_text(encoding="utf-8").splitlines()) >= (12 if part == "events" else 5)

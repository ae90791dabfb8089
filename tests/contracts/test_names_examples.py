"""Every language's own example sentences for names are read as they say."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities import find_entities
from khabar.languages import codes, part
from khabar.languages.catalogue import HOME
from khabar.models import Article

LISTS = ("stops", "never")


def examples() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for code in codes():
        for line in (HOME / code / "examples" / "names.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield code, row["text"], tuple(row["surfaces"])


@pytest.mark.parametrize(("lang", "text", "surfaces"), list(examples()))
def test_example(lang: str, text: str, surfaces: tuple[str, ...]) -> None:
    article = Article(id="x", content_id="x", file=None, url=None, outlet=None, lang=lang, title="", text=text)
    found = find_entities(Document(article))
    assert {e.surface for e in found} == set(surfaces)
    assert all(text[e.spans[0][0] : e.spans[0][1]] == e.surface for e in found)


@pytest.mark.parametrize("lang", codes())
def test_every_language_has_five_examples_and_its_lists(lang: str) -> None:
    assert sum(code == lang for code, *_ in examples()) >= 5
    data = part(lang, "names")
    assert data.level == "language"
    assert all(data.strings(name) for name in LISTS)
    assert data.strings("titles_before") or data.strings("titles_after")

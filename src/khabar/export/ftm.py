"""FollowTheMoney (https://followthemoney.tech): people, organisations and articles as entities, one JSON object a line, for Aleph."""

from __future__ import annotations

import json
from typing import TextIO

from khabar.export.base import Archive
from khabar.export.rows import entity_rows

NAME = "ftm"
SCHEMA = {"PER": "Person", "ORG": "Organization", "LOC": "Address"}


def write(archive: Archive, out: TextIO) -> None:
    """Write entities, articles, and a Mention for each name in an article."""
    for row in entity_rows(archive):
        names = sorted({row["name"], *(s for found in row["names"].values() for s in found)})
        key = "full" if row["type"] == "LOC" else "name"
        _line(out, row["id"], SCHEMA[row["type"]], {key: names})
    for view in archive.articles:
        article = view.article
        _line(out, article.id, "Article", {
            "title": [article.title], "publisher": [article.outlet or ""], "language": [article.lang], "sourceUrl": [article.url or ""],
            "publishedAt": [(article.published.value or "")[:10]], "bodyText": [article.text],
            "keywords": [t.name for t in view.notes.topics],
        })  # fmt: skip
        for entity in view.notes.entities:
            _line(out, f"{article.id}-{entity.id}", "Mention", {"document": [article.id], "resolved": [entity.id], "name": [entity.surface]})


def _line(out: TextIO, key: str, schema: str, properties: dict[str, list[str]]) -> None:
    kept = {name: [v for v in values if v] for name, values in properties.items()}
    out.write(json.dumps({"id": key, "schema": schema, "properties": {k: v for k, v in kept.items() if v}}, ensure_ascii=False) + "\n")

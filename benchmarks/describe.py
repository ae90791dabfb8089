"""Speed of `describe` without an encoder: articles a second on one core, and milliseconds of each reader.

usage: python benchmarks/describe.py EXPORT.jsonl      (an export of `khabar export --format jsonl`)
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from khabar.flow.describe import describe
from khabar.flow.describe.document import Document
from khabar.flow.describe.events import find_events
from khabar.flow.describe.numbers import find_numbers
from khabar.flow.describe.quotes import find_quotes
from khabar.models import Article, Notes


def main(path: str) -> None:
    """Print one JSON object."""
    with open(path, encoding="utf-8") as lines:
        rows = [row for line in lines if (row := json.loads(line)).get("kind") == "article"]
    articles = [_article(row) for row in rows]
    notes = [describe(article) for article in articles]  # warms the caches of the lexicons
    start = time.perf_counter()
    for article in articles:
        describe(article)
    figures = {"articles": float(len(articles)), "articles_per_second": len(articles) / (time.perf_counter() - start)}
    readers: dict[str, Callable[[Document, Notes], Any]] = {
        "numbers": lambda d, n: find_numbers(d, n.dates),
        "quotes": lambda d, n: find_quotes(d, n.entities),
        "events": lambda d, n: find_events(d, n.entities, n.dates),
    }
    for name, reader in readers.items():
        documents = [Document(article) for article in articles]
        start = time.perf_counter()
        for document, noted in zip(documents, notes, strict=True):
            reader(document, noted)
        figures[f"{name}_ms"] = (time.perf_counter() - start) / len(articles) * 1000
    print(json.dumps({k: round(v, 2) for k, v in figures.items()}, indent=1))


def _article(row: dict[str, Any]) -> Article:
    return Article(
        id=row["id"], content_id=row["id"], file=None, url=None, outlet=None, lang=row["lang"], title=row.get("title") or "", text=row["text"]
    )


if __name__ == "__main__":
    main(sys.argv[1])

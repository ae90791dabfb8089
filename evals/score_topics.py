"""Score the topics on short items written for this project (evals/gold/topics/: dev.jsonl for tuning, test.jsonl kept apart).

usage: python evals/score_topics.py [dev|test] [--encoder e5|hashed|none] [--misses]

Prints one JSON object: macro F1 over the 17 topics, micro F1, F1 by topic, and micro F1 by language.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from khabar.flow.describe.document import Document
from khabar.flow.describe.encoders import get
from khabar.flow.describe.topics import by_code, find_topics, media_topics
from khabar.flow.describe.vectors import query_text
from khabar.models import Article

GOLD = Path(__file__).parent / "gold" / "topics"
Row = dict[str, Any]


def read(split: str) -> list[Row]:
    """The items of one half."""
    return [json.loads(line) for line in (GOLD / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()]


def article_of(row: Row) -> Article:
    """An item as an article."""
    return Article(id=row["id"], content_id=row["id"], file=None, url=None, outlet=None, lang=row["lang"], title=row["title"], text=row["text"])


def answers(rows: list[Row], encoder: str | None) -> list[set[str]]:
    """The keys of the topics found for each item."""
    articles = [article_of(r) for r in rows]
    vectors = list(get(encoder).encode([query_text(a) for a in articles])) if encoder else [None] * len(rows)
    found = [find_topics(Document(a), v, encoder or "") for a, v in zip(articles, vectors, strict=True)]
    return [{by_code()[t.code].key for t in topics} for topics in found]


def f1(pairs: Iterable[tuple[bool, bool]]) -> float:
    """F1 of (wanted, found) pairs."""
    counts = Counter(pairs)
    hits, wrong = counts[True, True], counts[True, False] + counts[False, True]
    return round(2 * hits / (2 * hits + wrong), 4) if hits else 0.0


def score(split: str, encoder: str | None) -> Row:
    """All figures of one half with one encoder, or with cue words alone."""
    rows = read(split)
    found, keys = answers(rows, encoder), [t.key for t in media_topics()]
    by_topic: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    by_lang: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for row, topics in zip(rows, found, strict=True):
        for key in keys:
            pair = (key in row["topics"], key in topics)
            by_topic[key].append(pair)
            by_lang[row["lang"]].append(pair)
    topics_f1 = {key: f1(by_topic[key]) for key in keys}
    return {
        "items": len(rows),
        "macro_f1": round(sum(topics_f1.values()) / len(keys), 4),
        "micro_f1": f1(p for pairs in by_topic.values() for p in pairs),
        "by_topic": topics_f1,
        "by_language": {lang: f1(pairs) for lang, pairs in sorted(by_lang.items())},
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("split", nargs="?", default="dev", choices=("dev", "test"))
    parser.add_argument("--encoder", default="e5")
    parser.add_argument("--misses", action="store_true", help="list the items of the development half that were read wrong")
    asked = parser.parse_args()
    encoder = None if asked.encoder == "none" else asked.encoder
    print(json.dumps(score(asked.split, encoder), indent=1))
    if asked.misses and asked.split == "dev":
        rows = read("dev")
        for row, topics in zip(rows, answers(rows, encoder), strict=True):
            if topics != set(row["topics"]):
                sys.stderr.write(f"{row['id']}: wanted {sorted(row['topics'])}, found {sorted(topics)}\n")


if __name__ == "__main__":
    main()

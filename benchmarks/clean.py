"""Quality and speed of cleaning HTML pages against trafilatura alone, in one run.

    python benchmarks/clean.py ARTICLES.jsonl

Each line of ARTICLES.jsonl has `html` and `body` (the true text). Figures: mean F1 of the bags of word 4-grams over all
pages, and pages per second of one core. Prints one JSON object.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

Grams = Counter[tuple[str, ...]]
_WORD = re.compile(r"\w+")


def grams(text: str) -> Grams:
    """Bag of word 4-grams; a text of fewer words is one gram."""
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def f1(found: str, true: str) -> float:
    """F1 of two texts' 4-gram bags."""
    a, b = grams(found), grams(true)
    shared = sum((a & b).values())
    return 2 * shared / (sum(a.values()) + sum(b.values())) if shared else 0.0


def ours(row: dict[str, Any]) -> str:
    """The body that Khabar takes from the page."""
    from khabar.errors import Rejected
    from khabar.flow.clean.html import read_html

    try:
        return "\n\n".join(read_html(row["html"], "page", None).paragraphs)
    except Rejected:
        return ""


def whole(row: dict[str, Any]) -> str:
    """The same through the whole of `clean`, as the engine calls it: for its speed."""
    from khabar.errors import Rejected
    from khabar.flow.clean import clean
    from khabar.models import Page

    try:
        return clean(Page(content=row["html"].encode(), path="page", media_type="text/html", first_seen="2026-01-01")).text
    except Rejected:
        return ""


def trafilatura_alone(row: dict[str, Any]) -> str:
    """trafilatura with its defaults, comments off."""
    import trafilatura

    return trafilatura.extract(row["html"], include_comments=False) or ""


def trafilatura_precise(row: dict[str, Any]) -> str:
    """trafilatura told to favour precision."""
    import trafilatura

    return trafilatura.extract(row["html"], include_comments=False, favor_precision=True) or ""


def measure(read: Callable[[dict[str, Any]], str], rows: list[dict[str, Any]]) -> tuple[list[float], float]:
    """F1 of each page, and pages per second of processor time; one page of each language is read before, to load its words."""
    for row in {row.get("lang"): row for row in rows}.values():
        read(row)
    start = time.process_time()
    texts = [read(row) for row in rows]
    seconds = time.process_time() - start
    return [f1(text, row["body"]) for text, row in zip(texts, rows, strict=True)], len(rows) / seconds


def main(path: str) -> None:
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").split("\n") if line.strip()]
    result: dict[str, Any] = {"pages": len(rows)}
    for name, read in (("khabar", ours), ("khabar_clean", whole), ("trafilatura", trafilatura_alone), ("trafilatura_precise", trafilatura_precise)):
        scores, speed = measure(read, rows)
        result[name] = {"f1": round(sum(scores) / len(scores), 4), "pages_per_second": round(speed, 1), "below_0.8": sum(s < 0.8 for s in scores)}
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main(sys.argv[1])

"""Score the engine on the project's own gold set: the example pages with labels of their own (evals/gold/own/labels.jsonl).

usage: python evals/score_own.py

Prints one JSON object: language, publication day stated and inferred, body strings kept, boilerplate gone, B-cubed of stories.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from khabar.config import Config
from khabar.engine import Engine
from khabar.models import ArticleView
from khabar.serve.cli.evaluation import b_cubed

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "examples" / "pages"
LABELS = Path(__file__).parent / "gold" / "own" / "labels.jsonl"
Row = dict[str, Any]


def score() -> dict[str, float]:
    """Ingest the example pages into memory and compare them with their labels."""
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    with Engine.open(":memory:", Config(now="2026-01-01T00:00:00+00:00")) as engine:
        engine.ingest([str(PAGES)])
        views = {str(Path(f).relative_to(PAGES)): v for v in engine.articles() for f in v.files}
    pairs = [(row, views[row["file"]]) for row in rows if row["file"] in views]
    return {
        "pages_read": len(pairs) / len(rows),
        "language": _share([v.article.lang == r["lang"] for r, v in pairs]),
        "published_stated": _share([_day(v) == r["published"] for r, v in pairs if r["published_stated"]]),
        "published_never_wrong": _share([_day(v) in (r["published"], "") for r, v in pairs if not r["published_stated"]]),
        "clean_kept": _share([_plain(s) in _text(v) for r, v in pairs for s in r["body_must"]]),
        "clean_dropped": _share([_plain(s) not in _text(v) for r, v in pairs for s in r["body_must_not"]]),
        "stories_b3": b_cubed({r["file"]: r["story"] for r, _ in pairs}, {r["file"]: v.story or r["file"] for r, v in pairs})["f1"],
    }


def _share(hits: list[bool]) -> float:
    return round(sum(hits) / len(hits), 4) if hits else 0.0


def _day(view: ArticleView) -> str:
    return (view.article.published.value or "")[:10]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _text(view: ArticleView) -> str:
    return _plain(f"{view.article.title} {view.article.text}")


if __name__ == "__main__":
    print(json.dumps(score(), indent=1))

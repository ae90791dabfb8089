"""Score events on sentences annotated after PLOVER or CAMEO, one JSON object a line.

usage: python evals/score_petrarch.py FILE

A line holds `lang`, `text` and `events` of `source`, `target` (as written, may be empty), `plover` or `cameo` (a code of which
the first two digits count). Prints, by language: precision, recall and F1 of the types found in a sentence, and the share of the
annotated sources for which an event of the right type has that actor (the named one as written, or a group of the same kind).
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from khabar.flow.describe.dates import find_dates
from khabar.flow.describe.document import Document
from khabar.flow.describe.entities import find_entities
from khabar.flow.describe.events import find_events
from khabar.flow.describe.events.lexicon import lexicon
from khabar.languages import fold
from khabar.models import Article, Entity, Event

PLOVER_OF_CAMEO = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "CONCEDE", "10": "REQUEST",
    "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE",
    "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
Row = dict[str, Any]


def score(rows: list[Row]) -> dict[str, dict[str, float]]:
    """The figures of each language; types outside of those annotated in a language do not count."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    annotated = defaultdict(set)
    for row in rows:
        annotated[row["lang"]] |= {_type(e) for e in row["events"]}
    for row in rows:
        _count(counts[row["lang"]], row, annotated[row["lang"]])
    return {lang: _figures(c) for lang, c in sorted(counts.items())}


def _count(count: Counter[str], row: Row, types: set[str]) -> None:
    text = row["text"]
    document = Document(
        Article(id="a", content_id="a", file=None, url=None, outlet=None, lang=row["lang"], title="", text=text)
    )
    entities = find_entities(document)
    events = find_events(document, entities, find_dates(document))
    gold, found = {_type(e) for e in row["events"]}, {e.type for e in events} & types
    count["right"] += len(gold & found)
    count["gold"] += len(gold)
    count["found"] += len(found)
    for event in row["events"]:
        if event["source"]:
            count["sources"] += 1
            count["sources_right"] += any(
                e.type == _type(event) and _same(event["source"], e, entities, row["lang"]) for e in events
            )


def _type(event: Row) -> str:
    return event["plover"] or PLOVER_OF_CAMEO.get(event["cameo"][:2], "OTHER")


def _same(source: str, event: Event, entities: tuple[Entity, ...], lang: str) -> bool:
    """Whether the annotated source is the event's actor: a shared name, or a group of the same kind."""
    folded = fold(source)
    names = [fold(e.surface) for e in entities if e.id == event.actor]
    groups = [h.value for h in lexicon(lang).scan(folded, 0, len(folded)) if h.kind == "group"]
    return any(n in folded or folded in n for n in names) or any((event.actor or "").endswith(g) for g in groups)


def _figures(count: Counter[str]) -> dict[str, float]:
    precision = count["right"] / max(1, count["found"])
    recall = count["right"] / max(1, count["gold"])
    return {
        "type_precision": round(precision, 3),
        "type_recall": round(recall, 3),
        "type_f1": round(2 * precision * recall / max(1e-9, precision + recall), 3),
        "source_recall": round(count["sources_right"] / max(1, count["sources"]), 3),
        "gold": count["gold"],
    }


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    print(json.dumps(score([json.loads(line) for line in lines if line.strip()]), indent=1))

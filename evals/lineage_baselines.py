"""How far simple ways get at what `khabar.flow.lineage` does: the number of origins of a story, and who took from whom.

usage: python evals/lineage_baselines.py EXPORT.jsonl GOLD_DIR [GOLD_DIR ...]

Baselines, on the same pages and in the same run as the engine:
    outlets      every outlet is an origin; no links
    duplicates   pages of one language that share 85 % of the shorter one's word four-grams are one; linked to the earliest of them
    credits      the medium in the page's first credit is its origin, else the outlet; linked to that medium's page, if it is here

Prints one JSON object: for each way, mean error of the number of origins, share of stories with the number right (for the engine:
within its interval), and F1 of pairs of pages linked in either direction.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import regex

Row = dict[str, Any]
Found = tuple[int, set[frozenset[str]]]
SAME = 0.85
SHINGLE = 4


def outlets(pages: Sequence[Row]) -> Found:
    """Number of outlets, no links."""
    return len({p["outlet"] or p["id"] for p in pages}), set()


def duplicates(pages: Sequence[Row]) -> Found:
    """Clusters of near-duplicates, each page linked to the earliest of its cluster."""
    shingles = {p["id"]: _shingles(p["text"]) for p in pages}
    group = {p["id"]: p["id"] for p in pages}
    for one, two in combinations(sorted(pages, key=lambda p: (p["published"] or "9999", p["id"])), 2):
        a, b = shingles[one["id"]], shingles[two["id"]]
        if one["lang"] == two["lang"] and a and b and len(a & b) >= SAME * min(len(a), len(b)):
            group = {i: group[one["id"]] if g == group[two["id"]] else g for i, g in group.items()}
    return len(set(group.values())), {frozenset((i, g)) for i, g in group.items() if i != g}


def credits(pages: Sequence[Row]) -> Found:
    """What the credit phrase alone says."""
    home = {p["outlet"]: p["id"] for p in pages if p["outlet"]}
    origins, links = set(), set()
    for page in pages:
        named = (c["source"] for c in page["credits"] if c["kind"] != "photo" and c["source"] and c["source"] != page["outlet"])
        source = next(named, None)
        origins.add(source or page["outlet"] or page["id"])
        if source in home and home[source] != page["id"]:
            links.add(frozenset((page["id"], home[source])))
    return len(origins), links


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = regex.findall(r"\p{Han}|[\p{L}\p{M}\p{Nd}]+", text.lower())
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def score(rows: Sequence[Row], folders: Iterable[Path]) -> dict[str, dict[str, float]]:
    """Figures of each way by name."""
    gold = [json.loads(line) for f in folders for line in (f / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
    truth = {s["story"]: s for f in folders for s in map(json.loads, (f / "stories.jsonl").read_text(encoding="utf-8").splitlines())}
    article = {Path(r["file"]).name: r for r in rows if r["kind"] == "article"}
    name_of = {r["id"]: Path(r["file"]).name for r in article.values()}
    file_of = {g["id"]: Path(g["file"]).name for g in gold}
    stories = {s: [article[file_of[g["id"]]] for g in gold if g["story"] == s and file_of[g["id"]] in article] for s in truth}
    stories = {s: pages for s, pages in stories.items() if len(pages) > 1}
    true_links = {frozenset((file_of[g["id"]], file_of[d["page"]])) for g in gold for d in g["derives_from"] if d.get("page")}
    ways: dict[str, Callable[[Sequence[Row]], Found]] = {"outlets": outlets, "duplicates": duplicates, "credits": credits}
    found = {}
    for name, way in ways.items():
        results = {s: way(pages) for s, pages in stories.items()}
        numbers = {s: (n, n) for s, (n, _) in results.items()}
        links = {frozenset(name_of[i] for i in pair) for _, pairs in results.values() for pair in pairs}
        found[name] = _figures(numbers, truth, links, true_links)
    return {**found, "engine": _figures(_intervals(rows, stories), truth, _links(rows, name_of), true_links)}


def _intervals(rows: Sequence[Row], stories: dict[str, list[Row]]) -> dict[str, tuple[int, int]]:
    """Gold story -> the interval of the engine's story that holds most of its pages."""
    engine = {r["id"]: r for r in rows if r["kind"] == "story"}
    best = {}
    for story, pages in stories.items():
        held = [p["story"] for p in pages if p["story"] in engine]
        origins = engine[max(set(held), key=held.count)]["origins"] if held else {"min": 0, "max": 0}
        best[story] = (origins["min"], origins["max"])
    return best


def _links(rows: Sequence[Row], name_of: dict[str, str]) -> set[frozenset[str]]:
    strong = (r for r in rows if r["kind"] == "link" and r["parent"] and r["strength"] != "weak")
    return {frozenset((name_of[r["child"]], name_of[r["parent"]])) for r in strong if r["child"] in name_of and r["parent"] in name_of}


def _figures(numbers: dict[str, tuple[int, int]], truth: dict[str, Row], links: set[frozenset[str]], true: set[frozenset[str]]) -> dict[str, float]:
    errors, right = [], 0
    for story, (low, high) in numbers.items():
        number = len(truth[story]["independent_origins"])
        errors.append(abs((low + high) / 2 - number))
        right += low <= number <= high
    hit = len(links & true)
    return {"mean_error": round(sum(errors) / len(errors), 2), "number_right": round(right / len(errors), 3),
            "links_f1": round(2 * hit / (len(links) + len(true)), 3) if links or true else 0.0}  # fmt: skip


def main(export: str, folders: Sequence[str]) -> None:
    """Print the figures as JSON."""
    rows = [json.loads(line) for line in Path(export).read_text(encoding="utf-8").splitlines() if line.strip()]
    print(json.dumps(score(rows, [Path(f) for f in folders]), indent=1))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])

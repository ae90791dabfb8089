"""Does the order of arrival show? The same pages in several orders, and how far the stories agree.

usage: python evals/shuffle.py [--orders N] [--batch N] [--together] PATH ...

A folder of pages goes through the engine, batch after batch, each order into a store of its own. A JSONL file (`id, lang, text,
published`) goes through the grouper alone, with `--together` the texts of all files as one: above 1,500 pages only touched stories are
grouped anew, and the order can show. Printed for each path: the least and the mean F1 of pairs of pages that two orders put
into one story. The first order is the given one, all at once.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from khabar.config import Config
from khabar.engine import Engine
from khabar.flow.acquire import file_pages
from khabar.flow.group import Grouper
from khabar.models import Page
from khabar.serve.cli.evaluation import read_signatures

Stories = Mapping[str, Hashable]


def agreement(one: Stories, other: Stories) -> float:
    """F1 of the pairs that two groupings of the same pages put together."""
    def pairs(labels: Iterable[Hashable]) -> int:
        return sum(n * (n - 1) // 2 for n in Counter(labels).values())

    both = pairs((one[a], other[a]) for a in one)
    return 2 * both / max(1, pairs(one.values()) + pairs(other.values()))


def orders(items: list, count: int) -> list[list]:
    """The given order and `count` shuffled ones."""
    return [items, *(random.Random(seed).sample(items, len(items)) for seed in range(1, count + 1))]


def by_engine(folder: Path, count: int, batch: int) -> list[Stories]:
    """Stories of the pages of a folder, an order each."""
    pages = [p for p in file_pages([str(folder)], "2026-01-01T00:00:00+00:00", 20_000_000) if isinstance(p, Page)]
    found: list[Stories] = []
    for number, order in enumerate(orders(pages, count)):
        with Engine.open(":memory:", Config(workers=1, now="2026-01-01T00:00:00+00:00")) as engine:
            step = batch if number else len(order)
            for start in range(0, len(order), step):
                engine.ingest_pages(order[start : start + step])
            found.append(engine.store.memberships())
    return found


def by_grouper(golds: Sequence[Path], count: int, batch: int) -> list[Stories]:
    """Stories of the texts of files, an order each."""
    pages = [page for gold in golds for page in read_signatures(gold)[1]]
    found: list[Stories] = []
    for number, order in enumerate(orders(pages, count)):
        grouper, step = Grouper(), batch if number else len(pages)
        for start in range(0, len(order), step):
            grouper.add(order[start : start + step])
            grouper.repair()
        found.append(dict(grouper.stories))
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--orders", type=int, default=3)
    parser.add_argument("--batch", type=int, default=50)
    parser.add_argument("--together", action="store_true")
    options = parser.parse_args()
    files = [p for p in options.paths if not p.is_dir()]
    parts = [[p] for p in options.paths if p.is_dir()] + ([files] if options.together and files else [[f] for f in files])
    for part in parts:
        made = by_engine(part[0], options.orders, options.batch) if part[0].is_dir() else by_grouper(part, options.orders, options.batch)
        agreed = [agreement(a, b) for a, b in combinations(made, 2)]
        print(json.dumps({"path": " + ".join(p.name for p in part), "pages": len(made[0]), "least": round(min(agreed), 4), "mean": round(sum(agreed) / len(agreed), 4)}), flush=True)


if __name__ == "__main__":
    main()

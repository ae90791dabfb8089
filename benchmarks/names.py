"""Recall of the names matcher at 1 % false positives, script by script.

usage: python benchmarks/names.py NAME_PARTS.jsonl

The file holds one object a line: script, latin, native. Positives are the rows; negatives all other pairs within a script among
500 rows drawn with seed 0.
"""

from __future__ import annotations

import json
import random
import sys

from khabar.names.skeleton import match


def main(path: str) -> None:
    by_script: dict[str, list[tuple[str, str]]] = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            by_script.setdefault(row["script"], []).append((row["latin"], row["native"]))
    for script, rows in by_script.items():
        drawn = random.Random(0).sample(rows, min(500, len(rows)))
        same = set(rows)
        negatives = sorted((match(a, b) for a, _ in drawn for _, b in drawn if (a, b) not in same), reverse=True)
        bar = negatives[len(negatives) // 100]
        recall = sum(match(a, b) > bar for a, b in rows) / len(rows)
        print(f"{script:10} rows {len(rows):5}  threshold {bar:.3f}  recall at 1 % false positives {recall:.3f}")


if __name__ == "__main__":
    main(sys.argv[1])

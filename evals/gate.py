"""Quality may not sink: scores gold folders and compares the figures with evals/floors.json.

usage: gate.py [--pin] [--lower]

Gold folders are those of `KHABAR_GOLD` (a folder with score.py and folders with labels.jsonl), else ../shared/gold if it is there, and,
as a set of their own, those of evals/gold/fresh with the same score.py. The floors of a set are pinned together with a digest of its data. `--pin` raises them to what was measured; only `--lower` lowers them.
Exit status 0: all held, or no gold folder was found; 1: a figure sank or the gold data are not the pinned ones.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
FRESH = HERE / "gold" / "fresh"
SLACK = 0.005
"""What a figure may sink below its floor: rounding and the order of float sums, nothing more."""


def gold_root() -> Path | None:
    """The folder with score.py, or None."""
    given = os.environ.get("KHABAR_GOLD")
    root = Path(given) if given else HERE.parent.parent / "shared" / "gold"
    return root.resolve() if (root / "score.py").is_file() else None


def folders(root: Path) -> list[Path]:
    """Gold folders below `root`, by name."""
    return sorted(p.parent for p in root.glob("*/labels.jsonl"))


def digest(parts: list[Path]) -> str:
    """SHA-256 over labels, stories and pages of the folders."""
    total = hashlib.sha256()
    for part in parts:
        for path in sorted(p for p in part.rglob("*") if p.is_file()):
            total.update(path.relative_to(part.parent).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def measure(root: Path, parts: list[Path]) -> dict[str, float]:
    """Ingest, export and score; figure -> value, F1 where the scorer gives precision and recall."""
    with tempfile.TemporaryDirectory() as scratch:
        db, out = f"{scratch}/gate.db", f"{scratch}/export.jsonl"
        khabar = [sys.executable, "-c", "from khabar.serve.cli.main import run; run()"]
        subprocess.run([*khabar, "ingest", *(str(p / "pages") for p in parts), "--db", db], check=False, stdout=subprocess.DEVNULL)
        subprocess.run([*khabar, "export", "--db", db, "-o", out], check=True)
        scored = subprocess.run([sys.executable, str(root / "score.py"), out, *map(str, parts)], check=True, capture_output=True)
    return flat(json.loads(scored.stdout))


def flat(scores: dict[str, Any]) -> dict[str, float]:
    """Single numbers between 0 and 1 that should rise; counts and breakdowns are left out."""
    found = {}
    for name, value in scores.items():
        value = value.get("f1") if isinstance(value, dict) else value
        rises = isinstance(value, float) and 0 <= value <= 1 and not name.endswith("width")
        if rises:
            found[name] = value
    return found


def main() -> int:
    """Run the gate; answers the exit status."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--pin", action="store_true", help="raise the floors to what was measured")
    asked.add_argument("--lower", action="store_true", help="with --pin: lower floors too")
    given = asked.parse_args()
    root = gold_root()
    if root is None:
        print("gate: no gold folder found; set KHABAR_GOLD. Nothing was measured.")
        return 0
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    status = 0
    for name, parts in (("gold", folders(root)), ("fresh", folders(FRESH))):
        if not parts:
            continue
        now, data = measure(root, parts), digest(parts)
        known = pinned.setdefault(name, {"data": data, "floors": {}})
        if given.pin:
            pinned[name] = pin(known["floors"], now, data, given.lower)
        elif known["data"] != data:
            print(f"gate: the {name} data are not those that the floors were pinned on; pin anew with --pin.")
            status = 1
        else:
            print(name)
            status |= compare(known["floors"], now)
    if given.pin:
        FLOORS.write_text(json.dumps(pinned, indent=2) + "\n", encoding="utf-8")
    return status


def pin(floors: dict[str, float], now: dict[str, float], data: str, lower: bool) -> dict[str, Any]:
    """The floors of a set, raised (or with `lower` set) to what was measured."""
    old = {} if lower else floors
    return {"data": data, "floors": {name: max(value, old.get(name, 0.0)) for name, value in sorted(now.items())}}


def compare(floors: dict[str, float], now: dict[str, float]) -> int:
    """Print figure, floor and verdict; 1 if one sank."""
    sank = 0
    for name, floor in sorted(floors.items()):
        value = now.get(name, 0.0)
        bad = value < floor - SLACK
        sank += bad
        print(f"{name:34} {value:.4f}  floor {floor:.4f}  {'SANK' if bad else 'ok'}")
    return 1 if sank else 0


if __name__ == "__main__":
    sys.exit(main())

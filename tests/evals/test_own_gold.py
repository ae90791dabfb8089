"""The project's own gold set keeps its quality: a quick form of the gate that runs everywhere."""

from __future__ import annotations

import json
import sys
from pathlib import Path

EVALS = Path(__file__).parents[2] / "evals"
FLOORS = json.loads((EVALS / "gold" / "own" / "floors.json").read_text(encoding="utf-8"))


def test_no_figure_sinks_below_its_floor() -> None:
    sys.path.insert(0, str(EVALS))
    try:
        from score_own import score
    finally:
        sys.path.remove(str(EVALS))
    found = score()
    assert set(FLOORS) == set(found)
    assert not {name: (found[name], floor) for name, floor in FLOORS.items() if found[name] < floor - 0.005}

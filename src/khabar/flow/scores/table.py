"""The table of points and what rules share."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from khabar.languages.parts import read_toml
from khabar.models import Reason


@lru_cache(maxsize=4)
def points(score: str) -> dict[str, float]:
    """rule -> points for "soundness" or "importance"."""
    table = read_toml(Path(__file__).with_name("weights.toml"))
    return {str(k): float(v) for k, v in table[score].items()}


def reason(score: str, rule: str, says: str, evidence: str = "", times: float = 1.0) -> Reason:
    """A reason with the points of its rule, `times` over."""
    return Reason(rule=rule, points=round(points(score)[rule] * times, 1), says=says, evidence=evidence)


def bounded(total: float) -> int:
    """A sum of points as a score from 0 to 100."""
    return int(max(0, min(100, round(total))))

"""The topics keep their quality on the labelled items, those that nothing was tuned on included."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from khabar.config import Config
from khabar.flow.describe.encoders import statuses

EVALS = Path(__file__).parents[2] / "evals"
FLOORS = json.loads((EVALS / "gold" / "topics" / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("setting", sorted(FLOORS))
def test_macro_f1_stays_above_its_floor(setting: str) -> None:
    split, encoder = setting.split("/")
    if encoder != "none" and statuses(Config())[encoder]:
        pytest.skip(f"the encoder {encoder} does not work here")
    sys.path.insert(0, str(EVALS))
    try:
        from score_topics import score
    finally:
        sys.path.remove(str(EVALS))
    assert score(split, None if encoder == "none" else encoder)["macro_f1"] >= FLOORS[setting]

"""Every language's own examples of date expressions, and what must hold of every dates.toml found."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from khabar.languages import codes
from khabar.languages.catalogue import HOME
from khabar.languages.dates import find
from khabar.languages.dates.grammar import grammar
from khabar.languages.dates.resolve import ACTIONS

WITH_RULES = [*sorted(p.parent.name for p in HOME.glob("*/dates.toml")), "hi"]


def _examples() -> list[tuple[str, dict[str, object]]]:
    rows = []
    for code in codes():
        path: Path = HOME / code / "examples" / "dates.jsonl"
        rows += [(code, json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return rows


@pytest.mark.parametrize(("lang", "row"), _examples())
def test_example(lang: str, row: dict[str, str]) -> None:
    found = find(row["text"], lang, date.fromisoformat(row["anchor"]))
    assert [[f.surface, f.value] for f in found] == row["dates"]


@pytest.mark.parametrize("lang", codes())
def test_every_language_has_rules_and_five_examples(lang: str) -> None:
    assert lang in WITH_RULES
    assert sum(1 for code, _ in _examples() if code == lang) >= 5


@pytest.mark.parametrize("lang", WITH_RULES)
def test_every_pattern_has_an_action(lang: str) -> None:
    actions = {p.action for p in grammar(lang).patterns}
    assert actions <= {*ACTIONS, "not"}


NEEDED = {"season": {"season"}, "holiday": {"hol"}, "rel": {"rel"}, "ana": {"ana"}, "weekday": {"w", "W"}, "ago": {"u", "nd", "pair"}, "ahead": {"u", "nd", "pair"},
          "later": {"u", "nd", "pair"}, "per": {"per", "u"}, "range": {"d2", "dr", "dm2"}, "months": {"m2", "M2", "mn2", "sm2"}, "year": {"y", "yy", "n"}}  # fmt: skip


@pytest.mark.parametrize("lang", WITH_RULES)
def test_every_pattern_has_the_slots_that_its_action_reads(lang: str) -> None:
    for pattern in grammar(lang).patterns:
        if pattern.action in NEEDED:
            assert {e.slot for e in pattern.elements if not e.optional} & NEEDED[pattern.action], pattern


@pytest.mark.parametrize("lang", codes())
def test_weekdays_and_months_are_known(lang: str) -> None:
    kinds = {kind for meanings in grammar(lang).words.entries.values() for kind, _ in meanings}
    assert {"w", "rel", "per", "u"} <= kinds
    assert "m" in kinds or lang in ("ko", "vi", "zh")

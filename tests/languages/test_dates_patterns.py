"""Whatever a pattern of the data matches, its action can resolve or decline; it never fails."""

from __future__ import annotations

from datetime import date

import pytest

from khabar.languages.catalogue import HOME
from khabar.languages.dates import find
from khabar.languages.dates.context import Context
from khabar.languages.dates.grammar import grammar
from khabar.languages.dates.resolve import ACTIONS

WITH_RULES = [*sorted(p.parent.name for p in HOME.glob("*/dates.toml")), "hi"]
FIGURES = {"count": 3, "num": 3, "year": 2023, "years": 1990, "nf": 1.5, "date": (2023, 5, 4, "gregorian"), "dm": (4, 5), "dm?": (4, 5),
           "my": (5, 2023), "dr": ((4, 5), (7, 5), None), "void": None}  # fmt: skip


@pytest.mark.parametrize("lang", WITH_RULES)
@pytest.mark.parametrize("prefer", ["news", "future"])
def test_every_pattern_resolves_or_declines(lang: str, prefer: str) -> None:
    rules = grammar(lang)
    values: dict[str, set[object]] = {kind: {value} for kind, value in FIGURES.items()}
    for meanings in rules.words.entries.values():
        for kind, value in meanings:
            values.setdefault(kind, set()).add(value)
    context = Context(date(2024, 2, 29), prefer=prefer, lang=lang)
    for pattern in (p for p in rules.patterns if p.action != "not"):
        for full, which in ((False, 0), (True, 0), (False, -1), (True, -1)):
            chosen = {e.slot: sorted(e.kinds & values.keys()) for e in pattern.elements if e.slot and (full or not e.optional)}
            slots = {slot: sorted(values[kinds[which]], key=str)[which] for slot, kinds in chosen.items() if kinds}
            interval = ACTIONS[pattern.action](slots, context)
            assert interval is None or interval.start <= interval.end, (pattern, slots)


@pytest.mark.parametrize("text", ["On 12/31/9999 and the following month.", "On 12/31/9999, 999 years later."])
def test_days_beyond_the_calendar_have_no_value(text: str) -> None:
    assert all(f.start is None or f.start.year in (1, 9999) for f in find(text, "en", date(2024, 2, 29)))


def test_a_clock_time_without_a_unit_and_a_relative_clause() -> None:
    (found,) = find("La avioneta salió el martes hacia las 11 y llegó de noche.", "es", date(2023, 6, 15))
    assert found.surface == "el martes hacia las 11"
    (found,) = find("پلیس روز پنجشنبه مردی را که گمان می‌رود راننده بود، بازداشت کرد.", "fa", date(2023, 6, 16))
    assert found.value == "2023-06-15"

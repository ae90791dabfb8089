"""An entity by a part of its name in any script; timelines by such names."""

from __future__ import annotations

from pathlib import Path

import pytest

from khabar.engine import Engine
from khabar.engine.finding import find_entity
from khabar.errors import NotFound

PAGE = """{title}
Wednesday, March 6, 2024

{text}
"""
TOLD = [
    ("one.txt", "Lavrov meets Guterres in Geneva", "Russian Foreign Minister Sergey Lavrov met UN Secretary-General Antonio Guterres in Geneva on Tuesday. They spoke for an hour."),
    ("two.txt", "Moscow accuses Kyiv", "Russia accused Ukraine of a drone attack on Tuesday, and Moscow condemned Kyiv again on Wednesday. Sergey Lavrov spoke later."),
]


@pytest.fixture
def told(opened: object, tmp_path: Path) -> Engine:
    paths = []
    for name, title, text in TOLD:
        path = tmp_path / name
        path.write_text(PAGE.format(title=title, text=text), encoding="utf-8")
        paths.append(str(path))
    engine: Engine = opened("found")  # type: ignore[operator]
    engine.ingest(paths)
    return engine


@pytest.mark.parametrize("name", ["Lavrov", "لافروف", "لاوروف", "Лавров", "sergey-lavrov", "拉夫罗夫", "Lawrow"])
def test_a_part_of_a_name_in_any_script(told: Engine, name: str) -> None:
    assert find_entity(told, name) == "sergey-lavrov"


def test_nobody_is_found_who_is_not_there(told: Engine) -> None:
    assert find_entity(told, "Bolsonaro") is None
    with pytest.raises(NotFound):
        told.timeline(entity="Bolsonaro")


@pytest.mark.parametrize("pair", [("Lavrov", "Guterres"), ("لافروف", "غوتيريش")])
def test_timeline_of_a_pair_by_names_of_any_script(told: Engine, pair: tuple[str, str]) -> None:
    ((_, fact),) = told.timeline(between=pair)
    assert (fact.actor, fact.type, fact.target, fact.date) == ("sergey-lavrov", "CONSULT", "antonio-guterres", "2024-03-05")
    assert fact.precision == "day"


def test_a_capital_counts_in_the_timeline_of_its_country(told: Engine) -> None:
    assert {fact.type for _, fact in told.timeline(entity="Ukraine")} == {"ACCUSE"}

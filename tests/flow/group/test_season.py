"""Undated pages: days without a year speak for or against a story."""

import numpy as np
import pytest
from made import page

from khabar.flow.group.pairs import Window
from khabar.flow.group.season import named_days

LEADS = [
    ("en", "On 18 July the minister received a delegation of engineers."),
    ("fr", "Le 18 juillet, le ministre a reçu une délégation d'ingénieurs."),
    ("ar", "استقبل الوزير في 18 يوليو وفدا من المهندسين."),
    ("ru", "18 июля министр принял делегацию инженеров."),
    ("fa", "وزیر روز ۲۷ تیر با هیئتی از مهندسان دیدار کرد."),
]


@pytest.mark.parametrize(("lang", "text"), LEADS)
def test_a_day_without_a_year_is_a_day_of_the_year(lang: str, text: str) -> None:
    everywhere, lead = named_days("", text, lang)
    assert everywhere == lead
    assert [abs(day - 200) <= 1 for day in lead] == [True]


def test_a_day_with_its_year_binds_no_season() -> None:
    assert named_days("", "On 18 July 2021 the minister received a delegation.", "en") == (frozenset(), frozenset())


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "A ferry ran aground early on 18 July 2021, the harbour office said."),
    ("vi", "Chiếc phà mắc cạn rạng sáng 18/7/2021 ngoài cảng."),
    ("de", "Am Sonntag, dem 18. Juli 2021, lief eine Fähre auf Grund."),
])  # fmt: skip
def test_the_day_that_the_news_opens_with_binds_with_its_year_too(lang: str, text: str) -> None:
    assert named_days("", text, lang) == (frozenset({199}), frozenset({199}))


def test_pages_near_the_named_day_fit_and_others_are_astray() -> None:
    undated = page(0, 1, day=None)._replace(seasons=frozenset({200}), opens=frozenset({200}))
    behind = page(0, 2, day=None)._replace(seasons=frozenset({200}), opens=frozenset())
    window = Window([undated, behind, page(0, 3, day="2023-07-20"), page(0, 4, day="2023-10-20"), page(0, 5, day="2021-07-20")])
    rows = np.arange(5)
    found = window.features(rows, rows)
    assert found["fits"][0].tolist() == [0, 0, 1, 0, 1]
    assert found["astray"][0].tolist() == [0, 0, 0, 1, 0]
    assert found["astray"][1].tolist() == [0, 0, 0, 0, 0]
    assert np.array_equal(found["fits"], found["fits"].T)


def test_the_season_reaches_over_new_year() -> None:
    window = Window([page(0, 1, day=None)._replace(seasons=frozenset({364}), opens=frozenset({364})), page(0, 2, day="2024-01-03")])
    assert window.features(np.array([0]), np.array([1]))["fits"].item() == 1

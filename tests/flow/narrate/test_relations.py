"""Relations: the scale, who acts for a state and when, counts by direction and month."""

from __future__ import annotations

import pytest

from khabar.flow.describe.events.lexicon import TYPES
from khabar.flow.narrate.relations import between, partners, relation, tone_of
from khabar.flow.narrate.sides import acts_as, state_of
from khabar.models import Fact

number = iter(range(1000))


def fact(actor: str, kind: str, target: str | None, date: str | None) -> tuple[str, Fact]:
    return "s-1", Fact(id=str(next(number)), actor=actor, type=kind, target=target, date=date, evidence="", articles=("a",))


def test_every_type_has_a_tone_within_the_scale() -> None:
    assert all(-10 <= tone_of(kind) <= 10 for kind in TYPES)
    assert tone_of("ASSAULT") == -10 < tone_of("THREATEN") < tone_of("REQUEST") < tone_of("CONSULT") < tone_of("AID")


@pytest.mark.parametrize(
    ("actor", "day", "side", "acts"),
    [
        ("justin-trudeau", "2020-05-01", "canada", True),
        ("justin-trudeau", "2026-11-01", "canada", False),
        ("justin-trudeau", "2026-11-01", "justin-trudeau", True),
        ("sviatlana-tsikhanouskaya", "2023-01-01", "belarus", False),
        ("ottawa", None, "canada", True),
        ("gazprom", None, "russia", False),
        (None, None, "canada", False),
    ],
)
def test_a_state_acts_through_its_officials_while_in_office(actor: str | None, day: str | None, side: str, acts: bool) -> None:
    assert acts_as(actor, side, day) is acts


def test_counts_tone_and_months_of_a_pair() -> None:
    told = [
        fact("canada", "CONSULT", "poland", "2024-05-02"),
        fact("donald-tusk", "AID", "canada", "2024-05-30"),
        fact("canada", "ACCUSE", "poland", "2024-07"),
        fact("poland", "ACCUSE", "canada", "2023"),
        fact("poland", "ASSAULT", "norway", "2024-05-02"),
        fact("canada", "RETREAT", None, "2024-05-02"),
    ]
    found = relation(told, "canada", "poland")
    assert (found.events, found.cooperation, found.conflict, found.undated) == (4, 2, 2, 1)
    assert found.by_type == {"ACCUSE": {"a>b": 1, "b>a": 1}, "AID": {"b>a": 1}, "CONSULT": {"a=b": 1}}
    assert [(m.month, m.cooperation, m.conflict) for m in found.months] == [("2024-05", 2, 0), ("2024-07", 0, 1)]
    assert found.tone == pytest.approx(0.88, abs=0.01)
    assert (found.first, found.last, found.articles, found.stories) == ("2023", "2024-07", ("a",), ("s-1",))
    assert len(between(told, "poland", "canada")) == 4


def test_nothing_told_is_no_relation() -> None:
    found = relation([], "canada", "poland")
    assert (found.events, found.tone, found.months) == (0, None, ())


def test_the_partners_of_a_state_are_states() -> None:
    told = [fact("canada", "CONSULT", "donald-tusk", "2024-05-02"), fact("canada", "AID", "poland", "2024-05-03"), fact("norway", "AID", "canada", "2024-05-03")]
    assert [(r.b, r.events) for r in partners(told, "canada")] == [("poland", 2), ("norway", 1)]
    assert state_of("donald-tusk", 2024) == "poland"


def test_a_group_of_state_without_a_name_acts_for_its_country() -> None:
    assert state_of("sudan-army") == "sudan"
    assert state_of("sudan-protesters") == "sudan-protesters"

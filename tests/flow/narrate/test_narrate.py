"""Facts merged over pages; disagreements by origin; rising tolls."""

from __future__ import annotations

import msgspec

from khabar.flow.narrate import narrate
from khabar.models import Article, Described, Event, Lineage, Notes, Number, Origins, Published


def page(name: str, day: str, killed: float, event_day: str = "2024-03-05", mode: str = "") -> Described:
    article = Article(
        id=name,
        content_id=name,
        file=None,
        url=None,
        outlet=None,
        lang="en",
        title="",
        text="",
        published=Published(value=day),
    )
    event = Event(actor="a", type="CONSULT", target="b", date=event_day, evidence="A met B.", mode=mode)  # type: ignore[arg-type]
    number = Number(what="killed", value=killed, surface=str(killed))
    return Described(article=article, notes=Notes(article=name, events=(event,), numbers=(number,)))


def lineage(**origins: str) -> Lineage:
    return Lineage(page_origins={name: Origins(min=1, max=1, ids=(origin,)) for name, origin in origins.items()})


def test_the_same_event_of_two_pages_is_one_fact_with_both_origins() -> None:
    told = narrate([page("p", "2024-03-05", 3), page("q", "2024-03-06", 3, "2024-03-06")], lineage(p="x", q="y"))
    (fact,) = told.facts
    assert fact.articles == ("p", "q")
    assert fact.origins == ("x", "y")
    assert not fact.background
    assert told.disagreements == ()


def test_an_event_long_before_the_story_is_background() -> None:
    (fact,) = narrate([page("p", "2024-03-05", 3, "2023-09")], lineage(p="x")).facts
    assert fact.background
    assert fact.precision == "month"


def test_what_did_not_happen_is_no_fact() -> None:
    assert narrate([page("p", "2024-03-05", 3, mode="negated")], lineage(p="x")).facts == ()


def test_values_that_differ_on_one_day_are_a_disagreement_by_origin() -> None:
    (table,) = narrate(
        [page("p", "2024-03-05", 3), page("q", "2024-03-05", 3), page("r", "2024-03-05", 5)],
        lineage(p="x", q="x", r="y"),
    ).disagreements
    assert not table.series
    assert [(v.value, v.origin, v.articles) for v in table.values] == [("3", "x", ("p", "q")), ("5", "y", ("r",))]


def test_a_rising_toll_is_a_series() -> None:
    (table,) = narrate([page("q", "2024-03-06", 5), page("p", "2024-03-05", 3)], lineage(p="x", q="y")).disagreements
    assert table.series
    assert [v.latest for v in table.values] == [False, True]


def test_a_capital_and_its_country_are_one_actor_of_one_fact() -> None:
    pages = [page("p", "2024-03-05", 3), page("q", "2024-03-05", 3)]
    told = [
        msgspec.structs.replace(
            p, notes=msgspec.structs.replace(p.notes, events=(msgspec.structs.replace(p.notes.events[0], actor=actor),))
        )
        for p, actor in zip(pages, ("moscow", "russia"), strict=True)
    ]
    (fact,) = narrate(told, lineage(p="x", q="y")).facts
    assert fact.articles == ("p", "q")


def test_a_hedge_alone_is_no_disagreement() -> None:
    plain, hedged = page("p", "2024-03-05", 94), page("q", "2024-03-05", 94)
    number = msgspec.structs.replace(hedged.notes.numbers[0], bound="at-least")
    hedged = msgspec.structs.replace(hedged, notes=msgspec.structs.replace(hedged.notes, numbers=(number,)))
    assert narrate([plain, hedged], lineage(p="x", q="y")).disagreements == ()

"""Disagreements: rising tolls in order of their moments, countries apart, the origin that a value rests on, roundings."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.flow.narrate import narrate
from khabar.models import (
    Article,
    Credit,
    DateMention,
    Described,
    Disagreement,
    Entity,
    Lineage,
    Notes,
    Number,
    Origins,
    Published,
)


def number(text: str, written: str, what: str = "killed", bound: str = "exact") -> Number:
    start = text.index(written)
    return Number(what=what, value=float(written), surface=written, span=(start, start + len(written)), bound=bound)  # type: ignore[arg-type]


def place(text: str, name: str, country: str) -> Entity:
    start = text.index(name)
    return Entity(id=country, type="LOC", name=name, surface=name, spans=((start, start + len(name)),))


def page(
    name: str,
    day: str,
    text: str,
    numbers: Sequence[Number],
    entities: Sequence[Entity] = (),
    credits: Sequence[Credit] = (),
    dates: Sequence[DateMention] = (),
) -> Described:
    article = Article(
        id=name,
        content_id=name,
        file=None,
        url=None,
        outlet=None,
        lang="en",
        title="",
        text=text,
        published=Published(value=day),
    )
    notes = Notes(
        article=name, numbers=tuple(numbers), entities=tuple(entities), credits=tuple(credits), dates=tuple(dates)
    )
    return Described(article=article, notes=notes)


def toll(name: str, day: str, value: int, bound: str = "exact", what: str = "killed") -> Described:
    text = f"The toll is {value}."
    return page(name, day, text, [number(text, str(value), what, bound)])


def tables(pages: Sequence[Described], **origins: Sequence[str]) -> tuple[Disagreement, ...]:
    lineage = Lineage(page_origins={name: Origins(min=1, max=1, ids=tuple(ids)) for name, ids in origins.items()})
    return narrate(pages, lineage).disagreements


def test_a_toll_that_rises_within_a_day_is_a_series_whatever_the_zones() -> None:
    """14:00 in Tehran is before 11:30 in London."""
    early, late = toll("p", "2024-03-05T14:00+03:30", 3), toll("q", "2024-03-05T11:30+00:00", 9)
    (table,) = tables([late, early], p="x", q="y")
    assert table.series
    assert [(v.value, v.latest) for v in table.values] == [("3", False), ("9", True)]


def test_a_toll_that_falls_within_a_day_is_a_disagreement() -> None:
    (table,) = tables([toll("p", "2024-03-05T09:00", 9), toll("q", "2024-03-05T15:00", 3)], p=["x"], q=["y"])
    assert not table.series


def test_two_bodies_that_differ_on_a_day_without_times_disagree_but_one_body_brings_its_count_up_to_date() -> None:
    pages = [toll("p", "2024-03-05", 461), toll("q", "2024-03-05", 537), toll("r", "2024-03-06", 573)]
    assert not tables(pages, p=["x"], q=["y"], r=["y"])[0].series
    assert tables(pages, p=["y"], q=["y"], r=["y"])[0].series


def test_a_lower_bound_is_not_contradicted_by_more() -> None:
    pages = [toll("p", "2024-03-05", 30, "at-least"), toll("q", "2024-03-05", 35), toll("r", "2024-03-07", 40)]
    assert tables(pages, p=["x"], q=["y"], r=["z"])[0].series


def test_the_dead_of_one_country_do_not_contradict_those_of_another() -> None:
    both = "In Chile 40 people died. In Peru 12 people died."
    chile, peru = place(both, "Chile", "chile"), place(both, "Peru", "peru")
    one = page("p", "2024-03-05", both, [number(both, "40"), number(both, "12")], [chile, peru])
    only = "In Peru 15 people died."
    two = page("q", "2024-03-05", only, [number(only, "15")], [place(only, "Peru", "peru")])
    (table,) = tables([one, two], p=["x"], q=["y"])
    assert (table.what, table.scope) == ("killed", "peru")
    assert [v.value for v in table.values] == ["12", "15"]


def test_the_toll_of_an_earlier_event_is_none_of_the_news() -> None:
    text = "A flood killed 300 people in 2010."
    year = DateMention(surface="2010", value="2010", span=(text.index("2010"), text.index("2010") + 4))
    old = page("q", "2024-03-05", text, [number(text, "300")], dates=[year])
    assert tables([toll("p", "2024-03-05", 9), old], p=["x"], q=["y"]) == ()


def test_a_value_rests_on_the_origin_that_its_sentence_names() -> None:
    text = "The ministry spoke. The Red Cross counted 12 dead."
    credit = Credit(source="red-cross", kind="cited", surface="Red Cross", span=(text.index("Red"), text.index("Red") + 9))
    one = page("p", "2024-03-05", text, [number(text, "12")], credits=[credit])
    (table,) = tables([one, toll("q", "2024-03-05", 9)], p=["ministry", "red-cross"], q=["ministry"])
    assert {(v.value, v.origin) for v in table.values} == {("12", "red-cross"), ("9", "ministry")}


def test_a_rounded_share_is_no_other_value() -> None:
    pages = [toll("p", "2024-03-05", 56, "about", "votes"), toll("q", "2024-03-05", 56, "exact", "votes")]
    assert tables(pages, p=["x"], q=["y"]) == ()
    text = "She won 55.8 percent."
    pages[1] = page("q", "2024-03-05", text, [number(text, "55.8", "votes")])
    assert tables(pages, p=["x"], q=["y"]) == ()
    text = "She won 51.2 percent."
    pages[1] = page("q", "2024-03-05", text, [number(text, "51.2", "votes")])
    assert len(tables(pages, p=["x"], q=["y"])) == 1

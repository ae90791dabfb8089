"""Streaming: the same stories whatever the order, late pages that merge and split, roundups that do not glue."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from made import page, stories_of

from khabar.flow.group import Grouper
from khabar.flow.group.pairs import VETO_DAYS

LANGS = ("en", "fr", "ar", "zh")
PAGES = [page(story, n, LANGS[n % 4], f"2024-03-{1 + story + n % 3:02}") for story in range(8) for n in range(1 + story % 5)]
TRUE = stories_of([[p.article for p in PAGES if p.article[:3] == f"a{s:02}"] for s in range(8)])


def grouped(pages: list, step: int, whole: int = 1500) -> Grouper:
    grouper = Grouper(whole=whole)
    for start in range(0, len(pages), step):
        grouper.add(pages[start : start + step])
        grouper.repair()
    return grouper


def test_pages_of_an_event_are_one_story_in_any_language() -> None:
    assert stories_of(grouped(PAGES, 100).clusters()) == TRUE


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(PAGES), step=st.integers(1, 9))
def test_the_order_of_arrival_does_not_matter(order: list, step: int) -> None:
    assert stories_of(grouped(order, step).clusters()) == TRUE


@settings(max_examples=10, deadline=None)
@given(order=st.permutations(PAGES))
def test_nor_does_it_where_only_touched_stories_are_made_anew(order: list) -> None:
    assert stories_of(grouped(order, 6, whole=0).clusters()) == TRUE


def test_only_what_a_new_page_touches_is_in_play() -> None:
    grouper = grouped(PAGES, 100, whole=0)
    grouper.add([page(4, 50, day="2024-03-05")])
    (cluster,) = grouper.repair()
    assert {a[:3] for a in cluster} == {"a04"}


def test_weeks_apart_is_another_event() -> None:
    last = page(9, 1, day="2024-03-01")
    far, near = (page(9, 2, day=str(date(2024, 3, 1) + timedelta(days))) for days in (VETO_DAYS + 1, 2))
    assert frozenset({last.article, far.article}) not in stories_of(grouped([*PAGES, last, far], 100).clusters())
    assert frozenset({last.article, near.article}) in stories_of(grouped([*PAGES, last, near], 100).clusters())


def test_a_day_known_later_takes_a_page_out_of_its_story() -> None:
    pages = [page(9, n) for n in range(4)]
    grouper = grouped([*PAGES, *pages], 100)
    assert stories_of(grouper.clusters()) == TRUE | stories_of([[p.article for p in pages]])
    grouper.redate({pages[0].article: "2023-01-01"})
    grouper.renew([pages[0].article])
    grouper.repair()
    assert stories_of(grouper.clusters()) == TRUE | stories_of([[pages[0].article], [p.article for p in pages[1:]]])


def test_a_roundup_does_not_glue_the_stories_that_it_tells() -> None:
    pages = [page(s, n) for s in range(3) for n in range(5)]
    rounds = [page(0, 90 + n, also=(1, 2)) for n in range(2)]
    clusters = grouped([*pages, *rounds], 4).clusters()
    for story in range(3):
        own = {p.article for p in pages if p.article.startswith(f"a{story:02}")}
        assert sum(bool(own & set(c)) for c in clusters) == 1
    assert max(map(len, clusters)) <= 7


def test_dropped_pages_are_forgotten_and_the_rest_stays() -> None:
    grouper = grouped(PAGES, 7)
    gone = [p.article for p in PAGES if p.article.startswith(("a03", "a04"))]
    grouper.drop(gone)
    assert not set(gone) & grouper.articles()
    left = {c for c in TRUE if not c & set(gone)}
    assert stories_of(grouper.clusters()) == left
    grouper.add([p for p in PAGES if p.article in gone])
    grouper.repair()
    assert stories_of(grouper.clusters()) == TRUE


def test_a_restored_story_keeps_its_id() -> None:
    own = [p for p in PAGES if p.article.startswith("a04")]
    grouper = Grouper(whole=0)
    grouper.restore(own[:-1], dict.fromkeys((p.article for p in own[:-1]), "s-kept"))
    grouper.add([p for p in PAGES if p not in own[:-1]])
    grouper.repair()
    assert {grouper.stories[p.article] for p in own} == {"s-kept"}


def test_the_earlier_pages_of_a_very_large_story_stay_with_it() -> None:
    pages = [page(9, n, LANGS[n % 4], near=0.9) for n in range(320)]
    grouper = grouped(PAGES, 100, whole=0)
    grouper.restore(pages, dict.fromkeys((p.article for p in pages), "s-large"))
    grouper.add([page(9, 999, near=0.9)])
    assert len(max(grouper.repair(), key=len)) == 321

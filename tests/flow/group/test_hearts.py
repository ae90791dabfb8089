"""What is at the heart of a story: whom and where it is about, not who tells or measures it; and that near days speak for one saga."""

from __future__ import annotations

from made import direction, page

from khabar.flow.group.centre import Means
from khabar.flow.group.hearts import FADES, NEAR, heart, links, rarity
from khabar.models import Heart, Story

TELLERS = ("reuters", "al-jazeera", "usgs", "japan-meteorological-agency")


def test_media_and_measuring_bodies_are_not_at_the_heart() -> None:
    pages = [page(1, n)._replace(names=frozenset({"harbour-of-ostrava", "white-house", *TELLERS})) for n in range(3)]
    told = Story(id="s-1", title="A story", articles=tuple(p.article for p in pages), first="2024-03-01", last="2024-03-01")
    assert set(heart(told, pages, Means()).names) == {"harbour-of-ostrava", "white-house"}


def test_days_apart_speak_less_and_less_for_a_saga() -> None:
    days = ("2024-03-01", "2024-03-05", "2024-03-31", "2025-03-01")
    hearts = [Heart(story=f"s-{n}", title="", day=d, names={"dockers": 1.0, f"own-{n}": 1.0}, vector=direction(1).astype("<f2").tobytes()) for n, d in enumerate(days)]
    weight = rarity({n: sum(n in h.names for h in hearts) for h in hearts for n in h.names}, 200)
    to_first = [float(s) for s in links(hearts, weight)[0, 1:]]
    assert to_first == sorted(to_first, reverse=True)
    assert abs((to_first[0] - to_first[2]) - NEAR * 2 ** (-4 / FADES)) < 0.01


def test_stories_without_a_day_are_not_held_to_be_near() -> None:
    hearts = [Heart(story=f"s-{n}", title="", day=d, names={"dockers": 1.0}, vector=direction(1).astype("<f2").tobytes()) for n, d in enumerate(("2024-03-01", "2024-03-01", None))]
    scores = links(hearts, {"dockers": 4.0})
    assert abs(float(scores[0, 1] - scores[0, 2]) - NEAR) < 0.01

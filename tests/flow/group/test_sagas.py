"""Sagas: linked by the names and the subject at the heart of stories, explained, split when they drift."""

from __future__ import annotations

import numpy as np
from made import direction

from khabar.flow.group.hearts import MAX_DAYS, links, rarity
from khabar.flow.group.sagas import find_sagas
from khabar.models import Heart


def heart(story: str, names: tuple[str, ...], subject: int, day: str | None = "2024-01-01") -> Heart:
    return Heart(story=story, title=f"Title of {story}", day=day, names=dict.fromkeys(names, 1.0), vector=direction(subject).astype("<f2").tobytes())


def weight(hearts: list[Heart], stories: int = 200) -> dict[str, float]:
    return rarity({n: sum(n in h.names for h in hearts) for h in hearts for n in h.names}, stories)


MATTER = ("union-of-dockers", "rotterdam", "minister-of-ports", "its-leader")
STRIKE = [heart(f"s-{n}", MATTER, 1, f"2024-0{n}-01") for n in (1, 2, 3)]
OTHER = [heart("s-8", ("mayor-of-lima",), 2), heart("s-9", ("rotterdam", "orchestra", "its-conductor", "concert-hall"), 3)]


def test_stories_of_one_matter_are_a_saga_and_others_are_not() -> None:
    (saga,) = find_sagas([*STRIKE, *OTHER], weight([*STRIKE, *OTHER]), {})
    assert saga.stories == ("s-1", "s-2", "s-3")
    assert saga.id.startswith("g-")


def test_each_link_is_explained() -> None:
    (saga,) = find_sagas([*STRIKE, *OTHER], weight([*STRIKE, *OTHER]), {})
    assert "union-of-dockers" in saga.why[0]
    assert saga.why[1].startswith("Title of s-1 (2024-01-01): ")
    assert len(saga.why) == 4


def test_a_saga_keeps_its_id_as_it_grows() -> None:
    before = find_sagas(STRIKE, weight(STRIKE), {})[0].id
    grown = [*STRIKE, heart("s-0", MATTER, 1, "2024-04-01")]
    assert find_sagas(grown, weight(grown), dict.fromkeys(("s-1", "s-2", "s-3"), before))[0].id == before


def test_years_apart_is_no_saga() -> None:
    far = heart("s-5", MATTER, 1, "2019-01-01")
    assert MAX_DAYS < 5 * 365
    scores = links([STRIKE[0], far], weight([*STRIKE, far]))
    assert scores[0, 1] < 0
    assert np.allclose(scores, scores.T)


def test_a_chain_that_drifts_falls_apart() -> None:
    chain = [heart(f"s-{n}", (f"name-{n}", f"name-{n + 1}"), n) for n in range(10, 18)]
    assert all(len(g.stories) < 4 for g in find_sagas(chain, weight(chain), {}))


def test_a_name_at_the_heart_of_many_stories_links_little() -> None:
    common = [heart(f"s-{n}", ("united-states", f"own-{n}"), n) for n in range(20, 40)]
    assert find_sagas(common, weight(common, stories=40), {}) == []

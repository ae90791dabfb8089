"""The parts of grouping: bags of terms, means, linkage, components, stragglers, ids, bytes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import page

from khabar.flow.group.bags import Bags
from khabar.flow.group.centre import Means, centred
from khabar.flow.group.components import components
from khabar.flow.group.grown import Grown
from khabar.flow.group.kept import from_bytes, to_bytes
from khabar.flow.group.linkage import average_linkage
from khabar.flow.group.pairs import VETO, Window
from khabar.flow.group.stable_ids import stable_ids
from khabar.flow.group.stragglers import join_stragglers

BAG = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 5), max_size=6)


@settings(max_examples=60, deadline=None)
@given(before=st.lists(BAG, max_size=5), after=st.lists(BAG, min_size=1, max_size=5))
def test_bags_grow_and_shrink_like_bags_made_at_once(before: list, after: list) -> None:
    grown, once = Bags(2.0), Bags(2.0)
    grown.extend(before)
    grown.extend(after)
    grown.keep(np.arange(len(before), len(before) + len(after)))
    once.extend(after)
    once.refresh()
    rows = np.arange(len(after))
    assert np.allclose(grown.cosines(rows, rows).toarray(), once.cosines(rows, rows).toarray(), atol=1e-5)
    assert np.allclose(grown.paired(rows, rows[::-1].copy()), np.diag(grown.cosines(rows, rows[::-1].copy()).toarray()), atol=1e-5)


def test_rare_terms_weigh_more() -> None:
    bags = Bags(1.0)
    bags.extend([{"common": 1, "rare": 1}, {"common": 1, "other": 1}, {"rare": 1, "third": 1}, {"common": 1}, {"common": 1, "fourth": 1}])
    bags.refresh()
    likeness = bags.cosines(np.array([0]), np.array([1, 2])).toarray()[0]
    assert likeness[1] > likeness[0]


def test_a_figure_that_many_rows_hold_says_little() -> None:
    bags = Bags(0.0)
    bags.extend([{"100": 1, "1327": 1}] * 3 + [{"100": 1}] * 40 + [{"other": 1}] * 3000)
    shared = bags.cosines(np.array([0]), np.array([1, 10, 50])).toarray()[0]
    assert 1 < shared[0] < 2
    assert 0 < shared[1] < 0.6
    assert shared[2] == 0
    bags.extend([{"100": 1}] * 400)
    bags.refresh()
    assert bags.cosines(np.array([0]), np.array([1])).toarray().item() == pytest.approx(1)


def test_an_array_grows_and_is_replaced() -> None:
    grown = Grown(np.float32, 2)
    for n in range(1000):
        grown.extend([[n, n]])
    assert grown.now.shape == (1000, 2)
    assert grown.now[999, 0] == 999
    grown.put(grown.now[:3])
    assert grown.now.tolist() == [[0, 0], [1, 1], [2, 2]]


def test_means_forget_what_is_taken_away() -> None:
    rng = np.random.default_rng(0)
    matrix = rng.normal(size=(20, 8)).astype(np.float32)
    langs = ["en", "fr"] * 10
    means = Means()
    means.add(matrix, langs)
    means.add(matrix[10:], langs[10:], sign=-1)
    assert np.allclose(means.centred(matrix, langs)[:10], centred(matrix[:10], langs[:10]), atol=1e-5)


def test_average_linkage_does_not_chain() -> None:
    scores = np.full((5, 5), -4.0, np.float32)
    for one, other in ((0, 1), (1, 2), (2, 3), (3, 4)):
        scores[one, other] = scores[other, one] = 3.0
    assert max(map(len, average_linkage(scores))) == 2
    assert average_linkage(np.zeros((1, 1), np.float32)) == [[0]]


def test_components_follow_strong_edges_and_ties() -> None:
    edges = (np.array([0, 2]), np.array([1, 3]), np.array([2.0, 0.1], np.float32))
    found = components(np.arange(6), edges, [[4, 5]], threshold=1.0)
    assert sorted(found) == [[0, 1], [2], [3], [4, 5]]


def test_a_component_too_large_is_cut_at_its_weakest_edges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khabar.flow.group.components.LARGEST", 3)
    edges = (np.array([0, 1, 2, 3, 4]), np.array([1, 2, 3, 4, 5]), np.array([5, 5, 1.2, 5, 5], np.float32))
    assert sorted(components(np.arange(6), edges, [], threshold=1.0)) == [[0, 1, 2], [3, 4, 5]]


def test_a_straggler_needs_a_quorum() -> None:
    scores = np.full((7, 7), -3.0, np.float32)
    scores[:5, :5] = 5.0
    scores[5, :4] = scores[:4, 5] = 3.0
    scores[6, :2] = scores[:2, 6] = 6.0
    assert join_stragglers([[0, 1, 2, 3, 4], [5], [6]], scores) == [[0, 1, 2, 3, 4, 5], [6]]


def test_a_few_likenesses_hold_no_straggler_in_a_large_story() -> None:
    scores = np.full((41, 41), 3.0, np.float32)
    scores[40, 4:40] = scores[4:40, 40] = -3.0
    story = list(range(40))
    assert join_stragglers([story, [40]], scores) == [story, [40]]
    scores[40, :10] = scores[:10, 40] = 3.0
    assert join_stragglers([story, [40]], scores) == [[*story, 40]]


def test_days_forbid_and_likeness_is_symmetric() -> None:
    pages = [page(1, 1), page(1, 2, "fr"), page(1, 3, day="2024-06-01"), page(2, 1)]
    window, rows = Window(pages), np.arange(4)
    scores = window.scores(rows, rows)
    assert scores[0, 2] == VETO
    assert scores[0, 1] > 0 > scores[0, 3]
    assert np.allclose(scores, scores.T, atol=1e-4)
    for above in (-4.0, 0.0, 3.0):
        i, j, likely = window.likely(rows, rows, above)
        assert {*zip(i.tolist(), j.tolist(), strict=True)} == {*zip(*(x.tolist() for x in np.nonzero(scores > above)), strict=True)}
        assert np.allclose(likely, scores[i, j], atol=1e-4)


def test_a_signature_survives_being_kept() -> None:
    known = page(3, 4)
    assert from_bytes(to_bytes(known), known.vector) == known


def test_the_larger_part_keeps_the_id_and_the_smaller_gets_a_new_one() -> None:
    before = dict.fromkeys("abcd", "s-1") | {"e": "s-2"}
    ids, redirects = stable_ids([["a", "b", "c"], ["d", "e"]], before)
    assert ids["a"] == "s-1"
    assert ids["d"] == ids["e"] == "s-2"
    assert redirects == {}
    merged, redirects = stable_ids([["a", "b", "c", "d", "e"]], before)
    assert set(merged.values()) == {"s-1"}
    assert redirects == {"s-2": "s-1"}


def test_a_new_id_is_one_that_is_free() -> None:
    ids, _ = stable_ids([["a"]], {})
    other, _ = stable_ids([["a"]], {}, free=lambda s: s != ids["a"])
    assert other["a"] != ids["a"]

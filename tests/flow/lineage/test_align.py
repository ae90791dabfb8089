"""Sentences that the monotone path leaves out."""

from __future__ import annotations

import numpy as np

from khabar.flow.lineage.align import align
from khabar.flow.lineage.page import PageView
from khabar.models import Article, Described, Notes


def view(count: int) -> PageView:
    text = " ".join(f"Sentence number {n} stands here." for n in range(count))
    article = Article(id=f"a{count}", content_id="c", file=None, url=None, outlet=None, lang="en", title="", text=text)
    return PageView(Described(article=article, notes=Notes(article=article.id)))


def found(rows: list[list[float]]) -> set[tuple[int, int]]:
    matrix = np.asarray(rows, dtype=np.float32)
    aligned = align(view(len(rows)), view(len(rows[0])), matrix)
    turned = aligned.turned().turned()
    assert turned == aligned
    return {(m.first, m.second) for m in (*aligned.pairs, *aligned.moved)}


def test_a_weak_match_between_two_sure_ones_is_kept() -> None:
    assert (1, 1) in found([[0.7, 0.0, 0.0], [0.0, 0.15, -0.1], [0.0, 0.0, 0.7]])


def test_a_weak_match_out_of_order_is_not() -> None:
    assert (1, 3) not in found([[0.7, 0.0, 0.0, 0.0], [0.0, -0.1, -0.1, 0.15], [0.0, 0.0, 0.7, 0.0]])


def test_a_sentence_that_changed_place_is_found() -> None:
    assert (0, 2) in found([[0.0, 0.0, 0.6], [0.7, 0.0, 0.0], [0.0, 0.7, 0.0]])


def test_nothing_stands_for_unlike_pages() -> None:
    assert found([[0.05, 0.15], [0.15, 0.02]]) == set()


def test_two_sentences_without_a_match_are_held_to_be_each_others() -> None:
    # The last of either page is more like one that is taken.
    rows = [[0.7, 0.0, 0.0], [0.0, 0.7, 0.0], [0.0, 0.3, 0.25]]
    assert (2, 2) in found(rows)
    rows[2][2] = -0.05
    assert (2, 2) not in found(rows)

"""Decisions by hand: they apply, are listed, survive a regrouping, and can be undone."""

from __future__ import annotations

from stores import exported, partition

from khabar.engine import Engine
from khabar.models import Correction


def largest(engine: Engine) -> tuple[str, str]:
    """The ids of the two largest stories."""
    first, second, *_ = sorted(engine.stories(), key=lambda s: (-len(s.story.articles), s.story.id))
    return first.story.id, second.story.id


def test_merge_and_undo(loaded: Engine) -> None:
    before = partition(loaded)
    one, two = largest(loaded)
    both = {*loaded.story(one).story.articles, *loaded.story(two).story.articles}
    made = loaded.correct(Correction(kind="merge", target=one, value=two))
    assert any(both <= group for group in partition(loaded))
    assert loaded.story(one).story.id == loaded.story(two).story.id, "the id that went must redirect"
    assert [c.id for c in loaded.corrections()] == [made.id]
    loaded.undo(made.id)
    assert partition(loaded) == before
    assert loaded.corrections() == []
    assert len(loaded.corrections(undone=True)) == 1


def test_split_and_undo(loaded: Engine) -> None:
    before = partition(loaded)
    article = loaded.story(largest(loaded)[0]).story.articles[0]
    made = loaded.correct(Correction(kind="split", target=article))
    assert frozenset({article}) in partition(loaded)
    loaded.undo(made.id)
    assert partition(loaded) == before


def test_split_holds_when_pages_arrive(loaded: Engine, pages: list[str]) -> None:
    article = loaded.story(largest(loaded)[0]).story.articles[0]
    loaded.correct(Correction(kind="split", target=article))
    other = next(v for v in loaded.articles() if v.article.id != article)
    loaded.forget(article=other.article.id)
    loaded.ingest(pages)
    assert frozenset({article}) in partition(loaded)


def test_redate_is_seen_and_undone(loaded: Engine) -> None:
    view = next(loaded.articles())
    made = loaded.correct(Correction(kind="redate", target=view.article.id, value="2021-02-03", why="The print edition says so."))
    changed = loaded.article(view.article.id)
    assert changed.article.published.value == "2021-02-03"
    assert "by hand" in changed.article.published.why
    loaded.undo(made.id)
    assert loaded.article(view.article.id).article.published == view.article.published


def test_recredit_is_seen_and_undone(loaded: Engine) -> None:
    view = next(loaded.articles())
    made = loaded.correct(Correction(kind="recredit", target=view.article.id, value="dpa"))
    assert "dpa" in {c.source for c in loaded.article(view.article.id).notes.credits}
    loaded.undo(made.id)
    assert loaded.article(view.article.id).notes.credits == view.notes.credits


def test_undo_leaves_the_store_as_it_was(loaded: Engine) -> None:
    before = exported(loaded)
    article = loaded.story(largest(loaded)[0]).story.articles[-1]
    loaded.undo(loaded.correct(Correction(kind="recredit", target=article, value="-reuters")).id)
    assert exported(loaded) == before

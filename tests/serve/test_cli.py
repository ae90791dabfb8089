"""The commands as a script sees them: JSON alone on stdout, the promised exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from khabar.engine import Engine
from khabar.errors import UsageError
from khabar.serve.cli.main import app

run = CliRunner()
PAGE = "Kai News\nPort of Kai reopens after storm\n4 May 2024\n\nThe port of Kai reopened on Saturday after a storm, its director said. Ferries will run again from Monday morning.\n\nSeven boats were damaged, according to the harbour office. Nobody was hurt.\n"


def answer(*arguments: str) -> object:
    done = run.invoke(app, list(arguments), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_ingest_reports_what_it_did_and_goes_on_after_a_failure(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    done = run.invoke(app, ["ingest", str(tmp_path), "--db", str(tmp_path / "n.db"), "--encoder", "hashed", "--json"])
    assert done.exit_code == 1
    report = json.loads(done.stdout)
    assert {"read", "new", "versions", "duplicates", "failed", "stories", "seconds"} <= set(report)
    assert (report["read"], report["new"], report["stories"]) == (2, 1, 1)
    assert report["failed"][0]["path"].endswith("empty.txt")
    assert report["failed"][0]["error"] == "empty"


@pytest.mark.parametrize("command", [["stories"], ["saga"], ["keyphrases"], ["sources"], ["search", "floods"], ["who", "spain"], ["relations", "finland"], ["relations", "finland", "nato"], ["corrections"], ["doctor"]])
def test_every_table_has_json(demo_db: str, command: list[str]) -> None:
    assert answer(*command, "--db", demo_db, "--json") is not None


def test_story_article_and_trace_by_the_beginning_of_an_id(demo_db: str, engine: Engine) -> None:
    stored = max(engine.stories(), key=lambda s: len(s.story.articles))
    assert answer("story", stored.story.id[:8], "--db", demo_db, "--json")["id"] == stored.story.id  # type: ignore[index]
    links = answer("trace", stored.story.id, "--db", demo_db, "--json")["links"]  # type: ignore[index]
    assert links
    assert all(link["evidence"] for link in links)
    key = stored.story.articles[0]
    assert answer("article", key[:10], "--db", demo_db, "--json")["id"] == key  # type: ignore[index]


def test_tables_are_drawn_for_people(demo_db: str) -> None:
    done = run.invoke(app, ["stories", "--db", demo_db], env={"COLUMNS": "160"})
    assert done.exit_code == 0
    assert "origins" in done.stdout
    assert "Finland" in done.stdout


def test_an_unknown_id_fails_with_what_to_do(demo_db: str) -> None:
    done = run.invoke(app, ["story", "nonesuch", "--db", demo_db])
    assert done.exit_code == 1
    assert "khabar stories" in str(done.exception)


def test_wrong_usage_is_told_apart(demo_db: str) -> None:
    with pytest.raises(UsageError, match="latest, importance"):
        run.invoke(app, ["stories", "--by", "nonesuch", "--db", demo_db], catch_exceptions=False)
    assert run.invoke(app, ["timeline", "--nonesuch"]).exit_code == 2


def test_export_holds_every_promised_key(demo_db: str) -> None:
    done = run.invoke(app, ["export", "--db", demo_db], catch_exceptions=False)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    kinds = {row["kind"] for row in rows}
    assert {"article", "link", "story", "entity", "source"} <= kinds
    article = next(row for row in rows if row["kind"] == "article")
    promised = "id file files url outlet lang title text published published_from published_why first_seen authors section upstream dropped story saga soundness credits quotes entities dates numbers events"
    assert set(promised.split()) <= set(article)
    for item in (*article["credits"], *article["quotes"], *article["dates"]):
        assert item["span"] is None or article["text"][item["span"][0] : item["span"][1]]


def test_read_keeps_nothing(tmp_path: Path) -> None:
    page = tmp_path / "p.txt"
    page.write_text(PAGE, encoding="utf-8")
    rows = answer("read", str(page), "--json")
    assert rows[0]["published"] == "2024-05-04"  # type: ignore[index]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["p.txt"]

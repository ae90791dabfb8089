"""One set of checks for every export format found."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from khabar.config import Config
from khabar.engine import Engine
from khabar.errors import UsageError
from khabar.export import Archive, export, formats

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages" / "sweden-nato"


@pytest.fixture(scope="module")
def archive() -> Archive:
    with Engine.open(":memory:", Config(encoder="hashed", workers=1)) as engine:
        engine.ingest([str(EXAMPLES)])
        return engine.archive()


@pytest.mark.parametrize("name", formats())
def test_every_format_writes_all_and_nothing(archive: Archive, name: str) -> None:
    out, empty = io.StringIO(), io.StringIO()
    export(name, archive, out)
    export(name, Archive(articles=(), stories=(), sagas=()), empty)
    assert "Sweden joins NATO" in out.getvalue()
    assert "Sweden" not in empty.getvalue()


def test_jsonl_is_json_a_line_with_kinds(archive: Archive) -> None:
    out = io.StringIO()
    export("jsonl", archive, out)
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    assert sum(row["kind"] == "article" for row in rows) == len(archive.articles)


def test_csv_cells_start_no_formula(archive: Archive) -> None:
    out = io.StringIO()
    export("csv", archive, out)
    for row in csv.reader(io.StringIO(out.getvalue())):
        assert not any(cell[:1] in ("=", "+", "@") for cell in row)


def test_an_unknown_format_lists_what_exists(archive: Archive) -> None:
    with pytest.raises(UsageError, match="jsonl"):
        export("nonesuch", archive, io.StringIO())

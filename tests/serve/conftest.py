"""One small store of example pages for all tests of the front ends, made once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from khabar.config import Config
from khabar.engine import Engine

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"


@pytest.fixture(scope="session")
def demo_db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("demo") / "demo.db")
    with Engine.open(path, Config(encoder="hashed", workers=1, now="2026-01-01T00:00:00+00:00")) as engine:
        report = engine.ingest([str(EXAMPLES / "valencia-floods"), str(EXAMPLES / "finland-nato")])
        assert report.failed == ()
    return path


@pytest.fixture
def engine(demo_db: str) -> Iterator[Engine]:
    with Engine.open(demo_db) as opened:
        yield opened

"""Engines on a few example pages, with the model-free encoder and in one process, so that the tests are fast."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from stores import Open

from khabar.config import Config
from khabar.engine import Engine

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
CONFIG = Config(encoder="hashed", workers=1, now="2026-01-01T00:00:00+00:00")

@pytest.fixture(scope="session")
def pages() -> list[str]:
    """Paths of thirteen pages of two stories, in several languages, HTML and text dumps."""
    folders = ("noto-earthquake", "grain-deal-signed")
    return [str(p) for f in folders for p in sorted((EXAMPLES / f).iterdir()) if p.suffix in (".html", ".txt")]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """Opens engines on files in a folder of the test's own: `opened("name")`; all are closed afterwards."""
    engines: list[Engine] = []

    def start(name: str = "store", **settings: Any) -> Engine:
        import msgspec

        engines.append(Engine.open(str(tmp_path / f"{name}.db"), msgspec.structs.replace(CONFIG, **settings)))
        return engines[-1]

    yield start
    for engine in engines:
        engine.close()


@pytest.fixture(scope="session")
def loaded_file(tmp_path_factory: pytest.TempPathFactory, pages: list[str]) -> Path:
    """A store with all pages, made once; copy it, do not write to it."""
    path = tmp_path_factory.mktemp("loaded") / "store.db"
    with Engine.open(str(path), CONFIG) as engine:
        engine.ingest(pages)
    return path


@pytest.fixture
def loaded(loaded_file: Path, tmp_path: Path) -> Iterator[Engine]:
    """An engine on a copy of the loaded store."""
    copy = tmp_path / "copy.db"
    copy.write_bytes(loaded_file.read_bytes())
    with Engine.open(str(copy), CONFIG) as engine:
        yield engine

"""What every language folder must hold: the same files, readable TOML, function words, examples that are one JSON object a line."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from khabar.languages import stopwords
from khabar.languages.parts import HOME

FOLDERS = sorted(p for p in HOME.iterdir() if p.is_dir() and len(p.name) == 2)
PARTS = ("clean", "credits", "dates", "language", "names", "numbers", "quotes", "sentences")


def test_twelve_languages() -> None:
    assert {"ar", "fa", "fr", "en", "ru", "vi", "ko", "zh", "es", "de", "tr", "uk"} <= {p.name for p in FOLDERS}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_same_files_everywhere(folder: Path) -> None:
    assert not [name for name in PARTS if not (folder / f"{name}.toml").is_file()]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_toml_is_readable(folder: Path) -> None:
    for path in folder.glob("*.toml"):
        assert tomllib.loads(path.read_text(encoding="utf-8")), path.name


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_function_words(folder: Path) -> None:
    lines = (folder / "stopwords.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(set(lines)) >= 100
    assert all(line == line.strip() and " " not in line for line in lines)
    assert stopwords(folder.name)


@pytest.mark.parametrize("path", sorted(HOME.glob("*/examples/*.jsonl")), ids=lambda p: f"{p.parts[-3]}-{p.stem}")
def test_examples_are_objects(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert lines
    assert all(isinstance(json.loads(line), dict) for line in lines)

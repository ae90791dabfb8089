"""Decisions of the user: merged, split, undone, kept in their own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from khabar.errors import NotFound, UsageError
from khabar.names import decisions


@pytest.fixture(autouse=True)
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHABAR_NAMES", str(tmp_path / "names.jsonl"))


def test_merge_follows_chains_and_can_be_undone() -> None:
    decisions.decide("merge", "a", "b")
    last = decisions.decide("merge", "top", "a", why="the same man")
    assert decisions.merged() == {"b": "top", "a": "top"}
    decisions.undo(last.number)
    assert decisions.merged() == {"b": "a"}
    assert len(decisions.decisions()) == 2


def test_split_ends_a_merge_and_keeps_apart() -> None:
    decisions.decide("merge", "a", "b")
    decisions.decide("split", "b", "a")
    assert decisions.merged() == {}
    assert decisions.kept_apart() == {frozenset(("a", "b"))}


def test_wrong_use_is_told() -> None:
    with pytest.raises(UsageError):
        decisions.decide("merge", "a", "a")
    with pytest.raises(NotFound):
        decisions.undo(7)

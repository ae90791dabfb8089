"""Decisions of the user about names: two ids are one (merge), or never one (split).

They stand in `names.jsonl` in the user's data directory (`KHABAR_NAMES` names another file), apart from the shipped data, so
that an upgrade keeps them. Each line is one decision; an undone one stays with the day on which it was undone. Later lines win.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from khabar.config import data_dir
from khabar.errors import NotFound, UsageError


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """`one` and `other` are entity ids; merged, `one` stands for both."""

    number: int
    kind: Literal["merge", "split"]
    one: str
    other: str
    why: str = ""
    made: str = ""
    undone: str | None = None


def path() -> Path:
    """The file of decisions (it need not exist)."""
    return Path(os.environ.get("KHABAR_NAMES") or data_dir() / "names.jsonl")


def decisions() -> tuple[Decision, ...]:
    """All decisions in order, undone ones included."""
    file = path()
    try:
        stamp = file.stat().st_mtime_ns
    except OSError:
        return ()
    return _read(file, stamp)


@lru_cache(maxsize=4)
def _read(file: Path, stamp: int) -> tuple[Decision, ...]:
    decoder = msgspec.json.Decoder(Decision)
    return tuple(decoder.decode(line) for line in file.read_bytes().splitlines() if line.strip())


def decide(kind: Literal["merge", "split"], one: str, other: str, why: str = "") -> Decision:
    """Write down one decision. Raises `UsageError` where both ids are the same."""
    if one == other:
        raise UsageError(f"{one} is one name already.", "Give two ids; khabar who NAME shows them.")
    known = decisions()
    made = Decision(number=len(known) + 1, kind=kind, one=one, other=other, why=why, made=datetime.now(UTC).isoformat(timespec="seconds"))
    _write([*known, made])
    return made


def undo(number: int) -> Decision:
    """Take a decision back; it stays in the file as undone. Raises `NotFound` for a number that does not stand there."""
    known = list(decisions())
    place = next((i for i, d in enumerate(known) if d.number == number and d.undone is None), None)
    if place is None:
        raise NotFound(f"There is no standing decision {number} about names.", "khabar names list shows them.")
    known[place] = msgspec.structs.replace(known[place], undone=datetime.now(UTC).isoformat(timespec="seconds"))
    _write(known)
    return known[place]


def _write(known: list[Decision]) -> None:
    file = path()
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".tmp")
    beside.write_bytes(b"".join(msgspec.json.encode(d) + b"\n" for d in known))
    os.replace(beside, file)
    _read.cache_clear()


def merged() -> Mapping[str, str]:
    """id -> the id that stands for it, chains followed; a later split of the same two ends a merge."""
    return _merged(decisions())


@lru_cache(maxsize=4)
def _merged(known: tuple[Decision, ...]) -> Mapping[str, str]:
    direct: dict[str, str] = {}
    for d in known:
        if d.undone is None:
            if d.kind == "merge":
                direct[d.other] = d.one
            elif direct.get(d.other) == d.one:
                del direct[d.other]
            elif direct.get(d.one) == d.other:
                del direct[d.one]
    return {name: _last(direct, name) for name in direct}


def _last(direct: Mapping[str, str], name: str) -> str:
    seen = {name}
    while (following := direct.get(name)) is not None and following not in seen:
        seen.add(following)
        name = following
    return name


def kept_apart() -> frozenset[frozenset[str]]:
    """Pairs of ids that the user said are never one."""
    standing: dict[frozenset[str], str] = {}
    for d in decisions():
        if d.undone is None:
            standing[frozenset((d.one, d.other))] = d.kind
    return frozenset(pair for pair, kind in standing.items() if kind == "split")

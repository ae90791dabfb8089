"""Statements that several parties issue together ("joint statement"): a source of their own, as they belong to none of the parties."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from khabar.languages.phrases import NO_BOUNDARY, alternatives, compiled
from khabar.sources.catalogue import DATA, Source

GENERAL = "joint-statement"
"""The id of a statement of parties that are not counted; another page may say that they were three."""
_ENDING = {"ar": "ا?", "fa": "(?:ی|ای)?", "es": "s?", "fr": "s?", "en": "s?"}
_PREFIX = {"ar": "(?:[وفبلک]|ال|وال|بال|لل)?"}


@lru_cache(maxsize=1)
def statements() -> Mapping[str, Mapping[str, Any]]:
    """Statement id -> language -> names, from data/statements.toml."""
    from khabar.languages.parts import read_toml

    return read_toml(DATA / "statements.toml")


def find_statements(folded_text: str, lang: str) -> list[tuple[int, int, str]]:
    """(start, end, id) of the joint statements named in folded text, in order; the longer name where two overlap."""
    found: list[tuple[int, int, str]] = []
    for key in sorted(statements(), key=lambda k: k == GENERAL):
        for match in compiled(_expression(key, lang)).finditer(folded_text):
            if not any(a < match.end() and match.start() < b for a, b, _ in found):
                found.append((match.start(), match.end(), key))
    return sorted(found)


@lru_cache(maxsize=64)
def _expression(key: str, lang: str) -> str:
    table = statements()[key]
    core = alternatives(table.get(lang, table["en"])).replace(r"\*", r"\w{0,4}")
    if lang in NO_BOUNDARY:
        return core
    return rf"(?<!\w){_PREFIX.get(lang, '')}{core}{_ENDING.get(lang, '')}(?!\w)"


def statement(source_id: str) -> Source | None:
    """The source record of a kind of joint statement, or None."""
    table = statements().get(source_id)
    if table is None:
        return None
    names = {lang: (phrases[0].replace("*", ""),) for lang, phrases in table.items()}
    return Source(id=source_id, type="official-statement", names=names, reliability="B")


def same_statement(one: str, other: str) -> bool:
    """Whether two ids may name one statement: the general one fits any other."""
    return GENERAL in (one, other) and {one, other} <= statements().keys()

"""All sources as records, read once from the data files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

DATA = Path(__file__).parent / "data"


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet, an agency or an official body.

    `names` is language -> names, the usual one first; `ambiguous` lists names that need a credit's context; `local` names mean
    this body only in pages of its own country; `mastheads` are what its own site calls itself where that is no name in a text;
    `reliability` is a cautious default A–F by type and record (NATO STANAG 2511).
    """

    id: str
    type: str
    names: Mapping[str, tuple[str, ...]]
    country: str | None = None
    languages: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str | None = None
    reliability: str | None = None
    role: str | None = None
    ambiguous: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    mastheads: tuple[str, ...] = ()
    note: str = ""

    @property
    def official(self) -> bool:
        """Whether it is an official body rather than a medium."""
        return self.type.startswith("official")

    @property
    def agency(self) -> bool:
        """Whether other media print its dispatches."""
        return self.type in ("agency", "state-agency")

    def name(self, lang: str = "en") -> str:
        """Its usual name in a language, else in English, else any."""
        for code in (lang, "en", *self.names):
            if self.names.get(code):
                return self.names[code][0]
        return self.id


@lru_cache(maxsize=1)
def all_sources() -> Mapping[str, Source]:
    """Every source by id, in order of id."""
    found: dict[str, Source] = {}
    for path in sorted(DATA.glob("*/*.toml")):
        for key, table in _tables(path).items():
            found[key] = msgspec.convert({"id": key, **table}, Source)
    return dict(sorted(found.items()))


def _tables(path: Path) -> dict[str, dict[str, Any]]:
    from khabar.languages.parts import read_toml

    return {key: table for key, table in read_toml(path).items() if isinstance(table, dict)}


@lru_cache(maxsize=16_384)
def get(source_id: str | None) -> Source | None:
    """The source with this id, or None; joint statements and bodies known by role and country alone are made on demand."""
    if not source_id:
        return None
    if known := all_sources().get(source_id):
        return known
    from khabar.sources.bodies import body
    from khabar.sources.statements import statement

    return statement(source_id) or body(source_id)

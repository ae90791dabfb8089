"""Look-up of a part of a language's knowledge: language, then script, then default; the answer says which level gave it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from khabar.languages.catalogue import HOME, script_of

Level = Literal["language", "script", "default", "none"]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a language's knowledge: the parsed TOML and the level that it came from."""

    lang: str
    name: str
    level: Level
    data: Mapping[str, Any]

    def strings(self, key: str) -> tuple[str, ...]:
        """The list of strings under a dotted `key`, or () where there is none."""
        value: Any = self.data
        for step in key.split("."):
            value = value.get(step) if isinstance(value, Mapping) else None
        return tuple(value) if isinstance(value, (list, tuple)) else ()

    def table(self, key: str) -> Mapping[str, Any]:
        """The table under `key`, or an empty one."""
        value = self.data.get(key)
        return value if isinstance(value, Mapping) else {}


def read_toml(path: Path) -> dict[str, Any]:
    """Parse one TOML file of the package; a broken one names itself in the error."""
    import rtoml

    try:
        parsed: dict[str, Any] = rtoml.loads(path.read_text(encoding="utf-8"))
    except rtoml.TomlParsingError as problem:
        raise ValueError(f"{path} is not valid TOML: {problem}") from problem
    return parsed


@cache
def part(lang: str, name: str) -> Part:
    """The part `name` ("dates", "credits" …) for `lang`, from the first level that has it."""
    places: tuple[tuple[Level, Path], ...] = (
        ("language", HOME / lang),
        ("script", HOME / "_scripts" / script_of(lang)),
        ("default", HOME / "_default"),
    )
    for level, folder in places:
        path = folder / f"{name}.toml"
        if path.is_file():
            return Part(lang=lang, name=name, level=level, data=read_toml(path))
    return Part(lang=lang, name=name, level="none", data={})


@cache
def stopwords(lang: str) -> frozenset[str]:
    """Function words of a language, folded (see `fold`); empty where no list stands."""
    from khabar.languages.fold import fold

    path = HOME / lang / "stopwords.txt"
    if not path.is_file():
        return frozenset()
    return frozenset(fold(w.strip()) for w in path.read_text(encoding="utf-8").splitlines() if w.strip())

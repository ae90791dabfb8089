"""Which languages have a folder, and what is true of each as such."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import msgspec

HOME = Path(__file__).parent
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ckb", "ps", "sd", "ug", "yi", "dv", "arc", "azb"})
_ALIASES = {"arz": "ar", "ary": "ar", "apc": "ar", "sdh": "ckb", "pnb": "ur", "prs": "fa", "fas": "fa", "pes": "fa",
            "cmn": "zh", "zh-hant": "zh", "zh-hans": "zh", "yue": "zh", "iw": "he", "in": "id"}  # fmt: skip


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """A language that has a folder of its own. `script` is ISO 15924; `quotes` are (opening, closing) marks."""

    code: str
    name: str
    own_name: str
    script: str
    direction: str
    has_case: bool
    spaces: bool
    quotes: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def codes() -> tuple[str, ...]:
    """Codes of all languages that have a folder, sorted; found on disk, never from a list."""
    return tuple(sorted(p.parent.name for p in HOME.glob("[a-z]*/language.toml")))


@cache
def get(code: str) -> Language | None:
    """The language with this code, or None where no folder stands for it."""
    from khabar.languages.parts import read_toml

    path = HOME / code / "language.toml"
    return msgspec.convert(read_toml(path), Language) if code in codes() else None


def canonical(code: str) -> str:
    """The code under which Khabar keeps a language: "arz" and "ar-EG" are "ar"."""
    lower = code.lower().replace("_", "-")
    return _ALIASES.get(lower) or _ALIASES.get(lower.split("-")[0]) or lower.split("-")[0]


def direction(code: str | None) -> str:
    """"rtl" or "ltr": how text in this language runs."""
    return "rtl" if code in _RIGHT_TO_LEFT else "ltr"


def name_of(code: str, reader: str = "en") -> str:
    """The language's name in the reader's language (CLDR), or the code itself."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(reader).languages.get(code) or Locale.parse("en").languages.get(code) or code)
    except (UnknownLocaleError, ValueError):
        return code


@lru_cache(maxsize=4096)
def script_of(code: str) -> str:
    """The usual script of a language as ISO 15924, by its folder or CLDR's likely subtags; "Latn" if unknown."""
    if language := get(code):
        return language.script
    from babel.core import get_global

    likely = str(get_global("likely_subtags").get(code, ""))
    parts = likely.split("_")
    return parts[1] if len(parts) > 1 else "Latn"

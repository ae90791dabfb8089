"""The words of the interface in the reader's language. A locale is a file of `locales/`; English stands in for what it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from khabar.languages.parts import read_toml

HOME = Path(__file__).parent / "locales"
reader: ContextVar[str] = ContextVar("reader", default="en")
"""The locale of the request that is being answered: names are shown in it."""


@lru_cache(maxsize=1)
def locales() -> tuple[str, ...]:
    """Codes of the languages that the interface speaks, found on disk."""
    return tuple(sorted(p.stem for p in HOME.glob("*.toml")))


@lru_cache(maxsize=16)
def words(locale: str) -> Mapping[str, str]:
    """key -> words in `locale`, English where it has none."""
    english = read_toml(HOME / "en.toml")
    return {**english, **(read_toml(HOME / f"{locale}.toml") if locale in locales() else {})}


def choose(asked: str | None, cookie: str | None, accept: str | None) -> str:
    """The locale from what was asked for, what was kept, and what the browser accepts, in this order."""
    accepted = [part.split(";")[0].strip().lower()[:2] for part in (accept or "").split(",")]
    return next((code for code in (asked, cookie, *accepted) if code in locales()), "en")

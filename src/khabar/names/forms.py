"""Every written form of every known name cut into words, one list a script, kept in the cache directory.

The list is built anew when a data file or a language's names.toml has changed. A cache that cannot be written or read costs
only time.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import msgspec

from khabar.config import cache_dir, keep_cached
from khabar.languages import fold
from khabar.languages.catalogue import HOME
from khabar.languages.fold import SIMPLIFIED
from khabar.names.catalogue import DATA, all_names
from khabar.names.inflection import entry_form
from khabar.names.tokens import script, words
from khabar.sources.catalogue import DATA as SOURCES

FORMAT = 4
SCRIPTS = ("Latn", "Cyrl", "Arab", "Hang", "Hani")
LATIN_ACRONYM = 6


class Written(msgspec.Struct, frozen=True, array_like=True):
    """One written form: whose and of what type, its language, as written, its words as the index keeps them."""

    id: str
    type: str
    lang: str
    written: str
    parts: tuple[str, ...]

    @property
    def acronym(self) -> bool:
        """Whether it is written in capitals alone and short."""
        return self.written.isupper() and len(self.written) <= LATIN_ACRONYM


@contextmanager
def no_collection() -> Iterator[None]:
    """Building large tables of small objects without the garbage collector walking over them again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@lru_cache(maxsize=1)
def _digest() -> str:
    """Changes with every data file that the forms are made of."""
    files = [*DATA.glob("*/*.jsonl"), *SOURCES.glob("**/*.toml"), *HOME.glob("*/names.toml"), *HOME.glob("*/*.jsonl"), SIMPLIFIED]
    seen = sorted(f"{p}:{p.stat().st_size}:{p.stat().st_mtime_ns}" for p in files)
    return hashlib.sha256("\n".join([str(FORMAT), *seen]).encode()).hexdigest()[:16]


@lru_cache(maxsize=8)
def forms(code: str) -> tuple[Written, ...]:
    """All written forms in one script (ISO 15924; kana counts as Hani); none in a script outside `SCRIPTS`."""
    if code not in SCRIPTS:
        return ()
    path = cache_dir() / f"names-{_digest()}-{code}.msgpack"
    with no_collection():
        try:
            return msgspec.msgpack.Decoder(tuple[Written, ...]).decode(path.read_bytes())
        except (OSError, msgspec.MsgspecError):
            pass
        made = _build()
    _forget_old(path.parent)
    for each, found in made.items():
        keep_cached(path.with_name(path.name.replace(f"-{code}.", f"-{each}.")), msgspec.msgpack.encode(found))
    return tuple(made.get(code, ()))


def _build() -> dict[str, list[Written]]:
    made: dict[str, list[Written]] = {code: [] for code in SCRIPTS}
    for name in all_names().values():
        for lang, written in ((lang, form) for lang, each in name.names.items() for form in each if form):
            folded = fold(written)
            code = script(folded)
            code = "Hani" if code == "Kana" else code
            if code in made:
                parts = tuple(entry_form(w.form, lang) for w in words(folded))
                made[code].append(Written(name.id, name.type, lang, written, parts))
    return made


def _forget_old(folder: Path) -> None:
    """Takes away the lists of earlier data."""
    try:
        for path in folder.glob("names-*.msgpack"):
            if _digest() not in path.name:
                path.unlink(missing_ok=True)
    except OSError:
        return

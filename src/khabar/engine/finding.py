"""Which entity of a store a person means by a name, in any script and by a part of it alone: "Putin", «بوتين», «پوتین»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from khabar.languages import fold

if TYPE_CHECKING:
    from khabar.engine.engine import Engine

SOUNDS_LIKE = 0.84
"""From here on two words of different scripts are taken for one name where nothing is written alike."""


def find_entity(engine: Engine, name: str) -> str | None:
    """An entity id of this store from an id, a name, a part of a name, or a word that sounds like one; of several the one on most pages."""
    counts = engine.store.entity_counts()
    slug = "-".join(name.lower().split())
    if slug in counts:
        return slug
    wanted = " ".join(fold(name).split())
    known = _known_names(counts)
    return (
        _best((key for key, names in known.items() if wanted in names), counts)
        or _best((key for key, names in known.items() if any(_holds(n, wanted) for n in names)), counts)
        or _written(engine, wanted, counts)
        or _sounding(wanted, known, counts)
        or next((key for key in counts if slug in key), None)
    )


def _known_names(counts: Mapping[str, int]) -> dict[str, set[str]]:
    """The folded names of the entities of a store that the knowledge files hold."""
    from khabar.names import all_names

    held = all_names()
    return {key: {" ".join(fold(x).split()) for xs in n.names.values() for x in xs} for key in counts if (n := held.get(key))}


def _holds(name: str, wanted: str) -> bool:
    """Whether a name holds the wanted words as whole words, at either end."""
    words, part = name.split(), wanted.split()
    return len(part) < len(words) and part in (words[-len(part) :], words[: len(part)])


def _written(engine: Engine, wanted: str, counts: Mapping[str, int]) -> str | None:
    """An entity that the pages write so, else one that they write with these words."""
    whole, part = set(), set()
    for view in engine.articles():
        for entity in view.notes.entities:
            for written in {" ".join(fold(entity.surface).split()), " ".join(fold(entity.name).split())}:
                if written == wanted:
                    whole.add(entity.id)
                elif _holds(written, wanted):
                    part.add(entity.id)
    return _best(whole, counts) or _best(part, counts)


def _sounding(wanted: str, known: Mapping[str, set[str]], counts: Mapping[str, int]) -> str | None:
    """An entity one word of whose names sounds like the one wanted."""
    from khabar.names.skeleton import match_words, may_match

    if " " in wanted:
        return None
    alike = {
        key
        for key, names in known.items()
        if any(may_match(w, wanted) and match_words(w, wanted) >= SOUNDS_LIKE for n in names for w in n.split()[-1:])
    }
    return _best(alike, counts)


def _best(keys: Iterable[str], counts: Mapping[str, int]) -> str | None:
    return min(keys, key=lambda k: (-counts.get(k, 0), k), default=None)

"""What a word of a text may stand for in a name: itself, without a clitic in front, without a case ending or particle behind.

The endings and clitics are data: `prefixes`, `endings`, `nominative` in `languages/<code>/names.toml`; an ending
"ا+ی" is one that is taken off behind a letter only, and "ці>к" one that stands for another («Кременчуці»: Кременчук).
"""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from typing import NamedTuple

from khabar.languages import fold, part
from khabar.names.tokens import Word, plain, script

SHORTEST_STEM = {"Cyrl": 3, "Hang": 2, "Arab": 3, "Latn": 4}


class Morphology(NamedTuple):
    """The parts of a language's morphology that names meet: longest first, folded, without marks."""

    prefixes: tuple[tuple[str, str], ...]
    endings: tuple[str, ...]
    phrase_endings: tuple[str, ...]
    nominative: tuple[str, ...]


@lru_cache(maxsize=64)
def morphology(lang: str) -> Morphology:
    """Clitics as (written, stands for), endings, and the endings of the dictionary form."""
    data = part(lang, "names")
    pairs = [
        (plain(fold(p.split(">")[0])), plain(fold(p.split(">")[1])) if ">" in p else "")
        for p in data.strings("prefixes")
    ]
    return Morphology(
        tuple(sorted(pairs, key=lambda p: -len(p[0]))),
        _sorted(data.strings("endings")),
        _sorted(data.strings("endings") + data.strings("phrase_endings")),
        _sorted(data.strings("nominative")),
    )


def _sorted(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({plain(fold(w)) for w in words if w}, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=100_000)
def stems(word: str, lang: str, phrase: bool = False) -> tuple[str, ...]:
    """A word as it stands and every form left when an ending is taken off; the word itself first.

    In a `phrase`, a name of several words, endings count that a name of one word does not take: German adjectives, Turkish
    suffixes without an apostrophe.

    >>> "путин" in stems("путиным", "ru")
    True
    """
    found = [word]
    least = SHORTEST_STEM.get(script(word), 4) - (phrase and script(word) == "Cyrl")
    table = morphology(lang)
    for ending in table.phrase_endings if phrase else table.endings:
        if ">" in ending:
            written, _, stands_for = ending.partition(">")
            if word.endswith(written) and len(word) - len(written) + len(stands_for) >= least:
                found.append(word[: -len(written)] + stands_for)
            continue
        behind, _, taken = ending.rpartition("+")
        if word.endswith(behind + taken) and len(word) - len(taken) >= least:
            found.append(word[: -len(taken)])
    return tuple(dict.fromkeys(found))


def stem_end(word: Word, form: str, table: Container[str], lang: str) -> int:
    """Where the stem found in `table` ends: a Korean particle does not belong to the name, other endings stay."""
    if script(form) == "Hang":
        for stem in stems(form, lang):
            if stem in table:
                return word.start + len(stem)
    return word.end


@lru_cache(maxsize=50_000)
def unprefixed(word: str, lang: str) -> tuple[tuple[int, str], ...]:
    """(length of what was taken off, rest) for the word as it stands and without each clitic that it may carry."""
    found = [(0, word)]
    for prefix, stands_for in morphology(lang).prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) + len(stands_for) >= 3:
            found.append((max(0, len(prefix) - len(stands_for)), stands_for + word[len(prefix) :]))
    return tuple(found)


@lru_cache(maxsize=200_000)
def entry_form(word: str, lang: str) -> str:
    """A word of a known name as the index keeps it: the ending of the dictionary form taken off where the language declines."""
    least = 4 if script(word) == "Cyrl" else 3
    for ending in morphology(lang).nominative:
        if word.endswith(ending) and len(word) - len(ending) >= (3 if ending in ("а", "я") else least):
            return word[: -len(ending)]
    return word

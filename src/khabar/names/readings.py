"""Names of East Asia cut into family and given name, as other scripts write them.

A Korean name is one word in Hangul and a Chinese one has no spaces, while other scripts write «Kim E-bae», «У Цзяньфу»: the family
name, then the given names together or with a hyphen. Chinese is read as pinyin (anyascii), its letters respelled by sound; what
stands between dots is a transliterated foreign name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from khabar.languages import fold, part
from khabar.languages.countries import slug
from khabar.names.skeleton import match_words, skeleton
from khabar.names.tokens import script, words

READINGS = Path(__file__).with_name("han_readings.txt")
FAMILY, GIVEN, SYLLABLES = 0.7, 0.8, 3
"""How like the parts of a native name must be, and the syllables of a Korean's name."""
FOREIGN = 0.74
"""How like a transliterated name must be, part by part on average."""
LEAST = 3
"""Consonants that a name must have in all to be compared."""
_PINYIN = (("zh", "j"), ("ch", "č"), ("sh", "š"), ("x", "š"), ("q", "č"), ("c", "ts"), ("č", "ch"), ("š", "sh"))
_WADE = (("hs", "sh"), ("tz", "z"), ("'", ""), ("’", ""))
_PALLADIUS = (("цз", "ж"), ("чж", "ж"), ("сю", "шю"), ("ся", "ша"), ("си", "ши"))
_KOREAN = (("чхве", "чой"), ("نغ", "ن"), ("نج", "ن"), ("нг", "н"), ("чх", "ч"), ("кх", "к"), ("пх", "п"), ("тх", "т"), ("дж", "ж"))
_FINAL = re.compile(r"ng(?![aeiou])")
"""The last sound of a syllable, which Cyrillic and Hangul do not tell from n."""
_DOTS = re.compile(r"[·・•‧=－-]")


@lru_cache(maxsize=20_000)
def east_asian_parts(name: str) -> tuple[str, ...]:
    """("kim", "이배") for «김이배», ("wu", "jianfu") for 吳健富, each part of a dotted name; () for any other name."""
    folded = fold(name).strip()
    code = script(folded)
    if code == "Hang":
        families = part("ko", "names").table("family_readings")
        if len(folded) != SYLLABLES or folded[0] not in part("ko", "names").strings("surnames"):
            return ()
        return str(families.get(folded[0], folded[0])), folded[1:]
    if code != "Hani":
        return ()
    pieces = [p for p in _DOTS.split(folded) if p]
    if len(pieces) > 1:
        return tuple(_pinyin(p) for p in pieces)
    family = next((s for s in _families() if folded.startswith(s) and 1 <= len(folded) - len(s) <= 2), "")
    return (_pinyin(family), _pinyin(folded[len(family) :])) if family else ()


def same_person(one: str, two: str) -> float:
    """How alike two names of people are, one of them East Asian; 0 where they are not alike enough."""
    if _read_alike(one, two) or _read_alike(two, one):
        return 1.0
    a, b = east_asian_parts(one), east_asian_parts(two)
    if bool(a) == bool(b):
        return 0.0
    cut, other = (a, two) if a else (b, one)
    native = not _DOTS.search(one if a else two)
    parts = _others(other, script(fold(one if a else two)) == "Hani", len(cut) if native else 0)
    if len(parts) != len(cut) or sum(len(skeleton(p)) for p in cut) < LEAST:
        return 0.0
    scores = [match_words(x, y) for x, y in zip(cut, parts, strict=True)]
    total = sum(scores) / len(scores)
    return total if (native and scores[0] >= FAMILY and scores[-1] >= GIVEN) or (not native and total >= FOREIGN) else 0.0


@lru_cache(maxsize=1)
def _readings() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Character -> its Vietnamese and its Korean readings."""
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for line in READINGS.read_text(encoding="utf-8").splitlines():
        for entry in line.split() if not line.startswith("#") else ():
            char, viet, hangul = entry.split(":")
            char = fold(char)
            before = found.get(char, (frozenset(), frozenset()))
            found[char] = (before[0] | {*viet.split("/")}, before[1] | {*hangul.split("/")})
    return found


def _read_alike(han: str, other: str) -> bool:
    """Whether each syllable of a Vietnamese or Korean name is what a character is read as: 阮明海 and Nguyễn Minh Hải, 崔相穆 and 최상목."""
    folded, table = fold(han), _readings()
    if script(folded) != "Hani" or not 2 <= len(folded) <= 4 or any(c not in table for c in folded):
        return False
    korean = script(fold(other)) == "Hang"
    syllables = list(fold(other)) if korean else [slug(w.replace("đ", "d")) for w in other.lower().split()]
    return len(syllables) == len(folded) > 2 - korean and all(s in table[c][korean] for c, s in zip(folded, syllables, strict=True))


def _others(name: str, chinese: bool, size: int) -> tuple[str, ...]:
    """The words of a name in another script; for a native name (`size` 2) the given names together."""
    folded = fold(name)
    respelled = () if not size else (*_WADE, *_PALLADIUS) if chinese else _KOREAN
    for written, sound in respelled:
        folded = folded.replace(written, sound)
    parts = [w.form for w in words(_FINAL.sub("n", folded) if size else folded)]
    return (parts[0], "".join(parts[1:])) if size == 2 and len(parts) in (2, 3) else tuple(parts)


@lru_cache(maxsize=1)
def _families() -> tuple[str, ...]:
    return tuple(sorted(map(fold, part("zh", "names").strings("surnames")), key=lambda s: (-len(s), s)))


def _pinyin(han: str) -> str:
    from anyascii import anyascii

    latin = "".join(_FINAL.sub("n", anyascii(char).lower()) for char in han)
    for written, sound in _PINYIN:
        latin = latin.replace(written, sound)
    return latin

"""Words that pages in different scripts share: cognates and names by their consonants, numbers by their value.

«كيم جونغ أون», "Ким Чен Ын" and "Kim Jong Un" leave like skeletons once romanised; that is evidence of a common subject where no
names file knows the name.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import regex

from khabar.languages import fold

HEAD_CHARS = 2_500
"""The part of a text whose words are compared: what comes later is background."""
MIN_SKELETON = 3
_WORD = regex.compile(r"[\p{L}\p{M}]{3,}")
_HAN = regex.compile(r"\p{Han}+")
_NUMBER = regex.compile(r"(?<![\d.,:/-])\d{1,3}(?:[., \u066c]\d{3})+(?![\d])|(?<![\d.,:/-])\d+(?:[.,]\d+)?(?![\d:/-])")
_CLASSES = str.maketrans({"b": "p", "v": "f", "w": "f", "d": "t", "g": "k", "q": "k", "c": "k", "x": "k", "z": "s", "j": "s", "r": "l"})
_PAIRS = (("sch", "s"), ("sh", "s"), ("ch", "s"), ("zh", "s"), ("kh", "k"), ("gh", "k"), ("ph", "f"), ("th", "t"), ("ts", "s"), ("dzh", "s"), ("ng", "n"))
_VOWELS = regex.compile(r"[aeiouyh'`\W\d_]+")


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """The consonant classes of a word, romanised: voicing, vowels, doubling and l/r are left out."""
    from anyascii import anyascii

    latin = anyascii(word).lower()
    for pair, one in _PAIRS:
        latin = latin.replace(pair, one)
    bare = _VOWELS.sub("", latin).translate(_CLASSES)
    return regex.sub(r"(.)\1+", r"\1", bare)


def _stripped(word: str, lang: str) -> str:
    if lang == "ar":
        return regex.sub(r"^(?:[وفبلک]?ال|[وفبلک](?=\p{L}{4,}))(?=\p{L}{3,})", "", word)
    return word


def words(text: str, lang: str) -> Counter[str]:
    """Skeletons of the words of a text's head, marked "~"; runs of Han as bigrams, marked "=" (they only meet their own script)."""
    folded = fold(text[:HEAD_CHARS])
    found: Counter[str] = Counter()
    for match in _WORD.finditer(_HAN.sub(" ", folded)):
        bones = skeleton(_stripped(match[0], lang))
        if len(bones) >= MIN_SKELETON:
            found["~" + bones[:6]] += 1
    for match in _HAN.finditer(folded):
        run = match[0]
        found.update("=" + run[i : i + 2] for i in range(len(run) - 1))
    return found


def numbers(text: str) -> frozenset[str]:
    """Figures of a text's head that say something: not small counts, not years."""
    found = set()
    for match in _NUMBER.finditer(fold(text[:HEAD_CHARS])):
        raw = regex.sub(r"[., \u066c](?=\d{3}(?!\d))", "", match[0]).replace(",", ".")
        value = float(raw)
        if (value > 31 and not (1900 <= value <= 2100 and value.is_integer())) or not value.is_integer():
            found.add(f"{value:g}")
    return frozenset(found)

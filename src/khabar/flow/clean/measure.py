"""How much a line weighs, whether it reads as prose, how like the article it is: shape before words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import regex

from khabar.languages import fold

_DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_CLOSERS = "\"'»”’)]）】」』›“« \u00a0\u200f\u200e"
_STOPS = ".。।۔｡"
_WEAK_STOPS = "!?؟！？…"
_INNER = regex.compile(r"[.!?؟؛۔]['\"»”’)\]]*\s+['\"«“(]?\p{L}|[。！？।]\p{Any}")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}\p{N}'’\u200c]*")
_HAN_RUN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]{2,}")
PROSE = 45
"""Weight from which a line that ends in a full stop is prose (gold and seed pages: shortest body paragraph 48)."""
LONG = 200
"""Weight above which a line is prose even without a full stop (longest headlines seen weigh about 160)."""


def weight(line: str) -> int:
    """Length in characters, those of Chinese, Japanese and Korean counted as 2.5: about what a Latin line would take."""
    dense = len(_DENSE.findall(line)) if not line.isascii() else 0
    return len(line) + (dense * 3) // 2


_SIGNED = regex.compile(r"(?<=[.。।۔｡»”\"])\s?[-–—/]?\s?(?:[(（\[/]\s?[^()（）\[\]/]{1,24}\s?[)）\]/]|[-–—]{1,2}\s?\p{Lu}{2,6})\.?\s*$"
                        r"|(?<=(?:\p{Ll}{2}|\d)[.»”\"])\s(?:\p{Lu}{2,10}(?:\s?[,/&+]\s?\p{Lu}{2,10}){0,2}|dpa(?:[-/]\p{Ll}+)?|apa|afp|Reuters)\.?\s*$")
"""A signature behind the last full stop: "… since 2011.-(AFP)", "… — AFP", "… on Monday. REUTERS"."""


def stops(line: str) -> bool:
    """Whether the line ends like a sentence: full stop, closing marks and a signature allowed after it."""
    bare = _SIGNED.sub("", line).rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _STOPS and not bare.endswith("..")


def inner_stops(line: str) -> int:
    """Ends of sentences within the line."""
    return len(_INNER.findall(line))


def is_prose(line: str, least: int = PROSE) -> bool:
    """Whether the line reads as running text rather than as a headline, label or menu.

    >>> is_prose("The minister said on Monday that talks would go on until the end of the week.")
    True
    >>> is_prose("Five things to know about the talks")
    False
    """
    size = weight(line)
    if size < least:
        return False
    bare = line.rstrip(_CLOSERS)
    if stops(line) and (size >= 70 or len(line.split()) >= 6 or _DENSE.search(line)):
        return True
    if bare.endswith((":", "：", "،")) and size >= 60:
        return True
    if size >= LONG:
        return True
    if bare and bare[-1] in _WEAK_STOPS:
        return size >= 140 or (inner_stops(line) >= 1 and size >= 90)
    return inner_stops(line) >= 1 and size >= 100


@lru_cache(maxsize=8192)
def stems(line: str) -> frozenset[str]:
    """Rough stems of the content words: folded, longer than three letters cut to five; Chinese and Japanese as pairs."""
    folded = fold(line)
    found: set[str] = set()
    for word in _WORD.findall(folded):
        if _HAN_RUN.match(word):
            found.update(word[i : i + 2] for i in range(len(word) - 1))
            continue
        if word[0] >= "\uac00" and word[0] <= "\ud7a3":
            found.add(word[:2])
            continue
        if word.startswith("ال") and len(word) > 4:
            word = word[2:]
        elif word[:1] in "وبلف" and len(word) > 5:
            word = word[1:].removeprefix("ال")
        if len(word) > 3:
            found.add(word[:5])
    return frozenset(found)


def likeness(line: str, vocabulary: set[str]) -> float:
    """Share of the line's stems that the article has, 0..1; 0 where the line has none."""
    own = stems(line)
    return len(own & vocabulary) / len(own) if own else 0.0


def vocabulary(lines: Iterable[str]) -> set[str]:
    """Stems of all lines together."""
    return set().union(*(stems(line) for line in lines))

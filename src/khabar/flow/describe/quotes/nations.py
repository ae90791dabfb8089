"""Nationalities in text: the country that a word or two names or belongs to ("Russian", «الروسي», «российского»)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from khabar.flow.describe.document import Document
from khabar.languages import fold
from khabar.languages.countries import countries
from khabar.languages.phrases import NO_BOUNDARY
from khabar.models import Span
from khabar.sources.places import countries_in

ENDING = 3
"""A word may be longer than the entry by so many characters of an ending."""
LONGEST = 8
"""Characters of a country's name in scripts without spaces."""


@lru_cache(maxsize=16)
def _words(lang: str) -> Mapping[str, str]:
    return {fold(w): c.id for c in countries().values() for w in (*c.names.get(lang, ()), *c.demonyms.get(lang, ())) if len(w) > 1}


def nation(words: str, lang: str) -> str | None:
    """The country that folded `words` name, whatever their ending, or None."""
    known = _words(lang)
    forms = [words[: len(words) - cut] for cut in range(ENDING + 1) if len(words) - cut > 3 or not cut]
    written = next((known[f] for f in forms if f in known), None)
    return written or _inflected(words, lang)


def _inflected(words: str, lang: str) -> str | None:
    """The country of a declined name or adjective that fills `words` («России», «الروسي»), or None."""
    if lang in NO_BOUNDARY or not 3 < len(words) < 30:
        return None
    return next((c for start, end, c in countries_in(words, lang) if start == 0 and end == len(words)), None)


def beside(document: Document, span: Span, lang: str) -> str | None:
    """The country named right before or behind a stretch of text."""
    text = document.folded
    if lang in NO_BOUNDARY:
        before = text[max(0, span[0] - LONGEST) : span[0]].strip()
        return next((found for cut in range(len(before) - 1) if (found := _words(lang).get(before[cut:]))), None)
    left, right = text[max(0, span[0] - 30) : span[0]].split(), text[span[1] : span[1] + 30].split()
    nearest = (" ".join(left[-2:]), *left[-1:], " ".join(right[:2]), *right[:1])
    return next((found for words in nearest if (found := nation(words.strip(" ,.\"'()"), lang))), None)


def stretched(document: Document, start: int, lang: str) -> int:
    """Where a description begins that opens with a nationality: "South Korean officials"."""
    left = document.folded[max(0, start - 30) : start]
    for count in (2, 1):
        words = left.split()[-count:]
        if len(words) == count and left.endswith(" ") and nation(" ".join(words), lang):
            return document.folded.rindex(words[0], 0, start)
    return start

"""The analyser of full text: folding, segmentation and stems, so that one index serves every script.

FTS5's own `unicode61` finds few words of Arabic, Persian, Chinese or Thai; this makes tokens that it can only split at spaces.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import regex

from khabar.languages import fold, stopwords

_WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]+|[\p{L}\p{N}\p{M}]+")
_DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_STEMMERS = {"ar": "arabic", "fr": "french", "en": "english", "ru": "russian", "es": "spanish", "de": "german", "tr": "turkish"}
_ARABIC_PREFIX = regex.compile(r"^(?:[وفبکل]?ال|لل|[وفبلک](?=\p{L}{4,}))(?=\p{L}{3,})")
_KOREAN_PARTICLE = regex.compile(r"(?<=\p{Hangul}{2})(?:으로|에서|에게|까지|부터|은|는|이|가|을|를|의|에|와|과|로|도|만)$")


@lru_cache(maxsize=16)
def _stemmer(lang: str) -> Any:
    import Stemmer

    return Stemmer.Stemmer(_STEMMERS[lang]) if lang in _STEMMERS else None


@lru_cache(maxsize=200_000)
def _term(word: str, lang: str) -> str:
    if lang in ("ar", "fa"):
        return _ARABIC_PREFIX.sub("", word)
    if lang == "ko":
        return _KOREAN_PARTICLE.sub("", word)
    stemmer = _stemmer(lang)
    return str(stemmer.stemWord(word)) if stemmer else word


def terms(text: str, lang: str) -> list[str]:
    """Index terms of `text` in order: folded words, stemmed where a stemmer exists, runs of Han or Thai as bigrams.

    >>> terms("北京时间", "zh")
    ['北京', '京时', '时间']
    """
    stops = stopwords(lang)
    found: list[str] = []
    for match in _WORD.finditer(fold(text)):
        word = match[0]
        if _DENSE.match(word):
            found += [word[i : i + 2] for i in range(max(1, len(word) - 1))]
        elif word not in stops:
            found.append(_term(word, lang))
    return found


def words_of(text: str, lang: str) -> str:
    """The terms of a text as the store's full-text index keeps them, split by spaces."""
    return " ".join(terms(text, lang))



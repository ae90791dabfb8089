"""Stems: what the forms of a word have in common, where a language has a stemmer or endings that are easily cut."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import regex

_STEMMERS = {"ar": "arabic", "fr": "french", "en": "english", "ru": "russian", "es": "spanish", "de": "german", "tr": "turkish"}
_ARABIC_PREFIX = regex.compile(r"^(?:[وفبکل]?ال|لل|[وفبلک](?=\p{L}{4,}))(?=\p{L}{3,})")
_KOREAN_PARTICLE = regex.compile(r"(?<=\p{Hangul}{2})(?:으로|에서|에게|까지|부터|은|는|이|가|을|를|의|에|와|과|로|도|만)$")


@lru_cache(maxsize=16)
def _stemmer(lang: str) -> Any:
    import Stemmer

    return Stemmer.Stemmer(_STEMMERS[lang]) if lang in _STEMMERS else None


@lru_cache(maxsize=200_000)
def stem(word: str, lang: str) -> str:
    """The stem of a folded word (see `fold`); the word itself where nothing is known of its endings."""
    if lang in ("ar", "fa"):
        return _ARABIC_PREFIX.sub("", word)
    if lang == "ko":
        return _KOREAN_PARTICLE.sub("", word)
    stemmer = _stemmer(lang)
    return str(stemmer.stemWord(word)) if stemmer else word

"""The analyser of full text: folding, segmentation and stems, so that one index serves every script.

FTS5's own `unicode61` finds few words of Arabic, Persian, Chinese or Thai; this makes tokens that it can only split at spaces.
"""

from __future__ import annotations

import regex

from khabar.languages import fold, stopwords
from khabar.languages.stems import stem

_WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]+|[\p{L}\p{N}\p{M}]+")
_DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")


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
            found.append(stem(word, lang))
    return found


def words_of(text: str, lang: str) -> str:
    """The terms of a text as the store's full-text index keeps them, split by spaces."""
    return " ".join(terms(text, lang))



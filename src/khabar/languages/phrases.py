"""Phrases of the language data as regular expressions over folded text (see `fold`).

Boundaries follow the script: none inside Chinese and before Korean particles; Arabic words may carry a clitic
(و ف ب ل ك ال) in front.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import regex

from khabar.languages.catalogue import get
from khabar.languages.fold import fold

ARABIC_CLITICS = r"(?:[وفبلکس]|ال|وال|بال|لل|فال|کال|ول|وب|فل)?"
NO_BOUNDARY = frozenset({"zh", "ja", "th", "ko"})


def escape(phrase: str) -> str:
    """One phrase folded and escaped, any run of space standing for any other."""
    return r"[\s\u200c]+".join(regex.escape(word) for word in fold(phrase).split())


def alternatives(phrases: Iterable[str]) -> str:
    """A non-capturing alternation of phrases, the longest first; matches nothing where there is none."""
    unique = sorted({escape(p) for p in phrases if p.strip()}, key=lambda p: (-len(p), p))
    return f"(?:{'|'.join(unique)})" if unique else r"(?!)"


def bounded(expression: str, lang: str, clitics: bool = True) -> str:
    """`expression` as whole words of `lang`."""
    if lang in NO_BOUNDARY:
        return expression
    language = get(lang)
    prefix = ARABIC_CLITICS if clitics and lang == "ar" and language else ""
    return rf"(?<!\w){prefix}{expression}(?!\w)"


@lru_cache(maxsize=4096)
def compiled(expression: str) -> regex.Pattern[str]:
    """`expression` compiled once; search it in folded text."""
    return regex.compile(expression)

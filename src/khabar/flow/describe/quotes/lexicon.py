"""Verbs of saying and their kin of one language, compiled over folded text."""

from __future__ import annotations

from functools import lru_cache

import msgspec
import regex

from khabar.languages import part
from khabar.languages.phrases import NO_BOUNDARY, alternatives

Pattern = regex.Pattern[str]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """Searched patterns; `anonymous` names speakers without a name."""

    say: Pattern
    that: Pattern
    according: Pattern
    pronouns: Pattern
    anonymous: Pattern
    joins: Pattern
    clause_ends: Pattern


@lru_cache(maxsize=64)
def lexicon(lang: str) -> Lexicon:
    """The speech words of `lang`."""
    data, credits = part(lang, "quotes"), part(lang, "credits")
    edge, end = ("", "") if lang in NO_BOUNDARY else (r"(?<!\w)", r"(?!\w)")
    clitic = "[وفس]?" if lang == "ar" else ""

    def words(*phrases: str) -> str:
        return alternatives(phrases)

    # Longer anonymous phrases name a person; a bare "sources" with words around it is taken with them.
    return Lexicon(
        say=regex.compile(rf"{edge}{clitic}({words(*data.strings('say'))}){end}"),
        that=regex.compile(rf"{edge}{clitic}({words(*data.strings('that'))})" + (end if lang != "fr" else "")),
        according=regex.compile(rf"{edge}{clitic}({words(*data.strings('according'))})" + (end if lang not in ("ar", "fr") else "")),
        pronouns=regex.compile(rf"{edge}{clitic}({words(*data.strings('pronouns'))}){end}"),
        anonymous=regex.compile(rf"{edge}[وفبلك]?({words(*credits.strings('anonymous'))}){end}"),
        joins=regex.compile(words(*data.strings("joins"))),
        clause_ends=regex.compile(rf"\w*(?:{words(*data.strings('clause_ends'))})"),
    )

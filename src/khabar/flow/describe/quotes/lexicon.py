"""Verbs of saying and their kin of one language, compiled over folded text."""

from __future__ import annotations

from functools import lru_cache

import msgspec
import regex

from khabar.languages import part
from khabar.languages.parts import Part
from khabar.languages.phrases import NO_BOUNDARY, alternatives

Pattern = regex.Pattern[str]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """Searched patterns; `anonymous` names speakers without a name."""

    say: Pattern
    that: Pattern
    according: Pattern
    pronouns: Pattern
    anonymous: Pattern
    nameless: Pattern
    definite: Pattern
    addressed: Pattern
    his_words: Pattern
    bare: Pattern
    not_that: Pattern
    verb_last: bool
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
        according=regex.compile(
            rf"{edge}{clitic}({words(*data.strings('according'))})" + (end if lang not in ("ar", "fr") else "")
        ),
        pronouns=regex.compile(rf"{edge}{clitic}({words(*data.strings('pronouns'))}){end}"),
        anonymous=regex.compile(rf"{edge}[وفبلك]?({words(*credits.strings('anonymous'))}){end}"),
        nameless=_nameless(data, lang, words(*data.strings("say"), *data.strings("that"))),
        definite=regex.compile(rf"{edge}(?:{words(*data.strings('nameless.definite'))}){end}"),
        addressed=regex.compile(rf"{edge}(?:{words(*data.strings('nameless.addressed'))})"),
        his_words=regex.compile(rf"{edge}{clitic}(?:{words(*data.strings('reported.his_words'))}){end}"),
        bare=regex.compile(rf"{edge}{clitic}({words(*data.strings('reported.bare'))}){end}"),
        not_that=regex.compile(rf"{edge}(?:{words(*data.strings('reported.not_that'))}){end}"),
        verb_last=bool(data.table("reported").get("verb_last")),
        joins=regex.compile(words(*data.strings("joins"))),
        clause_ends=regex.compile(rf"\w*(?:{words(*data.strings('clause_ends'))})"),
    )


def _nameless(data: Part, lang: str, stops: str) -> Pattern:
    """A speaker without a name: determiner, up to four words, a head such as "official", and what narrows it up to the verb."""
    heads = words_of(data, "nameless.heads")
    if not data.strings("nameless.heads"):
        return regex.compile(r"(?!)")
    determiners = words_of(data, "nameless.determiners")
    if lang in NO_BOUNDARY:
        return regex.compile(rf"(?:{determiners})[^\s，。、,:：]{{0,12}}?(?:{heads})|(?:{heads})")
    word = r"[^\s,،.;:\"()\u061b]+"
    tail = rf"(?:\s(?!(?:{stops})(?!\w)){word}){{0,7}}"
    first = rf"(?<!\w)[و]?(?:{determiners})\s+" if data.strings("nameless.determiners") else r"(?<!\w)"
    return regex.compile(rf"{first}(?:{word}\s+){{0,3}}?(?:{heads})\w*(?!\w){tail}")


def words_of(data: Part, key: str) -> str:
    """An alternation of the phrases under `key`."""
    return alternatives(data.strings(key))

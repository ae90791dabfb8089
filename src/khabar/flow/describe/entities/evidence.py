"""What stands around a capitalised name and says what it is: a kind of body, a verb of saying with an apposition, a dateline, an age."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from khabar.flow.describe.entities.lexicon import Lexicon
from khabar.flow.describe.entities.phrases import headed
from khabar.names.inflection import stems
from khabar.names.tokens import Word
from khabar.names.vocabulary import vocabulary

BETWEEN = 3
"""Adjectives in small letters between the kind of body and its name: «le groupe minier français X»."""
_DATELINE = regex.compile(r"^(?:\s?\([^()\n]{3,30}\)|\s?/[^/\n]{3,40}/)?(?:,\s?\d|,\s?[^.,\n]{3,20}\s?[(\d]|\s?\([A-Z]|\s[—–-]\s|\s?/)|^\s?/[^/\n]{3,40}/")
_APPOSITION = regex.compile(r"^\s?,\s?(?:\d{1,3}\b|an? |une? |un[ae]? |der |die |ein |eine |\p{Ll}{2,})")
_AGE = regex.compile(r"^\s?(?:,\s?\d{1,2}\b|\(\d{1,2}\))")


ARTICLES = ("das", "der", "die", "dem", "des", "den", "beim", "vom", "zum")


_TURKISH_AT = regex.compile(r"^['’](?:da|de|ta|te)(?:ki|n|yd|\b)")
_CLOSES = regex.compile(r"^(?:[,.;:)]|\s[(]|$)")


def of_a_kind(text: str, tokens: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether a word for a kind of body stands right before a name, adjectives allowed where the language puts them behind."""
    before = at - 1
    most = BETWEEN if lex.lang in ("fr", "es") else 0
    while before >= 0 and at - before - 1 <= most and text[tokens[before].end : tokens[before + 1].start] == " " and text[tokens[before].start].islower():
        if any(s in lex.body_nouns for s in stems(tokens[before].form, lex.lang)):
            return True
        before -= 1
    return False


def speaks(text: str, tokens: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether a verb of saying stands right before a name and an apposition or an age right behind: "said Marwa, a shopkeeper"."""
    if not at or text[tokens[at - 1].end : tokens[at].start] != " " or tokens[at - 1].form not in lex.say:
        return False
    return bool(_APPOSITION.match(text[tokens[at].end : tokens[at].end + 12]))


def dateline(text: str, first: Word, last: Word) -> bool:
    """Whether a name opens the text as the place that a dispatch is from: "PAIPORTA (Spain), 31 Oct"."""
    return first.start == 0 and bool(_DATELINE.match(text[last.end : last.end + 60]))


def place_single(text: str, tokens: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether a single unknown word is a place by the word for its kind before it: «quartier de X», "the town of X"."""
    if lex.lang == "vi" and at and f"{tokens[at - 1].form} {tokens[at].form}" in lex.never:
        return False
    return headed(tokens, at, lex) and text[tokens[at - 1].end : tokens[at].start].strip() in ("", "'", "’")


def placed_single(text: str, tokens: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether a single unknown word is a place by a preposition before it, or in Turkish by the suffix behind: "in X", «X'da»."""
    surface = text[tokens[at].start : tokens[at].end]
    if len(surface) < 4 or surface.isupper():
        return False
    if lex.lang == "tr":
        return bool(_TURKISH_AT.match(text[tokens[at].end : tokens[at].end + 6]))
    if not lex.placed or not at or text[tokens[at - 1].end : tokens[at].start] != " ":
        return False
    return tokens[at - 1].form in lex.placed and text[tokens[at - 1].start].islower() and bool(_CLOSES.match(text[tokens[at].end : tokens[at].end + 3]))


def german_person(text: str, tokens: Sequence[Word], first: int, last: int, lex: Lexicon) -> bool:
    """Whether two capitalised German words are a person, where nouns have capitals too: a known name, an age, a verb of saying, the last word again."""
    given, family = vocabulary("Latn")
    one, two = tokens[first], tokens[last]
    if one.form.endswith(("sche", "sches", "schen", "rote", "roten", "rotes")) and one.form not in lex.demonyms and tokens[first - 1].form in ARTICLES and first:
        return True  # «das Technische Hilfswerk», a body
    if given[one.form] or family[two.form] or _foreign(text[one.start : two.end]):
        return True
    if _AGE.match(text[two.end : two.end + 8]) or (first and tokens[first - 1].form in lex.say):
        return True
    return last + 1 < len(tokens) and tokens[last + 1].form in lex.say


def _foreign(word: str) -> bool:
    return any(ord(c) > 127 and c not in "äöüÄÖÜß" for c in word)

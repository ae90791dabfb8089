"""Phrases of the lexicon at a place of the text: titles, heads and tails of names, case endings allowed on every word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from khabar.flow.describe.entities.lexicon import Lexicon, Phrases, lexicon
from khabar.names.inflection import stems
from khabar.names.tokens import Word, script

LINKS = frozenset({"of", "de", "d", "du", "des", "del", "la", "l", "von"})
"""Words between the word for a kind of place and its name: «province d'Alger»."""


def phrase_at(tokens: Sequence[Word], at: int, phrases: Phrases, lang: str) -> int:
    """How many words the longest phrase that begins at a word has; 0 for none. Case endings are allowed on every word."""
    best = 0
    for stem in stems(tokens[at].form, lang):
        for phrase in phrases.get(stem, ()):
            longer = len(phrase) > best and at + len(phrase) <= len(tokens)
            if longer and all(_same(p, tokens[at + i].form, lang) for i, p in enumerate(phrase)):
                best = len(phrase)
    return best


def _same(a: str, b: str, lang: str) -> bool:
    return bool(set(stems(a, lang)) & set(stems(b, lang)))


def phrase_ending(tokens: Sequence[Word], at: int, phrases: Phrases, lang: str) -> int:
    """How many words the longest phrase that ends with a word has; 0 for none."""
    best = 0
    for stem in stems(tokens[at].form, lang):
        for phrase in phrases.get(stem, ()):
            start = at - len(phrase) + 1
            if (
                len(phrase) > best
                and start >= 0
                and all(_same(p, tokens[start + i].form, lang) for i, p in enumerate(phrase[:-1]))
            ):
                best = len(phrase)
    return best


def headed(tokens: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether the word for a kind of place stands in front: "the province of X", «провинция X»."""
    before = at - 1
    if at and lex.lang != "vi" and phrase_ending(tokens, before, heads_by_last(lex), lex.lang):
        return True
    while before > 0 and at - before < 3 and (tokens[before].form in LINKS or tokens[before].form in lex.particles):
        before -= 1
    if before >= 0 and tokens[before].form in lex.place_lists:
        return True
    size = phrase_ending(tokens, before, heads_by_last(lex), lex.lang) if before >= 0 else 0
    if size and lex.lang == "vi":  # marks tell «cầu» (bridge) from «câu» (sentence)
        return " ".join(w.marked for w in tokens[before - size + 1 : before + 1]) in lex.marked_heads
    return size > 0


def heads_by_last(lex: Lexicon) -> Phrases:
    """Words for a kind of place that stand in front, by their last word."""
    return _regrouped(lex.lang, True)


def tails_by_first(lex: Lexicon) -> Phrases:
    """Words for a kind of place that stand behind, by their first word."""
    return _regrouped(lex.lang, False)


@lru_cache(maxsize=64)
def _regrouped(lang: str, heads: bool) -> Phrases:
    lex = lexicon(lang)
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in {p for phrases in (lex.place_heads if heads else lex.place_tails).values() for p in phrases}:
        word = phrase[-1 if heads else 0]
        for form in stems(word, lang) if script(word) == "Cyrl" else (word,):
            found.setdefault(form, set()).add(phrase)
    return {word: frozenset(phrases) for word, phrases in found.items()}

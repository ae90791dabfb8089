"""Known names, then unknown ones, then short forms of both; the longest stands where two overlap."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import regex

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.arabic import arabic_mentions
from khabar.flow.describe.entities.assemble import gather
from khabar.flow.describe.entities.bodies import body_mentions
from khabar.flow.describe.entities.cased import cased_mentions, ends_with_title_any
from khabar.flow.describe.entities.devanagari import devanagari_mentions
from khabar.flow.describe.entities.han import han_mentions
from khabar.flow.describe.entities.hangul import hangul_mentions
from khabar.flow.describe.entities.known import known_mentions
from khabar.flow.describe.entities.latin_inside import latin_mentions
from khabar.flow.describe.entities.lexicon import Lexicon, lexicon
from khabar.flow.describe.entities.mention import Mention, latin_id, without_overlaps
from khabar.flow.describe.entities.official import with_bodies
from khabar.flow.describe.entities.other_scripts import other_script_mentions
from khabar.flow.describe.entities.phrases import phrase_at, phrase_ending
from khabar.flow.describe.entities.places import tailed_places, with_heads
from khabar.flow.describe.entities.quoted import quoted_mentions
from khabar.flow.describe.entities.short_forms import (
    find_short,
    page_short_forms,
    prominent,
    same_acronyms,
    same_people,
)
from khabar.flow.describe.entities.sites import with_sites
from khabar.flow.describe.entities.towns import gazetteer_ids, town_mentions
from khabar.languages import fold, get, script_of
from khabar.languages.countries import countries
from khabar.models import Entity
from khabar.names.inflection import stem_end, stems, unprefixed
from khabar.names.tokens import Word, words
from khabar.names.vocabulary import vocabulary

CASED = ("Latn", "Cyrl", "Grek", "Armn")
"""Scripts that mark names with capitals."""
LONGEST_BODY = 60
"""Characters behind a town that may belong to the name of a body."""


def find_entities(document: Document) -> tuple[Entity, ...]:
    """The entities of the body, in order of first mention."""
    lex = lexicon(document.lang)
    tokens = words(document.folded)
    known = known_mentions(document, tokens)
    known += town_mentions(document, tokens, lex, without_overlaps(known))
    language = get(document.lang)
    cased = language.has_case if language else script_of(document.lang) in CASED
    new = _cased(document, tokens, known) if cased else _uncased(document, tokens, known)
    full = without_overlaps(with_heads(document.text, tokens, without_overlaps(known + new), lex))
    full = with_sites(document.text, tokens, full, lex)
    full = with_bodies(document, gazetteer_ids(document.text, full, lex))
    full = [_uninflected(m, document.text, lex) for m in full]
    parts = page_short_forms(document.text, full, lex)
    full = same_people(tokens, document.text, full, parts, lex)
    short = find_short(tokens, document.text, parts, lex)
    mentions = without_overlaps(_refine(full, short, document.text) + short + _prominent(document, tokens))
    mentions = same_acronyms(document.text, mentions, frozenset(m.id for m in mentions if m.id in countries()))
    return gather(document.text, mentions + _nested(known, mentions, document.text))


def _uninflected(m: Mention, text: str, lex: Lexicon) -> Mention:
    """A Turkish body has the id of its name without the case ending: «… Başkanlığından» and «… Başkanlığı» are one."""
    if lex.lang != "tr" or m.id or m.type == "LOC":
        return m
    parts = words(fold(text[m.start : m.end]))
    tail = next((t for t in stems(parts[-1].form, "tr", True)[1:] if (t,) in lex.org_tails.get(t, ())), None) if len(parts) > 1 else None
    if tail is None:
        return m
    written = text[m.start : m.start + parts[-1].start + len(tail)]
    return msgspec.structs.replace(m, id=latin_id(written), type="ORG")


def _nested(known: list[Mention], mentions: list[Mention], text: str) -> list[Mention]:
    """Countries at the end of a body's name are named too, as is its owner: "the Communist Party of China", "Japan's cabinet"."""
    bodies = [m for m in mentions if m.type == "ORG"]
    ends, starts = {m.end: m for m in bodies}, {m.start: m for m in bodies}
    found = []
    for m in known:
        whole = ends.get(m.end) or (starts.get(m.start) if text[m.end : m.end + 1] in ("'", "’") else None)
        if m.type == "LOC" and whole is not None and m.end - m.start < whole.end - whole.start and m.id in countries():
            found.append(m)
    return found


def _cased(document: Document, tokens: Sequence[Word], known: list[Mention]) -> list[Mention]:
    lex = lexicon(document.lang)
    quoted = quoted_mentions(document)
    closed = {m.end for m in quoted}
    bodies = quoted + [m for m in body_mentions(document, tokens, lex, known) if m.end not in closed]
    firsts = {s.start for s in document.sentences}
    sure = without_overlaps([m for m in known if _stands_alone(m, document, lex, firsts)] + bodies)
    return bodies + tailed_places(document.text, tokens, lex) + cased_mentions(document, tokens, lex, sure)


def _stands_alone(m: Mention, document: Document, lex: Lexicon, firsts: set[int]) -> bool:
    """A town or region may be part of a longer unknown name ("Pacifique Bahati"); other known names, and places behind "in", not.

    Nor is one behind a word that only its place at the head of a sentence gives a capital, no given name: «Deprem Hatay'da …».
    """
    if m.type != "LOC" or m.id in countries() or " " in document.text[m.start : m.end]:
        return True
    if _begins_a_body(document, m, lex):
        return False
    before = words(document.folded[max(0, m.start - 24) : m.start])
    if not before:
        return False
    first = max(0, m.start - 24) + before[-1].start in firsts
    given, _ = vocabulary(script_of(document.lang))
    if phrase_ending(before, len(before) - 1, lex.org_heads, lex.lang):
        return True  # «Trưởng trạm cứu hỏa Muan Lee …»: the town belongs to the body before it
    return before[-1].form in lex.place_before or (first and not given[before[-1].form])


def _begins_a_body(document: Document, m: Mention, lex: Lexicon) -> bool:
    """Whether capitalised words behind a town end in the word for a kind of body: "Allegheny General Hospital"."""
    run = regex.match(r"(?: \p{Lu}[\p{L}'’.-]*){1,4}", document.text[m.end : m.end + LONGEST_BODY])
    behind = words(fold(run[0])) if run else []
    return any(phrase_ending(behind, at, lex.org_tails, lex.lang) for at in range(len(behind)))


def _uncased(document: Document, tokens: Sequence[Word], known: list[Mention]) -> list[Mention]:
    """Unknown names of a script without capitals, and Latin names that stand in it."""
    lex, sure = lexicon(document.lang), without_overlaps(known)
    taken = {i for m in sure for i in range(m.start, m.end)}
    latin = latin_mentions(document, tokens, taken)
    match script_of(document.lang):
        case "Arab":
            quoted = quoted_mentions(document)
            marked = {i for m in quoted for i in range(m.start, m.end)}
            return (
                latin
                + quoted
                + [m for m in arabic_mentions(document, tokens, lex, sure) if marked.isdisjoint(range(m.start, m.end))]
            )
        case "Hang" | "Kore":
            return latin + hangul_mentions(document, tokens, lex, sure)
        case "Hans" | "Hant" | "Hani":
            return latin + han_mentions(document, sure)
    found = other_script_mentions(document, tokens)
    if script_of(document.lang) == "Deva":
        found += devanagari_mentions(document, tokens, lex, without_overlaps(found))
    return latin + found


def _refine(full: list[Mention], short: list[Mention], text: str) -> list[Mention]:
    """A single unknown word that is a part of somebody's name is no name of its own."""
    spans = {(m.start, m.end) for m in short}
    return [m for m in full if m.id or (m.start, m.end) not in spans or " " in text[m.start : m.end]]


def _prominent(document: Document, tokens: Sequence[Word]) -> list[Mention]:
    lex = lexicon(document.lang)
    table = prominent(document.lang)
    given, _ = vocabulary(script_of(document.lang))
    found = []
    for at, w in enumerate(tokens):
        if lex.stop(w) or w.form in lex.demonyms or w.form in lex.never:  # German writes nouns like names: Schiff, Koch
            continue
        for cut, rest in unprefixed(w.form, document.lang):
            if given[rest] > 1:
                continue
            who = next((table[s] for s in stems(rest, document.lang) if s in table), None)
            start = w.start + cut
            char = document.text[start]
            if lex.lang == "en" and (rest not in table or phrase_at(tokens, at, lex.titles_before, lex.lang)):
                continue  # "Stocks" is no Stock, "Bishop X" no Bishop
            if who and (char.isupper() or (char.lower() == char.upper() and ends_with_title_any(tokens, at, lex))):
                found.append(
                    Mention(
                        start=start,
                        end=stem_end(w, rest, table, document.lang),
                        type="PER",
                        id=who,
                        why="known by this name alone",
                    )
                )
                break
    return found

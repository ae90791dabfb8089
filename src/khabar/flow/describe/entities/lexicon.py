"""The words of one language that say what a name is: titles, heads and tails of names, words that end one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from khabar.languages import fold, part
from khabar.languages.countries import countries
from khabar.names.inflection import stems
from khabar.names.tokens import Word, plain, script, words

Phrases = dict[str, frozenset[tuple[str, ...]]]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """Phrases are tuples of plain folded words, kept under their first word (heads, titles before) or last (tails, titles after)."""

    lang: str
    titles_before: Phrases
    titles_after: Phrases
    org_heads: Phrases
    org_tails: Phrases
    place_heads: Phrases
    place_tails: Phrases
    place_before: frozenset[str]
    generic: Phrases
    weak_heads: frozenset[str]
    links: frozenset[str]
    stops: frozenset[str]
    never: frozenset[str]
    never_cut: frozenset[str]
    placed: frozenset[str]
    """Prepositions behind which a single word with a capital that ends its clause is a place."""
    joints: frozenset[str]
    """Words that join two parts of a body's name before its tail: «Kültür ve Turizm Bakanlığı»."""
    demonyms: frozenset[str]
    particles: frozenset[str]
    surnames: frozenset[str]
    say: frozenset[str]
    suffixes: tuple[str, ...]
    given_never: frozenset[str]
    media: frozenset[str]
    crediting: Phrases
    name_titles: frozenset[str]
    title_suffixes: tuple[str, ...]
    noun_suffixes: tuple[str, ...]
    lower_heads: frozenset[str]
    city_heads: frozenset[str]
    region_heads: frozenset[str]
    place_lists: frozenset[str]
    site_heads: frozenset[str]
    site_tails: Phrases
    site_openings: Phrases
    calendar: frozenset[str]
    channels: frozenset[str]
    kept_media: frozenset[str]
    media_tails: tuple[str, ...]
    thing_heads: Phrases
    thing_tails: Phrases
    lower_tails: frozenset[str]
    body_nouns: frozenset[str]
    adjectives: frozenset[str]
    person_suffixes: tuple[str, ...]
    ambiguous: frozenset[str]
    marked_heads: frozenset[str]
    marked_org_heads: frozenset[str]
    complete: Phrases
    marked_city_heads: frozenset[str]

    def stop(self, word: Word) -> bool:
        """Whether a word ends a name; Vietnamese tells «hai» (two) from «Hải» by its marks alone."""
        return (word.marked if self.lang == "vi" else word.form) in self.stops


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(w.form for w in words(fold(phrase)))


def _phrases(entries: tuple[str, ...], last: bool = False, lang: str = "") -> Phrases:
    """Phrases by their first or last word; where words decline by its stem too: «области» is a form of «область»."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for entry in entries:
        if key := _key(entry):
            word = key[-1 if last else 0]
            for form in stems(word, lang) if script(word) == "Cyrl" else (word,):
                found.setdefault(form, set()).add(key)
    return {word: frozenset(keys) for word, keys in found.items()}


def _set(entries: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain(fold(e)).strip() for e in entries)


def _stops(lang: str, entries: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(e).strip() for e in entries) if lang == "vi" else _set(entries)


def _leaves(value: Any) -> Iterator[str]:
    """Every single word of a part of a language, however deep: names of months and days."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(key)
            yield from _leaves(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _leaves(each)
    elif isinstance(value, str) and value.isalpha():
        yield value


def _demonyms(lang: str) -> frozenset[str]:
    """Nationalities; of "North Korean" the last word counts alone, as the first may be cut off before."""
    whole = [w for c in countries().values() for w in c.demonyms.get(lang, ())]
    return _set((*whole, *(w.split()[-1] for w in whole if " " in w and len(w.split()[-1]) > 4)))


@lru_cache(maxsize=64)
def lexicon(lang: str) -> Lexicon:
    """The words of `lang`, from names.toml and the verbs of saying of quotes.toml."""
    data = part(lang, "names")
    speech = part(lang, "quotes")
    say = (*speech.strings("say"), *speech.strings("acts"))
    return Lexicon(
        lang=lang,
        titles_before=_phrases(data.strings("titles_before"), lang=lang),
        titles_after=_phrases(data.strings("titles_after"), lang=lang, last=False),
        org_heads=_phrases(data.strings("org_heads"), lang=lang),
        org_tails=_phrases(data.strings("org_tails"), lang=lang, last=True),
        place_heads=_phrases(data.strings("place_heads"), lang=lang),
        place_tails=_phrases(data.strings("place_tails"), lang=lang, last=True),
        place_before=_set(data.strings("place_before")),
        generic=_phrases(data.strings("generic"), lang=lang),
        weak_heads=_set(data.strings("weak_heads")),
        links=_stops(lang, data.strings("links")),
        stops=_stops(lang, (*data.strings("stops"), *(w for w in say if " " not in w))),
        never=_set(data.strings("never")),
        never_cut=_set(data.strings("never_cut")),
        placed=_set(data.strings("placed")),
        joints=_set(data.strings("joints")),
        demonyms=_demonyms(lang),
        particles=_set(data.strings("particles")),
        surnames=_set(data.strings("surnames")),
        say=_set(say),
        suffixes=tuple(sorted(_set(data.strings("suffixes")))),
        given_never=_set(data.strings("given_never")),
        media=_set(data.strings("media")),
        crediting=_phrases(tuple(p for p in part(lang, "credits").strings("before") if len(p) > 4), last=True),
        name_titles=_set(data.strings("name_titles")),
        title_suffixes=tuple(sorted(_set(data.strings("title_suffixes")))),
        lower_heads=_set(data.strings("lower_heads")),
        noun_suffixes=tuple(sorted(_set(data.strings("noun_suffixes")))),
        city_heads=_set(data.strings("city_heads")),
        region_heads=_set(data.strings("region_heads")),
        place_lists=_set(data.strings("place_lists")),
        site_heads=_set(data.strings("site_heads")),
        site_tails=_phrases(data.strings("site_tails"), lang=lang),
        site_openings=_phrases(data.strings("site_openings"), lang=lang, last=True),
        calendar=_set(tuple(_leaves(part(lang, "dates").data))),
        channels=_set(data.strings("channels")),
        kept_media=_set(data.strings("kept_media")),
        media_tails=data.strings("media_tails"),
        thing_heads=_phrases(data.strings("thing_heads"), lang=lang),
        thing_tails=_phrases(data.strings("thing_tails"), lang=lang, last=True),
        body_nouns=_set(data.strings("body_nouns")),
        adjectives=_set(data.strings("adjectives")),
        person_suffixes=tuple(sorted(_set(data.strings("person_suffixes")))),
        ambiguous=_set(data.strings("ambiguous")),
        lower_tails=frozenset(s for w in _set(data.strings("lower_tails")) for s in stems(w, lang)),
        complete=_phrases(data.strings("complete"), lang=lang),
        marked_org_heads=frozenset(fold(h) for h in data.strings("org_heads")),
        marked_heads=frozenset(fold(h) for h in data.strings("place_heads")),
        marked_city_heads=frozenset(fold(h) for h in data.strings("city_heads")),
    )

"""Towns and regions of the gazetteer in a page, let in only where the context speaks for a place: "Salon" alone is no town."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.lexicon import Lexicon
from khabar.flow.describe.entities.mention import Mention
from khabar.flow.describe.entities.phrases import headed, phrase_at, phrase_ending, tails_by_first
from khabar.languages import fold
from khabar.languages.countries import countries
from khabar.names.cities import REGION, City, table
from khabar.names.inflection import entry_form, stems, unprefixed
from khabar.names.tokens import Word, script, words
from khabar.names.vocabulary import vocabulary

# A town as big as this needs no preposition in front, where capitals mark names; in scripts without capitals it takes more.
TOWN = "town of the gazetteer"
BIG = 80_000
BIG_IN_GERMAN = 200_000
VERY_BIG = 700_000
AND = frozenset({"and", "et", "y", "e", "und", "ve", "va", "и", "і", "й", "та", "و", "और", "및", "와", "과", "or", "ou"})
"""Words that join two places of a list."""
LOCATIVE = ("에", "의", "까지", "부터", "발", "산", "시", "주")
"""What must stand behind a Korean town abroad whose two syllables may be any word: «나가» is Naga and "go out"."""
SHORTEST = {"Latn": 4, "Cyrl": 4, "Arab": 3, "Hang": 2, "Hani": 2}


def town_mentions(document: Document, tokens: Sequence[Word], lex: Lexicon, known: Sequence[Mention]) -> list[Mention]:
    """Towns that the page names, outside of what is known already."""
    taken = {i: m for m in known for i in range(m.start, m.end)}
    places = {m.end for m in known if m.type == "LOC"}
    lands = named_lands(known)
    found: list[Mention] = []
    for at, w in enumerate(tokens):
        code = script(w.form)
        if code not in SHORTEST or code == "Hani":
            continue
        for start, last, city, key in _candidates(tokens, at, lex, code):
            end = tokens[last].start + len(key.split()[-1]) if code == "Hang" else tokens[last].end  # particles stay outside
            free = all(i not in taken or (last > at and _inside(taken[i], start, end)) for i in range(start, end))
            if free and _fits(document.text, tokens, (at, start), city, key, lex, places):
                mine = city.population != REGION or not lands or city.country in lands
                made = Mention(start=start, end=end, type="LOC", why=TOWN, weight=1)
                found.append(msgspec.structs.replace(made, id=city.id, name=city.name) if mine else made)
                places.add(end)
                break
    return found


def _inside(m: Mention, start: int, end: int) -> bool:
    """Whether a known place is only a part of the town's name: «Lào» in «Lào Cai»."""
    return m.type == "LOC" and start <= m.start and m.end <= end and m.end - m.start < end - start


def _candidates(tokens: Sequence[Word], at: int, lex: Lexicon, code: str) -> Iterator[tuple[int, int, City, str]]:
    cities = table(code)
    for cut, first in unprefixed(tokens[at].form, lex.lang):
        if cut and tokens[at].form[0] in "كسفک":
            continue
        for size in (4, 3, 2, 1):
            last = at + size - 1
            if last >= len(tokens) or (size > 1 and tokens[last].start - tokens[last - 1].end > 1):
                continue
            head = [first, *(w.form for w in tokens[at + 1 : last])] if size > 1 else []
            for stem in stems(tokens[last].form if size > 1 else first, lex.lang):
                key = " ".join([*head, stem])
                if (city := cities.get(key)) is not None and len(key) >= SHORTEST[code]:
                    yield tokens[at].start + cut, last, city, key


def _fits(
    text: str, tokens: Sequence[Word], place: tuple[int, int], city: City, key: str, lex: Lexicon, places: set[int]
) -> bool:
    at, start = place
    code = script(key)
    if key in lex.ambiguous or key in lex.place_before:
        return False  # only where the page names its country, see `known`
    if (
        key in lex.stops
        or key in lex.never
        or key in lex.calendar
        or key in lex.demonyms
        or (lex.stop(tokens[at]) and " " not in key)
    ):
        return False
    before = tokens[at - 1].form if at else ""
    clitic = start > tokens[at].start and tokens[at].form[0] in "بل"
    gap = text[tokens[at - 1].end : tokens[at].start] if at else ""
    named = (headed(tokens, at, lex) and not gap.strip()) or _tailed(text, tokens, at, lex)
    named = named or (text[start - 1 : start] == "(" and text[tokens[at].end : tokens[at].end + 1] == ")")
    placed = named or ((before in lex.place_before or clitic) and not gap.strip())
    listed = bool(at) and (
        tokens[at - 1].end in places or (at > 1 and tokens[at - 2].end in places and len(before) < 4)
    )
    if code == "Latn" and city.population == REGION and gap == ", " and text[tokens[at - 1].start].isupper():
        given, family = vocabulary(code)
        listed = listed or not (given[key] or family[key])  # "Rehoboth Beach, Delaware"
    if code in ("Latn", "Cyrl"):
        given, family = vocabulary(code)
        if not text[start].isupper():
            return False
        personal = " " not in key and (given[key] or family[key])
        return placed or listed or (city.population >= (BIG_IN_GERMAN if lex.lang == "de" else BIG) and not personal)
    if code == "Hang" and len(key) == 2 and city.country not in ("KR", "KP") and not (named or tokens[at].form[2:].startswith(LOCATIVE)):
        return listed
    given, family = vocabulary(code)
    if city.population == REGION and not named:  # «امور» is Amur and "affairs"
        return listed and len(key) > 3
    if given[key] or family[key]:
        return placed and city.population >= VERY_BIG
    return (
        placed
        or listed
        or (city.population >= VERY_BIG and len(key) > 3)
        or (lex.lang == "ko" and city.population >= BIG)
    )


def _tailed(text: str, tokens: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether the word for a kind of place stands behind: "X province"."""
    after = at + 1
    return (
        after < len(tokens)
        and text[tokens[at].end : tokens[after].start] == " "
        and phrase_at(tokens, after, tails_by_first(lex), lex.lang) > 0
    )


def named_lands(mentions: Sequence[Mention]) -> frozenset[str]:
    """The countries that a page names (ISO 3166): a province of another land is hardly meant."""
    by_id = countries()
    return frozenset(by_id[m.id].alpha2 for m in mentions if m.id in by_id)


def gazetteer_ids(text: str, mentions: Sequence[Mention], lex: Lexicon) -> list[Mention]:
    """Unknown places with the word for their kind get the id of the town or region that the gazetteer holds: «استان X», "X Province"."""
    lands = named_lands(mentions)
    return [m if m.id or m.type != "LOC" else _in_gazetteer(text, m, lex, lands) for m in mentions]


def _in_gazetteer(text: str, m: Mention, lex: Lexicon, lands: frozenset[str]) -> Mention:
    parts = words(fold(text[m.start : m.end]))
    first = phrase_at(parts, 0, lex.place_heads, lex.lang) if parts else 0
    rest = parts[first:]
    last = len(rest) - (phrase_ending(rest, len(rest) - 1, lex.place_tails, lex.lang) if rest else 0)
    rest = rest[:last] or rest
    if not rest:
        return m
    cities = table(script(rest[0].form)) if script(rest[0].form) in SHORTEST else {}
    for form in _bare(rest[-1].form, lex):
        city = cities.get(" ".join([*(entry_form(w.form, lex.lang) for w in rest[:-1]), form]))
        if city is not None and (not lands or city.country in lands or city.population >= BIG):
            return msgspec.structs.replace(m, id=city.id, name=city.name)
    return m


def _bare(form: str, lex: Lexicon) -> Iterator[str]:
    """A word without its case ending, and, where the word for the kind is written together with the name, without that: «꽝닌성»."""
    for stem in (entry_form(form, lex.lang), *stems(form, lex.lang)):
        yield stem
        if lex.lang in ("ko", "zh"):
            yield from (
                stem[: -len(tail)] for tail in lex.place_tails if stem.endswith(tail) and len(stem) - len(tail) > 1
            )

"""Towns of the gazetteer in a page, let in only where the context speaks for a place: "Salon" alone is no town."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.lexicon import Lexicon
from khabar.flow.describe.entities.mention import Mention
from khabar.names.cities import City, table
from khabar.names.inflection import stems, unprefixed
from khabar.names.tokens import Word, script
from khabar.names.vocabulary import vocabulary

# A town as big as this needs no preposition in front, where capitals mark names; in scripts without capitals it takes more.
TOWN = "town of the gazetteer"
BIG = 80_000
BIG_IN_GERMAN = 200_000
VERY_BIG = 700_000
SHORTEST = {"Latn": 4, "Cyrl": 4, "Arab": 3, "Hang": 2, "Hani": 2}


def town_mentions(document: Document, tokens: Sequence[Word], lex: Lexicon, known: Sequence[Mention]) -> list[Mention]:
    """Towns that the page names, outside of what is known already."""
    taken = {i for m in known for i in range(m.start, m.end)}
    places = {m.end for m in known if m.type == "LOC"}
    found: list[Mention] = []
    for at, w in enumerate(tokens):
        code = script(w.form)
        if code not in SHORTEST or code == "Hani" or w.start in taken:
            continue
        for start, last, city, key in _candidates(tokens, at, lex, code):
            if taken.isdisjoint(range(start, tokens[last].end)) and _fits(document.text, tokens, (at, start), city, key, lex, places):
                found.append(Mention(start=start, end=tokens[last].end, type="LOC", id=city.id, name=city.name, why=TOWN, weight=1))
                places.add(tokens[last].end)
                break
    return found


def _candidates(tokens: Sequence[Word], at: int, lex: Lexicon, code: str) -> Iterator[tuple[int, int, City, str]]:
    cities = table(code)
    for cut, first in unprefixed(tokens[at].form, lex.lang):
        for size in (3, 2, 1):
            last = at + size - 1
            if last >= len(tokens) or (size > 1 and tokens[last].start - tokens[last - 1].end > 1):
                continue
            head = [first, *(w.form for w in tokens[at + 1 : last])] if size > 1 else []
            for stem in stems(tokens[last].form if size > 1 else first, lex.lang):
                key = " ".join([*head, stem])
                if (city := cities.get(key)) is not None and len(key) >= SHORTEST[code]:
                    yield tokens[at].start + cut, last, city, key


def _fits(text: str, tokens: Sequence[Word], place: tuple[int, int], city: City, key: str, lex: Lexicon, places: set[int]) -> bool:
    at, start = place
    code = script(key)
    if key in lex.stops or key in lex.never or key in lex.demonyms or lex.stop(tokens[at]):
        return False
    before = tokens[at - 1].form if at else ""
    clitic = start > tokens[at].start and tokens[at].form[0] in "بل"
    gap = text[tokens[at - 1].end : tokens[at].start] if at else ""
    placed = (before in lex.place_before or before in lex.place_heads or clitic) and not gap.strip()
    listed = bool(at) and (tokens[at - 1].end in places or (at > 1 and tokens[at - 2].end in places and len(before) < 4))
    if code in ("Latn", "Cyrl"):
        given, family = vocabulary(code)
        if not text[start].isupper():
            return False
        personal = " " not in key and (given[key] or family[key])
        return placed or listed or (city.population >= (BIG_IN_GERMAN if lex.lang == "de" else BIG) and not personal)
    given, family = vocabulary(code)
    if given[key] or family[key]:
        return placed and city.population >= VERY_BIG
    return placed or listed or (city.population >= VERY_BIG and len(key) > 3) or (lex.lang == "ko" and city.population >= BIG)

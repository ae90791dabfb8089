"""Known names in scripts without a trie of their own (Devanagari, Bengali, Thai, Hebrew, Greek, Georgian …).

Names that the files hold in the page's language; countries by their CLDR names, large towns by the gazetteer's names in that script,
people by the consonants of their transliteration: "इमरान खान" is written like "Imran Khan".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.mention import Kind, Mention
from khabar.languages import fold, part, script_of
from khabar.languages.countries import further_names, names_in
from khabar.names.catalogue import all_names
from khabar.names.cities import REGION, table
from khabar.names.skeleton import coarse, match, skeleton
from khabar.names.tokens import Word, script, words

OTHER = "Zyyy"
ALIKE = 0.86
"""Two words and more with this likeness are one name."""
SHORTEST = 3
WELL_KNOWN = 6
"""Only people whom the files name in so many languages: short names of others are written like common words."""
ENDING = 3
"""A country's name may carry so many characters of an ending."""
LARGE_TOWN = 700_000
PLACING = frozenset(fold(w) for w in ("में", "से", "के", "की", "का", "को", "स्थित"))
"""Hindi particles behind which a smaller town or a region is let in."""
LETTERS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", ["ए", "बी", "सी", "डी", "ई", "एफ", "जी", "एच", "आई", "जे", "के", "एल", "एम", "एन", "ओ", "पी", "क्यू", "आर", "एस", "टी", "यू", "वी", "डब्ल्यू", "एक्स", "वाई", "जेड"], strict=True))
"""How Hindi spells Latin letters: टीएसएमसी, एनटीएसबी."""
SPELLED = 3


def other_script_mentions(document: Document, tokens: Sequence[Word]) -> list[Mention]:
    """Countries, large towns and people that the files know."""
    own = [at for at, w in enumerate(tokens) if script(w.form) == OTHER and not w.form[0].isdigit()]
    found = [m for at in own for m in _written(document.lang, tokens, at)]
    found += [m for at in own for m in _countries(document.lang, tokens, at)]
    found += [m for at in own for m in _towns(tokens, at, _never(document.lang))]
    if script_of(document.lang) == "Deva":
        found += [m for at in own for m in _letters(tokens, at)]
    particles = frozenset(fold(w) for w in part(document.lang, "names").strings("stops"))
    own = [at for at in own if tokens[at].form not in particles]
    return found + [m for at in own for m in _people(tokens, at) if not any(w.form in particles for w in tokens[at + 1 :] if w.end <= m.end)]


@lru_cache(maxsize=8)
def _written_names(lang: str) -> Mapping[str, list[tuple[tuple[str, ...], str, Kind]]]:
    """First word -> (words, id, type) of the names that the files hold in a language, the longest first."""
    made: dict[str, list[tuple[tuple[str, ...], str, Kind]]] = {}
    for name in all_names().values():
        kind: Kind = "LOC" if name.type == "LOC" else "ORG" if name.type == "ORG" else "PER"
        for written in name.names.get(lang, ()) if name.kind != "country" else ():
            parts = tuple(w.form for w in words(fold(written)))
            if parts:
                made.setdefault(parts[0], []).append((parts, name.id, kind))
    return {first: sorted(rows, key=lambda r: -len(r[0])) for first, rows in made.items()}


@lru_cache(maxsize=1)
def _spelled() -> Mapping[str, str]:
    """Acronyms of known bodies, letter by letter in Devanagari -> id."""
    made: dict[str, str] = {}
    for name in all_names().values():
        for written in name.names.get("en", ()) if name.type == "ORG" else ():
            if SPELLED <= len(written) <= 6 and written.isalpha() and written.isascii() and written.isupper():
                made.setdefault(fold("".join(LETTERS[c] for c in written)), name.id)
    return made


def _letters(tokens: Sequence[Word], at: int) -> Iterator[Mention]:
    w = tokens[at]
    if (key := _spelled().get(w.form)) is not None and len(w.form) > SPELLED:
        yield Mention(start=w.start, end=w.end, type="ORG", id=key, why="an acronym spelled by the names of its letters", weight=2)


def _written(lang: str, tokens: Sequence[Word], at: int) -> Iterator[Mention]:
    for parts, key, kind in _written_names(lang).get(tokens[at].form, ()):
        run = tokens[at : at + len(parts)]
        if tuple(w.form for w in run) == parts and run[-1].end - run[0].start < 60:
            yield Mention(start=run[0].start, end=run[-1].end, type=kind, id=key, why="known name", weight=3)
            return


@lru_cache(maxsize=8)
def _country_words(lang: str) -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    made: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    usual = [(country, name) for country, names in further_names(lang).items() for name in names]
    for country, name in [*names_in(lang).items(), *usual]:
        parts = tuple(w.form for w in words(fold(name)))
        if parts and len(parts[0]) >= SHORTEST:
            made.setdefault(parts[0][:SHORTEST], []).append((parts, country))
    return made


@lru_cache(maxsize=8)
def _never(lang: str) -> frozenset[str]:
    """Words that are no names though a country or town is written like them: गिनी, "counted"."""
    return frozenset(fold(w) for w in part(lang, "names").strings("never"))


def _countries(lang: str, tokens: Sequence[Word], at: int) -> Iterator[Mention]:
    alone = tokens[at].form in _never(lang)  # «उत्तर», "answer", but «उत्तर कोरिया»
    for parts, country in _country_words(lang).get(tokens[at].form[:SHORTEST], ()):
        if alone and len(parts) == 1:
            continue
        run = [w.form for w in tokens[at : at + len(parts)]]
        ending = run[-1][len(parts[-1]) :] if len(run) == len(parts) and run[-1].startswith(parts[-1]) else None
        if run[:-1] == list(parts[:-1]) and ending is not None and len(ending) <= (0 if len(parts[-1]) <= SHORTEST else ENDING):
            last = tokens[at + len(parts) - 1]
            yield Mention(start=tokens[at].start, end=last.start + len(parts[-1]), type="LOC", id=country, why="country of CLDR", weight=2)


def _towns(tokens: Sequence[Word], at: int, never: frozenset[str]) -> Iterator[Mention]:
    for size in (2, 1):
        run = tokens[at : at + size]
        town = table(OTHER).get(" ".join(w.form for w in run)) if len(run) == size else None
        if town is None or (size == 1 and run[0].form in never) or len(run[-1].form) < SHORTEST:
            continue
        behind = tokens[at + size].form if at + size < len(tokens) else ""
        placed = behind in PLACING and len(run[-1].form) > SHORTEST + 1
        if town.population >= LARGE_TOWN or (placed and town.population >= REGION):
            yield Mention(start=run[0].start, end=run[-1].end, type="LOC", id=town.id, name=town.name, why="town of the gazetteer", weight=1)
            return


@lru_cache(maxsize=1)
def _people_by_sound() -> Mapping[str, list[tuple[str, str]]]:
    """Coarse consonants of the first word -> (English name, id) of known people with two or three words."""
    made: dict[str, list[tuple[str, str]]] = {}
    for person in all_names().values():
        for name in person.names.get("en", ())[:2] if person.type == "PER" and len(person.names) >= WELL_KNOWN else ():
            parts = fold(name).split()
            if 2 <= len(parts) <= 4 and len(skeleton(parts[0])) > 1 and len(skeleton(parts[-1])) > 1:
                made.setdefault(coarse(parts[0]), []).append((name, person.id))
    return made


def _people(tokens: Sequence[Word], at: int) -> Iterator[Mention]:
    for name, person in _people_by_sound().get(coarse(tokens[at].form), ()):
        size = len(name.split())
        run = tokens[at : at + size]
        if len(run) == size and run[-1].end - run[0].start < 60 and match(name, " ".join(w.form for w in run)) >= ALIKE:
            why = f"is written like “{name}”"
            yield Mention(start=run[0].start, end=run[-1].end, type="PER", id=person, name=name, why=why, weight=2)
            return

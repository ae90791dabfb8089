"""Case forms of the names of media and of offices: «Российской газеты», «Следственном комитете», "Neuen Zürcher Zeitung".

Endings behind the last word of a name are met by the look-up; here are the forms whose change lies within: adjectives, and the noun that
they and a genitive stand around («министерств-о обороны»).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

# Ending of the nominative -> its endings in genitive, dative, accusative, instrumental and prepositional.
_RU_NOUN = {"ия": ("ии", "ии", "ию", "ией", "ии"), "а": ("ы", "е", "у", "ой", "е"), "я": ("и", "е", "ю", "ей", "е"), "ь": ("и", "и", "ь", "ью", "и"),
            "ие": ("ия", "ию", "ие", "ием", "ии"), "о": ("а", "у", "о", "ом", "е")}  # fmt: skip
_RU_ADJECTIVE = {"ая": ("ой", "ой", "ую", "ой", "ой"), "яя": ("ей", "ей", "юю", "ей", "ей"), "ое": ("ого", "ому", "ое", "ым", "ом"),
                 "ый": ("ого", "ому", "ый", "ым", "ом"), "ий": ("ого", "ому", "ий", "им", "ом"), "ой": ("ого", "ому", "ой", "ым", "ом"),
                 "ые": ("ых", "ым", "ые", "ыми", "ых"), "ие": ("их", "им", "ие", "ими", "их")}  # fmt: skip
_UK_NOUN = {"ія": ("ії", "ії", "ію", "ією", "ії"), "а": ("и", "і", "у", "ою", "і"), "я": ("і", "і", "ю", "ею", "і"), "о": ("а", "у", "о", "ом", "і"),
            "ння": ("ння", "нню", "ння", "нням", "нні"), "ь": ("і", "і", "ь", "ю", "і")}  # fmt: skip
_UK_ADJECTIVE = {"ька": ("ької", "ькій", "ьку", "ькою", "ькій"), "на": ("ної", "ній", "ну", "ною", "ній"), "ча": ("чої", "чій", "чу", "чою", "чій"),
                 "ова": ("ової", "овій", "ову", "овою", "овій"), "рша": ("ршої", "ршій", "ршу", "ршою", "ршій"), "не": ("ного", "ному", "не", "ним", "ному"),
                 "ьке": ("ького", "ькому", "ьке", "ьким", "ькому"), "ове": ("ового", "овому", "ове", "овим", "овому"),
                 "ий": ("ого", "ому", "ий", "им", "ому"), "і": ("их", "им", "і", "ими", "их")}  # fmt: skip
_TABLES = {"ru": (_RU_NOUN, _RU_ADJECTIVE), "uk": (_UK_NOUN, _UK_ADJECTIVE)}
# What a noun without an ending takes, where it is not the last word: «комитет-а начальников», «центр-у связи».
_BARE = {"ru": ("а", "у", "", "ом", "е"), "uk": ("у", "у", "", "ом", "і")}
_STIFF = frozenset({"радио", "радіо", "медиа", "медіа", "экспресс", "експрес"})
"""Nouns that stay as they are, before one that does not: «Радио Свобод-ы»."""
_NOUNS_IE = ("ние", "тие", "вие")
"""Nouns that look like an adjective in the plural: «управление по чрезвычайным ситуациям»."""
_CASES = 5
_LONGEST = 3


def declined(name: str, lang: str) -> Iterator[str]:
    """Further forms of a name in languages that inflect it inside. The words before the first noun are adjectives, those behind it stay as
    they are. A foreign name that ends in «о» has one form: «Политико» is not «политика»."""
    words = name.split()
    if lang == "de":
        if len(words) > 1 and words[0].endswith("e"):
            yield " ".join((f"{words[0]}n", *words[1:]))
    elif lang in _TABLES and not name.isupper() and not (len(words) == 1 and name.endswith("о")):
        head = _head(words, lang)
        for case in range(_CASES):
            form = " ".join(_inflected(word, at - head, at == len(words) - 1, lang, case) for at, word in enumerate(words))
            if form != name:
                yield form


def _head(words: list[str], lang: str) -> int:
    """The place of the first word that has no adjective's ending; a name of adjectives alone has its last word for a noun."""
    adjectives = _TABLES[lang][1]
    return next((at for at, word in enumerate(words[:-1]) if word.lower() not in _STIFF and (word.endswith(_NOUNS_IE) or not _ending(word, adjectives))), len(words) - 1)


def _inflected(word: str, behind: int, last: bool, lang: str, case: int) -> str:
    nouns, adjectives = _TABLES[lang]
    if behind > 0:
        return word
    if length := _ending(word, nouns if behind == 0 else adjectives):
        return word[:-length] + (nouns if behind == 0 else adjectives)[word[-length:]][case]
    bare = behind == 0 and not last and word[-1:] not in "аеёиоуыэюяіїєйь" and not word.isupper() and len(word) > _LONGEST
    return word + _BARE[lang][case] if bare else word


def _ending(word: str, table: Mapping[str, tuple[str, ...]]) -> int:
    """Letters of the word's ending in a table, 0 where it has none of it."""
    return next((length for length in range(_LONGEST, 0, -1) if len(word) > length + 2 and word[-length:] in table), 0)

"""Case forms of the names of media: «Российской газеты», "Neuen Zürcher Zeitung". Endings behind a bare name are met by the look-up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

# Ending of the nominative -> its endings in genitive, dative, accusative, instrumental and prepositional. Nouns first, adjectives after.
_RU_NOUN = {"ия": ("ии", "ии", "ию", "ией", "ии"), "а": ("ы", "е", "у", "ой", "е"), "я": ("и", "е", "ю", "ей", "е"), "ь": ("и", "и", "ь", "ью", "и"),
            "ие": ("ия", "ию", "ие", "ием", "ии"), "о": ("а", "у", "о", "ом", "е")}  # fmt: skip
_RU_ADJECTIVE = {"ая": ("ой", "ой", "ую", "ой", "ой"), "яя": ("ей", "ей", "юю", "ей", "ей"), "ое": ("ого", "ому", "ое", "ым", "ом"),
                 "ый": ("ого", "ому", "ый", "ым", "ом"), "ий": ("ого", "ому", "ий", "им", "ом"), "ые": ("ых", "ым", "ые", "ыми", "ых"),
                 "ие": ("их", "им", "ие", "ими", "их")}  # fmt: skip
_UK_NOUN = {"ія": ("ії", "ії", "ію", "ією", "ії"), "а": ("и", "і", "у", "ою", "і"), "я": ("і", "і", "ю", "ею", "і"), "о": ("а", "у", "о", "ом", "і")}
_UK_ADJECTIVE = {"ька": ("ької", "ькій", "ьку", "ькою", "ькій"), "на": ("ної", "ній", "ну", "ною", "ній"), "а": ("ої", "ій", "у", "ою", "ій"),
                 "е": ("ого", "ому", "е", "им", "ому"), "ий": ("ого", "ому", "ий", "им", "ому"), "і": ("их", "им", "і", "ими", "их")}  # fmt: skip
_TABLES = {"ru": (_RU_NOUN, _RU_ADJECTIVE), "uk": (_UK_NOUN, _UK_ADJECTIVE)}
_CASES = 5


def declined(name: str, lang: str) -> Iterator[str]:
    """Further forms of a name in languages that inflect it inside; every word before the last is taken for an adjective."""
    words = name.split()
    if lang == "de":
        if len(words) > 1 and words[0].endswith("e"):
            yield " ".join((f"{words[0]}n", *words[1:]))
    elif lang in _TABLES and not name.isupper():
        nouns, adjectives = _TABLES[lang]
        for case in range(_CASES):
            form = " ".join((*(_form(w, adjectives, case) for w in words[:-1]), _form(words[-1], nouns, case)))
            if form != name:
                yield form


def _form(word: str, table: Mapping[str, tuple[str, ...]], case: int) -> str:
    for length in (3, 2, 1):
        if len(word) > length + 2 and (endings := table.get(word[-length:])):
            return word[:-length] + endings[case]
    return word

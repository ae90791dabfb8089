"""Countries in running text: by name, by a word of the same stem ("Russia", "Russian"), and by their capital beside an office."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import regex

from khabar.languages import fold, part
from khabar.languages.phrase_set import Group, PhraseSet, phrase_set, squeeze
from khabar.languages.phrases import NO_BOUNDARY, alternatives, compiled

REACH = 34
"""Characters on either side of a role in which its country may stand."""
COUNTRY_LAST = frozenset({"ar", "fa", "fr", "es", "vi"})
"""Languages in which the country follows the role."""
HEAD = 200
"""Characters of title and dateline in which a capital says where the news is from."""
HOME_BONUS = 2
"""Mentions that a page's own state, which national papers leave out, counts for."""


def country_beside(text: str, start: int, end: int, lang: str) -> str | None:
    """The country named next to a span, itself or by its capital, the nearest one within the same clause."""
    low = max(0, start - REACH)
    before = regex.split(r"[.!?؟。;\n]", text[low:start])[-1]
    after = regex.split(r"[.!?؟。;\n,،，]", text[end : end + REACH])[0]
    ahead = [(len(before) - b, c) for _, b, c in _named_in(before, lang)]
    behind = [(a, c) for a, _, c in _named_in(after, lang)]
    if lang in COUNTRY_LAST:
        behind = [(gap - 8, c) for gap, c in behind]
    near = [(gap, c) for gap, c in (*ahead, *behind) if gap <= 22]
    return min(near, default=(0, None))[1] or _short_beside(text, start, end, lang)


def _short_beside(text: str, start: int, end: int, lang: str) -> str | None:
    """The country of a short name that means one only right beside an office: 俄外交部, 미 국방부, «Bộ Ngoại giao Anh»."""
    expression, ids = _short_names(lang)
    if not ids:
        return None
    before, after = text[max(0, start - 8) : start], text[end : end + 8]
    if before.rstrip().endswith(_elsewhere(lang)):
        return None
    edge = "" if lang in NO_BOUNDARY else r"(?<!\w)"
    found = compiled(rf"{edge}{expression}\s?$").search(before) or (
        lang in COUNTRY_LAST and compiled(rf"\s{expression}(?!\w)").match(after)
    )
    return ids[found[1]] if found else None


@lru_cache(maxsize=64)
def _elsewhere(lang: str) -> tuple[str, ...]:
    """Folded names of places that hold the name of a country."""
    return tuple(fold(place) for place in part(lang, "credits").strings("not_countries"))


@lru_cache(maxsize=64)
def _short_names(lang: str) -> tuple[str, dict[str, str]]:
    ids = {fold(short): str(country) for short, country in part(lang, "credits").table("beside_office").items()}
    return f"({alternatives(ids)})", ids


def home_country(folded_text: str, lang: str, own: str | None = None) -> str | None:
    """The country that a text is about: the one it names most often, the earlier one of two.

    `own` is the country of the page's outlet, and the language's only state is as likely: papers leave the name of their own
    country out, unless they write about another. A capital in the dateline counts as its country. A page that names no country at all
    is about the one where most papers of its language appear.
    """
    words = part(lang, "credits")
    doubtful = {" ".join(fold(w).split()) for w in words.strings("country_homonyms")}
    named = [c for a, b, c in countries_in(folded_text, lang) if folded_text[a:b] not in doubtful]
    counts = Counter([*named, *(c for _, _, c in _capitals_in(folded_text[:HEAD], lang))])
    for country in words.strings("home"):
        counts[country] += HOME_BONUS
    if own is not None and own not in words.strings("home"):
        counts[own] += HOME_BONUS if own in named or not named else 0
    if not counts:
        return next(iter(words.strings("else_home")), None)
    first = {c: i for i, c in reversed(list(enumerate(named)))}
    return min(counts, key=lambda c: (-counts[c], first.get(c, len(named)), c), default=None)


def _capitals_in(text: str, lang: str) -> list[tuple[int, int, str]]:
    capitals, ids = _capitals(lang)
    return [(m.start(), m.end(), ids[m.phrase]) for m in capitals.finditer(text)]


def _named_in(text: str, lang: str) -> tuple[tuple[int, int, str], ...]:
    return (*countries_in(text, lang), *_capitals_in(text, lang))


@lru_cache(maxsize=64)
def _capitals(lang: str) -> tuple[PhraseSet, dict[str, str]]:
    """(the names, folded name of a capital -> country id)."""
    from khabar.languages.capitals import capitals_in
    from khabar.languages.catalogue import script_of

    words = {fold(w) for w in part(lang, "credits").strings("capital_homonyms")}
    ids = {
        squeeze(fold(name)).strip(): country for country, names in sorted(capitals_in(lang).items()) for name in names if fold(name) not in words
    }
    if lang in NO_BOUNDARY:
        return phrase_set(ids), ids
    prefix = r"(?:[وفبلک])?" if lang == "ar" else r"(?:l'|d')?"
    return phrase_set(ids, rf"(?<!\w){prefix}", rf"{_NAME_ENDING.get(script_of(lang), '')}(?!\w)"), ids


@lru_cache(maxsize=4096)
def countries_in(text: str, lang: str) -> tuple[tuple[int, int, str], ...]:
    """Countries in folded text by name or by a word of the same stem ("Russia", "Russian"), in order."""
    phrases, stems = _stems(lang)
    found = ((match.start(), match.end(), stems[match.phrase]) for match in phrases.finditer(text) if stems[match.phrase])
    return tuple(f for f in found if not (f[2] in NAMESAKES and ELSEWHERE.search(text[max(0, f[0] - 12) : f[0]])))


NAMESAKES = frozenset({"jersey", "mexico", "guinea", "georgia"})
"""Countries whose names stand in those of other places."""
ELSEWHERE = regex.compile(r"(?:\bnew|\bnuevo|\bnueva|\bnouveau|\bnouvelle|\bsouth|\bgulf of|\bgolfo de|\bgolfe du|\bgolf von|\bнью|نیو|\bvịnh)[\s-]+$|[新뉴]$")
"""Words before a country's name that make another place of it: New Mexico, Gulf of Mexico, 新墨西哥州."""


# What an adjective of nationality adds to the stem of a country's name.
_ADJECTIVE = {
    "Latn": r"(?:an|ian|ean|n|ese|i|ish|ites?|ain(?:e|s|es)?|i?en(?:ne|s|nes)?|ois(?:e|es)?|ais(?:e|es)?|éen(?:ne)?|isch(?:e|en|er|es|em)?|"
    r"an[oa]s?|ian[oa]s?|eñ[oa]s?|ens(?:e|es)|és|es[ae]s?|[oa]s?|li|lı|lu|ns|ians|ans)?(?:'s|')?",
    # also the cases of a name that ends in a vowel: Украина, Украины, Украиной
    "Cyrl": r"\p{Cyrillic}{0,3}сь?к\p{Cyrillic}{1,3}|[аеёиіїоуыюяйєю]{1,2}[мх]?",
    "Arab": r"(?:ی|یه|یین|یون|یات)?",
}
_NAME_ENDING = {
    "Latn": r"(?:'?s|e[nrsm]?|'?n[ıiuü]n|'?d[ae]n?|'?t[ae]n?|'?y[ae]|'?[ıiuü]n)?",
    "Cyrl": r"\p{Cyrillic}{0,3}",
    "Arab": r"(?:ی|یه|ها)?",
}


@lru_cache(maxsize=64)
def _stems(lang: str) -> tuple[PhraseSet, dict[str, str]]:
    """(the phrases, name or stem -> country id): names with case endings, and their stems with an adjective's ending."""
    from khabar.languages.catalogue import script_of
    from khabar.languages.countries import countries

    names = {squeeze(fold(longer)).strip(): "" for longer in part(lang, "credits").strings("not_countries")}
    stems: dict[str, str] = {}
    bare: dict[str, str] = {}
    for country in sorted(countries().values(), key=lambda c: c.id):
        for name in (*(country.names.get(lang) or _territory(country.alpha2, lang) or country.names["en"]), *country.demonyms.get(lang, ())):
            key = squeeze(fold(name)).strip()
            for form in (key, *_plural(key, lang)):
                names.setdefault(form, country.id)
            bare.setdefault(key, key.removeprefix("ال") if lang == "ar" and name.startswith("ال") else key)
    for name, country_id in names.items():
        stem = _stem(bare.get(name, name), lang)
        if country_id and len(stem) >= 3 and stem not in names and " " not in name:
            stems.setdefault(stem, country_id)
    if lang in NO_BOUNDARY:
        return phrase_set(names), names
    script = script_of(lang)
    before = r"(?<!\w)" + (r"(?:[وفبلک]?(?:ال|لل)?)" if lang == "ar" else r"(?:l'|d')?")
    whole = Group(tuple(names), before, rf"{_NAME_ENDING.get(script, '')}(?!\w)")
    adjectives = Group(tuple(stems), before, rf"(?:{_ADJECTIVE.get(script, '')})(?!\w)")
    return PhraseSet(whole, adjectives), stems | names


def _territory(alpha2: str, lang: str) -> tuple[str, ...]:
    """The name of a country in a language that has no folder, from CLDR; none where CLDR has none."""
    from babel import Locale
    from babel.core import UnknownLocaleError

    try:
        name = Locale.parse(lang).territories.get(alpha2)
    except (UnknownLocaleError, ValueError):
        return ()
    return (str(name),) if name else ()


def _plural(word: str, lang: str) -> tuple[str, ...]:
    """Forms of an adjective of nationality that lose an accent: «japonés», «japonesa», «japoneses»."""
    if lang == "es" and word.endswith(("és", "án")):
        bare = word[:-2] + ("es" if word.endswith("és") else "an")
        return f"{bare}a", f"{bare}es", f"{bare}as"
    return ()


def _stem(name: str, lang: str) -> str:
    """A one-word name without the letters that its adjective changes: росси-, морокк-, روس-."""
    if lang in ("ar", "fa"):
        return name.rstrip("اهی") if len(name) >= 4 else name
    if name[-1:] in "aeiouyéаеиіяїой":
        shorter = name.rstrip("aeiouyéаеиіяїй")
        return shorter if len(shorter) >= 4 else name
    return name

"""Official bodies by what they are called: a role ("interior ministry") and a country near it, or the one that the text is about.

    roles.toml      role -> type and names by language
    find_bodies     phrases in a text -> bodies with ids like `morocco-interior-ministry`
    body            such an id -> a Source, made when asked for

Bodies with a name of their own (Kremlin, AFAD) stand in data/official/ and win over the generated id of their role.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import regex

from khabar.languages import fold
from khabar.languages.phrases import NO_BOUNDARY, alternatives, compiled
from khabar.sources.catalogue import DATA, Source, all_sources

REACH = 34
"""Characters on either side of a role in which its country may stand."""
# Endings of the words in a role phrase and what may run into them, by language; others take no ending.
_ENDING = {"ru": r"\p{Cyrillic}{0,3}", "uk": r"\p{Cyrillic}{0,3}", "de": r"(?:s|es|en|er)?", "tr": r"(?:'?\p{Latin}{0,6})", "fa": r"(?:ی|ها|های)?"}
_PREFIX = {"ar": r"(?:[وفبلک]|لل|وال|بال)?", "fr": r"(?:l'|d')?", "es": ""}


class FoundBody(NamedTuple):
    """A body in a text: the span of its role phrase and its id; `stated` tells whether its country stands beside it."""

    start: int
    end: int
    source: str
    stated: bool


@lru_cache(maxsize=1)
def roles() -> Mapping[str, Mapping[str, Any]]:
    """Role -> its table in roles.toml."""
    from khabar.languages.parts import read_toml

    return read_toml(DATA / "roles.toml")


@lru_cache(maxsize=64)
def _table(lang: str) -> tuple[str, dict[str, str]]:
    """(expression, folded phrase -> role) for one language; English where a language has none."""
    forms: dict[str, str] = {}
    for role, table in roles().items():
        for phrase in table.get(lang, table["en"]):
            forms.setdefault(" ".join(fold(phrase).split()), role)
    core = alternatives(forms)
    if lang in NO_BOUNDARY:
        return f"({core})", forms
    return rf"(?<!\w){_PREFIX.get(lang, '')}({core}){_ENDING.get(lang, '')}(?!\w)", forms


def find_bodies(folded_text: str, lang: str, home: str | None = None) -> list[FoundBody]:
    """Official bodies named by their role in folded text, in order.

    `home` is the id of the country that a role without a country belongs to; without one such a role is left out.
    """
    expression, forms = _table(lang)
    found = []
    for match in compiled(expression).finditer(folded_text):
        role = forms[" ".join(match[1].split())]
        beside = country_beside(folded_text, match.start(), match.end(), lang)
        if country := beside or roles()[role].get("default") or home:
            found.append(FoundBody(match.start(1), match.end(), body_id(country, role), beside is not None))
    return found


def country_beside(text: str, start: int, end: int, lang: str) -> str | None:
    """The country named next to a span, the nearest one, within the same clause."""
    low = max(0, start - REACH)
    before = regex.split(r"[.!?؟。;\n]", text[low:start])[-1]
    after = regex.split(r"[.!?؟。;\n,،，]", text[end : end + REACH])[0]
    options = [(len(before) - b, c) for _, b, c in countries_in(before, lang)] + [(a, c) for a, _, c in countries_in(after, lang)]
    if lang in ("ar", "fa", "fr", "es", "vi"):  # the country follows the role
        options = [(gap - 8 if number >= len(countries_in(before, lang)) else gap, c) for number, (gap, c) in enumerate(options)]
    near = [(gap, c) for gap, c in options if gap <= 22]
    return min(near, default=(0, None))[1]


def home_country(folded_text: str, lang: str) -> str | None:
    """The country that a text names most often, if it names one clearly more than others; the earlier one of two."""
    counts = Counter(c for _, _, c in countries_in(folded_text, lang))
    if not counts:
        return None
    first = {c: i for i, (_, _, c) in reversed(list(enumerate(countries_in(folded_text, lang))))}
    return min(counts, key=lambda c: (-counts[c], first[c]))


@lru_cache(maxsize=4096)
def countries_in(text: str, lang: str) -> tuple[tuple[int, int, str], ...]:
    """Countries in folded text by name or by a word of the same stem ("Russia", "Russian"), in order."""
    expression, stems = _stems(lang)
    found = []
    for match in compiled(expression).finditer(text):
        key = next(g for g in match.groups() if g)
        found.append((match.start(), match.end(), stems[" ".join(key.split())]))
    return tuple(found)


# What an adjective of nationality adds to the stem of a country's name.
_ADJECTIVE = {
    "Latin": r"(?:an|ian|ean|n|ese|i|ish|ites?|ain(?:e|s|es)?|i?en(?:ne|s|nes)?|ois(?:e|es)?|ais(?:e|es)?|éen(?:ne)?|isch(?:e|en|er|es|em)?|"
    r"an[oa]s?|ian[oa]s?|eñ[oa]s?|ens(?:e|es)|és|es[ae]s?|[oa]s?|li|lı|lu|ns|ians|ans)?(?:'s|')?",
    "Cyrillic": r"\p{Cyrillic}{0,3}ськ?\p{Cyrillic}{1,3}|\p{Cyrillic}{0,3}ск\p{Cyrillic}{1,3}",
    "Arabic": r"(?:ی|یه|یین|یون)",
}
_NAME_ENDING = {"Latin": r"(?:'?s|'?n[ıiuü]n|'?d[ae]n?|'?t[ae]n?|'?y[ae]|'?[ıiuü]n)?", "Cyrillic": r"\p{Cyrillic}{0,3}", "Arabic": r"(?:ی|یه|ها)?"}


@lru_cache(maxsize=64)
def _stems(lang: str) -> tuple[str, dict[str, str]]:
    """(expression, name or stem -> country id): names with case endings, and their stems with an adjective's ending."""
    from khabar.languages.catalogue import script_of
    from khabar.languages.countries import countries

    names: dict[str, str] = {}
    stems: dict[str, str] = {}
    for country in sorted(countries().values(), key=lambda c: c.id):
        for name in (*country.names.get(lang, country.names["en"]), *country.demonyms.get(lang, ())):
            names.setdefault(" ".join(fold(name).split()), country.id)
    for name, country_id in names.items():
        stem = _stem(name, lang)
        if len(stem) >= 3 and stem not in names and " " not in name:
            stems.setdefault(stem, country_id)
    if lang in NO_BOUNDARY:
        return f"({alternatives(names)})", names
    script = script_of(lang)
    article = r"(?:[وفبلک]?(?:ال|لل)?)" if lang == "ar" else r"(?:l'|d')?"
    name_end, adjective = _NAME_ENDING.get(script, ""), _ADJECTIVE.get(script, "")
    whole = rf"(?<!\w){article}(?:({alternatives(names)}){name_end}|({alternatives(stems)})(?:{adjective}))(?!\w)"
    return whole, stems | names


def _stem(name: str, lang: str) -> str:
    """A one-word name without the letters that its adjective changes: росси-, морокк-, روس-."""
    if lang in ("ar", "fa"):
        bare = name.removeprefix("ال")
        return bare.rstrip("اهی") if len(bare) >= 4 else bare
    if name[-1:] in "aeiouyéаеиіяїой":
        shorter = name.rstrip("aeiouyéаеиіяїй")
        return shorter if len(shorter) >= 4 else name
    return name


def body_id(country: str, role: str) -> str:
    """The id of a country's body: the one in the data if there is one, else `<country>-<role>`."""
    return _named().get((country, role), f"{country}-{role}")


@lru_cache(maxsize=1)
def _named() -> dict[tuple[str, str], str]:
    from khabar.languages.countries import countries

    ids = {c.alpha2: c.id for c in countries().values()}
    return {(ids[s.country], s.role): s.id for s in all_sources().values() if s.official and s.role and s.country in ids}


@lru_cache(maxsize=2048)
def body(source_id: str) -> Source | None:
    """The source record of a generated id (`<country>-<role>`), or None if it is not one."""
    from khabar.languages.countries import countries

    for role, table in roles().items():
        country = countries().get(source_id.removesuffix(f"-{role}")) if source_id.endswith(f"-{role}") else None
        if country is not None:
            names = {lang: (f"{country.names.get(lang, country.names['en'])[0]}: {table[lang][0]}",) for lang in table if isinstance(table[lang], list)}
            names["en"] = (f"{country.names['en'][0]}'s {table['en'][0]}",)
            return Source(id=source_id, type=str(table["type"]), names=names, country=country.alpha2, role=role, reliability="C")
    return None

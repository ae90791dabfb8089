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
        if country := beside or home:
            found.append(FoundBody(match.start(1), match.end(), body_id(country, role), beside is not None))
    return found


def country_beside(text: str, start: int, end: int, lang: str) -> str | None:
    """The country named next to a span, the nearest one, within the same clause."""
    low = max(0, start - REACH)
    before = regex.split(r"[.!?؟。;\n]", text[low:start])[-1]
    after = regex.split(r"[.!?؟。;\n,،，]", text[end : end + REACH])[0]
    options = [(len(before) - b, c) for _, b, c in _countries(before, lang)] + [(a, c) for a, _, c in _countries(after, lang)]
    if lang in ("ar", "fa", "fr", "es", "vi"):  # the country follows the role
        options = [(gap - 8 if number >= len(_countries(before, lang)) else gap, c) for number, (gap, c) in enumerate(options)]
    near = [(gap, c) for gap, c in options if gap <= 22]
    return min(near, default=(0, None))[1]


def home_country(folded_text: str, lang: str) -> str | None:
    """The country that a text names most often, if it names one clearly more than others; the earlier one of two."""
    counts = Counter(c for _, _, c in _countries(folded_text, lang))
    if not counts:
        return None
    first = {c: i for i, (_, _, c) in reversed(list(enumerate(_countries(folded_text, lang))))}
    return min(counts, key=lambda c: (-counts[c], first[c]))


@lru_cache(maxsize=4096)
def _countries(text: str, lang: str) -> tuple[tuple[int, int, str], ...]:
    """Countries in folded text by name or by a word of the same stem ("Russia", "Russian"), in order."""
    expression, stems = _stems(lang)
    found = []
    for match in compiled(expression).finditer(text):
        found.append((match.start(), match.end(), stems[match[1]]))
    return tuple(found)


@lru_cache(maxsize=64)
def _stems(lang: str) -> tuple[str, dict[str, str]]:
    """(expression, stem -> country id): whole names, and names without their last letters followed by an adjective's ending."""
    from khabar.languages.countries import countries

    stems: dict[str, str] = {}
    for country in countries().values():
        for name in (*country.names.get(lang, country.names["en"]), *country.demonyms.get(lang, ())):
            folded = " ".join(fold(name).split())
            for form in (folded, _stem(folded, lang)):
                if len(form) >= (1 if lang in NO_BOUNDARY and form == folded else 3):
                    stems.setdefault(form, country.id)
    core = alternatives(stems)
    if lang in NO_BOUNDARY:
        return f"({core})", stems
    article = r"(?:[وفبلک]?(?:ال|لل)?)" if lang == "ar" else r"(?:l'|d')?"
    return rf"(?<!\w){article}({core})[\p{{L}}']{{0,5}}(?!\w)", stems


def _stem(name: str, lang: str) -> str:
    """A one-word name without the letters that its adjective changes: росси-, морокк-, روس-."""
    if " " in name or lang in NO_BOUNDARY:
        return name
    if lang in ("ar", "fa"):
        bare = name.removeprefix("ال")
        return bare.rstrip("اهی") if len(bare) >= 4 else bare
    return name[: max(4, len(name) - 2)] if len(name) >= 5 else name


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
            names = {lang: (f"{country.names.get(lang, country.names['en'])[0]}: {table[lang][0]}",) for lang in table if lang != "type"}
            names["en"] = (f"{country.names['en'][0]}'s {table['en'][0]}",)
            return Source(id=source_id, type=str(table["type"]), names=names, country=country.alpha2, role=role, reliability="C")
    return None

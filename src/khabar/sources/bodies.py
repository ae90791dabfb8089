"""Official bodies by what they are called: a role ("interior ministry") and a country near it, or the one that the text is about.

    roles.toml      role -> type and names by language
    find_bodies     phrases in a text -> bodies with ids like `morocco-interior-ministry`
    body            such an id -> a Source, made when asked for

Bodies with a name of their own (Kremlin, AFAD) stand in data/official/ and win over the generated id of their role.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from khabar.languages import fold
from khabar.languages.capitals import capitals_in
from khabar.languages.countries import slug
from khabar.languages.phrase_set import PhraseSet, phrase_set, squeeze
from khabar.languages.phrases import NO_BOUNDARY
from khabar.sources.catalogue import DATA, Source, all_sources, get
from khabar.sources.declined import declined
from khabar.sources.places import countries_in, country_beside
from khabar.sources.regional import MARK, has_regional, is_regional, national_id, regional_id

# Endings of the words in a role phrase and what may run into them, by language; others take no ending.
_ENDING = {
    "ru": r"\p{Cyrillic}{0,3}",
    "uk": r"\p{Cyrillic}{0,3}",
    "de": r"(?:s|es|en|er)?",
    "tr": r"(?:'?\p{Latin}{0,6})",
    "fa": r"(?:ی|ها|های)?",
}
_PREFIX = {"ar": r"(?:[وفبلک]|لل|وال|بال)?", "fr": r"(?:l'|d')?"}
# Languages that put the adjective of nationality behind the first noun: «le ministère russe de la Défense».
_INFIX = frozenset({"fr", "es", "it", "pt"})


NAME = 0.65
"""Share of a name that the office and its country must make up; "Republic of" and the like are the rest."""
SENT = 16
"""Characters before an embassy that name both countries."""


class FoundBody(NamedTuple):
    """A body in a text: the span of its role phrase, its id, role and country; `stated` tells whether that stands beside it, `regional`
    whether it is the office of a province or town."""

    start: int
    end: int
    source: str
    role: str
    stated: bool
    country: str
    regional: bool


@lru_cache(maxsize=1)
def roles() -> Mapping[str, Mapping[str, Any]]:
    """Role -> its table in roles.toml."""
    from khabar.languages.parts import read_toml

    return read_toml(DATA / "roles.toml")


def rule(source_id: str | None, key: str) -> bool:
    """Whether roles.toml says so ("actor", "measures", …) of the role of a body."""
    known = get(source_id)
    return known is not None and known.role is not None and bool(roles().get(known.role, {}).get(key))


@lru_cache(maxsize=64)
def _table(lang: str) -> tuple[PhraseSet, dict[str, str]]:
    """(the phrases, phrase -> role) for one language; English where a language has none."""
    forms: dict[str, str] = {}
    for role, table in roles().items():
        for phrase in table.get(lang, table["en"]):
            key = squeeze(fold(phrase)).strip()
            forms.setdefault(key, role)
            for form in declined(key, lang) if " " in key else ():
                forms.setdefault(squeeze(fold(form)), role)
            if lang == "ar" and key.startswith("ال"):
                forms.setdefault(f"لل{key[2:]}", role)  # «للديوان»: the article loses its alef behind ل
    if lang in _INFIX:
        for phrase, role in [(p, r) for p, r in forms.items() if " " in p]:
            forms.setdefault(phrase.replace(" ", " + ", 1), role)
    if lang in NO_BOUNDARY:
        return phrase_set(forms), forms
    return phrase_set(forms, rf"(?<!\w){_PREFIX.get(lang, '')}", rf"{_ENDING.get(lang, '')}(?!\w)"), forms


def find_bodies(folded_text: str, lang: str, home: str | None = None) -> list[FoundBody]:
    """Official bodies named by their role in folded text, in order.

    `home` is the id of the country that a role without a country belongs to; without one such a role is left out.
    """
    phrases, forms = _table(lang)
    found = []
    for match in phrases.finditer(folded_text):
        role = forms[match.phrase]
        inside = countries_in(match[1], lang) if lang in _INFIX else ()
        beside = inside[0][2] if inside else _sender(folded_text, match.start(), lang) or country_beside(folded_text, match.start(), match.end(), lang)
        own = beside or one_country(lang).get(match.phrase)
        if country := roles()[role].get("only") or own or home:
            regional = has_regional(role) and is_regional(folded_text, match.start(1), match.end(), lang, country)
            source = body_id(country, role, regional)
            found.append(FoundBody(match.start(1), match.end(), source, role, own is not None or "only" in roles()[role], country, regional))
    return found


def body_called(name: str, lang: str) -> str | None:
    """The id of the body that a whole name names: "Ministry of Health of Ukraine", 국토교통부; None where it names none, or no country."""
    folded = " ".join(fold(name).split())
    found = [f for f in find_bodies(folded, lang) if f.stated]
    if len(found) != 1:
        return None
    start, end = found[0].start, found[0].end
    around = [c for c in countries_in(folded, lang) if c[0] >= end or c[1] <= start]
    rest = sum(b - a for a, b, _ in around) + end - start
    return found[0].source if rest >= NAME * len(folded) else None


@lru_cache(maxsize=64)
def one_country(lang: str) -> Mapping[str, str]:
    """Folded phrases for a role that papers of a language use for the office of one country, unless they name another -> its id."""
    from khabar.languages.parts import read_toml

    table = read_toml(DATA / "one_country.toml").get(lang, {})
    named = {squeeze(fold(str(phrase))).strip(): str(country) for country, phrases in table.items() for phrase in phrases}
    return named | {squeeze(fold(form)): country for phrase, country in named.items() if " " in phrase for form in declined(phrase, lang)}


def _sender(text: str, at: int, lang: str) -> str | None:
    """The country that has an embassy in another, which Chinese names before it: 中国驻韩国大使馆."""
    window = text[max(0, at - SENT) : at] if lang == "zh" else ""
    cut = max(window.rfind("驻"), window.rfind("駐"))
    named = countries_in(window[:cut], lang) if cut > 0 else ()
    return named[-1][2] if named else None


def body_id(country: str, role: str, regional: bool = False) -> str:
    """The id of a country's body: the one in the data if there is one, else `<country>-<role>`; that of its regions' bodies where so."""
    return regional_id(country, role) if regional else _named().get((country, role), f"{country}-{role}")


def embassy_id(embassy: str, host: str | None) -> str:
    """The id of an embassy in one country: `<country>-embassy-<capital>`, as two embassies of a state are two sources."""
    capital = capitals_in("en").get(host or "")
    return f"{embassy}-{slug(capital[0])}" if capital else embassy


def abroad(source_id: str | None) -> bool:
    """Whether a source is an embassy."""
    return source_id is not None and (known := body(source_id)) is not None and bool(roles()[known.role or ""].get("abroad"))


@lru_cache(maxsize=1)
def _named() -> dict[tuple[str, str], str]:
    from khabar.languages.countries import countries

    ids = {c.alpha2: c.id for c in countries().values()}
    return {
        (ids[s.country], s.role): s.id for s in all_sources().values() if s.official and s.role and s.country in ids
    }


@lru_cache(maxsize=2048)
def body(source_id: str) -> Source | None:
    """The source record of a generated id (`<country>-<role>`), or None if it is not one."""
    from khabar.languages.countries import countries

    bare_id = national_id(source_id)
    if bare_id != source_id:
        return _of_regions(source_id, body(bare_id))
    for role, table in roles().items():
        bare = source_id.rpartition(f"-{role}-")[0] + f"-{role}" if table.get("abroad") and f"-{role}-" in source_id else source_id
        country = countries().get(bare.removesuffix(f"-{role}")) if bare.endswith(f"-{role}") else None
        if country is not None:
            names = {
                lang: (f"{country.names.get(lang, country.names['en'])[0]}: {table[lang][0]}",)
                for lang in table
                if isinstance(table[lang], list)
            }
            where = source_id.removeprefix(bare).replace("-", " ").title()
            whose = country.names["en"][0]
            whose += "'" if whose.endswith("s") else "'s"
            names["en"] = (f"{whose} {table['en'][0]}{f' in{where}' if where else ''}",)
            return Source(
                id=source_id, type=str(table["type"]), names=names, country=country.alpha2, role=role, reliability="C"
            )
    return None


def _of_regions(source_id: str, national: Source | None) -> Source | None:
    """The record of the offices of a country's regions, after that of the national one."""
    if national is None:
        return None
    names = {lang: (f"{given[0]} ({MARK})",) for lang, given in national.names.items() if given}
    return msgspec.structs.replace(national, id=source_id, names=names)

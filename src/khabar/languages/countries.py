"""Countries: CLDR's names in every language with a folder, further names and demonyms from countries.jsonl."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from khabar.languages.catalogue import codes

FILE = Path(__file__).with_name("countries.jsonl")
# CLDR's English names that news does not use.
USUAL = {"TR": "turkey", "MM": "myanmar", "CI": "ivory-coast", "CD": "dr-congo", "CG": "republic-of-the-congo", "PS": "palestine", "HK": "hong-kong",
         "MO": "macau", "CZ": "czech-republic", "CV": "cape-verde", "VA": "vatican-city", "BA": "bosnia-and-herzegovina", "AG": "antigua-and-barbuda",
         "KN": "saint-kitts-and-nevis", "TT": "trinidad-and-tobago", "ST": "sao-tome-and-principe", "VC": "saint-vincent-and-the-grenadines"}  # fmt: skip
SAME_IDS = {"turkiye": "turkey", "democratic-republic-of-the-congo": "dr-congo", "czechia": "czech-republic", "burma": "myanmar",
            "cote-d-ivoire": "ivory-coast", "palestinian-territories": "palestine", "state-of-palestine": "palestine"}  # fmt: skip


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """A state or territory with an ISO 3166 code; `demonyms` are adjectives of nationality by language."""

    id: str
    alpha2: str
    names: Mapping[str, tuple[str, ...]]
    demonyms: Mapping[str, tuple[str, ...]] = {}


def slug(name: str) -> str:
    """A lower-case English slug."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("’", "").replace("'", "")).strip("-")


@lru_cache(maxsize=1)
def countries() -> Mapping[str, Country]:
    """All countries by id."""
    from babel import Locale

    tables = {code: Locale.parse(code).territories for code in ("en", *codes())}
    extra = _extra()
    found = {}
    for alpha2, english in tables["en"].items():
        if len(alpha2) != 2 or alpha2 in ("EU", "UN", "EZ", "ZZ", "XA", "XB", "QO"):
            continue
        key = USUAL.get(alpha2) or slug(english)
        more = extra.get(key, {})
        names = {}
        for code, table in tables.items():
            own = [str(table[alpha2])] if alpha2 in table else []
            names[code] = tuple(dict.fromkeys([*own, *more.get("names", {}).get(code, ())]))
        demonyms = {code: tuple(words) for code, words in more.get("demonyms", {}).items()}
        found[key] = Country(id=key, alpha2=alpha2, names=names, demonyms=demonyms)
    return found


@lru_cache(maxsize=16)
def names_in(lang: str) -> Mapping[str, str]:
    """Country id -> its CLDR name in any language; empty where CLDR has none."""
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(lang).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {c.id: str(territories[c.alpha2]) for c in countries().values() if c.alpha2 in territories}


@lru_cache(maxsize=16)
def further_names(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Country id -> what news in a language calls it beside its CLDR name: अमेरिका, ब्रिटेन."""
    return {key: tuple(row.get("names", {}).get(lang, ())) for key, row in _extra().items()}


def _extra() -> dict[str, dict[str, Any]]:
    if not FILE.is_file():
        return {}
    rows = [msgspec.json.decode(line) for line in FILE.read_bytes().splitlines() if line.strip()]
    return {SAME_IDS.get(row["id"], row["id"]): row for row in rows}

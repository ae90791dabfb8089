"""Knowledge of people, organisations and places: one id a thing, its names in each script, and matching of names across scripts.

    data/people/*.jsonl          people in public office or long in the news
    data/organisations/*.jsonl   organisations and bodies
    data/places/*.jsonl          places; countries.jsonl adds to CLDR's names and holds demonyms
"""

from __future__ import annotations

from khabar.names.catalogue import Name, all_names, get
from khabar.names.countries import Country, countries, find_countries

__all__ = ["Country", "Name", "all_names", "countries", "find_countries", "get"]

"""Knowledge of people, organisations and places: one id a thing, its names in each script, and matching of names across scripts.

    data/people/*.jsonl          people in public office or long in the news
    data/organisations/*.jsonl   organisations and bodies
    data/places/*.jsonl          places; countries.jsonl adds to CLDR's names and holds demonyms
"""

from __future__ import annotations

from khabar.names.catalogue import Name, all_names, get, is_body

__all__ = ["Name", "all_names", "get", "is_body"]

"""Words that people's names are made of, learned from the known people: given names and family names by script."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from khabar.names.forms import forms


@lru_cache(maxsize=8)
def vocabulary(code: str) -> tuple[Counter[str], Counter[str]]:
    """(first words, other words) of known people's names in one script, with how many people bear each; as the index keeps them."""
    given: Counter[str] = Counter()
    family: Counter[str] = Counter()
    people: dict[str, tuple[set[str], set[str]]] = {}
    for form in forms(code):
        if form.type == "PER" and len(form.parts) > 1:
            first, rest = people.setdefault(form.id, (set(), set()))
            first.add(form.parts[0])
            rest.update(form.parts[1:])
    for first, rest in people.values():
        given.update(first)
        family.update(rest)
    return given, family

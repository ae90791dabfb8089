"""Words that people's names are made of, learned from the known people: given names and family names by script."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from khabar.languages import fold
from khabar.names.catalogue import all_names
from khabar.names.inflection import entry_form
from khabar.names.tokens import script, words


@lru_cache(maxsize=8)
def vocabulary(code: str) -> tuple[Counter[str], Counter[str]]:
    """(first words, other words) of known people's names in one script, with how many people bear each; as the index keeps them."""
    given: Counter[str] = Counter()
    family: Counter[str] = Counter()
    for name in all_names().values():
        if name.type != "PER":
            continue
        first, rest = set(), set()
        for lang, forms in name.names.items():
            for form in forms:
                parts = [entry_form(w.form, lang) for w in words(fold(form))]
                if len(parts) > 1 and script(parts[0]) == code:
                    first.add(parts[0])
                    rest.update(parts[1:])
        given.update(first)
        family.update(rest)
    return given, family

"""A search query: its words as the index knows them, in every language that the query may be in."""

from __future__ import annotations

from khabar.languages import codes
from khabar.search.analyser import terms

MAX_TERMS = 24


def expression(query: str) -> str:
    """The full-text expression of a query: its terms, stemmed for each language that stems them otherwise, joined by OR.

    Every term is quoted, so nothing in a query can act as an operator. "" for a query without words.
    """
    found: dict[str, None] = {}
    for lang in ("", *codes()):
        found.update(dict.fromkeys(terms(query, lang)))
    return " OR ".join('"' + term.replace('"', "") + '"' for term in list(found)[:MAX_TERMS])

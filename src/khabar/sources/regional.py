"""Offices of provinces, states, counties and cities: told from the national office of the same role by the words beside the role's.

    regional.toml   those words by language; the roles that regions have an office for

«Областное министерство здравоохранения», "Rio Grande do Sul state civil defence" and 花蓮縣消防局 are no offices of their whole country. All
of a country's share one id (`<country>-regional-<role>`), since a page in another language often leaves out which province it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import regex

from khabar.languages import fold
from khabar.languages.phrase_set import squeeze
from khabar.languages.phrases import NO_BOUNDARY, escape
from khabar.sources.catalogue import DATA

MARK = "regional"
"""What stands in an id between the country and the role."""
REACH = 60
"""Characters on either side of the role's words that are looked at."""
ANY_ENDING = r"\p{L}*"
_NOT_NAMES = r"(?!(?:said|told|says|and|that|which|who|as|was|were|is|are|has|have|had|after|on|to|from|by|at)\b)"
"""Words that cannot belong to the name of a region, so that the phrase ends before them."""
_OWNED = r"(?![\s-](?:media|tv|television|run|owned|news|agency|broadcaster|of emergency))"
"""What makes "state" an adjective of the whole country."""


class _Words(NamedTuple):
    """Compiled expressions of one language; `always` are folded phrases of a role."""

    before: regex.Pattern[str]
    behind: regex.Pattern[str]
    always: frozenset[str]


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    from khabar.languages.parts import read_toml

    return read_toml(DATA / "regional.toml")


def has_regional(role: str) -> bool:
    """Whether regions have an office for this role."""
    return role in _data()["roles"]


def regional_id(country: str, role: str) -> str:
    """The id of the offices of a country's regions for one role."""
    return f"{country}-{MARK}-{role}"


def national_id(source_id: str) -> str:
    """A regional office's id without its mark; any other as it is."""
    country, mark, role = source_id.partition(f"-{MARK}-")
    return f"{country}-{role}" if mark and has_regional(role) else source_id


def is_regional(text: str, start: int, end: int, lang: str, country: str) -> bool:
    """Whether the role's words in folded text stand with a word for a region, or are such that only a region's office bears them."""
    if lang not in _data():
        return False
    words = _words(lang, country in _data()["federal"])
    before, behind = text[max(0, start - REACH) : start], text[end : end + REACH]
    return squeeze(text[start:end]).strip() in words.always or words.before.search(before) is not None or words.behind.match(behind) is not None


@lru_cache(maxsize=64)
def _words(lang: str, federal: bool) -> _Words:
    table = _data()[lang]
    states = table["states"] if federal else {"before": (), "behind": (), "units": ()}
    edge, gap = ("", r"\s?") if lang in NO_BOUNDARY else (r"(?<!\w)", r"[\s\u200c]+")
    links = "|".join(rf"{escape(link)}{'' if link.endswith(chr(39)) else gap}" for link in table["links"] if link)
    joined = rf"(?:{links}){'?' if '' in table['links'] else ''}" if links else ""
    ending = rf"(?:{_any(table['endings'])})" if "endings" in table else ""
    named = rf"(?:{_NOT_NAMES}[\p{{L}}'-]+{ending}\s){{0,{table['names']}}}?" if "names" in table else ""
    units = rf"{joined}{named}(?:{_any(table['units'])}|(?:{_any(states['units'])}){_OWNED})"
    beside = rf"(?:{_any((*table['behind'], *states['behind'], *table['regions']))})"
    plain = table["regions"] if lang == "en" else ()
    ahead = rf"{edge}(?:{_any((*table['before'], *states['before'], *plain))})(?:'s)?(?:{gap})$"
    return _Words(
        regex.compile(ahead), regex.compile(rf"{gap}(?:{beside}|{units})(?!\w)"), frozenset(squeeze(fold(p)).strip() for p in table["always"])
    )


def _any(words: Iterable[str]) -> str:
    """An alternation of words, the longest first; one that ends in * may take any ending."""
    made = [escape(w.removesuffix("*")) + (ANY_ENDING if w.endswith("*") else "") for w in sorted(set(words), key=lambda w: (-len(w), w))]
    return "|".join(made) if made else r"(?!)"

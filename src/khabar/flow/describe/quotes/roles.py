"""Offices that stand for persons: "the president" is whom the page named with that office, or whose known office it is.

Classes of office and their words are data (`[roles]` in quotes.toml). A country or nationality beside the office ("the Russian
leader") narrows the choice; the person named last before it wins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from khabar.flow.describe.document import Document
from khabar.flow.describe.quotes.nations import beside as nation_beside
from khabar.flow.describe.quotes.nations import nation
from khabar.languages import fold, part
from khabar.languages.phrases import NO_BOUNDARY, alternatives
from khabar.models import Entity, Span
from khabar.names.catalogue import get as get_name

BESIDE = 46
"""Characters on either side of a name in which its office stands."""
DEGREE = 18
"""Characters before an office in which "vice" or "former" stands."""
ARTICLE = 4
"""So few characters between an office and a name are an article or a short title."""
# Words of the English offices in the knowledge files that make a class.
KNOWN = {
    "president": ("president of",),
    "leader": ("president of", "leader", "chairman of the state affairs", "general secretary", "king of", "emir of"),
    "premier": ("prime minister", "premier", "chancellor of"),
    "foreign": ("foreign minister", "minister of foreign", "secretary of state"),
    "defence": ("defence minister", "minister of defence", "defense secretary", "defence secretary"),
    "monarch": ("king of", "emir of", "sultan of", "crown prince"),
}
class Office(NamedTuple):
    """One mention of an office: where, its class, the country beside it."""

    span: Span
    kind: str
    country: str | None


@lru_cache(maxsize=16)
def _words(lang: str) -> tuple[regex.Pattern[str], Mapping[str, str]]:
    table = part(lang, "quotes").table("roles")
    kinds = {fold(word): kind for kind, words in table.items() for word in words}
    edge, end = ("", "") if lang in NO_BOUNDARY else (r"(?<!\w)", r"(?!\w)")
    clitic = "[وفبل]?" if lang == "ar" else ""
    return regex.compile(rf"{edge}{clitic}({alternatives(kinds)}){end}"), kinds


def offices(document: Document) -> list[Office]:
    """Every mention of an office in the page, in its language."""
    pattern, kinds = _words(document.lang)
    text = document.folded
    return [
        Office(m.span(1), kinds[" ".join(m[1].split())] + _degree(text, m.span(1), document.lang), nation_beside(document, m.span(1), document.lang))
        for m in pattern.finditer(text)
    ]


def _degree(text: str, span: Span, lang: str) -> str:
    """What sets a deputy or a former holder apart from who holds an office: "the vice president", "the former president"."""
    before, behind = _degrees(lang)
    match = before.search(text, max(0, span[0] - DEGREE), span[0]) or behind.match(text, span[1])
    return f" {match.lastgroup}" if match and match.lastgroup else ""


@lru_cache(maxsize=16)
def _degrees(lang: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    table = part(lang, "quotes").table("degrees")

    def either(place: str, frame: str) -> regex.Pattern[str]:
        kinds = [(kind, table.get(f"{kind}_{place}", [])) for kind in ("deputy", "former")]
        named = "|".join(rf"(?P<{kind}>{alternatives(words)})" for kind, words in kinds if words)
        return regex.compile(frame.format(named) if named else r"(?!)")

    left = "" if lang in NO_BOUNDARY else r"(?<!\w)"
    return either("before", left + r"(?:{})[\s\u200c-]?$"), either("behind", r"[\s\u200c-]?(?:{})" + ("" if lang in NO_BOUNDARY else r"(?!\w)"))


def holders(document: Document, found: Sequence[Office], mentions: Sequence[tuple[Span, Entity]]) -> list[tuple[Office, Entity]]:
    """Offices that stand alone, each with the person meant: named with an office of that class before, else known to hold it."""
    people = [(s, e) for s, e in mentions if e.type == "PER"]
    held: list[tuple[int, str, str | None, Entity]] = []
    alone: list[tuple[Office, Entity]] = []
    for office in found:
        named = _beside(document, office.span, people)
        if named is not None:
            held.append((office.span[0], office.kind, office.country, named))
        elif (holder := _holder(office, held, people)) is not None:
            alone.append((office, holder))
    return alone


def _beside(document: Document, span: Span, people: Sequence[tuple[Span, Entity]]) -> Entity | None:
    """The person named beside an office, with nothing but a nationality, an article or a comma between."""
    best: tuple[int, Entity] | None = None
    for (start, end), entity in people:
        low, high = (span[1], start) if start >= span[1] else (end, span[0])
        if not 0 <= high - low <= BESIDE or (best is not None and high - low >= best[0]):
            continue
        between = document.folded[low:high].strip(" ,،()\"'")
        if len(between) <= ARTICLE or nation(between, document.lang):
            best = high - low, entity
    return best[1] if best else None


def _holder(office: Office, held: Sequence[tuple[int, str, str | None, Entity]], people: Sequence[tuple[Span, Entity]]) -> Entity | None:
    for _, kind, country, entity in reversed(held):
        if kind == office.kind and (office.country is None or (country or _home(entity)) in (None, office.country)):
            return entity
    before = {e.id: e for s, e in people if s[0] < office.span[0]}
    fit = [e for e in before.values() if _known(e, office)]
    return fit[-1] if len(fit) == 1 else None


def _home(entity: Entity) -> str | None:
    name = get_name(entity.id)
    return name.country if name else None


def _known(entity: Entity, office: Office) -> bool:
    name = get_name(entity.id)
    if name is None or office.country is None or name.country != office.country:
        return False
    return any(word in role for role in name.roles for word in KNOWN.get(office.kind, ()))

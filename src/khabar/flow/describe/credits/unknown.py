"""Media that no data file knows, named with a cue and a head: "selon le quotidien X". Kept under a slug until somebody adds them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from khabar.flow.describe.credits.lexicon import lexicon
from khabar.flow.describe.document import Document
from khabar.models import Credit, Span
from khabar.sources import find_names

_LINK = regex.compile(r"\s(?:de|del|des|du|d'|da|do|of|for|für|von|zur)\b")
_CASED = regex.compile(r"[\p{Latin}\p{Cyrillic}]")


def unknown_credits(document: Document, taken: Sequence[Span]) -> list[Credit]:
    """Credits of kind "cited" to media that are in no data file; the id is the slug of the name's Latin spelling."""
    found: list[Credit] = []
    known = [(f.start, f.end) for f in find_names(document.folded)]
    for sentence in document.sentences:
        text = document.folded[sentence.start : sentence.end]
        words = lexicon(sentence.lang)
        for match in words.unknown.finditer(text):
            group = 2 if match[2] else 3
            start, end = sentence.start + match.start(group), sentence.start + match.end(group)
            surface = document.text[start:end] if group == 2 else _capitalised(document.text[start:end])
            end = start + len(surface)
            weak = words.weak.fullmatch(match["cue"]) is not None
            if weak or (group == 3 and _goes_on(document.text, surface, end)) or any(a < end and start < b for a, b in known):
                continue
            if len(surface) > 2 and not any(a < end and start < b for a, b in taken):
                found.append(Credit(source=_slug(surface), kind="cited", surface=surface, span=(start, end), rule="unknown medium"))
    return found


def _goes_on(text: str, surface: str, end: int) -> bool:
    """Whether one word is only the beginning of the name of a body: «la Agencia Estatal de Meteorología»."""
    return " " not in surface and _LINK.match(text, end) is not None


def _capitalised(surface: str) -> str:
    """The leading words that begin with a capital; nothing in scripts without capitals, where only quotes mark a name."""
    if not _CASED.match(surface):
        return ""
    kept: list[str] = []
    for word in surface.split(" "):
        if not (word[:1].isupper() or (kept and word.isdecimal())):
            break
        kept.append(word)
    return " ".join(kept).rstrip(".,")


def _slug(surface: str) -> str:
    from anyascii import anyascii

    from khabar.languages.countries import slug

    return slug(anyascii(surface)) or surface

"""Whether a found name is meant as a name: capitals, the page's language, clitics, and quotations that swallow it."""

from __future__ import annotations

import regex

from khabar.flow.describe.document import Document, Sentence
from khabar.languages import fold, stopwords
from khabar.sources import Found, Source
from khabar.sources.letters import spelled_out

_CASED = regex.compile(r"[\p{Latin}\p{Cyrillic}]")
_NEXT = regex.compile(r"\s+([\p{L}\p{M}]+)")
_ARABIC = regex.compile(r"\p{Arabic}")
SHORT = 2
"""A name of so few letters is treated as one that may be a word."""


def wordlike(name: Found) -> bool:
    """Whether the bare name may be an ordinary word or another name."""
    return name.ambiguous or name.end - name.start <= SHORT


def written_as_name(text: str, name: Found, source: Source, lang: str) -> bool:
    """Whether the surface has the capitals of the name, and no clitic of another language in front."""
    surface = text[name.start : name.end]
    if not _CASED.match(surface):
        glued = name.start > 0 and text[name.start - 1].isalpha()
        return not (glued and lang not in ("ar", "ko", "zh", "ja"))
    forms = [n for names in source.names.values() for n in names if " ".join(fold(n).split()) == " ".join(fold(surface).split())]
    if not forms:
        return surface[:1].isupper()
    return any(_capitals(surface, form) for form in forms) or surface.isupper()


def _capitals(surface: str, form: str) -> bool:
    """Same capitals, word by word; a name written small in the catalogue may be written large, and a head small: «agencia EFE»."""
    pairs = list(zip(surface.split(), form.split(), strict=False))
    if any(f[:1].isupper() for _, f in pairs[1:]):
        pairs = pairs[1:] if pairs[0][0].islower() else pairs
    return all(not f[:1].isupper() or (s[:1].isupper() and (not f.isupper() or s.isupper() or len(f) > 5)) for s, f in pairs)


def known_in(source: Source, surface: str, lang: str) -> bool:
    """Whether the catalogue lists this name for the language, or the name is in another script than the language's own."""
    folded = " ".join(fold(surface).split())
    spelled = spelled_out(source.names) if _ARABIC.match(surface) else ()
    return any(" ".join(fold(n).split()) == folded for n in (*source.names.get(lang, ()), *spelled))


def abbreviation(surface: str) -> bool:
    """Whether a surface is an abbreviation in capitals, which stays the same in all languages that write it in Latin letters."""
    return len(surface) > SHORT and surface.isascii() and surface.isalnum() and surface.isupper()


def alone(after: str, lang: str) -> bool:
    """Whether what follows a name leaves it by itself. Where no capital marks names, a noun that is bound to the next one is none:
    «بحسب أرقام المجلس» ("by figures of the council"), beside «بحسب أرقام، …»."""
    word = _NEXT.match(after)
    if word is None or not _ARABIC.match(word[1]):
        return True
    return word[1] in stopwords(lang) or any(word[1].startswith(w) and len(word[1]) - len(w) <= 2 for w in ("ان", "عن", "که", "در", "از", "به"))


def in_speech(document: Document, name: Found, sentence: Sentence) -> bool:
    """Whether the name stands inside a quotation that goes on around it: then it is spoken of, not named as the source."""
    text = document.folded
    before = text[sentence.start : name.start]
    if before.count('"') % 2 == 0 or before.rstrip().endswith(('"("', '""')):
        return False
    opened = before.rfind('"')
    tight = not before[opened + 1 :].strip() and text[name.end : name.end + 3].lstrip()[:1] == '"'
    return not tight and name.end - (sentence.start + opened) < 400


def quoted(document: Document, name: Found) -> bool:
    """Whether the name alone stands between quotation marks."""
    text = document.folded
    return text[max(0, name.start - 2) : name.start].rstrip()[-1:] in ('"', "“", "《") and text[name.end : name.end + 1] in ('"', "”", "》")

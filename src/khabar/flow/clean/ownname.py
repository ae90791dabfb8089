"""How a page without a site name still names its own outlet: "follow X on", "© X", «به گزارش خبرنگار X»; and what is no name
but a section heading («مال وأعمال», "World news"). The words are data: `sections`, `own_name`, `own_report` in `clean.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from khabar.languages import fold, part
from khabar.languages.catalogue import HOME
from khabar.languages.parts import read_toml
from khabar.languages.phrases import NO_BOUNDARY, alternatives, escape
from khabar.sources import find_names

_NAME = r"[\"'\[]?(?P<name>(?!\d{4}(?!\w))[\p{L}\p{N}][^\n.,،؛|:;!?\"()\[\]©]{1,38}?)[\"'\]]?"
_REST = r"(?=\s*(?:[.,،؛|:;!?\"()©\-]|$))"
_YEARS = r"(?:\s*\d{4}(?:\s?-\s?\d{4})?)?\s*"
LEAD = 500
"""Characters of a text within which it says whose reporter wrote it."""


def is_section(line: str, lang: str) -> bool:
    """Whether a line is made of nothing but words of menus and sections.

    >>> is_section("World & Business", "en")
    True
    >>> is_section("The Harbour Post", "en")
    False
    """
    return _sections(lang).fullmatch(fold(line).strip()) is not None


def named_by_furniture(lines: Iterable[str], lang: str) -> Iterator[str]:
    """The names that lines of furniture give the outlet, in order; the spelling is the page's."""
    patterns = _own(lang, "own_name")
    for line in lines:
        folded = fold(line)
        for pattern in patterns:
            if match := pattern.search(folded):
                yield line[match.start("name") : match.end("name")].strip()
                break


def named_by_text(text: str, lang: str) -> Iterator[str]:
    """Names of known sources where the head of a text says that their own reporter wrote it."""
    head = text[:LEAD]
    folded = fold(head)
    for pattern in _own(lang, "own_report"):
        for match in pattern.finditer(folded):
            start, end = match.span("name")
            if found := find_names(folded[start:end]):
                yield head[start + found[0].start : start + found[0].end]


@cache
def _sections(lang: str) -> regex.Pattern[str]:
    words = [w for code in dict.fromkeys((lang, "en")) for key in ("menu", "sections") for w in part(code, "clean").strings(key)]
    one, between = ("و?" if lang == "ar" else "") + alternatives(words), r"[\W_]*" if lang in NO_BOUNDARY else r"[\W_]+"
    return regex.compile(rf"[\W_]*{one}(?:{between}{one})*[\W_]*")


@cache
def _own(lang: str, key: str) -> tuple[regex.Pattern[str], ...]:
    everywhere = read_toml(HOME / "_default" / "clean.toml").get(key, [])
    phrases = [*part(lang, "clean").strings(key), *(part("en", "clean").strings(key) if lang != "en" else ()), *everywhere]
    return tuple(regex.compile(_pattern(phrase, lang)) for phrase in dict.fromkeys(phrases))


def _pattern(phrase: str, lang: str) -> str:
    before, _, after = phrase.partition("{}")
    edge = "" if lang in NO_BOUNDARY or not before[:1].isalpha() else r"(?<!\p{L})"
    opening = edge + _words(before) + (_YEARS if "©" in before or "copyright" in before.lower() else r"\s*") if before.strip() else r"^\W*"
    closing = r"\s*" + _words(after) + ("" if lang in NO_BOUNDARY or not after[-1:].isalpha() else r"(?!\p{L})") if after.strip() else _REST
    return opening + _NAME + closing


def _words(part_of_phrase: str) -> str:
    return r"\s+(?:\S+\s+){0,2}?\S+\s*".join(escape(piece) for piece in part_of_phrase.split("*"))

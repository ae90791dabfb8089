"""Everything on a page that could tell its date, with the place where it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from khabar.flow.clean.datelines import has_date, is_date_line
from khabar.flow.clean.extracted import Extracted
from khabar.languages import fold

if TYPE_CHECKING:
    from khabar.flow.clean.published import DateClue

HEAD = 110
"""Characters of the first paragraph within which a dateline stands."""


_GLUED = regex.compile(r"(?<=\p{Ll})(?=\p{Lu})|(?<=\d)(?=\p{Lu}\p{Ll})|(?<=\p{L}{3})(?=\d{1,2}[-/. ]\d)|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{3})")


def _unglued(line: str) -> str:
    """Words and dates that were run together, with a space between ("PublishedJun 20", "AFPPublié")."""
    return str(_GLUED.sub(" ", line))


def _foot_kind(line: str, folded: str, parts: Extracted, lang: str) -> str:
    """A line below the text that says when the page was published, or is a date and nothing else, is as good as a byline or time mark."""
    if parts.words.anywhere["published"].search(folded):
        return "byline"
    bare = len(folded) <= 40 and is_date_line(line, lang, parts.words) and not parts.words.anywhere["updated"].search(folded)
    return "time" if bare and "©" not in line else "footer"


def date_clues(parts: Extracted, url: str | None, upstream: dict[str, str | float], lang: str) -> list[DateClue]:
    """Clues in order of the page: metadata, time marks, byline, dateline, address, ratings rows, footer."""
    from khabar.flow.clean.published import DateClue

    found: list[tuple[str, str]] = list(parts.meta.dates) if parts.meta else []
    found += [("byline", _unglued(line)) for line in parts.bylines]
    if parts.paragraphs and has_date(fold(parts.paragraphs[0][:HEAD]), lang):
        found.append(("dateline", parts.paragraphs[0][:HEAD]))
    if url:
        found.append(("url", url))
    if isinstance(day := upstream.get("date"), str):
        found.append(("ratings", day))
    for margin in parts.margins:
        folded = fold(margin.text)
        if margin.where == "footer" and len(folded) < 200 and has_date(folded, lang):
            found.append((_foot_kind(margin.text, folded, parts, lang), _unglued(margin.text)))
        elif margin.where == "byline" and margin.text not in parts.bylines and has_date(folded, lang):
            found.append(("byline", _unglued(margin.text)))
    seen = dict.fromkeys((kind, value.strip()) for kind, value in found if value and value.strip())
    return [DateClue(kind=kind, value=value[:300], lang=lang) for kind, value in seen]

"""What pages call a person: the words of office right before or behind a mention, with the days and pages that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from khabar.languages import fold, part
from khabar.languages.phrases import NO_BOUNDARY, alternatives
from khabar.models import ArticleView, Record

REACH = 60
"""Characters before or behind a mention in which its title must stand."""
BETWEEN = 3
"""Words between title and name, at most: a country, an adjective, the rest of the title."""
TAIL = 40
"""Characters that may follow the words of office in a title set apart by commas."""
HONORIFIC = 3
"""Titles of so few letters only honour: Mr, Dr, M."""
_CUT = regex.compile(r"[.!?;:\n،,؛。！？、，；：\"()（）«»“”]")


class Role(Record, frozen=True, kw_only=True):
    """A title as pages of one language write it, when it was first and last used, and by which articles."""

    lang: str
    title: str
    first: str | None
    last: str | None
    articles: tuple[str, ...]


class Title(NamedTuple):
    """A title as written and its span in the text."""

    words: str
    start: int
    end: int


@lru_cache(maxsize=32)
def _titles(lang: str) -> regex.Pattern[str]:
    titles = part(lang, "names").strings("titles_before")
    if lang in NO_BOUNDARY:
        return regex.compile(rf"{alternatives(titles)}\s*$")
    words = alternatives(t for t in titles if len(t) > HONORIFIC)
    return regex.compile(rf"(?<!\w){words}(?!\w)(?:\s+\S+){{0,{BETWEEN}}}\s*$")


@lru_cache(maxsize=32)
def _titles_behind(lang: str) -> regex.Pattern[str]:
    """Set apart by commas («X, president of Y,»), or right behind where a language puts them so («X 대통령»)."""
    names, speech = part(lang, "names"), part(lang, "quotes")
    apart = alternatives(t for t in names.strings("titles_before") if len(t) > HONORIFIC or lang in NO_BOUNDARY)
    behind = alternatives(set(names.strings("titles_after")) - {*speech.strings("say"), *speech.strings("acts")})
    edge = "" if lang in NO_BOUNDARY else r"(?!\w)"
    return regex.compile(rf"\s?[,،]\s*(?P<apart>(?:\w+\s+){{0,1}}{apart}{edge}[^.!?;:\n,،؛]{{0,{TAIL}}})[,،]|\s?(?P<behind>(?:\w+\s)?{behind}){edge}")


def title_before(text: str, start: int, lang: str) -> Title | None:
    """The title that stands right before the mention at `start`, or None."""
    clause = _CUT.split(text[max(0, start - REACH) : start])[-1]
    found = _titles(lang).search(fold(clause))
    words = clause[found.start() :].rstrip() if found else ""
    at = start - len(clause) + found.start() if found else 0
    return Title(words, at, at + len(words)) if words else None


def title_behind(text: str, end: int, lang: str) -> Title | None:
    """The title that stands behind the mention that ends at `end`, or None."""
    found = _titles_behind(lang).match(fold(text[end : end + 2 * REACH]))
    if found is None:
        return None
    start, stop = (end + x for x in found.span("apart" if found["apart"] else "behind"))
    return Title(text[start:stop].strip(), start, stop)


def roles_of(views: Sequence[ArticleView], key: str, most: int = 12) -> tuple[Role, ...]:
    """The titles that pages give an entity, those of the most articles first."""
    said: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    spelt: dict[tuple[str, str], str] = {}
    for view in views:
        for title in _said_by(view, key):
            place = (view.article.lang, fold(title))
            spelt.setdefault(place, title)
            said[place][view.article.id] = (view.article.published.value or "")[:10]
    ranked = sorted(said.items(), key=lambda item: (-len(item[1]), item[0]))[:most]
    return tuple(_role(place[0], spelt[place], articles) for place, articles in ranked)


def _said_by(view: ArticleView, key: str) -> Iterable[str]:
    """Titles at the entity's mentions; one that a mention of another person stands in is not its own."""
    article, entities = view.article, view.notes.entities
    people = [span[0] for e in entities if e.type == "PER" for span in e.spans]
    for start, end in (span for e in entities if e.id == key for span in e.spans):
        title = title_before(article.text, start, article.lang) or title_behind(article.text, end, article.lang)
        if title and not any(title.start <= p < title.end for p in people):
            yield title.words


def _role(lang: str, title: str, articles: dict[str, str]) -> Role:
    days = sorted(d for d in articles.values() if d)
    return Role(lang=lang, title=title, first=days[0] if days else None, last=days[-1] if days else None, articles=tuple(sorted(articles)))

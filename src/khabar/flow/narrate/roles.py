"""What pages call a person: the words of office that stand right before a mention, with the days and pages that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

import regex

from khabar.languages import fold, part
from khabar.languages.phrases import NO_BOUNDARY, alternatives
from khabar.models import ArticleView, Record

REACH = 60
"""Characters before a mention in which its title must begin."""
BETWEEN = 3
"""Words between title and name, at most: a country, an adjective, the rest of the title."""
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


@lru_cache(maxsize=32)
def _titles(lang: str) -> regex.Pattern[str]:
    titles = part(lang, "names").strings("titles_before")
    if lang in NO_BOUNDARY:
        return regex.compile(rf"{alternatives(titles)}\s*$")
    words = alternatives(t for t in titles if len(t) > HONORIFIC)
    return regex.compile(rf"(?<!\w){words}(?!\w)(?:\s+\S+){{0,{BETWEEN}}}\s*$")


def title_before(text: str, start: int, lang: str) -> str | None:
    """The title that stands right before the mention at `start`, as written, or None."""
    before = text[max(0, start - REACH) : start]
    clause = _CUT.split(before)[-1]
    found = _titles(lang).search(fold(clause))
    return clause[found.start() :].strip() or None if found else None


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
    """Titles before the entity's mentions; one that another person stands behind is that person's."""
    people = {span[0] for e in view.notes.entities if e.type == "PER" for span in e.spans}
    for start in (span[0] for e in view.notes.entities if e.id == key for span in e.spans):
        title = title_before(view.article.text, start, view.article.lang)
        if title and not any(start - len(title) - 2 < p < start for p in people):
            yield title


def _role(lang: str, title: str, articles: dict[str, str]) -> Role:
    days = sorted(d for d in articles.values() if d)
    return Role(lang=lang, title=title, first=days[0] if days else None, last=days[-1] if days else None, articles=tuple(sorted(articles)))

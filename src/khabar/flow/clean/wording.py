"""The words of page furniture of a language (`languages/<code>/clean.toml`), for look-up in folded lines.

A page is read with the words of its own language, of English (which pages mix in) and of `_default`.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from khabar.languages import part
from khabar.languages.catalogue import HOME
from khabar.languages.parts import read_toml
from khabar.languages.phrase_set import Group, PhraseSet, phrase_set
from khabar.languages.phrases import NO_BOUNDARY

_AT_START = ("read_also", "related", "share", "tags", "source_label", "photo_label", "byline", "advert", "published", "updated", "code_label",
             "views", "end")  # fmt: skip
_ANYWHERE = ("follow", "comments", "newsletter", "cookies", "copyright", "legal", "contact", "read_time", "listen", "navigation", "paywall", "published",
             "updated", "code_label", "views", "live", "gallery", "video", "menu", "share", "networks", "language_names", "photo_label",
             "byline", "read_also", "related", "tags", "source_label", "site")  # fmt: skip
RATINGS = ("soundness", "importance", "source", "category", "date", "views", "bias", "sentiment")


class Wording:
    """Words of one language: `start[name]` matches at the start of a line, `anywhere[name]` within it."""

    def __init__(self, lang: str, data: dict[str, list[str]], ratings: dict[str, list[str]]) -> None:
        self.lang = lang
        self.start = {name: phrase_set(data.get(name, []), after=r"(?![a-z])" if lang in NO_BOUNDARY else _END) for name in _AT_START}
        self.anywhere = {name: _inside(data.get(name, []), lang, name == "photo_label") for name in _ANYWHERE}
        self.ratings = {name: _row(labels) for name, labels in ratings.items()}
        self.any_rating = _row([label for labels in ratings.values() for label in labels])


_EDGE, _END = r"(?<!\p{L})", r"(?!\p{L})"


def _inside(phrases: list[str], lang: str, glued: bool = False) -> PhraseSet:
    """Whole words. Where the script writes no boundary, phrases of three letters and more may stand within others; shorter
    ones («다음», «关注») are common words of any text and must stand alone, unless `glued`."""
    if lang not in NO_BOUNDARY:
        return phrase_set(phrases, _EDGE, _END)
    short = tuple(p for p in phrases if len(p) <= 2 and not glued)
    long = tuple(p for p in phrases if len(p) > 2 or glued)
    return PhraseSet(Group(long, r"(?<![a-z])", r"(?![a-z])"), Group(short, _EDGE, _END))


def _row(labels: list[str]) -> PhraseSet:
    return phrase_set(labels, _EDGE, r"\s*[:：]\s*")


@cache
def wording(lang: str) -> Wording:
    """The words for pages in `lang`, made once."""
    tables: list[dict[str, Any]] = [dict(part(lang, "clean").data), dict(part("en", "clean").data), read_toml(HOME / "_default" / "clean.toml")]
    data: dict[str, list[str]] = {}
    ratings: dict[str, list[str]] = {}
    for table in tables:
        for name, value in table.items():
            if isinstance(value, list):
                data.setdefault(name, []).extend(str(v) for v in value)
        for name, labels in (table.get("ratings") or {}).items():
            ratings.setdefault(name, []).extend(str(v) for v in labels)
    return Wording(lang, data, ratings)

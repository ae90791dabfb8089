"""The difference of two versions of an article, as paragraphs that a person can read."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

import regex

from khabar.languages import fold, part
from khabar.languages.phrases import alternatives, bounded
from khabar.models import Article, Record, Version

SAME_PARAGRAPH = 0.5
"""Ratio of common words (difflib) from which two paragraphs are one that was edited."""
_WORD = re.compile(r"\s+|[^\s]+")


class Edit(Record, frozen=True, kw_only=True):
    """One edit between two texts of an article: the paragraphs before and after, and both as one, stretch by stretch: words
    kept ("same"), taken out ("out"), put in ("put")."""

    kind: Literal["added", "removed", "changed", "title"]
    old: str = ""
    new: str = ""
    parts: tuple[tuple[Literal["same", "out", "put"], str], ...] = ()


class Revision(Record, frozen=True, kw_only=True):
    """What changed from one text of an article to the next: from text `number` (1 is the oldest), when the next was first
    seen, and whether the page says that it was changed. An edit that no one is told of is evidence."""

    number: int
    seen: str
    edits: tuple[Edit, ...]
    announced: bool


def revisions(earlier: Sequence[Version], now: Article) -> list[Revision]:
    """The changes from each text of an article to the next, oldest first."""
    texts = [*(v.article for v in earlier), now]
    return [
        Revision(number=version.number, seen=version.seen, edits=tuple(difference(old, new)), announced=is_announced(old, new))
        for version, old, new in zip(earlier, texts, texts[1:], strict=False)
    ]


def is_announced(old: Article, new: Article) -> bool:
    """Whether the new text says that it was changed: a word for an update or correction, or a later change among its dates,
    that the old one had not."""
    return _notices(new) > _notices(old) or (_later_change(new) and new.published.why != old.published.why)


def _notices(article: Article) -> int:
    """Lines of a page that speak of an update or a correction of it."""
    from khabar.flow.clean.wording import wording

    words = wording(article.lang).anywhere
    paragraphs = article.text.split("\n\n")
    lines = [article.title, *(m.text for m in article.margins), *(d.text for d in article.dropped if len(d.text) < 200), paragraphs[0], paragraphs[-1]]
    correction = _corrections(article.lang)
    return sum(bool(words["updated"].search(folded) and len(folded) < 200) or correction.search(folded) is not None for folded in map(fold, lines))


@cache
def _corrections(lang: str) -> regex.Pattern[str]:
    phrases = [p for code in dict.fromkeys((lang, "en")) for p in part(code, "clean").strings("correction")]
    return regex.compile(bounded(alternatives(phrases), lang))


def _later_change(article: Article) -> bool:
    return "(a later change)" in article.published.why


def difference(old: Article, new: Article) -> list[Edit]:
    """What was edited from `old` to `new`, in order of the text; [] where only spacing or marks changed."""
    edits: list[Edit] = []
    if _key(old.title) != _key(new.title):
        edits.append(_changed("title", old.title, new.title))
    before, after = old.text.split("\n\n"), new.text.split("\n\n")
    matcher = difflib.SequenceMatcher(None, [_key(p) for p in before], [_key(p) for p in after], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            edits += _edits(before[a:b], after[c:d])
    return edits


def _edits(old: list[str], new: list[str]) -> list[Edit]:
    """Pair the paragraphs of one changed stretch: alike ones are edits, the others were taken out or put in."""
    edits: list[Edit] = []
    left = list(old)
    for paragraph in new:
        likest = max(left, key=lambda p: _ratio(p, paragraph), default=None)
        if likest is not None and _ratio(likest, paragraph) >= SAME_PARAGRAPH:
            edits.append(_changed("changed", likest, paragraph))
            left.remove(likest)
        else:
            edits.append(Edit(kind="added", new=paragraph, parts=(("put", paragraph),)))
    return [*(Edit(kind="removed", old=p, parts=(("out", p),)) for p in left), *edits]


def _changed(kind: Literal["changed", "title"], old: str, new: str) -> Edit:
    a, b = _WORD.findall(old), _WORD.findall(new)
    parts: list[tuple[Literal["same", "out", "put"], str]] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(("same", "".join(a[i:j])))
            continue
        parts += [("out", text)] if (text := "".join(a[i:j]).strip()) else []
        parts += [("put", text)] if (text := "".join(b[k:m]).strip()) else []
    return Edit(kind=kind, old=old, new=new, parts=tuple(parts))


def _ratio(a: str, b: str) -> float:
    return difflib.SequenceMatcher(None, a.split(), b.split(), autojunk=False).ratio()


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))

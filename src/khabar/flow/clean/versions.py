"""The difference of two versions of an article, as paragraphs that a person can read."""

from __future__ import annotations

import difflib
import re
from typing import Literal

from khabar.languages import fold
from khabar.models import Article, Record

Change = Literal["added", "removed", "changed", "title"]
SAME_PARAGRAPH = 0.5
"""Ratio of common words (difflib) from which two paragraphs are one that was edited."""
_WORD = re.compile(r"\s+|[^\s]+")


class Edit(Record, frozen=True, kw_only=True):
    """One edit between two versions: `old` and `new` paragraphs, and the words taken out and put in."""

    kind: Change
    old: str = ""
    new: str = ""
    out: tuple[str, ...] = ()
    put: tuple[str, ...] = ()


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
            edits.append(Edit(kind="added", new=paragraph))
    return [*(Edit(kind="removed", old=p) for p in left), *edits]


def _changed(kind: Change, old: str, new: str) -> Edit:
    a, b = _WORD.findall(old), _WORD.findall(new)
    out: list[str] = []
    put: list[str] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            out += [t] if (t := "".join(a[i:j]).strip()) else []
            put += [t] if (t := "".join(b[k:m]).strip()) else []
    return Edit(kind=kind, old=old, new=new, out=tuple(out), put=tuple(put))


def _ratio(a: str, b: str) -> float:
    return difflib.SequenceMatcher(None, a.split(), b.split(), autojunk=False).ratio()


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))

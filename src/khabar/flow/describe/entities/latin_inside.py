"""Latin names inside a page of another script: «CrowdStrike» in Chinese, Arabic or Korean."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.mention import Mention
from khabar.names.tokens import Word, script
from khabar.names.vocabulary import vocabulary


def latin_mentions(document: Document, tokens: Sequence[Word], taken: set[int]) -> list[Mention]:
    """Runs of capitalised Latin words of three letters and more."""
    text = document.text
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        last = at
        if not _name(text, tokens[at]) or tokens[at].start in taken:
            at += 1
            continue
        while last + 1 < len(tokens) and _name(text, tokens[last + 1]) and text[tokens[last].end : tokens[last + 1].start] in (" ", "-"):
            last += 1
        if tokens[last].end - tokens[at].start > 2:
            person = last > at and vocabulary("Latn")[0][tokens[at].form] > 0
            found.append(Mention(start=tokens[at].start, end=tokens[last].end, type="PER" if person else "ORG", why="a Latin name in the page"))
        at = last + 1
    return found


def _name(text: str, w: Word) -> bool:
    return script(w.form) == "Latn" and text[w.start].isupper() and all(ord(c) < 0x250 for c in text[w.start : w.end])

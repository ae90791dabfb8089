"""Names that quotation marks set off behind a noun that says what they are: «شركة "نور البحر"», «قنوات "…" و"…"».

In scripts without capitals nothing else tells the name of a company or a channel from common words; with capitals a name of one word
gains by it («компания «…»»).
"""

from __future__ import annotations

from functools import lru_cache

import regex

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.lexicon import lexicon
from khabar.flow.describe.entities.mention import Mention
from khabar.languages import part
from khabar.languages.phrases import alternatives
from khabar.names.tokens import plain

LONGEST = 40
_MORE = regex.compile(r'\s*[،,]?\s*(?:و|and)?\s*"([^"\n]{2,40})"')


@lru_cache(maxsize=8)
def _heads(lang: str) -> regex.Pattern[str]:
    listed = part(lang, "names").strings("quoted_heads")
    heads = alternatives(listed) if listed else "(?!)"
    if lang not in ("ar", "fa"):
        ending = r"\w{0,3}" if lang in ("ru", "uk") else ""
        return regex.compile(rf'(?<!\w){heads}{ending}(?: [^\s".,:]{{2,16}}){{0,2}} "([^"\n]{{2,{LONGEST}}})"')
    return regex.compile(
        rf'(?<!\w)[وفبل]?(?:ال|لل)?{heads}(?:[ \u200c][^\s"\n.،,:]{{2,16}}){{0,2}} "([^"\n]{{2,{LONGEST}}})"'
    )


@lru_cache(maxsize=8)
def _numbered(lang: str) -> regex.Pattern[str]:
    """«la chaîne Gabon 24»: a name with a number behind the word for a kind of medium or body."""
    names = part(lang, "names")
    heads = (*names.strings("media"), *names.strings("body_nouns"), *names.strings("numbered_heads"))
    return regex.compile(rf"(?<!\w){alternatives(heads) if heads else '(?!)'} ((?:\p{{Lu}}[\w-]+ ){{1,2}}\d{{1,4}})(?![\w.,]\d|\w)")


def _phrase(quoted: str, lang: str) -> bool:
    """Whether quoted words are speech, no name: a function word or a preposition opens them."""
    first = quoted.split()[0] if quoted.split() else ""
    return plain(first) in lexicon(lang).stops or (lang == "ar" and first.startswith(("بال", "لل")))


def quoted_mentions(document: Document) -> list[Mention]:
    """Bodies whose names stand in quotation marks behind their head, and those joined to them by "and"."""
    found: list[Mention] = []
    text = document.folded
    for match in _heads(document.lang).finditer(text):
        span, end = match.span(1), match.end()
        while True:
            if len(text[slice(*span)].split()) <= 5 and not _phrase(text[slice(*span)], document.lang):
                found.append(
                    Mention(
                        start=span[0],
                        end=span[1],
                        type="ORG",
                        why="stands in quotation marks behind a kind of body",
                        weight=2,
                    )
                )
            more = _MORE.match(text, end)
            if more is None:
                break
            span, end = more.span(1), more.end()
    why = "a name with a number behind a kind of medium or body"
    return found + [Mention(start=m.start(1), end=m.end(1), type="ORG", why=why, weight=2) for m in _numbered(document.lang).finditer(document.text)]

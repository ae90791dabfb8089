"""Descriptions of speakers without a name: "a senior official who declined to be named", «أحد الناجين»."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from khabar.languages import fold
from khabar.languages.parts import Part
from khabar.languages.phrases import NO_BOUNDARY, alternatives

WORD = r"[^\s,،.;:\"()\u061b]+"
ENDINGS = r"(?:e?s|e?n|innen|en|ler|lar|ına|ine|i|ı|y|a|u)?"
"""Plural and case of a head, in whatever language."""
TAIL = 7
"""So many words may narrow a description down."""
HEAD_FIRST = frozenset({"ar"})
"""Languages whose indefinite noun has no article before it."""


def nameless(data: Part, lang: str) -> regex.Pattern[str]:
    """Determiner, up to three words, a head such as "official", and what narrows it up to the verb of saying."""
    heads, plurals = data.strings("nameless.heads"), data.strings("nameless.plurals")
    if not heads:
        return regex.compile(r"(?!)")
    determiners = alternatives(data.strings("nameless.determiners"))
    if lang == "ko":
        described = rf"(?<!\w){determiners}\s(?:\w{{1,8}}\s){{0,2}}?\w{{0,6}}?{alternatives(heads)}"
        return regex.compile(rf"{described}|{alternatives(heads)}")
    if lang in NO_BOUNDARY:
        return regex.compile(rf"(?:{determiners})[^\s，。、,:：]{{0,12}}?(?:{alternatives(heads)})|(?:{alternatives(heads)})")
    relatives = () if lang == "de" else data.strings("nameless.relatives")  # German sets a comma before them, and "der" is an article too
    stops = _folded(data.strings("say"), data.strings("that"), data.strings("nameless.ends"), relatives)
    hidden = alternatives(data.strings("nameless.unnamed"))
    tail = rf"(?:\s(?:{hidden}|(?!\L<stops>(?!\w)){WORD})){{0,{TAIL}}}"
    compound = r"\w*" if lang in ("de", "tr") else ""
    if lang in HEAD_FIRST:
        first = rf"(?<!\w)(?:[فبل]?{determiners}\s+{WORD}|[وفبل]?{alternatives(heads)})"
    else:
        narrowing = alternatives(data.strings("nameless.adjectives"))
        free = rf"(?<!\w)(?:{narrowing}\s+){{0,2}}{alternatives(plurals)}"
        first = rf"(?:(?<!\w){determiners}\s+(?:{WORD}\s+){{0,3}}?{compound}{alternatives(heads)}{ENDINGS}|{free})"
    again = r"(?!)\L<say>"
    if data.strings("nameless.the"):
        again = _meant_again(data, compound)
    elif lang == "tr":
        again = rf"(?:(?<=[.!?\n]\s)|(?<=\n)|^){alternatives(heads)}(?=,\s)"
    elif data.table("nameless").get("bare_heads"):
        again = rf"(?<!\w){alternatives(heads)}(?:\s(?!\L<stops>(?!\w)){WORD}){{0,3}}(?=\s\L<say>(?!\w))"
    return regex.compile(rf"{first}(?!\w){tail}|{again}", ignore_unused=True, stops=stops, say=_folded(data.strings("say")))


def _folded(*lists: Sequence[str]) -> frozenset[str]:
    """Phrases as a set that an expression looks up at once: `\\L<name>`, hundreds of alternatives at the price of one."""
    return frozenset(fold(phrase).strip() for phrases in lists for phrase in phrases if phrase.strip())


def _meant_again(data: Part, compound: str) -> str:
    """An article and a head alone, beside a verb of saying or a stop: the one described before."""
    the, heads = alternatives(data.strings("nameless.the")), alternatives(data.strings("nameless.heads"))
    return rf"(?<!\w){the}(?:(?<=')|\s){compound}{heads}{ENDINGS}(?=\s?[,.;:«\"“]|\s?$|\s(?:\w+\s)?\L<say>(?!\w))"


def unnamed(data: Part) -> regex.Pattern[str]:
    """What says that the speaker keeps the name back, behind the description: ", who declined to be named"."""
    return regex.compile(rf"[\s,،]*{alternatives(data.strings('nameless.unnamed'))}")


def noun_phrase(data: Part, lang: str, most: int, *openers: str) -> regex.Pattern[str]:
    """One of `openers` (lists of the file) and at most so many words up to a stop, no conjunction or relative among them; nothing in other kinds of languages."""
    determiners = data.strings("nameless.determiners")
    if not determiners or lang in NO_BOUNDARY or lang in HEAD_FIRST or data.table("reported").get("verb_last"):
        return regex.compile(r"(?!)")
    stops = _folded(data.strings("that"), data.strings("say"), data.strings("nameless.relatives"), data.strings("reported.coordinators"))
    either = alternatives([word for key in openers for word in data.strings(key)])
    return regex.compile(rf"\s*({either}(?:\s(?!\L<stops>(?!\w)){WORD}){{1,{most}}})", stops=stops)


def seated(data: Part) -> regex.Pattern[str]:
    """What stands before a body that somebody else is sent to: "Iran's mission to the", «بعثة إيران لدى»."""
    heads, to = data.strings("nameless.missions"), data.strings("nameless.accredited")
    if not heads:
        return regex.compile(r"(?!)")
    whose = r"(?:[^\s,.;:\"()]+['’]s?\s(?:[^\s,.;:\"()]+\s)?)?"
    return regex.compile(rf"(?<!\w)({whose}{alternatives(heads)}(?:\s[^\s,.;:\"()]+){{0,3}}?\s{alternatives(to)}(?:\s[^\s,.;:\"()]{{1,3}})?\s?)$")

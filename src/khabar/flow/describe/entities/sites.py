"""Sites that bear a name: "Nevatim air base", «place Jemaa el-Fna», «plaza de San Pedro», 金日成广场.

News counts the word for the kind of site to the name, also where it is written small. A town, region or country keeps its own name
("Beirut airport" names Beirut too), a person's name with such a word is a place.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from khabar.flow.describe.entities.lexicon import Lexicon
from khabar.flow.describe.entities.mention import Mention
from khabar.flow.describe.entities.phrases import phrase_at, phrase_ending
from khabar.names.catalogue import get as get_name
from khabar.names.tokens import Word

SETTLED = frozenset({"city", "town", "country", "region", "province", "state", "territory", "island", "district", "continent", "capital"})
"""Kinds of known places that keep their own name."""
SITE = "holds the word for a kind of site"
SAINTS = ("San ", "Santa ", "Santo ", "Saint-", "Sainte-", "Saint ", "St. ", "Notre-Dame")
"""Beginnings of towns' names that squares and churches bear as well."""
HOSPITALS = frozenset({"hospital", "hospitals", "clinic", "hôpital", "clinique", "clínica"})
LINK = frozenset({"de", "del", "des", "du", "d", "la", "las", "los", "les", "el", "l"})
"""Words between the kind of a site and its name."""


def with_sites(text: str, tokens: Sequence[Word], mentions: Sequence[Mention], lex: Lexicon) -> list[Mention]:
    """The mentions, those beside a word for a kind of site with that word."""
    if not lex.site_tails and not lex.site_openings:
        return list(mentions)
    starts, ends = {w.start: i for i, w in enumerate(tokens)}, {w.end: i for i, w in enumerate(tokens)}
    return [_with_word(text, tokens, m, (starts.get(m.start), ends.get(m.end)), lex) for m in mentions]


def _with_word(text: str, tokens: Sequence[Word], m: Mention, at: tuple[int | None, int | None], lex: Lexicon) -> Mention:
    first, last = at
    if first is None or last is None or _keeps(text, m):
        return m
    size = phrase_at(tokens, last + 1, lex.site_tails, lex.lang) if last + 1 < len(tokens) and text[m.end : tokens[last + 1].start] == " " else 0
    if size:
        return _site(m, m.start, tokens[last + size].end, m.id if m.type == "LOC" else "", tokens[last + size].form)
    before = first - 1
    while before > 0 and first - before < 3 and tokens[before].form in LINK and _close(text, tokens, before):
        before -= 1
    if before < 0 or not _close(text, tokens, before) or not phrase_ending(tokens, before, lex.site_openings, lex.lang):
        return m
    if m.type == "PER" and before < first - 1:
        return m  # «à la place de Jean Dupont»
    begin = before - phrase_ending(tokens, before, lex.site_openings, lex.lang) + 1
    if [w.form for w in tokens[max(0, begin - 2) : begin + 1]] == ["a", "la", "place"]:
        return m  # «à la place de Jean Dupont»
    kept = m.type == "LOC" and get_name(m.id) is not None
    return _site(m, tokens[begin].start, m.end, m.id if kept else "", tokens[before].form)


def _keeps(text: str, m: Mention) -> bool:
    """Whether a mention is no name of a site: bodies, towns and lands; people only where "square" and the like may bear their name."""
    known = get_name(m.id) if m.id else None
    if m.type == "ORG":
        return m.id != "" or m.why != "a capitalised word"
    if m.type == "PER":
        return known is not None or m.why != "capitalised words"
    if known is not None:
        return known.kind in SETTLED
    return m.id != "" and not text[m.start : m.end].startswith(SAINTS)


def _close(text: str, tokens: Sequence[Word], at: int) -> bool:
    return text[tokens[at].end : tokens[at + 1].start] in (" ", "'", "’")


def _site(m: Mention, start: int, end: int, key: str, kind: str) -> Mention:
    return msgspec.structs.replace(m, start=start, end=end, type="ORG" if kind in HOSPITALS else "LOC", id=key, name=m.name if key else "", why=m.why if key else SITE)

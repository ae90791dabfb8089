"""Names not known yet in Korean: people stand before their title, bodies end in a word for a kind of body."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.hangul_people import (
    addressed,
    before_body_and_title,
    cut_at_body,
    foreign_before_land,
    written_together,
)
from khabar.flow.describe.entities.lexicon import Lexicon
from khabar.flow.describe.entities.mention import Mention
from khabar.names.cities import table
from khabar.names.inflection import stems
from khabar.names.tokens import Word, script

PARTICLE_AT_END = frozenset("은는을를의에와과")
"""A word that ends so before a title is most likely no name; names end in 이, 가, 도, 로 as well."""

CLAUSE = ("다고", "라고", "하고", "되고", "으로", "에서", "에게", "까지", "부터", "되며", "하며", "하는", "되는")
"""Ends of verbs and phrases that no name has."""
SIGNING = ("기자", "특파원", "통신원", "인턴기자")
AGED = regex.compile(r"(?<!\p{Hangul})(\p{Hangul}{3})\s?\(\d{1,2}(?:세)?(?:[·,]\s?[남여])?\)\s?(?:씨|양|군|할머니|할아버지|[은는이가도])")
LOCATIVE = ("에", "에서", "까지", "부터", "에는", "에서는", "에도", "에서도", "에만", "로부터")
"""Particles that only places of things take."""
LARGER = ("도", "현", "주", "성", "시", "군", "구", "읍", "면")
"""Ends of places behind which those that lie in them are named."""


def hangul_mentions(
    document: Document, tokens: Sequence[Word], lex: Lexicon, known: Sequence[Mention]
) -> list[Mention]:
    """People, bodies and places of a Korean page."""
    taken = {i for m in known for i in range(m.start, m.end)}
    ends = {m.end for m in known if m.type == "LOC"}
    found: list[Mention] = []
    for at, w in enumerate(tokens):
        if script(w.form) != "Hang":
            continue
        if at and _titled(tokens, at, lex):
            found += _person(document.text, tokens, at, lex, taken)
        found += foreign_before_land(document, tokens, at, lex, known)
        if w.start not in taken:
            found += before_body_and_title(document, tokens, at, lex, known)
            found += _by_ending(tokens, at, lex) or _listed(tokens, at, lex, ends)
    return found + _aged(document, lex) + written_together(document, lex)


def _listed(tokens: Sequence[Word], at: int, lex: Lexicon, ends: set[int]) -> list[Mention]:
    """A town or county right behind its province or country: «이시카와현 스즈시의»."""
    w = tokens[at]
    if not at or (tokens[at - 1].end not in ends and not (len(tokens[at - 1].form) > 2 and tokens[at - 1].form.endswith(LARGER))):
        return []
    for stem in stems(w.form, "ko"):
        if len(stem) >= (2 if stem[-1] == "구" else 3) and stem[-1] in "시현군성주구촌읍면리동" and stem not in lex.stops:
            return [Mention(start=w.start, end=w.start + len(stem), type="LOC", why="a kind of place behind a larger one")]
    return []


def _titled(tokens: Sequence[Word], at: int, lex: Lexicon) -> bool:
    return addressed(tokens, at) or any((s,) in lex.titles_after.get(s, ()) for s in stems(tokens[at].form, "ko"))


def _person(text: str, tokens: Sequence[Word], at: int, lex: Lexicon, taken: set[int]) -> list[Mention]:
    first = at
    while (
        first > 0
        and at - first < 3
        and _nameish(tokens[first - 1], lex, taken)
        and text[tokens[first - 1].end : tokens[first].start] in (" ", "\u00a0", "·")
    ):
        first -= 1
        if tokens[first].form[0] in lex.surnames and len(tokens[first].form) == 3:
            break
    size = at - first
    if size == 1 and len(tokens[first].form) == 2 and tokens[first].form[1] == "모" and tokens[first].form[0] in lex.surnames:
        return []  # «이모 씨», somebody called Lee
    if size == 0 or (size == 1 and len(tokens[first].form) < 2):
        return []
    if parted := cut_at_body(tokens[first:at], next((s for s in stems(tokens[at].form, "ko") if (s,) in lex.titles_after.get(s, ())), ""), lex):
        return parted
    made = [
        Mention(start=tokens[first].start, end=tokens[at - 1].end, type="PER", why="stands before a title", weight=1)
    ]
    while tokens[at].form.startswith(SIGNING) and first > 0 and _native(tokens[first - 1], lex, taken) and text[tokens[first - 1].end : tokens[first].start] in (" ", "·", ", "):
        first -= 1
        made.append(Mention(start=tokens[first].start, end=tokens[first].end, type="PER", why="signs with others", weight=1))
    return made


def _native(w: Word, lex: Lexicon, taken: set[int]) -> bool:
    return len(w.form) == 3 and w.form[0] in lex.surnames and _nameish(w, lex, taken)


def _aged(document: Document, lex: Lexicon) -> list[Mention]:
    """«이지훈(24)씨»: a name with the age in brackets and a form of address, or before a particle."""
    why = "a name with its age in brackets"
    return [
        Mention(start=m.start(1), end=m.end(1), type="PER", why=why, weight=1)
        for m in AGED.finditer(document.text)
        if m[1][0] in lex.surnames and m[1] not in lex.stops
    ]


def _nameish(w: Word, lex: Lexicon, taken: set[int]) -> bool:
    form = w.form
    if script(form) != "Hang" or w.start in taken or form in lex.stops or not 2 <= len(form) <= 6:
        return False
    if form[-1] in PARTICLE_AT_END and not (len(form) == 3 and form[0] in lex.surnames):
        return False
    if form.endswith(CLAUSE) or (form[-1] == "가" and form[0] not in lex.surnames):
        return False
    if any(form.endswith(p[-1]) for ps in lex.org_tails.values() for p in ps if len(p[-1]) > 1):
        return False
    return not any((s,) in lex.titles_after.get(s, ()) for s in stems(form, "ko")) and not form.endswith(
        (
            "들",
            "적",
            "한",
            "된",
            "측",
            "인",
            "했던",
            "업체",
            "회사",
            "기업",
            "기관",
            "단체",
            "여당",
            "야당",
            "신임",
            "전",
        )
    )


def _by_ending(tokens: Sequence[Word], at: int, lex: Lexicon) -> list[Mention]:
    w = tokens[at]
    for stem in stems(w.form, "ko"):
        for tail in _tails(stem, lex.org_tails):
            if len(stem) - len(tail) >= 2 or len(tail) >= 4:
                latin = at > 0 and tokens[at - 1].end == w.start and script(tokens[at - 1].form) == "Latn"  # LG경영연구원
                start = tokens[at - 1].start if latin else w.start
                return [Mention(start=start, end=w.start + len(stem), type="ORG", why="ends in the name of a kind of body")]
    for stem in stems(w.form, "ko"):
        if any(
            len(stem) - len(tail) >= 2 and stem[: -len(tail)] in table("Hang") for tail in _tails(stem, lex.place_tails)
        ):
            return [
                Mention(
                    start=w.start,
                    end=w.start + len(stem),
                    type="LOC",
                    why="a name of the gazetteer with the word for its kind",
                )
            ]
    for stem in stems(w.form, "ko")[1:]:
        if w.form[len(stem) :] not in LOCATIVE and not any(len(t) > 1 for t in _tails(stem, lex.place_tails)):
            continue
        for tail in _tails(stem, lex.place_tails):
            if (
                len(stem) - len(tail) >= 2
                and len(stem) >= 3
                and stem not in lex.stops
                and (len(tail) > 1 or stem[-1] in "시성도군섬강현")
            ):
                return [
                    Mention(
                        start=w.start, end=w.start + len(stem), type="LOC", why="ends in the name of a kind of place"
                    )
                ]
    return []


def _tails(stem: str, tails: dict[str, frozenset[tuple[str, ...]]]) -> list[str]:
    return sorted((t for t in tails if stem.endswith(t)), key=lambda t: -len(t))

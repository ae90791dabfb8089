"""Koreans whose title stands behind their body, and those with the form of address written together with the name.

«주종완 국토교통부 항공정책실장», «김이배 제주항공 대표», «서미란씨는»: a name of three syllables with a family name in front and
syllables that given names have, then at most a few bare nouns, then a title or a compound that ends in one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.lexicon import Lexicon
from khabar.flow.describe.entities.mention import Mention
from khabar.languages import part
from khabar.names.inflection import morphology, stems
from khabar.names.tokens import Word, script

BETWEEN = 4
"""Nouns that may stand between a name and its title."""
CARRIED = ("은", "는", "을", "를", "의", "에", "와", "에서", "에게", "으로", "했다", "하며", "하고", "되고", "라고", "다고", "부터", "까지", "하는", "했던", "한다", "이라", "등", "및")
"""Ends of a word behind which no title of the name before it follows."""
ADDRESS = ("씨", "님", "옹", "양", "군")
"""Forms of address of one syllable."""
SPACE = (" ", "\u00a0")
FOREIGN = frozenset("르크트스프브드츠즈흐쿠투푸켈텔펠렐릴롤룰켄텐펜킨틴핀콘톤폰론랜슨샤셰쉬쉐뉴쿄롱렌릭맥믹벤벨빌셀슈슐슬앨앤얀엘옐옌웬윌잉젠젤젬존쥘첸첼캐캠캘컨콜퀴클킴")
"""Syllables that write foreign names and few Korean ones."""
FOREIGN_TOO = frozenset("마안이조한유라도소모나하오")
"""Family names that foreign names begin with as well: 마리아, 한나."""
HEADS = ("대표", "회장", "사장", "부회장", "대표이사", "최고경영자", "CEO", "창업자")
"""Titles behind which the word before names a company."""


@lru_cache(maxsize=1)
def _data() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    data = part("ko", "names")
    return (
        frozenset(str(data.data.get("given_middle", ""))),
        frozenset(str(data.data.get("given_last", ""))),
        tuple(data.strings("title_tails")),
    )


def korean_name(form: str, lex: Lexicon) -> bool:
    """Whether three syllables may be a Korean's name: family name, then syllables of given names; no common noun."""
    middle, last, _ = _data()
    return len(form) == 3 and form not in lex.stops and form[0] in lex.surnames and form[1] in middle and form[2] in last


def addressed(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word is a form of address with its particle: «씨는», «양의»."""
    form = tokens[at].form
    return form[0] in ADDRESS and (len(form) == 1 or form[1:] in morphology("ko").endings)


def before_body_and_title(
    document: Document, tokens: Sequence[Word], at: int, lex: Lexicon, known: Sequence[Mention]
) -> list[Mention]:
    """The name at a word behind which a body or two and then a title follow."""
    if not korean_name(tokens[at].form, lex):
        return []
    inside = {i for m in known if m.type != "PER" for i in range(m.start, m.end)}
    for here in range(at + 1, min(len(tokens), at + BETWEEN + 2)):
        gap = document.text[tokens[here - 1].end : tokens[here].start]
        if gap not in SPACE and (gap or script(tokens[here - 1].form) == "Hang"):
            return []
        if _title(tokens[here], lex, here == at + 1):
            return [_mention(tokens[at])]
        w = tokens[here]
        if w.start not in inside and (w.form.endswith(CARRIED) or script(w.form) not in ("Hang", "Latn") or korean_name(w.form, lex)):
            return []
    return []


def foreign_before_land(document: Document, tokens: Sequence[Word], at: int, lex: Lexicon, known: Sequence[Mention]) -> list[Mention]:
    """«아르만도 산체스 멕시코 시민보호청장»: two or three words in foreign syllables, a land or body, a title."""
    lands = {m.start: m.end for m in known if m.type != "PER"}
    end = lands.get(tokens[at].start)
    behind = next((i for i in range(at + 1, min(len(tokens), at + BETWEEN)) if end is not None and tokens[i].start >= end), None)
    if behind is None or not _title(tokens[behind], lex, False):
        return []
    taken = {i for m in known for i in range(m.start, m.end)}
    first = at
    while first > 0 and at - first < 3 and _foreign(tokens[first - 1], lex, taken) and document.text[tokens[first - 1].end : tokens[first].start] in SPACE:
        first -= 1
    named = tokens[first:at]
    if len(named) < 2 or not any(FOREIGN.intersection(w.form) for w in named):
        return []
    return [Mention(start=named[0].start, end=named[-1].end, type="PER", why="a foreign name before its land and a title", weight=1)]


def _foreign(w: Word, lex: Lexicon, taken: set[int]) -> bool:
    return (
        script(w.form) == "Hang"
        and 2 <= len(w.form) <= 6
        and w.start not in taken
        and w.form not in lex.stops
        and not w.form.endswith(CARRIED)
        and not _title(w, lex, False)
    )


def cut_at_body(named: Sequence[Word], title: str, lex: Lexicon) -> list[Mention]:
    """«박순관 아리셀 대표»: a Korean's name ends after three syllables; what stands behind it is the company that the title heads."""
    first = named[0]
    if len(named) < 2 or not korean_name(first.form, lex) or (first.form[0] in FOREIGN_TOO and any(FOREIGN.intersection(w.form) for w in named[1:])):
        return []
    found = [_mention(first)]
    if title in HEADS and len(named) == 2:
        found.append(Mention(start=named[1].start, end=named[1].end, type="ORG", why="a company before the title of its head"))
    return found


def _title(w: Word, lex: Lexicon, beside: bool) -> bool:
    """Whether a word is a title; a compound that ends in one counts too, right behind the name or behind its body."""
    _, _, tails = _data()
    for stem in stems(w.form, "ko"):
        if (stem,) in lex.titles_after.get(stem, ()) and (len(stem) > 1 or beside):
            return True
        if any(stem.endswith(t) and len(stem) > len(t) for t in tails if len(t) > 1):
            return True
    return False


@lru_cache(maxsize=1)
def _together() -> regex.Pattern[str]:
    endings = "|".join(sorted(map(regex.escape, morphology("ko").endings), key=lambda e: (-len(e), e)))
    return regex.compile(rf"(?<!\p{{Hangul}})(\p{{Hangul}}{{3}})(?:씨|양|옹)(?:{endings})?(?!\p{{Hangul}})")


def written_together(document: Document, lex: Lexicon) -> list[Mention]:
    """«서미란씨는»: the form of address written together with the name."""
    return [
        Mention(start=m.start(1), end=m.end(1), type="PER", why="a form of address follows", weight=1)
        for m in _together().finditer(document.text)
        if korean_name(m[1], lex)
    ]


def _mention(w: Word) -> Mention:
    return Mention(start=w.start, end=w.end, type="PER", why="stands before a body and a title", weight=1)

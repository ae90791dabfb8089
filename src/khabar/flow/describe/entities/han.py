"""Names not known yet in Chinese: behind titles, before verbs of saying, joined by «·»; bodies and places by their last characters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.mention import Kind, Mention
from khabar.languages import fold, part
from khabar.languages.phrases import alternatives

LONGEST_BODY = 14
GIVEN = "明周家星天日中外宣达里年时"
"""Characters that end a name in running text and yet stand in given names: behind a title they belong to it."""

SITES = ("广场", "大厦", "大楼", "体育场", "体育馆", "清真寺", "大桥", "监狱", "空军基地", "航天发射场", "国际机场")
"""Kinds of sites that bear the name of a person or a place."""
LARGER = "省市县州镇乡区"
"""Ends of places that others lie in: 花莲市天王星大楼."""
PARTS: tuple[tuple[str, Kind], ...] = (("name", "PER"), ("town", "LOC"))
"""What a dateline names."""


class Patterns:
    """What Chinese names look like, compiled from names.toml."""

    def __init__(self, lang: str) -> None:
        data = part(lang, "names")

        def either(key: str) -> str:
            return (
                "|".join(sorted((regex.escape(fold(w)) for w in data.strings(key)), key=lambda w: (-len(w), w)))
                or "(?!)"
            )

        letters = regex.escape(str(data.data.get("transliteration", "")))
        stop = "".join(w for w in data.strings("stops") if len(w) == 1)
        foreign = rf"[{letters}]{{1,7}}(?:[·・][{letters}]{{1,7}}){{0,3}}"
        hard = "".join(c for c in stop if c not in GIVEN)
        native = rf"(?:{either('surnames')})[^\W\d_{hard}]{{1,2}}?"
        say = alternatives(part(lang, "quotes").strings("say"))
        behind = rf"{either('titles_after')}|{say}"
        own = rf"(?![{GIVEN}](?:$|[^\w]|{behind}))"  # 李细明指出: the last character of the name, no word of its own
        end = rf"(?=$|[^\w]|{behind}|{either('before')}|{own}[{stop}])"
        manner = "(?:综合|即时|现场|连线|采访|专题|外电|整理)"
        signing = rf"(?:{either('reporters')})[\s:：]*(?P<name>(?:{either('surnames')})[^\W\d_]{{1,2}})"
        self.dateline = regex.compile(rf"{signing}(?:[、，,]?(?P<town>[^\W\d_]{{2,6}}))?\d{{1,2}}日(?:\p{{Han}}{{0,4}})[电讯]")
        self.stroked = regex.compile(rf"{signing}\s?[/／]\s?(?P<town>(?!{manner})[^\W\d_]{{2,6}}?)?{manner}?报[道导]")
        self.signed = regex.compile(rf"(?:{either('reporters')})[\s:：]*((?:[^\W\d_]{{2,4}}[\s、]*){{1,6}}?)(?:[)）】\]]|\s*发自)")
        self.aged = regex.compile(rf"(?P<name>(?:{either('surnames')})[^\W\d_]{{1,2}})[（(]\d{{1,3}}岁")
        self.mission = regex.compile(r"驻[^\W\d_]{2,8}?(?:大使馆|总领事馆|总领馆|领事馆|代表处)")
        self.dotted = regex.compile(rf"[{letters}]{{1,7}}(?:[·・][{letters}]{{1,7}})+")
        self.titled = regex.compile(rf"(?:{either('titles_before')})(?P<name>{native}{end}|{foreign})")
        self.saying = regex.compile(
            rf"(?:^|[^\w])(?P<name>(?:{either('surnames')})[^\W\d_{stop}]{{1,2}}?|[{letters}]{{2,6}})(?={either('titles_after')})",
            regex.MULTILINE,
        )
        self.body_tail = regex.compile(either("org_tails"))
        self.place_tail = regex.compile(either("place_tails"))
        self.numerals = frozenset("两各一二三四五六七八九十几数多")
        self.boundary = regex.compile(rf"[^\w]|[{stop}\d]|{either('before')}|{either('titles_before')}")
        self.opens = regex.compile(rf"(?<!\d)(?:{either('opens')})")
        self.stops = frozenset(stop)
        self.no_tail = frozenset(fold(w) for w in data.strings("no_tails"))
        self.joined = frozenset(fold(w) for w in data.strings("words_behind"))


@lru_cache(maxsize=4)
def patterns(lang: str) -> Patterns:
    """The patterns of one language; those of Chinese for one in Han script that has none of its own."""
    return Patterns(lang if "transliteration" in part(lang, "names").data else "zh")


def han_mentions(document: Document, known: Sequence[Mention]) -> list[Mention]:
    """People, bodies and places of a Chinese page."""
    p, text = patterns(document.lang), document.folded
    taken = {i for m in known for i in range(m.start, m.end)}
    found = []
    aged = (p.aged, "a name with its age in brackets")
    for pattern, why in ((p.titled, "stands behind a title"), (p.saying, "stands before a verb of saying or a title"), aged):
        for match in pattern.finditer(text, overlapped=False):
            start, end = match.span("name")
            if end - start > 1 and taken.isdisjoint(range(start, end)):
                found.append(Mention(start=start, end=_name_end(text, end, p), type="PER", why=why, weight=1))
    found += _signed(text, p, taken) + _datelined(text, p, taken)
    found += [
        Mention(start=m.start(), end=_name_end(text, m.end(), p), type="PER", why="a transliterated name", weight=1)
        for m in p.dotted.finditer(text)
    ]
    found += _missions(text, p, known)
    known_starts = {m.start: m for m in known}
    found += _by_tail(text, p, p.body_tail, "ORG", known_starts)
    found += _by_tail(text, p, p.place_tail, "LOC", known_starts)
    return found


def _missions(text: str, p: Patterns, known: Sequence[Mention]) -> list[Mention]:
    """Embassies with the state that sends them: 中国驻韩国大使馆."""
    senders = {m.end: m.start for m in known if m.type == "LOC"}
    return [
        Mention(start=senders.get(m.start(), m.start()), end=m.end(), type="ORG", why="a mission abroad", weight=2)
        for m in p.mission.finditer(text)
        if m.start() in senders
    ]


def _name_end(text: str, end: int, p: Patterns) -> int:
    """Where a transliterated name ends: 代 of 代表 is a letter of names and begins a word here."""
    return end - 1 if text[end - 1 : end + 1] in p.joined else end


def _signed(text: str, p: Patterns, taken: set[int]) -> list[Mention]:
    """Reporters named in the line that opens a dispatch: 「（记者 某某 某某）」."""
    found = []
    for match in p.signed.finditer(text):
        for name in regex.finditer(r"[^\W\d_]+", match[1]):
            start, end = match.start(1) + name.start(), match.start(1) + name.end()
            if taken.isdisjoint(range(start, end)):
                found.append(Mention(start=start, end=end, type="PER", why="signs the report", weight=2))
    return found


def _datelined(text: str, p: Patterns, taken: set[int]) -> list[Mention]:
    """Reporter and town of a line that opens a dispatch: 「（中央社记者某某某某地3日电）」, 「记者某某某／某地报导」."""
    found = []
    for match in (*p.dateline.finditer(text), *p.stroked.finditer(text)):
        for group, kind in PARTS:
            start, end = match.span(group)
            if start >= 0 and taken.isdisjoint(range(start, end)):
                found.append(Mention(start=start, end=end, type=kind, why="stands in the dateline", weight=2))
    return found


def _by_tail(text: str, p: Patterns, tail: regex.Pattern[str], kind: Kind, known: dict[int, Mention]) -> list[Mention]:
    found = []
    for match in tail.finditer(text):
        if text[match.end() - 1 : match.end() + 1] in p.no_tail:
            continue  # 报 of 报道, 部 of 部长
        start = _left_edge(text, p, match.start(), LONGEST_BODY if kind == "ORG" else 4)
        if kind == "LOC":
            larger = max((i + 1 for i in range(start, match.start() - 1) if text[i] in LARGER), default=start)
            start = larger if larger > start or match.start() - start <= 3 else match.start() - 2
        start = max([start, *(m.end for m in known.values() if m.type == "LOC" and m.start <= start < m.end < match.start())] if kind == "LOC" else [start])
        if kind == "ORG":  # 中央气象署地震测报中心: two bodies, one of the other
            start = max([start, *(m.end for m in known.values() if m.type == "ORG" and m.start <= start < m.end < match.start())])
            start = min((m.start for m in known.values() if m.type == "LOC" and m.start < start <= m.end <= match.start()), default=start)
        if kind == "LOC" and match[0] in SITES:
            start = next((m.start for m in known.values() if m.end == match.start()), start)  # 金日成广场
        inner = [s for s, m in known.items() if start < s < match.start() and m.type == "LOC"]
        start = max(inner, default=start) if kind == "ORG" else start
        body = match.start() - start
        named = any(start <= s < match.start() and m.type == "LOC" for s, m in known.items())
        if kind == "LOC" and text[match.start() - 1 : match.start()] in p.numerals:
            continue  # 富山两县, "the two prefectures"
        least = 2 if kind == "LOC" or len(match[0]) > 1 else 4
        if body >= least or (named and body >= 2):
            found.append(
                Mention(
                    start=start,
                    end=match.end(),
                    type=kind,
                    why="ends in the name of a kind of " + ("body" if kind == "ORG" else "place"),
                )
            )
    return found


def _left_edge(text: str, p: Patterns, at: int, longest: int) -> int:
    """The place where a name that ends here begins: behind punctuation, a function word or a verb, at most so many characters off."""
    low = max(0, at - longest)
    edge = low
    guarded = {i for m in p.opens.finditer(text, max(0, low - 2), at + 2) for i in range(m.start(), m.end())}
    for match in p.boundary.finditer(text, low, at):
        if match.end() - match.start() > 1 or match.start() not in guarded:
            edge = match.end()
    return edge

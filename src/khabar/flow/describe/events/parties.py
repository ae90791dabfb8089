"""Who takes part in a sentence: the names that can act, and the groups, pairs and pronouns that stand for others.

Each party knows its role where a word or an ending says it: "with X", «از X», "X-e", X를, 被X.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from khabar.flow.describe.events.cases import case_role
from khabar.flow.describe.events.lexicon import Hit, Lexicon
from khabar.languages.phrases import NO_BOUNDARY
from khabar.models import Entity, Span

MODIFIER_GAP = 36
"""A place or body so near before a person, without a comma between, belongs to the person's title."""
MODIFYING = " 의("
"""What may follow a Korean name that modifies another: a particle of another kind makes it a party of its own."""
SEATS = ("委员", "委員", "常委", "主席", "书记", "書記", "部长", "部長", "主任", "总理", "總理", "成员", "代表", "理事", "司令", "总统", "總統")
"""Offices of a Chinese title of several, set apart by the mark of lists."""
ROLE_REACH = 44
"""Characters before a party in which the word of its role stands."""
OWNER_REACH = 5
"""Characters, an article, between "of" and whose it is."""
MEMBERS = 6
"""Characters, an article, between "agents of" and the body that acts through them."""
PAIRED = 22
"""Characters between two parties that a particle of company puts together."""
_STOPS = regex.compile(r"[,،，、;؛:：。.()（）\"«»“”\n]")
_AND = regex.compile(r"(?<!\w)و\s?$")
"""Arabic "and", which is written on to the name behind it; a name may end in the same letter («نتنياهو»)."""
_GENITIVE = regex.compile(r"['’](?:s|n?[iıuü]n)\b")
_HANGUL_END = regex.compile(r"[^\w'’\"»”)]+")


_TURKISH_CASES = (
    ("from", regex.compile(r"\w{3}[dt][ae]n$")),
    ("partner", regex.compile(r"\w{3}y?l[ae]$")),
    ("owner", regex.compile(r"\w{3}[ıiuü]n[ıiuü]n$")),
    ("object", regex.compile(r"\w{3}[ıiuü]n[ıiuü]$")),
    ("target", regex.compile(r"\w{3}[ıiuü]n[ae]$|l[ae]r[ae]$|polise$|orduya$|\w{3}[ıiuü]ne$")),
)
_TURKISH_OFFICE = regex.compile(r"(?:başkanı|bakanı|lideri|sözcüsü|büyükelçisi|komutanı|genel sekreteri|yardımcısı|üyesi|müdürü|temsilcisi|başbakanı|kralı|valisi)\s*$")
FREE = ("", "subject")
"""Roles of who can be the subject."""
_BODIES = ("army", "police", "government", "opposition")


class Party(NamedTuple):
    """One mention: where it stands (`lead` is where its title begins), its id or what kind of word it is, its role."""

    lead: int
    start: int
    end: int
    id: str
    type: str
    role: str
    joined: bool
    place: str = ""
    """The town or region itself where `id` is its country and something is brought there."""


def party_at(hit: Hit, key: str, kind: str, role: str = "") -> Party:
    """The party that a word stands for."""
    return Party(hit.start, hit.start, hit.end, key, kind, role, False)


def named(
    text: str, folded: str, mentions: Sequence[tuple[int, int, Entity]], between: Sequence[Hit], words: Lexicon
) -> list[Party]:
    """The mentions that act for themselves: "Russian President Putin" is Putin alone, "North Korea's leader Kim" is Kim.

    `between`: cues, joints and words of role; two names with one of them in the midst are two parties. Where the language is
    attributive, a country right before a body is its adjective ("US Treasury").
    """
    kept: list[Party] = []
    lead = -1
    for number, (start, end, entity) in enumerate(mentions):
        lead = start if lead < 0 else lead
        following = mentions[number + 1] if number + 1 < len(mentions) else None
        previous = kept[-1] if kept else None
        titled = previous is not None and entity.type != "PER" and previous.type == "PER" and text[end : end + 3] != " را"
        if previous and titled and _in_title(text, folded, (previous.end, start), between, words):
            kept[-1] = previous._replace(end=end)
        elif (
            following
            and not (words.lang == "ko" and text[end] not in MODIFYING)
            and _modifies(text, (start, end, entity), following, between, words)
        ):
            continue
        elif previous and previous.end > start:
            kept[-1] = previous._replace(end=max(end, previous.end))
        else:
            kept.append(Party(lead, start, end, entity.id, entity.type, "", False))
        lead = -1
    return kept


def _modifies(
    text: str,
    one: tuple[int, int, Entity],
    two: tuple[int, int, Entity],
    between: Sequence[Hit],
    words: Lexicon,
) -> bool:
    """Whether the first mention belongs to the title or is the owner of the second."""
    gap = (one[1], two[0])
    if gap[1] - gap[0] > MODIFIER_GAP or any(gap[0] <= h.start < gap[1] for h in between):
        return False
    if owned := _GENITIVE.match(text, one[1]):
        both_places = one[2].type == two[2].type == "LOC"  # "ABD'nin Tayvan'a silah satışı"
        return not (both_places and not text[owned.end() : two[0]].strip())
    inside = text[gap[0] : gap[1]]
    if words.attributive and one[2].type == "LOC" and two[2].type == "ORG" and not inside.strip():
        return True
    if words.lang == "zh" and one[2].type == two[2].type == "ORG" and not inside:
        return True  # 越南共产党中央委员会
    if words.lang == "zh" and (offices := inside.split("、"))[1:] and offices[0].endswith(SEATS):
        inside = offices[-1]  # «X委员会委员、Y主任王毅»
    if words.lang == "tr" and _runs_on(inside):
        return False
    return one[2].type != "PER" and two[2].type == "PER" and not any(c in ",،，、;。" for c in inside)


def _runs_on(gap: str) -> bool:
    """Whether Turkish words between a place and a person are no title: "Rusya insani gerekçelerle X" is not Russia's X."""
    small = [w for w in gap.split() if w[0].islower()]
    return len(small) > 1 and not _TURKISH_OFFICE.search(gap)


def _in_title(text: str, folded: str, between: Span, apart: Sequence[Hit], words: Lexicon) -> bool:
    """«ماریا سیلوا» شهردار لیسبون: the title behind a name, without a verb or comma far."""
    gap = text[slice(*between)]
    if gap == " " and words.lang in ("ko", "fa"):  # Korean: name, country, title; Persian: office, whose
        return True
    if not gap.strip(' ,،»"”'):
        return False
    if any(between[0] <= h.start < between[1] and h.kind in ("verb", "noun", "passive-verb") for h in apart):
        return False
    if words.titles.fullmatch(folded, *between) and not any(between[0] <= h.start < between[1] for h in apart):
        return True
    return len(gap) <= 22 and gap.strip(' »"”').count(" ") <= 1 and ("»" in gap or gap.startswith(("، ", ", ")))


def placed(text: str, folded: str, parties: Iterable[Party], hits: Sequence[Hit], words: Lexicon) -> list[Party]:
    """The parties in order, each with its role and whether "and" joins it to the one before."""
    ordered = sorted(parties, key=lambda p: p.start)
    groups = [h for h in hits if h.kind == "group"]  # 在野党 holds no 在
    roles = [h for h in hits if h.kind == "role" and not any(g.start <= h.start and h.end < g.end for g in groups)]
    breaks = [h for h in hits if h.kind == "break"]
    roles = [h for h in roles if not any(b.start <= h.start and h.end < b.end for b in breaks)]  # «trong lúc», "while", is no «trong»
    joins = [h for h in hits if h.kind == "join"]
    cues = [h for h in hits if h.kind in ("verb", "noun", "passive-verb")]
    out: list[Party] = []
    paired = False
    for number, party in enumerate(ordered):
        floor = max(
            [
                out[-1].end if out else 0,
                party.lead - ROLE_REACH,
                *(c.end for c in cues if c.end <= party.lead),
                *(h.start for h in hits if h.kind == "break" and h.end <= party.lead),
            ],
        )
        opened = party.lead - (text[max(0, party.lead - 1) : party.lead] in ("«", "“", '"'))
        stop = max((m.end() for m in _STOPS.finditer(text, floor, opened)), default=floor)
        told = next(
            (
                r
                for r in sorted(roles, key=lambda r: (-r.start, -r.end))
                if stop <= r.start and r.end <= party.lead and party.lead - r.end <= _reach(party, r)
            ),
            None,
        )
        linked = bool(told and out) and any(j.start == told.start and j.start - out[-1].end <= 1 for j in joins if told)
        told = None if linked or (told and told.value == "among" and party.type != "GRP") else told
        ceiling = ordered[number + 1].lead if number + 1 < len(ordered) else len(text)
        bare = party.type in ("GRP", "PAIR") and words.lang in NO_BOUNDARY  # the phrase may hold its particle
        role = _behind(folded, party.start if bare else party.end, ceiling, words)
        if told and (not role or words.lang == "zh"):  # «对X的制裁» is aimed at X
            role = told.value
        if not role and words.lang == "tr" and text[party.start : party.start + 1].islower():
            role = _turkish_case(folded[party.start : party.end])
        if party.type == "GRP" and role == "owner" and not party.id.endswith(_BODIES):  # "thousands of protesters"
            role = ""
        elif not role and _GENITIVE.match(text, party.end):
            role = "owner"
        joined = (
            paired
            or linked
            or (
                bool(out)
                and _joined(folded, out[-1], party, [j for j in joins if not told or j.start > told.start], hits, words)
            )
        )
        if not role and not joined and party.end - party.start:
            role = case_role(party.id, text[party.start : party.end], words.lang)
        if role in ("", "owner", "from", "target") and any(0 <= party.lead - h.end <= MEMBERS for h in hits if h.kind == "members"):
            role = ""
        if joined and party.type == "PER" and out[-1].type in ("LOC", "SITE") and not role:
            joined, role = False, "partner" if words.lang == "zh" else ""  # «在巴黎同马克龙»
        if party.type == "SITE":
            party = party._replace(place=party.place if role == "target" else "")
            role = "site"
        paired = role == "pair"
        role = "" if paired else role
        if joined and not role and out[-1].role not in ("subject",):
            role = out[-1].role
        out.append(party._replace(role=role, joined=joined))
    return out


def _turkish_case(word: str) -> str:
    """The role that the ending of a common noun tells: "hükümetine", "polisle", "ordusundan"; "" where it may be a subject."""
    return next((role for role, ending in _TURKISH_CASES if ending.search(word)), "")


def _reach(party: Party, role: Hit) -> int:
    """How far from a party its word of role may stand: titles come between for persons, an article for others."""
    if (
        role.value == "owner" and party.type == "PER" and party.lead < party.start
    ):  # "the head of Russian diplomacy, Lavrov"
        return -1
    if role.value == "among":  # "30 people, among them 4 guards"
        return ROLE_REACH
    return OWNER_REACH if role.value == "owner" or party.type in ("GRP", "PAIR") else ROLE_REACH


def _joined(folded: str, one: Party, two: Party, joins: Sequence[Hit], hits: Sequence[Hit], words: Lexicon) -> bool:
    """Whether "and" stands between two parties, and no verb or new clause does."""
    if two.lead - one.end > 2 * MODIFIER_GAP or any(
        h.kind in ("break", "relative", "verb", "finite") and one.end <= h.start < two.lead for h in hits
    ):
        return False
    if words.lang == "ar" and _AND.search(folded, max(0, two.lead - 3), two.lead):
        return True
    return any(one.end <= j.start and j.end <= two.start for j in joins)


def _behind(folded: str, at: int, ceiling: int, words: Lexicon) -> str:
    """The role that a particle or an ending behind a name gives."""
    if words.lang == "zh":
        return "owner" if folded[at : at + 1] == "的" and at < ceiling else ""
    if not words.behind:
        return ""
    rest = folded[at : min(ceiling, at + 40)]
    if ceiling < len(folded) and ceiling - at <= PAIRED and rest.strip("' ") in words.pairing:
        return "pair"  # Turkish "X ile Y", Korean X와 Y: both do it
    words_of_role = next((role for ending, role in words.behind if " " in ending and _phrase(ending, words.lang).match(rest)), "")
    if words_of_role:
        return words_of_role
    for number, piece in enumerate(_pieces(rest)[: words.reach]):
        for ending, role in words.behind:
            if words.lang == "ko":
                if piece.endswith(ending):
                    return role
            elif piece == ending and (number == 0 or not ending.startswith("'")):
                return role
        if words.lang == "tr" and number == 0 and piece and not piece.startswith("'"):
            continue
    return ""


@lru_cache(maxsize=256)
def _phrase(ending: str, lang: str) -> regex.Pattern[str]:
    """A role told by several words behind a name: «군부에 의해», «के साथ»; a Korean title may stand before."""
    lead = r"(?:\s?\S+?)?" if lang == "ko" else r"\s*"
    return regex.compile(lead + regex.escape(ending) + r"(?!\w)")


def _pieces(rest: str) -> list[str]:
    cut = regex.split(r"[,،.;。\n]", rest, maxsplit=1)[0]
    return [p.strip("\"»”)'") if not p.startswith("'") else p for p in _HANGUL_END.split(cut) if p or not cut]

"""Names of bodies in scripts with capitals: a head word and what belongs to it («Office national pour la protection des forêts»)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.lexicon import Lexicon
from khabar.flow.describe.entities.mention import Mention
from khabar.flow.describe.entities.phrases import phrase_at, phrase_ending
from khabar.names.inflection import stems
from khabar.names.tokens import Word, script

# Languages whose names of bodies go on in small letters.
LOWER_CASE_GOES_ON = frozenset({"fr", "ru", "uk", "vi"})
LONGEST = 11
ADJECTIVE = (
    "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ей", "ую", "юю", "ых", "их", "ыми", "ими", "ої", "ій", "ний", "ова", "на", "не", "ні", "ну", "ною", "ську", "ське", "ські", "ська", "цька", "цьке",
)
"""Endings of adjectives in Russian and Ukrainian."""
FIELDS = 6
"""Words within which the last field of a ministry follows a comma."""
JOINTS = frozenset({"and", "et", "y", "e", "und", "và", "ve"})
"""Words before the last field."""
PREPOSITIONS = frozenset({"у", "в", "з", "с", "к", "на"})
VERBAL = ("ать", "ять", "ить", "уть", "ють", "еть", "ться", "ється", "лись", "лися", "лась", "лось", "тся", "ует", "ают", "ило", "ала", "или", "али", "яли", "ыли")
"""Endings of verbs in Russian and Ukrainian."""
GENITIVE = ("а", "я", "ы", "и", "ей", "ов", "ого", "его", "ой", "ых", "их", "ї", "ів", "ому", "ості", "ь")


def body_mentions(
    document: Document, tokens: Sequence[Word], lex: Lexicon, known: Sequence[Mention] = ()
) -> list[Mention]:
    """Bodies by their head word with a capital, and ministries that the language prints in small letters; a known person ends one."""
    text = document.text
    people = {m.start for m in known if m.type == "PER" and m.id}
    named = {i: m.end for m in known if m.type != "LOC" for i in range(m.start, m.end)}
    places = {i for m in known if m.type == "LOC" for i in range(m.start, m.end)} if lex.lang == "vi" else set()
    found = []
    for at in range(len(tokens)):
        if size := phrase_at(tokens, at, lex.generic, lex.lang):
            found.append(_mention(tokens, at, at + size - 1))
        if (start := _joined(text, tokens, at, lex, named)) < at:
            found.append(_mention(tokens, start, at))
        if (last := _regional(text, tokens, at, lex)) > at:
            found.append(_mention(tokens, at, last))
        size = phrase_at(tokens, at, lex.org_heads, lex.lang)
        if size and _marks_fit(tokens, at, size, lex) and not phrase_at(tokens, at, lex.complete, lex.lang):
            first = _adjectives_before(text, tokens, at, lex)
            if lex.lang == "en" and not (at + size < len(tokens) and tokens[at + size].form in lex.links):
                continue
            if text[tokens[first].start].isupper() or any(
                f in lex.lower_heads for f in stems(tokens[at].form, lex.lang)
            ):
                last = _extent(text, tokens, at + size - 1, lex, people, places)
                if last >= first + (2 if lex.lang in LOWER_CASE_GOES_ON else 1) or (
                    last > first and text[tokens[last].start].isupper()
                ):
                    found.append(_mention(tokens, first, last))
    return found


def _marks_fit(tokens: Sequence[Word], at: int, size: int, lex: Lexicon) -> bool:
    """Whether a Vietnamese head is written with its own marks: «ban» (department), not «Bản»."""
    return lex.lang != "vi" or " ".join(w.marked for w in tokens[at : at + size]) in lex.marked_org_heads


def _joined(text: str, tokens: Sequence[Word], at: int, lex: Lexicon, named: dict[int, int]) -> int:
    """First word of «Kültür ve Turizm Bakanlığı», two capitalised parts joined before the tail of a body; `at` where there is no «ve»."""
    if not lex.joints or not phrase_ending(tokens, at, lex.org_tails, lex.lang):
        return at
    first, joint = at, at
    while first > 0 and at - first < 7 and _near(text, tokens, first):
        before = tokens[first - 1]
        if any(named.get(w.start, tokens[at].end) != tokens[at].end for w in (before, tokens[first - 2])):
            return at
        inside = first > 2 and tokens[first - 3].form == "of"  # "University of X and Y Authority" are two
        if before.form in lex.joints and first > 1 and text[tokens[first - 2].start].isupper() and joint == at and first < at and not inside:
            first, joint = first - 2, first - 2
        elif text[before.start].isupper() and not lex.stop(before):
            first, joint = first - 1, first - 1 if joint < at else at
        else:
            break
    return joint


def _regional(text: str, tokens: Sequence[Word], at: int, lex: Lexicon) -> int:
    """Last word of «Херсонская областная военная администрация»: a capitalised adjective, adjectives in small letters, the body."""
    if (
        not lex.lower_tails
        or not any(part in tokens[at].form for part in ("ск", "цк", "ськ", "цьк"))
        or not text[tokens[at].start].isupper()
        or not tokens[at].form.endswith(ADJECTIVE)
        or lex.stop(tokens[at])
    ):
        return at
    here = at + 1
    while here < len(tokens) and here - at < 5 and _near(text, tokens, here) and text[tokens[here].start].islower():
        if any(s in lex.lower_tails for s in stems(tokens[here].form, lex.lang)):
            return here
        if not tokens[here].form.endswith(ADJECTIVE):
            break
        here += 1
    return at


def _mention(tokens: Sequence[Word], first: int, last: int) -> Mention:
    return Mention(start=tokens[first].start, end=tokens[last].end, type="ORG", why="holds the name of a kind of body")


def _adjectives_before(text: str, tokens: Sequence[Word], at: int, lex: Lexicon) -> int:
    """«Национальный совет», "National Council": adjectives that stand before the head."""
    first = at
    if script(tokens[at].form) == "Cyrl" or lex.lang == "en":
        while (
            first > 0
            and at - first < 3
            and _near(text, tokens, first)
            and text[tokens[first - 1].start].isupper()
            and not lex.stop(tokens[first - 1])
        ):
            if script(tokens[at].form) == "Cyrl" and not tokens[first - 1].form.endswith(ADJECTIVE):
                break  # «В Женеве Всемирная организация …», «Представитель министерства …»
            first -= 1
    return first


def _near(text: str, tokens: Sequence[Word], at: int) -> bool:
    return text[tokens[at - 1].end : tokens[at].start] in (" ", "\u00a0", "-", "'", "’", " «", ' "')


def _extent(text: str, tokens: Sequence[Word], head: int, lex: Lexicon, people: set[int], places: set[int]) -> int:
    """Index of the last word that belongs to the name whose head ends at `head`."""
    last, here = head, head + 1
    while here < len(tokens) and here - head < LONGEST and (_near(text, tokens, here) or _enumerated(text, tokens, head, here, lex)):
        form, capital = tokens[here].form, text[tokens[here].start].isupper()
        if tokens[here].start in people or (
            capital and phrase_at(tokens, here, lex.titles_before, lex.lang) and here > head + 1
        ):
            break
        if (capital and not lex.stop(tokens[here])) or tokens[here].start in places:
            last = here
        elif form in PREPOSITIONS and lex.lang in ("ru", "uk") and here + 1 < len(tokens) and text[tokens[here + 1].start].isupper():
            break  # «Республіканської партії у Мілвокі»
        elif (tokens[here].marked if lex.lang == "vi" else form) in lex.links or form in lex.particles:
            if _new_body(text, tokens, here + 1, lex):
                break
        elif form in lex.demonyms and lex.lang in LOWER_CASE_GOES_ON and here == head + 1:
            pass  # «ministère russe des Affaires étrangères»
        elif lex.stop(tokens[here]) or form in lex.say or not _goes_on(form, lex) or tokens[here - 1].form in lex.place_before:
            break  # «посольство в иранской столице»
        elif tokens[here - 1].start in places:
            break  # «Đại sứ quán … tại Nhật Bản thông báo»
        elif here == last + 1 or tokens[here - 1].form in lex.links:
            last = here
        else:
            break
        here += 1
    return last


def _enumerated(text: str, tokens: Sequence[Word], head: int, at: int, lex: Lexicon) -> bool:
    """Whether a comma stands inside a ministry's name: "Ministry of Health, Labour and Welfare", «Bộ Đất đai, Hạ tầng và Giao thông»."""
    if text[tokens[at - 1].end : tokens[at].start] != ", " or not text[tokens[at].start].isupper():
        return False
    if lex.lang == "de" and not tokens[head].form.endswith(("ministerium", "ministeriums", "amt", "amts")):
        return False
    for here in range(at + 1, min(len(tokens) - 1, at + FIELDS)):
        gap = text[tokens[here - 1].end : tokens[here].start]
        if gap not in (" ", ", "):
            return False
        if (tokens[here].marked if lex.lang == "vi" else tokens[here].form) in JOINTS:
            return gap == " " and text[tokens[here + 1].start].isupper()
        if lex.lang != "vi" and not text[tokens[here].start].isupper():
            return False
    return False


def _new_body(text: str, tokens: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether the capitalised words behind a link are a body of their own: "… and Harbour Energy Authority"."""
    end = at
    while end < len(tokens) and end - at < 5 and text[tokens[end].start].isupper():
        end += 1
    return end - at > 1 and phrase_ending(tokens, end - 1, lex.org_tails, lex.lang) > 0


def _goes_on(form: str, lex: Lexicon) -> bool:
    if lex.lang not in LOWER_CASE_GOES_ON or len(form) < 2 or form[0].isdigit():
        return False
    return script(form) != "Cyrl" or (len(form) > 3 and form.endswith(GENITIVE) and not form.endswith(VERBAL))

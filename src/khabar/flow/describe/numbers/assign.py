"""From values to typed numbers: money, magnitude, votes, then people killed, injured …, then all else."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import regex

from khabar.flow.describe.numbers.kinds import CASUALTIES, REACH, REACH_BARE, Cue, nearest
from khabar.flow.describe.numbers.lexicon import Lexicon
from khabar.flow.describe.numbers.values import Found
from khabar.models import Span

_WORD = regex.compile(r"[\p{L}\p{M}'’-]+(?= )")
Noun = str
"""What stands right behind a number: "people", "things", "classifier", "percent", "none" or "unknown"."""
REACH_MAGNITUDE = 34
PERCENT_BEFORE = 8
"""Characters before a number in which «yüzde» may stand."""
PART_OF = 26
"""Characters between a part and the whole that it is taken from."""
LIVED_IN = 40
"""Characters before a number in which a bound and the word for a place or its population stand."""


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """A number with its kind; `cue` is the word that says so, `noun` the span of the counted noun."""

    found: Found
    what: str
    currency: str | None = None
    noun: Span | None = None
    percent: bool = False


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence as the typing of its numbers reads it."""

    text: str
    start: int
    end: int
    cues: Sequence[Cue]
    words: Lexicon
    election: bool
    """Whether the page tells of an election: its percentages may be votes."""
    dates: Sequence[Span] = ()


def type_numbers(numbers: Sequence[Found], clause: Clause) -> list[Typed]:
    """Each number of a sentence with its kind, in order; an elided kind is that of the number before."""
    typed: list[Typed] = []
    spans = [n.span for n in numbers]
    for number in numbers:
        others = [s for s in spans if s != number.span]
        typed.append(_type(number, others, clause, typed))
    return typed


def _type(number: Found, others: list[Span], clause: Clause, before: list[Typed]) -> Typed:
    if money := _currency(number, clause):
        return Typed(found=number, what="money", currency=money)
    kind, noun = noun_after(number.span[1], clause)
    if kind == "unknown" and clause.words.collective.fullmatch(clause.text, *number.span):
        kind = "people"
    if clause.words.percent_before.search(
        clause.text, max(clause.start, number.span[0] - PERCENT_BEFORE), number.span[0]
    ):
        kind, noun = "percent", None
    if kind == "percent":
        return Typed(found=number, what=_votes(number, clause, others, before), noun=noun, percent=True)
    if kind in ("people", "none", "unknown") and _voters(number, noun, clause):
        return Typed(found=number, what="votes", noun=noun)
    if _is_magnitude(number, clause, others, before):
        return Typed(found=number, what="magnitude", noun=noun)
    if number.big and kind == "none" and any(t.what == "money" for t in before):
        return Typed(found=number, what="money", currency=before[-1].currency)
    what = "other" if _whole(number, noun, clause, before) else _counted(number, kind, noun, others, clause)
    if what is None and kind in ("none", "people"):
        what = _elided(number, clause, before)
    return Typed(found=number, what=what or "other", noun=noun)


def noun_after(at: int, clause: Clause) -> tuple[Noun, Span | None]:
    """The noun that a number counts, which stands right behind it in all twelve languages."""
    text, words = clause.text, clause.words
    rest = at
    while rest < clause.end and text[rest] in " -~'여多余餘":
        rest += 1
    if words.of and not words.people.match(text, rest, clause.end) and (of := words.of.match(text, rest, clause.end)):
        rest = of.end()  # une vingtaine de manifestants
    if rest >= clause.end or any(a <= rest < b for a, b in clause.dates):
        return "none", None  # «إصابة 9 آلاف اليوم الأربعاء»
    if text[rest] in "%٪":
        return "percent", (rest, rest + 1)
    if percent := words.percent.match(text, rest, clause.end):
        return "percent", percent.span()
    for name, pattern in (("classifier", words.classifiers), ("people", words.voters), ("people", words.people), ("things", words.things)):
        if match := pattern.match(text, rest, clause.end):
            return name, match.span()
    if not text[rest].isalpha() or words.function.match(text, rest, clause.end):
        return "none", None
    if words.adjectives and (after := _after_adjective(text, rest, clause)):
        return "people", (rest, after)
    for pattern in words.kinds.values():
        if match := pattern.match(text, rest, clause.end):
            return "people", match.span()
    return "unknown", None


def _after_adjective(text: str, at: int, clause: Clause) -> int | None:
    """End of a noun for people that an adjective parts from its number: "two Thai nationals", "seven other spectators"."""
    word = _WORD.match(text, at, clause.end)
    if word is None or clause.words.things.match(text, at, clause.end):
        return None
    noun = clause.words.people.match(text, word.end() + 1, clause.end)
    return noun.end() if noun else None


def _currency(number: Found, clause: Clause) -> str | None:
    """The currency beside an amount: "$15m", "15 million dollars", «15 مليون دولار»."""
    words, text = clause.words, clause.text
    after = words.currencies.match(
        text, number.span[1] + (text[number.span[1] : number.span[1] + 1] == " "), clause.end
    )
    if not after and words.of:
        of = words.of.match(text, number.span[1], clause.end)
        after = words.currencies.match(text, of.end(), clause.end) if of else None
    if after:
        return words.currency_of.get(after.phrase)
    start = max(clause.start, number.span[0] - 6)
    before = [m for m in words.currencies.finditer(text, start, number.span[0]) if m.end() >= number.span[0] - 1]
    return (
        words.currency_of.get(before[-1].phrase)
        if (before and not before[-1][0].isalpha()) or (before and before[-1][0] in ("usd", "eur", "gbp"))
        else None
    )


def _votes(number: Found, clause: Clause, others: list[Span], before: list[Typed]) -> str:
    if number.value > 100 or not clause.election:
        return "other"
    near = [Cue("votes", m.span()) for m in clause.words.vote_share.finditer(clause.text, clause.start, clause.end)]
    against = [Cue("other", m.span()) for m in clause.words.not_votes.finditer(clause.text, clause.start, clause.end)]
    best = nearest(clause.text, number.span, [*near, *against], others, clause.words)
    if best and best[1].kind == "other" and best[0] <= REACH:
        return "other"
    if best and best[1].kind == "votes":
        return "votes"
    return "votes" if any(t.what == "votes" for t in before) else "other"


def _voters(number: Found, noun: Span | None, clause: Clause) -> bool:
    """Whether members of an assembly are counted who vote: "all 190 lawmakers backed the motion", not "two thirds of the 300 lawmakers"."""
    words, text = clause.words, clause.text
    if number.value < 2 or number.value != int(number.value):
        return False
    places = [number.span[1], *([noun[1], noun[0]] if noun else [])]
    named = any(words.voters.match(text, at + (text[at : at + 1] in (" ", "-")), clause.end) for at in places)
    if not named and words.verb_last:
        named = any(m.end() >= number.span[0] - 1 for m in words.voters.finditer(text, max(clause.start, number.span[0] - 12), number.span[0]))
    if not named or words.out_of.search(text[max(clause.start, number.span[0] - 14) : number.span[0]]):
        return False
    acts = [Cue("votes", m.span()) for m in words.vote_acts.finditer(text, clause.start, clause.end)]
    best = nearest(text, noun or number.span, [*acts, *(c for c in clause.cues if c.kind != "magnitude")], [], words)
    return best is not None and best[1].kind == "votes" and best[0] <= REACH


def _is_magnitude(number: Found, clause: Clause, others: list[Span], before: list[Typed]) -> bool:
    if not 2 <= number.value <= 10 or not number.digits:
        return False
    cues = [c for c in clause.cues if c.kind == "magnitude"]
    best = nearest(clause.text, number.span, cues, [], clause.words)
    whole = number.value == int(number.value)
    return bool(best and best[0] <= (REACH_MAGNITUDE / 2 if whole else REACH_MAGNITUDE)) or (
        not whole
        and any(t.what == "magnitude" for t in before)
        and noun_after(number.span[1], clause)[0] in ("none", "unknown")
    )


def _counted(number: Found, noun: Noun, at: Span | None, others: list[Span], clause: Clause) -> str | None:
    """killed, injured …, "other" where a rescue or the like stands nearer; None where no cue is near."""
    if noun == "classifier":  # "537 cases of death" in languages that count by classifier: the cue stands right behind
        return next((c.kind for c in clause.cues if 0 <= c.span[0] - number.span[1] <= REACH_BARE), "other")
    if noun == "things" or number.value != int(number.value) or number.value < 1:
        return "other"
    if noun == "people" and _lived_in(number, clause):
        return "other"
    cues = [c for c in clause.cues if c.kind != "magnitude"]
    if number.value == 1 and not number.digits:  # "a victim said" counts nobody
        cues = [c for c in cues if (at is None or c.span[0] >= at[1] or c.span[1] <= at[0]) and not _apart(number.span, c.span, clause.text)]
    span = (number.span[0], at[1]) if at and noun == "people" else number.span
    best = nearest(clause.text, span, cues, others, clause.words)
    if best is None or best[0] > (REACH_BARE if noun == "unknown" or number.value == 1 else REACH):
        return None
    if best[1].kind == "votes" and clause.words.out_of.search(clause.text[max(clause.start, number.span[0] - 14) : number.span[0]]):
        return "other"  # "of the 12 members one voted against"
    return best[1].kind


def _whole(number: Found, noun: Span | None, clause: Clause, before: list[Typed]) -> bool:
    """Whether a number is the whole of which another one beside it is part: "179 of the 181 people on board", «181명 중 179명»."""
    text, words, (start, end) = clause.text, clause.words, number.span
    last = before[-1].found.span[1] if before else -1
    if 0 <= start - last <= PART_OF and words.out_of.search(text[last:start]) and not _apart((last, last), number.span, text):
        hedged = any(start - m.end() <= 2 for p in words.bounds.values() for m in p.finditer(text, last, start))  # «más de 20»
        return before[-1].found.value <= number.value and not hedged and words.glue.search(text[last:start]) is None
    rest = max(end, noun[1]) if noun else end
    after = words.out_of_after.match(text, rest + (text[rest : rest + 1] == " "), clause.end)
    return after is not None and any(c.isdigit() for c in text[after.end() : after.end() + PART_OF])


def _apart(one: Span, other: Span, text: str) -> bool:
    """Whether a comma stands between the two: "…, according to a diplomat"."""
    between = text[min(one[1], other[1]) : max(one[0], other[0])]
    return any(c in between for c in ",،，、")


def _lived_in(number: Found, clause: Clause) -> bool:
    """Whether a number of people says how many live somewhere: "a town of 25,000 people"."""
    words, text, (start, end) = clause.words, clause.text, number.span
    low = max(clause.start, start - LIVED_IN)
    bounds = [m.start() for p in words.bounds.values() for m in p.finditer(text, low, start) if start - m.end() <= 2]
    if any(words.peopled.search(text, low, at) for at in (start, *bounds)):
        return True
    rest = end + (text[end : end + 1] == " ")
    return words.peopled_after.match(text, rest, clause.end) is not None


def _elided(number: Found, clause: Clause, before: list[Typed]) -> str | None:
    """ "812 in Syria", "14 of them policemen": the kind of the number before, where that counts people."""
    last = next((t for t in reversed(before) if t.what in CASUALTIES), None)
    return last.what if last and number.value >= 1 and number.value == int(number.value) else None

"""Numbers of a document, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import regex

from khabar.flow.describe.document import Document, Sentence
from khabar.flow.describe.numbers.assign import PERCENT_BEFORE, Clause, Typed, type_numbers
from khabar.flow.describe.numbers.kinds import Cue, find_cues
from khabar.flow.describe.numbers.lexicon import GLYPHS, Lexicon, lexicon
from khabar.flow.describe.numbers.values import Found, find_values
from khabar.languages.phrases import NO_BOUNDARY
from khabar.models import DateMention, Number, Span

Bound = Literal["exact", "at-least", "at-most", "about"]
_CLOCK = regex.compile(
    r"\d{1,2}\s?[:٫]\s?\d{2}(?:\s?[:.]\s?\d{2})?(?!\d)|\d{1,2}[h時时]\d{2}|\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{4}-\d\d-\d\d|\+\d{2,}|\d+\s?/\s?\d+"
    r"|(?<![\d-])\(?\d{2,4}\)?-\d{2,4}-\d{3,5}(?!\d)|(?<=(?<!\p{L})(?:\p{L}{1,3}|covid)-)\d+|\b(?:s&p|bist|dax|ftse|cac|nikkei|kospi|ibex|stoxx|csi|moex) \d+"
    r"|\b(?:boeing|airbus|embraer|боинг|боїнг|بوینغ|بوینگ|ایرباص|ایرباس|波音|空客|보잉|에어버스)[\s-]?\p{L}?-?\d{3}(?:-\d{1,4}\p{L}*)?"
    r"|(?<=saat )\d{1,2}\.\d{2}|(?<![\d.,])\d{1,2}\.\d{2}(?=\s?(?:a\.?m|p\.?m|uhr|hrs|gmt|h)\b)"
)
"""Clock times, dates in figures, country codes, fractions, telephone numbers, types (F-16), share indices."""
_FRACTION = regex.compile(r"(?<![\w/-])(?:(?P<whole>\d{1,2})-)?(?P<over>\d)/(?P<under>[248])(?=\s(?:of a |to \d+(?:-\d/\d)? )?(?:percentage point|percent|per cent))")
"""English: "1/4 percentage point", "4-3/4 to 5 percent"."""
_AFTER_NAME = regex.compile(r", \d\d,")
"""«Maria Lopez, 67, said»: an age."""
_IN_BRACKETS = regex.compile(r"(?<=\p{L}\s?[(（])\d{1,2}(?=[)）])")
"""«이지훈(24)씨», «朴善英（56）», "Maria Lopez (67)": an age too."""
_SCOPE = regex.compile(r"\s*(?:\p{Ll}{1,5}\s+){0,3}(\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+){0,2})")
_GERMAN_SCOPE = regex.compile(r"\s*(?:\p{Ll}+\s+)?(?:in|aus|bei|von|auf)\s+(?:der\s+)?(\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+){0,2})")
_INITIALS = frozenset("mkb")
_YEAR = (1800, 2100)
_BOUND_REACH = 26
CHANGED = 60
"""Characters before "from X to Y" in which a verb of rising or falling makes it a change, no range."""


def find_numbers(document: Document, dates: Sequence[DateMention] = ()) -> tuple[Number, ...]:
    """All numbers of the body but those in `dates`, ages, clock times and bare years, each with kind, bound and scope."""
    taken = [
        d.span for d in dates if d.span and not d.surface.strip().isdecimal()
    ]  # whether 1262 is a year, its noun says
    found: list[Number] = []
    contexts: dict[str, tuple[bool, bool]] = {}
    for sentence in document.sentences:
        words = lexicon(sentence.lang)
        election, epidemic = contexts.setdefault(sentence.lang, _context(document, words))
        parts = list(_fractions(document, sentence, words))
        numbers = list(_numbers(document, sentence, words, [*taken, *(p.span for p in parts if p.span)]))
        if not numbers:
            found.extend(parts)
            continue
        skip = [m.span() for m in words.cases.finditer(document.folded, *sentence.span)] if epidemic else []
        cues = [
            Cue("other", c.span) if c.span in skip else c for c in find_cues(document.folded, *sentence.span, words)
        ]
        clause = Clause(
            text=document.folded, start=sentence.start, end=sentence.end, cues=cues, words=words, election=election, dates=taken
        )
        typed = [t for t in type_numbers(numbers, clause) if not _somebody(t, document.folded, words)]
        whole = _merge_ranges([_number(document, t, sentence, words, taken) for t in typed], document, words)
        found.extend(sorted([*whole, *parts], key=lambda n: n.span or (0, 0)))
    return tuple(found)


def _fractions(document: Document, sentence: Sentence, words: Lexicon) -> Iterator[Number]:
    """Parts of a percentage point: "half a percentage point", "1/2 percentage point", "4-3/4 percent"."""
    text = document.folded
    named = [(m.span(1), words.fraction_of[m.phrase]) for m in words.fractions.finditer(text, *sentence.span)]
    if sentence.lang == "en":
        for match in _FRACTION.finditer(text, *sentence.span):
            named.append((match.span(), int(match["whole"] or 0) + int(match["over"]) / int(match["under"])))
    for span, value in sorted(named):
        yield Number(what="other", value=value, unit="percent", surface=document.text[slice(*span)], span=span)


def _somebody(typed: Typed, text: str, words: Lexicon) -> bool:
    """Whether "one" only introduces somebody to whom nothing has happened: "one diplomat said"."""
    one = typed.found.value == 1 and not typed.found.digits and typed.what == "other"
    return one and typed.noun is not None and words.people.match(text, *typed.noun) is not None


def _context(document: Document, words: Lexicon) -> tuple[bool, bool]:
    """(whether the page tells of a vote, whether of an epidemic)"""
    text = document.title_folded + "\n" + document.folded[:3000]
    return len(words.election.findall(text)) >= 2, words.epidemic.search(text) is not None


def _numbers(document: Document, sentence: Sentence, words: Lexicon, taken: list[Span]) -> Iterator[Found]:
    text = document.folded
    blocked = [s for s in taken if s[0] < sentence.end and sentence.start < s[1]]
    blocked += [m.span() for m in _CLOCK.finditer(text, *sentence.span)]
    vague = [m.span() for m in words.vague.finditer(text, *sentence.span)]
    blocked += [m.span() for m in words.clock.finditer(text, *sentence.span) if not any(map(str.isdigit, m[0]))]
    blocked += [m.span() for m in words.never.finditer(text, *sentence.span)]
    blocked += [m.span() for m in words.percent.finditer(text, *sentence.span)]  # «في المائة» holds a number word
    for number in find_values(text, *sentence.span, sentence.lang):
        start, end = number.span
        if any(a < end and start < b for a, b in blocked) or _is_age(text, number.span, sentence, words):
            continue
        if not number.digits and text[start:end] in _INITIALS:
            continue  # the M of "John M. Smith"
        if not number.digits and any(a <= start and end <= b and b - a > end - start for a, b in vague):
            continue  # the ten of «ده‌ها هزار»
        if not number.digits and _too_small_a_word(text, number, sentence, words):
            continue
        if (
            number.digits
            and number.value == int(number.value)
            and _YEAR[0] <= number.value <= _YEAR[1]
            and end - start == 4
            and not _counts(text, end, words)
        ):
            continue
        yield number


def _is_age(text: str, span: Span, sentence: Sentence, words: Lexicon) -> bool:
    if _AFTER_NAME.search(text, max(0, span[0] - 3), span[1] + 1) or _IN_BRACKETS.match(text, span[0]):
        return True
    at = span[1] + (text[span[1] : span[1] + 1] == " ")
    if words.ages.match(text, at, sentence.end) or words.ages.match(text, span[1], sentence.end):
        return True
    return any(
        m.end() >= span[0] - 1 for m in words.ages_before.finditer(text, max(sentence.start, span[0] - 20), span[0])
    )


def _too_small_a_word(text: str, number: Found, sentence: Sentence, words: Lexicon) -> bool:
    """ "one" is an article or pronoun more often than a number; in Chinese and Korean a counter must follow any word."""
    if words.percent_before.search(text, sentence.start, number.span[0]):
        return False
    if sentence.lang in NO_BOUNDARY or sentence.lang in GLYPHS:
        return not _counts(text, number.span[1], words) and not number.big
    return number.value <= 1 and not _counts(text, number.span[1], words)


def _counts(text: str, at: int, words: Lexicon) -> bool:
    at += text[at : at + 1] in (" ", "多", "余", "여")
    if text[at : at + 1] in ("%", "٪"):
        return True
    return any(p.match(text, at) for p in (words.people, words.things, words.currencies, *words.kinds.values()))


def _number(document: Document, typed: Typed, sentence: Sentence, words: Lexicon, taken: Sequence[Span]) -> Number:
    start, end = typed.found.span
    bound, begin = _bound(document.folded, start, end, sentence, words)
    if typed.percent and (
        per := words.percent_before.search(document.folded, max(sentence.start, start - PERCENT_BEFORE), start)
    ):
        begin = min(begin, per.start())
    last = max(end, typed.noun[1]) if typed.noun else end
    value = typed.found.value
    return Number(
        what=typed.what,
        value=value,
        low=value if bound == "at-least" else None,
        high=value if bound == "at-most" else None,
        bound=bound,
        unit="percent" if typed.percent else document.text[typed.noun[0] : typed.noun[1]] if typed.noun else None,
        currency=typed.currency,
        scope=scope_of(document.text, (begin, last), sentence, taken),
        surface=document.text[begin:last],
        span=(begin, last),
    )


def _bound(text: str, start: int, end: int, sentence: Sentence, words: Lexicon) -> tuple[Bound, int]:
    """The hedge right before a number (or right behind: «120 أو أكثر», "120이상"), and where the surface then begins."""
    low = max(sentence.start, start - _BOUND_REACH)
    for name, pattern in words.bounds.items():
        for match in pattern.finditer(text, low, start):
            if len(text[match.end() : start].strip(" -:$€£")) <= 3:
                return name, match.start()  # type: ignore[return-value]
    for name, pattern in words.bounds_after.items():
        if pattern.search(text, end, min(sentence.end, end + 16)):
            return name, start  # type: ignore[return-value]
    return "exact", start


def scope_of(text: str, span: Span, sentence: Sentence, dates: Sequence[Span] = ()) -> str | None:
    """The words behind a number that narrow it: the capitalised name or group up to the next comma; at most 40 characters.

    In German, where every noun has its capital, only behind a preposition of place; a day or month is none.
    """
    rest = text[span[1] : min(sentence.end, span[1] + 60)]
    match = (_GERMAN_SCOPE if sentence.lang == "de" else _SCOPE).match(rest)
    if match is None or any(a <= span[1] + match.start(1) < b for a, b in dates):
        return None
    return str(match[1])


def _merge_ranges(numbers: list[Number], document: Document, words: Lexicon) -> list[Number]:
    """ "between 20 and 30 dead", "20-30": one number with low and high."""
    merged: list[Number] = []
    for number in numbers:
        last = merged[-1] if merged else None
        if (
            last
            and number.what == last.what
            and last.span
            and number.span
            and _is_range(document.folded, last, number, words)
        ):
            low, high = last.value, number.value
            middle = (low + high) / 2 if low is not None and high is not None else None
            span = (last.span[0], number.span[1])
            merged[-1] = Number(what=number.what, value=middle, low=low, high=high, bound="about", unit=number.unit, currency=number.currency,
                                scope=number.scope, surface=document.text[span[0] : span[1]], span=span)  # fmt: skip
        else:
            merged.append(number)
    return merged


def _is_range(text: str, one: Number, two: Number, words: Lexicon) -> bool:
    if one.span is None or two.span is None:
        return False
    if one.value is None or two.value is None or not one.value < two.value:
        return False
    between = text[one.span[1] : two.span[0]]
    if between.strip() == "-":
        return True
    if words.starting.search(text, max(0, one.span[0] - 8), one.span[0]) and words.change.search(text, max(0, one.span[0] - CHANGED), one.span[0]):
        return False  # "rose from 4.2% to 4.4%"
    if words.alone.fullmatch(between) and (one.unit == two.unit or one.unit is None):
        return True
    joined = words.joins.fullmatch(between)
    return bool(
        joined
        and any(m.end() >= one.span[0] - 2 for m in words.between.finditer(text, max(0, one.span[0] - 16), one.span[0]))
    )

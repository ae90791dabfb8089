"""The subject of a verb of saying.

It stands before the verb ("X told reporters: …") as the first person of the sentence, or behind it ("…", said X; Arabic always).
A person or body right beside the verb comes first; a body or place speaks only near it.
"""

from __future__ import annotations

import regex

from khabar.flow.describe.entities.lexicon import lexicon as names_lexicon
from khabar.flow.describe.quotes.cast import Cast
from khabar.flow.describe.quotes.lexicon import lexicon
from khabar.flow.describe.quotes.speaker import Speaker
from khabar.languages import get
from khabar.languages.catalogue import script_of
from khabar.models import Span

REACH_AFTER = 110
"""Characters behind a verb of saying in which its subject may stand."""
BESIDE = 14
"""An organisation or place speaks only where it stands so near to the verb, or opens the sentence."""
OBJECT_BEFORE_VERB = ("ar", "fa", "ko", "tr")
WORDS_OF_A_NAME, OFFICE_WORDS = 4, 8
AUXILIARY = 14
"""Before a verb whose subject follows stand so few characters, an auxiliary or adverb: "…, ha dicho un vecino"."""
_TOPIC = regex.compile(r"(?<!\w)[وف]?أما\s([^.:؛«»\"]{3,60}?)[،,]?\sف$")
_CAPITAL = regex.compile(r"\s*(\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,3})")
_STOP = regex.compile(r"(?<!\b\p{Lu})\.\s")
_MARKED = regex.compile(r"\s*(?:\w+\s){0,2}«([^»]{3,40})»")
_AFTER_ARABIC = regex.compile(
    r"\s+((?:(?!(?:في|خلال|عقب|أمام|إن\w{0,4}|أن\w{0,4}|بأن\w*|بعد|قبل|على|عن|من|إلى|عبر|لـ?\w*|بال\w+)\b)[^\s:،,(«\"“.]+\s*){1,5})"
)
_IN_MARKS = regex.compile(r"«([^«»]{3,40})»")
_ERGATIVE = regex.compile(r"(?:((?:[^\s,।\"“”]+\s){1,3}?)ने(?!\w)|((?:[^\s,।\"“”]+\s){1,5}?)का\s?$)")
_PLURAL = regex.compile(r"(?:ли|лись|лися|ют|ят|ють|ять)$")
_WITHIN = regex.compile(r"(?:^|(?<=[.,:;—–]\s)|(?<=\n))(?:как\s|як\s)?(?:в|во|у)\s((?:[^\s,.;:]+\s){1,6})$")
_WITHIN_BEHIND = regex.compile(r"\s(?:в|во|у)\s([^,.;:—\n]{3,60})(?=[.,;:—\n]|$)")
_SOME = regex.compile(r"\s((?:bir|iki|üç|bazı)\s[^,.:;\"“]{3,50}?)(?=[,.]|\s(?:ise|de|da)\s)")
_ADVERB = regex.compile(r"\s(?:также|ранее|позже|уже|затем|при этом|також|теж|раніше|пізніше|вже|згодом)$")
_OPENING = regex.compile(r"[«\"“]?((?:(?!\sکه\s)[^,،:：«»\"“”\d]){2,40})")


def subject(cast: Cast, verb: Span, clause: Span, blocked: list[Span], lang: str, inverted: bool) -> Speaker | None:
    """The subject of a verb of saying in its clause; `inverted` where it is looked for behind the verb first."""
    before = cast.people(clause[0], verb[0], lang, blocked)
    if lang not in OBJECT_BEFORE_VERB and (beside := _beside(cast, verb, clause[0], lang, blocked)):
        return beside
    adjoining = [b for b in before if verb[0] - b.span[1] <= 2]
    if inverted and (topic := _topic(cast, verb, clause, lang, blocked)):
        return topic
    if inverted:
        after = cast.people(verb[1], min(clause[1], verb[1] + REACH_AFTER), lang, blocked)
        return (
            next(iter(adjoining), None)
            or _unless_far(cast, after, verb, lang)
            or (before[0] if before and lang == "ar" else None)
            or _body(cast, verb, clause, blocked, lang)
        )
    return next(iter(before), None) or _body(cast, verb, clause, blocked, lang)


def _topic(cast: Cast, verb: Span, clause: Span, lang: str, blocked: list[Span]) -> Speaker | None:
    """Arabic: the subject between «أما» and a verb with «ف» written to it."""
    match = _TOPIC.search(cast.document.text, clause[0], verb[0]) if lang == "ar" else None
    if match is None:
        return None
    named = cast.people(*match.span(1), lang, blocked)
    return named[-1] if named else Speaker(None, match[1].strip(), match.span(1))


def _beside(cast: Cast, verb: Span, start: int, lang: str, blocked: list[Span]) -> Speaker | None:
    """The person or body right before the verb: "After the talks with X, Y said"."""
    there = cast.reporters(start, verb[0], lang, blocked)
    near = [r for r in there if not cast.document.text[r.span[1] : verb[0]].strip()]
    return near[-1] if near and len(there) > 1 else None


def _unless_far(cast: Cast, after: list[Speaker], verb: Span, lang: str) -> Speaker | None:
    """The first person behind the verb, not one in a further clause or one spoken to."""
    words = lexicon(cast.document.lang)
    for speaker in after:
        between = cast.document.text[verb[1] : speaker.span[0]]
        if _STOP.search(between) or between.count(",") > 1:
            return None
        behind = cast.document.folded[verb[1] : speaker.span[0]]
        heard = [m for m in words.addressed.finditer(behind) if lang == "ar" or not behind[m.end() : m.end() + 1].isalpha()]
        told = [m.end() + verb[1] for m in heard]
        apposed = between.rstrip().endswith(",") and all(words.of.search(m[1]) for m in heard)  # said one of the miners, X
        if not told or apposed or cast.between(told[-1] - 1, speaker.span[0]):
            return speaker
    return None


def _body(cast: Cast, verb: Span, clause: Span, blocked: list[Span], lang: str) -> Speaker | None:
    end = min(clause[1], verb[1] + BESIDE * 2)
    bodies = [(s.span, s.entity) for s in cast.same_body(clause[0], end, lang, [*blocked, *(m for m, _ in cast.between(clause[0], end))])]
    named = [(s, e) for s, e in cast.between(*clause) if e.type != "PER" and (s[1] <= end or s in cast.sent)]
    for span, entity in sorted([*named, *bodies], key=lambda b: b[0]):
        if any(a < span[1] and span[0] < b for a, b in blocked):
            continue
        if entity is not None and entity.type == "ORG" and (span, entity) in named and cast.spoken_to(span):
            continue
        low = cast.sent.get(span, span)[0]
        gap = max(low - verb[1], verb[0] - span[1])
        if entity is not None and entity.type == "LOC" and (gap > 2 or _adverbial(cast, span, lang)):
            continue
        opens = span[0] - clause[0] <= 5 and span[1] <= verb[0] and (entity is None or entity.type != "LOC")
        if (
            gap <= BESIDE
            and not lexicon(lang).addressed.search(cast.document.folded, verb[1], max(low, verb[1]))
        ) or opens:
            return cast.body(entity, span)
    return None


def _adverbial(cast: Cast, span: Span, lang: str) -> bool:
    """Whether a place stands behind a preposition: "in Seoul, …"."""
    before = cast.document.folded[max(0, span[0] - 12) : span[0]].split()
    return bool(before) and bool({before[-1], before[-1].removeprefix("و")} & names_lexicon(lang).place_before)


def unknown(cast: Cast, verb: Span, clause: Span, inverted: bool, lang: str) -> Speaker | None:
    """A name that nobody marked: capitals behind an inverted verb, else the words that open the sentence."""
    text = cast.document.text
    language = get(lang)
    if inverted:
        if lang == "ar":
            match = _AFTER_ARABIC.match(text, verb[1], min(len(text), verb[1] + 60))
            return Speaker(None, match[1].strip(), match.span(1)) if match else None
        if not language or not language.has_case:
            return None
        match = _CAPITAL.match(text, verb[1], min(len(text), verb[1] + 60)) or _CAPITAL.match(
            text.rstrip("\n"), clause[0] + 1, verb[0]
        )
        return Speaker(None, match[1], match.span(1)) if match else None
    if script_of(lang) == "Deva" and (ergative := _ERGATIVE.search(text, clause[0], verb[0])):
        group = 1 if ergative[1] else 2
        return Speaker(None, ergative[group].strip(), ergative.span(group))
    marked = (
        [m for m in _IN_MARKS.finditer(text, clause[0], verb[0]) if len(m[1].split()) <= WORDS_OF_A_NAME]
        if lang == "fa"
        else []
    )
    if marked:
        return Speaker(None, marked[0][1], marked[0].span(1))
    match = (
        _MARKED.match(text, clause[0], verb[0]) or _OPENING.match(text, clause[0], verb[0])
        if verb[0] - clause[0] > 2
        else None
    )
    return Speaker(None, match[1].strip(), match.span(1)) if match and lang in ("fa", "ko", "zh") else None


def opening_office(cast: Cast, verb: Span, low: int, lang: str) -> Speaker | None:
    """Persian: the office or description that opens a sentence whose verb stands last: «سخنگوی وزارت خارجه چین در واکنش … گفت»."""
    if lang != "fa":
        return None
    words, text = lexicon(lang), cast.document.folded
    start = low + len(text[low : verb[0]]) - len(text[low : verb[0]].lstrip(" ،,\n"))
    if not any(opens.match(text, start, verb[0]) for opens in (words.offices, words.heads_alone, words.determiners)):
        return None
    stop = words.office_ends.search(text, start, verb[0])
    end = min(stop.start(1) if stop else verb[0], verb[0])
    surface = cast.document.text[start:end].strip(" ،\u200c")
    return Speaker(None, surface, (start, start + len(surface))) if 1 <= len(surface.split()) <= OFFICE_WORDS else None


def within(cast: Cast, verb: Span, low: int, lang: str) -> Speaker | None:
    """Russian and Ukrainian: "in the town hall they said": whoever speaks for the place or body behind the preposition."""
    text = cast.document.folded
    if lang not in ("ru", "uk") or not _PLURAL.search(text, *verb):
        return None
    match = _WITHIN.search(text, low, verb[0]) or _WITHIN_BEHIND.match(text, verb[1])
    if match is None or lexicon(lang).no_body.search(text, *match.span(1)):
        return None
    called = _ADVERB.sub("", cast.document.text[slice(*match.span(1))].rstrip())
    known = next((e for _, e in cast.between(*match.span(1)) if e.type == "ORG"), None)
    return Speaker(known, called.strip(" «»\""), match.span(1), True)


def named_behind(cast: Cast, verb: Span, lang: str, blocked: list[Span]) -> Speaker | None:
    """Turkish: whom a participle of saying names behind it: "…" diyen X; "… diyen bir yönetici"."""
    text = cast.document.text
    end = min(len(text), verb[1] + REACH_AFTER // 2)
    noun = _SOME.match(text, verb[1], end)
    named = next(iter(cast.reporters(verb[1], noun.end() if noun else end, lang, blocked)), None)
    if named and "," not in text[verb[1] : named.span[0]]:
        return named
    return Speaker(None, noun[1], noun.span(1)) if noun else None


def described(cast: Cast, verb: Span, clause: Span, lang: str) -> Speaker | None:
    """A group or person told by any noun behind a determiner, right beside the verb: "several cast members said", "said a driver"."""
    words, text = lexicon(lang), cast.document.folded
    before = words.subject_phrase.fullmatch(text[clause[0] : verb[0]].strip(" ,\n"))
    if before:
        start = text.index(before[1], clause[0])
        return Speaker(None, cast.document.text[start : start + len(before[1])], (start, start + len(before[1])))
    behind = words.noun_phrase.match(text, verb[1], min(len(text), verb[1] + REACH_AFTER))
    if behind is None or len(text[clause[0] : verb[0]].strip(" ,\"—–-")) > AUXILIARY or text[behind.end(1) : behind.end(1) + 1] not in ",.;:":
        return None
    return Speaker(None, cast.document.text[slice(*behind.span(1))], behind.span(1))

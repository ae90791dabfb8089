"""The cues of one language, made once, over folded text."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import msgspec
import regex

from khabar.languages import fold, part
from khabar.languages.phrase_set import PhraseSet, phrase_set
from khabar.languages.phrases import NO_BOUNDARY, alternatives
from khabar.sources.declined import declined

Pattern = regex.Pattern[str]


class Voices(NamedTuple):
    """Words for those who speak for a body: at the end of the text before its name, at the beginning of the text behind it, within it."""

    before: PhraseSet
    after: PhraseSet
    name: PhraseSet


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """`before`/`after` match a cue at the end/beginning of the text beside a name, `direct` one with nothing but a head in between;
    the others are searched."""

    before: PhraseSet
    after: PhraseSet
    source_label: PhraseSet
    photo_label: PhraseSet
    negation: PhraseSet
    media_words: PhraseSet
    state_media: PhraseSet
    state_tv: PhraseSet
    heads: PhraseSet
    head_before: PhraseSet
    head_after: PhraseSet
    weak: PhraseSet
    direct: PhraseSet
    label_names: dict[str, str]
    unknown: Pattern
    issued: PhraseSet
    issued_after: PhraseSet
    own_work: PhraseSet
    joined: PhraseSet
    """"with" between the outlet or the author and an agency in a byline; at the end of the text before the name."""
    source_in: PhraseSet
    source_of: PhraseSet
    """A source within a body, who does not speak for it: before its name ("a source in the Kremlin") and behind it."""
    posted: PhraseSet
    """What is sent to a body and none of it, at the end of the text before its name: "the ambassador to the United Nations"."""
    spokesmen: Voices
    speakers: Voices
    chiefs: Voices
    staff: PhraseSet


_SHORT = r"(?:\s?[(（][^()（）]{2,30}[)）])?"
"""The short form of a name in brackets, between the name and its cue."""
GAP_WORDS = 5
"""Words that may stand between a cue and the name: "according to the Russian state news agency TASS"."""


@lru_cache(maxsize=64)
def lexicon(lang: str) -> Lexicon:
    """The cues of `lang`, or of its script, or the default ones."""
    data = part(lang, "credits")
    edge = "" if lang in NO_BOUNDARY else r"(?<!\w)"
    end = "" if lang in NO_BOUNDARY else r"(?!\w)"
    clitic = r"(?:[وفبلک])?" if lang == "ar" else ""
    gap = r"[^.!?؟。;\n]{0,14}?" if lang in NO_BOUNDARY else rf"(?:[\s\"'(\[]+[^\s.!?؟;]+){{0,{GAP_WORDS}}}?[\s\"'(\[،,:]*(?:ال|ل|ال|l'|d')?"

    def words(key: str) -> str:
        return alternatives(data.strings(key))

    def phrases(key: str, before: str = edge, after: str = end) -> PhraseSet:
        return phrase_set(data.strings(key), before, after)

    def cases(key: str) -> list[str]:
        listed = data.strings(key)
        return [*listed, *(form for phrase in listed for form in declined(phrase, lang))]

    def voices(key: str) -> Voices:
        before = phrases(key, edge + clitic, r"(?:\s+[^\s.!?؟;,،\"]+){0,2}?[\s\"']*(?:ال|ل|l'|d')?$")
        after = phrases(key, r"[\s\"')'\-]*(?:\([^()]{2,20}\)\s*)?(?:'\p{L}{1,3}\s)?(?:\p{L}+\s)?", end)
        return Voices(before, after, phrases(key))

    return Lexicon(
        before=phrases("before", edge + clitic, f"{gap}$"),
        after=phrases("after", rf"{_SHORT}[\s\"'»)\],،:'\-]*(?:\p{{L}}{{0,4}}[\s\"'»)\],،:]+)?"),
        source_label=phrases("source_label", rf"^\W*{edge}", r"\s*[:：\-–|/•·]"),
        photo_label=phrases("photo_label", edge, rf"(?:{end}|(?=[:=：]))"),
        negation=phrases("negation"),
        media_words=phrases("media_words", rf"{edge}{clitic}(?:ال)?"),
        state_media=phrase_set(cases("state_media"), rf"{edge}{clitic}(?:ل)?", end),
        state_tv=phrase_set(cases("state_tv"), rf"{edge}{clitic}(?:ل)?(?:ال)?", end),
        heads=phrases("heads", "", ""),
        head_before=phrases("heads", rf"{edge}{clitic}(?:ل)?", r"(?:\s+[^\s.!?؟;,،\"]+){0,2}?[\s\"'«(]*$"),
        head_after=phrases("heads", r"[\s\"'»-]*"),
        label_names={fold(k): str(v) for k, v in data.table("label_names").items()},
        issued=phrases("issued", edge + clitic, f"{gap}$"),
        issued_after=phrases("issued_after"),
        own_work=phrases("own_work"),
        joined=phrases("joined", edge, r"\s+(?:l'|la\s|les\s|der\s|dem\s|the\s|وکاله\s|وکالات\s|خبرگزاری\s)?$"),
        staff=phrases("staff"),
        source_in=phrases("source_in", edge + clitic, r"[\s\"'«(]*(?:(?:the|le|la|les|el|los|der|dem|den|die|das)\s+|l'|ال|د)?(?:\p{L}+\s+)?$" if lang not in NO_BOUNDARY else r".{0,6}$"),
        source_of=phrases("source_of", r"^[\s\"')]*(?:'?\p{L}{1,5}\s+)?"),
        posted=phrases("posted", edge + clitic, r"[\s\"'«(]*(?:the\s+|l'|la\s+|los\s+|den\s+|der\s+)?$" if lang not in NO_BOUNDARY else "$"),
        spokesmen=voices("spokesmen"),
        speakers=voices("speakers"),
        chiefs=voices("chiefs"),
        unknown=regex.compile(_unknown(words)),
        weak=phrases("weak", "", ""),
        direct=phrases("before", edge + clitic, rf"[\s\"'«(:]*(?:(?:ال|ل|the|l'|la|le|el|der|die|das|dem|{words('heads')})[\s\"'«(]*){{0,3}}$"),
    )


def cue_before(before: str, words: Lexicon) -> str:
    """The cue nearest to the end of the text before a name, the longest of those that end there, or ""; a head is no cue."""
    cues = [m for m in words.before.finditer(before, overlapped=True) if not words.heads.fullmatch(m[1])]
    return str(max(cues, key=lambda m: (m.end(1), -m.start(1)))[1]) if cues else ""


def _unknown(words: Callable[[str], str]) -> str:
    """A cue, a head and then a name in quotes, or (tested by its capitals) one to three words."""
    article = r"(?:(?:the|le|la|el|der|die|das|dem)\s+)?"
    return rf"(?<!\w)(?P<cue>{words('before')})\s+{article}(?:\p{{L}}+\s+)?{words('heads')}\s+(?:\"([^\"]{{2,30}})\"|(\p{{L}}[\p{{L}}\p{{N}}.-]*(?:\s[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}.-]*){{0,2}}))"

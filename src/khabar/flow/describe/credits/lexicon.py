"""The cues of one language, compiled once over folded text."""

from __future__ import annotations

from functools import lru_cache

import msgspec
import regex

from khabar.languages import part
from khabar.languages.phrases import NO_BOUNDARY, alternatives

Pattern = regex.Pattern[str]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """`before`/`after` match a cue at the end/beginning of the text beside a name; the others are searched."""

    before: Pattern
    after: Pattern
    source_label: Pattern
    photo_label: Pattern
    negation: Pattern
    media_words: Pattern
    state_media: Pattern


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

    return Lexicon(
        before=regex.compile(rf"{edge}{clitic}({words('before')}){gap}$"),
        after=regex.compile(rf"[\s\"'»)\],،:'\-]*(?:\p{{L}}{{0,4}}[\s\"'»)\],،:]+)?({words('after')}){end}"),
        source_label=regex.compile(rf"^\W*{edge}({words('source_label')})\s*[:：\-–|/]"),
        photo_label=regex.compile(rf"{edge}({words('photo_label')})(?:{end}|(?=[:=：]))"),
        negation=regex.compile(rf"{edge}({words('negation')}){end}"),
        media_words=regex.compile(rf"{edge}{clitic}(?:ال)?({words('media_words')}){end}"),
        state_media=regex.compile(rf"{edge}{clitic}(?:ل)?({words('state_media')}){end}"),
    )

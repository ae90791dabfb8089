"""Cues of events and of their modes in one language, compiled over folded text."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec
import regex

from khabar.languages import part
from khabar.languages.phrases import NO_BOUNDARY, escape

Pattern = regex.Pattern[str]
Order = Literal["svo", "vso", "sov"]
TYPES = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE",
         "COERCE", "ASSAULT", "OTHER")  # fmt: skip
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types whose two parties do the same."""


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """`cues`: one pattern with a group per type; the modes look at the words before a cue (behind it where the verb is last)."""

    cues: Pattern
    passive: Pattern
    negated: Pattern
    planned: Pattern
    denied: Pattern
    hypothetical: Pattern
    mutual: Pattern
    locative: Pattern
    order: Order


@lru_cache(maxsize=64)
def lexicon(lang: str) -> Lexicon:
    """The event words of `lang`; a language without its file has none."""
    data = part(lang, "events")
    start, end = ("", "") if lang in NO_BOUNDARY else (r"(?<!\w)", r"(?!\w)")
    if lang == "ar":
        start = r"(?<!\w)[وفبلسک]{0,2}(?:ال)?"
    order = str(data.data.get("order", "svo"))

    def pattern(key: str) -> Pattern:
        return regex.compile(rf"{start}(?:{_forms(data.strings(key))}){end}")

    groups = [f"(?P<{t}>{_forms(data.strings(f'types.{t}'))})" for t in TYPES if data.strings(f"types.{t}")]
    return Lexicon(
        cues=regex.compile(rf"{start}(?:{'|'.join(groups)}){end}" if groups else r"(?!)"),
        passive=pattern("passive"),
        negated=pattern("modes.negated"),
        planned=pattern("modes.planned"),
        denied=pattern("modes.denied"),
        hypothetical=pattern("modes.hypothetical"),
        mutual=pattern("mutual"),
        locative=regex.compile(
            rf"{start}(?:{_forms(data.strings('locative'))})\s?(?:the\s|la\s|le\s|der\s)?(?=\S)"
            if data.strings("locative")
            else r"(?!)"
        ),
        order="vso" if order == "vso" else "sov" if order == "sov" else "svo",
    )


def _forms(phrases: tuple[str, ...]) -> str:
    """An alternation, the longest first; a star stands for any ending, also inside a phrase."""
    ordered = sorted(dict.fromkeys(phrases), key=lambda p: (-len(p), p))
    return "|".join(escape(p).replace(r"\*", r"\w*") for p in ordered) or r"(?!)"

"""Whether the clause around a bare day speaks of what is to come: "will meet on Thursday", "قبل الخميس"."""

from __future__ import annotations

import re
from functools import cache

from khabar.languages.dates.join import glue
from khabar.languages.dates.lexicon import lexicon
from khabar.languages.dates.model import Expression

_BEFORE, _AFTER = 70, 60
_RELATIVE = re.compile(r"\sکه\s")
"""Persian: behind "that" and "who" another verb stands."""
_CLAUSE = re.compile(r"[.!?;:,،؟؛。！？；：，\n]")


@cache
def _cues(lang: str) -> tuple[re.Pattern[str], ...]:
    words = lexicon(lang)
    left, right = ("", "") if words.boundary == "none" else (r"(?<!\w)", r"(?!\w)" if words.boundary == "both" else "")

    def made(*names: str) -> re.Pattern[str]:
        either = "|".join(words.either(name) for name in names)
        return re.compile(f"{left}(?:{either}){right}")

    verb = words.data.get("settings", {}).get("future", r"(?!)")
    after = re.compile(f"{made('future_after').pattern}|{left}{verb}{right}")
    return re.compile(f"{made('future_before').pattern}|{after.pattern}"), after, made("said"), re.compile(made("until").pattern.join(("(?:", r")\s\Z")))


def looks_ahead(folded: str, expression: Expression, lang: str) -> bool:
    """True where a cue of the future stands in the same clause with no verb of saying between it and the day."""
    if expression.action not in ("weekday", "date", "day", "month", "ahead_if"):
        return False
    before_cue, after_cue, said, until = _cues(lang)
    before = folded[max(0, expression.start - _BEFORE) : expression.start]
    if until.search(before):
        return True
    before = _CLAUSE.split(before)[-1]
    cues = list(before_cue.finditer(before))
    if cues and not said.search(before, cues[-1].end()):
        return True
    after = _CLAUSE.split(folded[expression.end : expression.end + _AFTER])[0]
    if lang == "fa":
        after = _RELATIVE.split(after)[0]
    cue = after_cue.search(after)
    return bool(cue and not said.search(after, 0, cue.start()))


@cache
def _leaning(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = lexicon(lang)
    left, right = ("", "") if words.boundary == "none" else (r"(?<!\w)", r"(?!\w)" if words.boundary == "both" else "")
    before = re.compile(rf"{left}(?:{words.either('up_to')}){right}\s{{0,2}}(?:{glue(lang).part_before.pattern}|\Z)")
    own = words.data.get("settings", {}).get("up_to", r"(?!)")
    return before, re.compile(own), re.compile(f"{left}(?:{words.either('opens')}){right}")


def leans_ahead(folded: str, expression: Expression, lang: str) -> bool:
    """Whether a weekday is rather one to come than one of days ago: "until Monday morning", "a meeting for Monday", "opens on Monday".

    Weaker than `looks_ahead`: "until Monday" is also how a count as of yesterday is told.
    """
    if expression.action not in ("weekday", "date", "day"):
        return False
    before_cue, own, opens = _leaning(lang)
    start, end = expression.start, expression.end
    if own.match(folded, start, end):
        return True
    before = folded[max(0, start - _BEFORE) : start]
    if folded[end - 2 : end] != "'s" and before_cue.search(before):  # "blamed for Friday's attack" looks back
        return True
    after = _CLAUSE.split(folded[end : end + _AFTER])[0]
    return opens.search(_CLAUSE.split(before)[-1]) is not None or opens.search(after) is not None

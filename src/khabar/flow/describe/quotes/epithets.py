"""A person meant by a description with an article beside a verb of saying: "the sheriff", « le milliardaire », „der 78-Jährige“.

Who is meant is told by the page: the person named with that word ("Sheriff X", "X, the sheriff") or that age ("X, 78"), else the only
person of the paragraph before, else the only person of the headline. Where none of these tells, the words alone stand for the speaker.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from khabar.flow.describe.quotes.cast import Cast
from khabar.flow.describe.quotes.nameless import WORD
from khabar.flow.describe.quotes.speaker import Speaker
from khabar.languages import fold, part
from khabar.languages.phrases import alternatives
from khabar.models import Entity, Span

TITLE, BEHIND = 40, 70
"""Characters before and behind a name in which its title or description stands."""
NEXT = 4
"""So near behind a description a name is the one that it describes."""
HEAD_FIRST = frozenset({"fr", "es"})
"""Languages whose noun stands first in its description."""
_EDGE = regex.compile(r"[,.;:\n\"()]")
_NUMBER = regex.compile(r"\d+")
_AGE_BEHIND = regex.compile(r"\s?[,(]\s?(\d{1,3})(?!\d)")


@lru_cache(maxsize=16)
def _pattern(lang: str) -> regex.Pattern[str]:
    data = part(lang, "quotes")
    articles, stops = data.strings("nameless.the"), data.strings("nameless.prepositions")
    if not articles or not stops:
        return regex.compile(r"(?!)")
    other = frozenset(fold(w) for key in ("that", "nameless.relatives", "say", "reported.coordinators") for w in data.strings(key))
    stop = rf"(?:{alternatives(stops)}|\L<other>)(?!\w)"
    word = rf"(?!{stop}){WORD}"
    return regex.compile(
        rf"\s?(?P<all>{alternatives(articles)}(?:(?<=')|\s)(?P<words>{word}(?:\s{word}){{0,4}}?))(?=\s?[,.;:!?»\"\n]|\s{stop}|\s?$)", other=other
    )


def epithet(cast: Cast, low: int, verb: Span, high: int, lang: str) -> Speaker | None:
    """The description right behind a verb of saying, or all that stands between `low` and it."""
    text = cast.document.folded
    behind = _pattern(lang).match(text, verb[1], high)
    before = text[low : verb[0]]
    match = behind or _pattern(lang).fullmatch(before.rstrip(), len(before) - len(before.lstrip(' ,"-—–»')))
    if match is None:
        return None
    at = 0 if behind else low
    span, words = (match.start("all") + at, match.end("all") + at), (match.start("words") + at, match.end("words") + at)
    if _names_something(cast, span, words, lang):
        return None
    return Speaker(_meant(cast, span, text[slice(*words)], lang), cast.document.text[slice(*span)], span)


def _names_something(cast: Cast, span: Span, words: Span, lang: str) -> bool:
    """Whether a description holds a name or opens one, is a body, or one described before."""
    written = cast.document.text[slice(*words)].split()
    if lang != "de" and len(written) > 1 and any(w[0].isupper() for w in written):
        return True
    if cast.between(span[0], span[1]) or any(span[0] <= s[0] <= span[1] + NEXT for s, _ in cast.mentions):
        return True
    return bool(cast.reporters(span[0], span[1] + 1, lang, []))


def _meant(cast: Cast, span: Span, words: str, lang: str) -> Entity | None:
    people = [(s, e) for s, e in cast.mentions if e.type == "PER" and s[1] <= span[0]]
    if age := _NUMBER.search(words):
        return next((e for s, e in reversed(people) if _aged(cast, s, age[0])), _only(cast, span[0]))
    head = words.split()[0 if lang in HEAD_FIRST else -1]
    titled = next((e for s, e in reversed(people) if head in _described(cast, s)), None)
    return titled or (None if lang == "en" and head.endswith("s") else _only(cast, span[0]))


def _aged(cast: Cast, name: Span, age: str) -> bool:
    behind = _AGE_BEHIND.match(cast.document.folded, name[1])
    return bool(behind and behind[1] == age) or age in _NUMBER.findall(cast.document.folded[max(0, name[0] - TITLE // 2) : name[0]])


def _described(cast: Cast, name: Span) -> set[str]:
    """The words of the title before a name and of what stands behind its comma."""
    text = cast.document.folded
    before = _EDGE.split(text[max(0, name[0] - TITLE) : name[0]])[-1].split()
    behind = _EDGE.split(text[name[1] : name[1] + BEHIND].lstrip(" ,"))[0].split() if text[name[1] : name[1] + 1] == "," else []
    return {*before, *behind}


def _only(cast: Cast, at: int) -> Entity | None:
    """The only person named in the paragraph before a position, else the only one of the headline."""
    sentence = cast.document.sentence_at(at)
    opened = [s.start for s in cast.document.sentences if sentence and s.paragraph == sentence.paragraph]
    here = {e.id: e for s, e in cast.between(opened[0], at) if e.type == "PER"} if opened else {}
    title = cast.document.title_folded
    found = here or {e.id: e for _, e in cast.mentions if e.type == "PER" and _last_name(e) in title.split()}
    return next(iter(found.values())) if len(found) == 1 else None


def _last_name(entity: Entity) -> str:
    return fold(entity.surface).split()[-1] if entity.surface.split() else ""

"""Many fixed phrases searched as one, with the few methods of a compiled pattern that the readers use.

An alternation of hundreds of phrases takes the `regex` package tens of milliseconds to compile, and a language has dozens of
such lists. Here the phrases are found by the Aho-Corasick algorithm (Aho and Corasick, 1975; package pyahocorasick), which
is ready in microseconds, and only what may stand before and after a phrase is a regular expression: a short one that many
lists share. Text and phrases are folded (see `fold`); a run of white space counts as one space, Arabic vowel signs and the
tatweel within a word are passed over.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import regex

from khabar.languages.fold import fold

Span = tuple[int, int]
Front = Callable[[str, str, int, int], int]
_UNEVEN = regex.compile(r"[\u0640\u064b-\u0652\n\r\u000b\u000c\u2028\u2029\u200c]|\s\s")
_WILD = regex.compile(r"\*| \+ ")
_PASSED_OVER = frozenset(chr(c) for c in (0x0640, *range(0x064B, 0x0653)))


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: group 0 is the phrase with what its frame takes in on both sides, group 1 the phrase alone."""

    string: str
    spans: tuple[Span, Span]
    phrase: str
    """The phrase as the list has it, folded."""

    def __getitem__(self, group: int) -> str:
        start, end = self.spans[group]
        return self.string[start:end]

    def group(self, group: int = 0) -> str:
        return self[group]

    def span(self, group: int = 0) -> Span:
        return self.spans[group]

    def start(self, group: int = 0) -> int:
        return self.spans[group][0]

    def end(self, group: int = 0) -> int:
        return self.spans[group][1]


class Frame(NamedTuple):
    """Expressions for what must stand before and after a phrase, look-arounds included."""

    before: str
    after: str


class Group(NamedTuple):
    """Phrases that share a frame (see `Frame`)."""

    phrases: Iterable[str]
    before: str = ""
    after: str = ""


class PhraseSet:
    """Phrases with their frames. A star in a word stands for any letters ("follow*", "send* troops"), a lone star for up to
    three words, a lone plus for one.

    Matches are leftmost, the longest phrase first, and do not overlap, as with an alternation sorted by length.
    """

    def __init__(self, *groups: Group) -> None:
        self._groups = groups

    def __bool__(self) -> bool:
        return bool(self._table)

    @cached_property
    def _table(self) -> dict[str, list[tuple[str, str, Frame]]]:
        """What the automaton finds -> the phrases that may stand there: a phrase with a star is found by what is before it.

        A phrase that is listed with vowel signs must have them in the text: «بيّن» is not «بين».
        """
        found: dict[str, dict[tuple[str, str, Frame], None]] = {}
        for phrases, *edges in self._groups:
            frame = Frame(*edges)
            for phrase in phrases:
                folded = fold(phrase).strip()
                plain = squeeze(folded)
                if plain.strip("*"):
                    signed = folded if _PASSED_OVER & {*folded} else ""
                    found.setdefault(_WILD.split(plain)[0], {})[plain, signed, frame] = None
        return {key: list(phrases) for key, phrases in found.items()}

    @cached_property
    def _automaton(self) -> Any:
        import ahocorasick

        machine = ahocorasick.Automaton()
        for key, phrases in self._table.items():
            machine.add_word(key, (len(key), phrases))
        machine.make_automaton()
        return machine

    def _candidates(self, text: str, pos: int, endpos: int, before: Front) -> Iterator[Hit]:
        """Every phrase between `pos` and `endpos` whose frame fits, in the order in which they end."""
        if not self._table:
            return
        even, places = _even(text)
        low, high = (pos, endpos) if places is None else (bisect_left(places, pos), bisect_left(places, endpos))
        for last, (length, phrases) in self._automaton.iter(even, low, high):
            first = last + 1 - length
            start, end = (first, last + 1) if places is None else (places[first], _over_signs(text, places[last] + 1))
            for phrase, signed, frame in phrases:
                if signed and not text.startswith(signed, start):
                    continue
                front = before(frame.before, text, start, pos)
                if front >= 0 and (stop := _behind(frame.after, phrase, text, start, end, endpos)):
                    yield Hit(text, ((front, stop[1]), (start, stop[0])), phrase)

    def finditer(self, text: str, pos: int = 0, endpos: int | None = None, overlapped: bool = False) -> Iterator[Hit]:
        """Hits from left to right; the frame sees what is before `pos`, and nothing from `endpos` on."""
        done = pos
        for hit in sorted(self._candidates(text, pos, _end(text, endpos), _front), key=_leftmost_longest):
            if overlapped or hit.spans[0][0] >= done:
                yield hit
                done = hit.spans[0][1]

    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> Hit | None:
        """The first hit."""
        return min(self._candidates(text, pos, _end(text, endpos), _front), key=_leftmost_longest, default=None)

    def match(self, text: str, pos: int = 0, endpos: int | None = None) -> Hit | None:
        """The longest phrase that, with its frame, begins at `pos`."""
        return min(self._candidates(text, pos, _end(text, endpos), _from), key=_leftmost_longest, default=None)

    def fullmatch(self, text: str, pos: int = 0, endpos: int | None = None) -> Hit | None:
        """A hit that takes in all from `pos` to `endpos`."""
        end = _end(text, endpos)
        return next((hit for hit in self._candidates(text, pos, end, _from) if hit.end() == end), None)

    def findall(self, text: str) -> list[str]:
        """What each hit takes in."""
        return [hit[0] for hit in self.finditer(text)]

    def sub(self, replacement: str, text: str) -> str:
        """`text` with every hit replaced by a fixed string."""
        parts, at = [], 0
        for hit in self.finditer(text):
            parts += [text[at : hit.start()], replacement]
            at = hit.end()
        return "".join([*parts, text[at:]])


def phrase_set(phrases: Iterable[str], before: str = "", after: str = "") -> PhraseSet:
    """A set whose phrases all share one frame."""
    return PhraseSet(Group(tuple(phrases), before, after))


def squeeze(folded: str) -> str:
    """Folded text with single spaces and without Arabic vowel signs, as phrases are compared."""
    return _even(folded)[0]


def _over_signs(text: str, at: int) -> int:
    """Behind the vowel signs that stand at a place."""
    while at < len(text) and text[at] in _PASSED_OVER:
        at += 1
    return at


def _end(text: str, endpos: int | None) -> int:
    return len(text) if endpos is None else min(endpos, len(text))


def _leftmost_longest(hit: Hit) -> tuple[int, int]:
    return hit.spans[0][0], hit.spans[1][0] - hit.spans[1][1]


@lru_cache(maxsize=256)
def _even(text: str) -> tuple[str, list[int] | None]:
    """(text with one space for each run, place of each character in the original); None where nothing was taken out."""
    if not _UNEVEN.search(text):
        return text, None
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if char in _PASSED_OVER:
            continue
        char = " " if char.isspace() or char == "\u200c" else char
        if char == " " and chars and chars[-1] == " ":
            continue
        chars.append(char)
        places.append(place)
    return "".join(chars), places


@lru_cache(maxsize=512)
def _backward(expression: str) -> regex.Pattern[str]:
    return regex.compile(f"(?r)(?:{expression})")


@lru_cache(maxsize=512)
def _forward(expression: str) -> regex.Pattern[str]:
    return regex.compile(expression)


def _front(expression: str, text: str, at: int, pos: int) -> int:
    """Where the expression, read backwards from `at`, begins (not before `pos`); -1 where it does not fit."""
    if not expression:
        return at
    found = _backward(expression).match(text, pos, at)
    return found.start() if found else -1


def _from(expression: str, text: str, at: int, pos: int) -> int:
    """`pos` if the expression takes in all between `pos` and `at`, else -1."""
    if not expression:
        return pos if at == pos else -1
    return pos if _forward(expression).fullmatch(text, pos, at) else -1


def _behind(expression: str, phrase: str, text: str, start: int, end: int, endpos: int) -> Span | None:
    """(end of the phrase, end of what stands behind it), or None where it does not fit."""
    if not _WILD.search(phrase):
        if not expression:
            return end, end
        found = _forward(expression).match(text, end, endpos)
        return (end, found.end()) if found else None
    whole = _forward(f"({_expression(phrase)}){expression}").match(text, start, endpos)
    return (whole.end(1), whole.end()) if whole else None


def _expression(phrase: str) -> str:
    words: list[str] = []
    for word in phrase.split(" "):
        lone = {"*": r"(?:[\s\u200c]+[^\s.,;]+){0,3}?", "+": r"[\s\u200c]+[^\s.,;]+"}.get(word)
        words.append(lone or r"[\s\u200c]+" * bool(words) + regex.escape(word).replace(r"\*", r"\w*"))
    return "".join(words)

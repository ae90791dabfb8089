"""Cue words of one language, found in folded text in one pass (Aho and Corasick, 1975).

A cue is a word, a phrase or a stem; a star stands for any ending, in front for any beginning, inside a phrase for the rest of a word.
Chinese and Korean cues stand anywhere. A language may name clitics that stand `before` a cue and short endings `after` it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from khabar.languages import Part, fold, part
from khabar.languages.phrases import NO_BOUNDARY

CUE, HINT = 1.0, 0.35
LONGEST_CLITICS = 4
"""Characters of clitics in front of a cue, at most."""


class Cue(NamedTuple):
    """One cue: the pieces between its stars, which sides are open, what it speaks for and how strongly."""

    pieces: tuple[str, ...]
    opens: bool
    ends: bool
    topic: str
    weight: float


class Lexicon:
    """All cues of one language as one automaton over their first pieces."""

    def __init__(self, lang: str) -> None:
        import ahocorasick

        data = part(lang, "topics")
        self.bounded = lang not in NO_BOUNDARY
        self._before, self._after = (frozenset(map(fold, data.strings(key))) for key in ("before", "after"))
        by_piece: dict[str, list[Cue]] = defaultdict(list)
        for cue in _read(data):
            by_piece[cue.pieces[0]].append(cue)
        self._automaton: Any = ahocorasick.Automaton()
        for piece, cues in by_piece.items():
            self._automaton.add_word(piece, (len(piece), tuple(cues)))
        self._automaton.make_automaton()
        self._empty = not by_piece

    def find(self, text: str) -> Iterator[tuple[int, Cue]]:
        """(start, cue) for every cue in `text`, which is folded."""
        if self._empty:
            return
        for last, (size, cues) in self._automaton.iter(text):
            start, end = last + 1 - size, last + 1
            for cue in cues:
                if not self.bounded or (self._begins(text, start, cue) and self._goes_on(text, end, cue)):
                    yield start, cue

    def _begins(self, text: str, start: int, cue: Cue) -> bool:
        if cue.opens or start == 0 or not text[start - 1].isalnum():
            return True
        at = start
        while at > 0 and start - at <= LONGEST_CLITICS and text[at - 1].isalnum():
            at -= 1
        return text[at:start] in self._before

    def _goes_on(self, text: str, end: int, cue: Cue) -> bool:
        for piece in cue.pieces[1:]:
            end = _word_end(text, end)
            if not text.startswith(piece, end):
                return False
            end += len(piece)
        if cue.ends or end == len(text) or not text[end].isalnum():
            return True
        return text[end : _word_end(text, end)] in self._after


@lru_cache(maxsize=64)
def lexicon(lang: str) -> Lexicon:
    """The cues of `lang`, or those that many languages share."""
    return Lexicon(lang)


def _word_end(text: str, at: int) -> int:
    while at < len(text) and text[at].isalnum():
        at += 1
    return at


def _read(data: Part) -> Iterator[Cue]:
    for table, weight in (("cues", CUE), ("hints", HINT)):
        for topic in data.table(table):
            for phrase in data.strings(f"{table}.{topic}"):
                written = " ".join(fold(phrase).split())
                yield Cue(tuple(p for p in written.split("*") if p), written[0] == "*", written[-1] == "*", topic, weight)

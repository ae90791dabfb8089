"""Patterns of the data, matched over the token lattice.

A pattern is a row of elements divided by spaces; white space between tokens in the text is free:

    {m}         a slot: a token of that class ({d2} is a second day; upper case {M} {W} takes full names only)
    {since}     a list of `words` in the data
    to  (to|-)  literal words, small alternatives as in `expand`
    ,           a comma that may stand there
    element?    may be missing

Each group of patterns is named after the action that resolves it (see `resolve`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from khabar.languages import fold
from khabar.languages.dates.expand import expand
from khabar.languages.dates.lexicon import Lexicon, lexicon
from khabar.languages.dates.model import COUNTED, Expression, Lattice, Token

_KINDS = {"m": ("m", "ma"), "M": ("m",), "w": ("w", "wa"), "W": ("w",), "n": ("count", "n"), "mo": ("o",), "y": ("year",), "mn": ("num", "n"),
          "yy": ("num",), "ys": ("years",), "dm": ("dm", "dm?"), "DM": ("dm",), "o": ("o",)}  # fmt: skip

_COMMON = {"range": ["{dr}", "{from} {dr}", "{from} {dm} {to} {dm2}"], "not": ["{void}"]}
"""Patterns of every language: figures look alike everywhere."""
_WEAK = frozenset(("n", "nf", "o", "count"))
_REACH = 40
"""Characters within which a match must come to a month, a weekday, a number or the like."""
_ELEMENT = re.compile(r"(?:\([^)]*\)|\S)+")


class Element(NamedTuple):
    """One element of a pattern: the classes of token or the literal words that fill it."""

    slot: str
    kinds: frozenset[str]
    literals: tuple[str, ...]
    optional: bool

    @property
    def keys(self) -> frozenset[str]:
        """What `_key` gives for the tokens that fill it."""
        return self.kinds | {f"lit:{literal}" for literal in self.literals}


class Pattern(NamedTuple):
    """`needs`: for each element that may not be missing, the keys of the tokens that fill it."""

    action: str
    elements: tuple[Element, ...]
    needs: tuple[frozenset[str], ...]


class Grammar:
    """The patterns of one language, indexed by the class of token or literal that can begin them."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.patterns: list[Pattern] = []
        self.by_kind: dict[str, list[Pattern]] = {}
        self.alone: set[str] = set()
        for action, rows in (*_COMMON.items(), *words.data.get("patterns", {}).items()):
            for row in rows if action not in COUNTED else [self._hedged(row, action) for row in rows]:
                elements = tuple(self._element(e, action) for e in _ELEMENT.findall(row))
                self._add(Pattern(action, elements, tuple(e.keys for e in elements if not e.optional)))

    def _hedged(self, row: str, action: str) -> str:
        """A row of counted units with what may hedge the number: "more than {n} years ago", «{n}多年前»."""
        words = self.words.data.get("words", {})
        before = "{about}? " if "about" in words and action in ("ago", "first_in") else ""
        after = " {more}?" if "more" in words else ""
        return row.replace("{n}", f"{before}{{n}}{after}", 1)

    def _add(self, pattern: Pattern) -> None:
        self.patterns.append(pattern)
        if all(all(k in _WEAK or k.startswith("k:") for k in e.kinds) for e in pattern.elements):
            needed = [e.literals for e in pattern.elements if e.literals and not e.optional]
            self.alone.update(max(needed, key=lambda words: min(map(len, words)), default=()))
        firsts: set[str] = set()
        for element in pattern.elements:
            firsts |= element.keys
            if not element.optional:
                break
        for key in firsts:
            self.by_kind.setdefault(key, []).append(pattern)
        for element in pattern.elements:
            for literal in element.literals:
                self.words.entries.setdefault(literal, set()).add(("lit", literal))

    def _element(self, written: str, action: str) -> Element:
        if written.startswith("?"):
            raise ValueError(f"{self.words.lang}/dates.toml: nothing before the question mark of {written!r}")
        optional = written.endswith("?") and len(written) > 1
        body = written[:-1] if optional else written
        if "{" in body[1:] or body.startswith("{") != body.endswith("}"):
            raise ValueError(f"{self.words.lang}/dates.toml: a slot must stand alone in its element, not {written!r}")
        if body == ",":
            return Element("", frozenset(), (), True)
        if body.startswith("{"):
            slot = body[1:-1]
            base = slot.rstrip("23")
            if base == "D":  # a day in figures
                slot, kinds = "d", {"num"}
            elif base == "d":
                kinds = {"num", "d"} | {"ordinals": {"o"}, "numbers": {"o", "n"}}.get(self.words.day_words, set())
            elif base in _KINDS:
                kinds = set(_KINDS[base]) | ({"nf"} if base == "n" and action in COUNTED else set())
            elif base in self.words.data.get("words", {}):
                kinds = {f"k:{base}"}
            else:
                kinds = {base}
            return Element(slot, frozenset(kinds), (), optional)
        return Element("", frozenset(), expand(fold(body)), optional)

    def _is_core(self, token: Token) -> bool:
        """Whether a pattern can rest on this token: more than a small word or a number word."""
        if token.kind == "lit":
            return token.value in self.alone
        return token.kind in ("k:alone", "k:nightly") or (token.kind not in _WEAK and not token.kind.startswith("k:"))

    def matches(self, folded: str, tokens: Lattice) -> Iterator[Expression]:
        """Every pattern wherever it fits; overlaps included."""
        present = {_key(token) for here in tokens.values() for token in here}
        fitting: dict[str, list[Pattern]] = {}
        cores = sorted(start for start, here in tokens.items() if any(self._is_core(t) for t in here))
        for start in sorted(tokens):
            near = bisect_left(cores, start)
            if near == len(cores) or cores[near] - start > _REACH:
                continue
            tried: set[int] = set()
            for token in tokens[start]:
                key = _key(token)
                if key not in fitting:
                    fitting[key] = [p for p in self.by_kind.get(key, ()) if not any(present.isdisjoint(need) for need in p.needs)]
                for pattern in fitting[key]:
                    if id(pattern) in tried:
                        continue
                    tried.add(id(pattern))
                    best = _match(pattern.elements, 0, start, folded, tokens)
                    if best is not None and best[0] > start:
                        yield Expression(start, _closed(folded, start, _trimmed(folded, best[0])), pattern.action, best[1])


def _key(token: Token) -> str:
    return f"lit:{token.value}" if token.kind == "lit" else token.kind


def _match(elements: tuple[Element, ...], index: int, at: int, folded: str, tokens: Lattice) -> tuple[int, dict[str, Any]] | None:
    """The longest way to fit the elements from `index` on at position `at`: its end and slots."""
    if index == len(elements):
        return at, {}
    element = elements[index]
    place = at if index == 0 else _skip(folded, at)
    best: tuple[int, dict[str, Any]] | None = None
    if (element.kinds or element.literals) and not element.optional and place not in tokens:
        return None
    if not element.kinds and not element.literals:
        if place < len(folded) and folded[place] in ",،、(（":
            best = _match(elements, index + 1, place + 1, folded, tokens)
    else:
        for token in tokens.get(place, ()):
            if not _fits(element, token):
                continue
            rest = _match(elements, index + 1, token.end, folded, tokens)
            if rest is not None and (best is None or rest[0] > best[0]):
                best = rest[0], ({**rest[1], element.slot: token.value} if element.slot else rest[1])
    if element.optional:
        rest = _match(elements, index + 1, at, folded, tokens)
        if rest is not None and (best is None or rest[0] > best[0]):
            best = rest
    return best


def _fits(element: Element, token: Token) -> bool:
    if token.kind == "lit":
        return token.value in element.literals
    if token.kind not in element.kinds:
        return False
    base = element.slot.rstrip("23")
    if base == "d":
        return bool(1 <= token.value <= 31)
    if base in ("mn", "mo"):
        return bool(1 <= token.value <= 12)
    if base == "y":
        return bool(1000 <= token.value <= 2600)
    return True


def _trimmed(folded: str, end: int) -> int:
    """`end` before a comma that a pattern allows but after which nothing of it follows."""
    while folded[end - 1] in ",،、 (（":
        end -= 1
    return end


def _closed(folded: str, start: int, end: int) -> int:
    """`end` behind a bracket that the pattern opened."""
    opened = any(c in "(（" for c in folded[start:end]) and not any(c in ")）" for c in folded[start:end])
    return end + (opened and folded[end : end + 1] in (")", "）"))


def _skip(folded: str, at: int) -> int:
    while at < len(folded) and folded[at] == " ":
        at += 1
    return at


@cache
def grammar(lang: str) -> Grammar:
    """The grammar of a language, built on first use (its literals join the lexicon before the automaton is made)."""
    return Grammar(lexicon(lang))

"""Known names in text: one trie of words per script, walked over the text with every form that a word may stand for.

Chinese and Japanese have no words to walk: their names are searched with the Aho-Corasick algorithm (Aho and Corasick, 1975).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from khabar.languages import fold, script_of
from khabar.names.forms import forms, no_collection
from khabar.names.inflection import stems, unprefixed
from khabar.names.tokens import Word, plain, script, words

END = ""

class Form(NamedTuple):
    """One written form of a known name: whose, its language, as written, and whether it is an acronym in capitals."""

    id: str
    lang: str
    written: str
    acronym: bool


class Hit(NamedTuple):
    """A known form found in a text: span and the forms that it may be."""

    start: int
    end: int
    forms: tuple[Form, ...]


class Trie:
    """Words of all known names of one script; a node is a dict word -> node, with the forms that end there under END."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}

    def add(self, parts: Sequence[str], form: Form) -> None:
        node = self.root
        for word in parts:
            node = node.setdefault(word, {})
        forms = node.setdefault(END, [])
        if not any(f.id == form.id and f.lang == form.lang for f in forms):
            forms.append(form)

    def walk(self, tokens: Sequence[Word], at: int, lang: str) -> Iterator[tuple[int, int, list[Form]]]:
        """(characters taken off in front, index after the last word, forms) of every name that begins at a word."""
        for cut, first in unprefixed(tokens[at].form, lang):
            alone = stems(first, lang)
            if script(first) == "Latn" and END in self.root.get(first, ()):
                alone = alone[:1]  # Hamas is no genitive of Hama
            for s in alone:
                if END in self.root.get(s, ()):
                    yield cut, at + 1, self.root[s][END]
            states = [self.root[s] for s in stems(first, lang, True) if s in self.root]
            here = at + 1
            while states:
                for node in states:
                    if END in node and here > at + 1:
                        yield cut, here, node[END]
                if here >= len(tokens) or tokens[here].start - tokens[here - 1].end > 3:
                    break
                states = [node[s] for s in stems(tokens[here].form, lang, True) for node in states if s in node]
                here += 1


@lru_cache(maxsize=16)
def trie(code: str) -> Trie:
    """The trie of one script (ISO 15924), built when first asked for."""
    made = Trie()
    with no_collection():
        for each in forms(code):
            if not each.parts or (len(each.parts) == 1 and len(each.parts[0]) < 2):
                continue
            form = Form(each.id, each.lang, each.written, each.acronym)
            made.add(each.parts, form)
            if code in ("Arab", "Hang") and len(each.parts) > 1:
                made.add(["".join(each.parts)], form)
    return made


@lru_cache(maxsize=1)
def automaton() -> Any:
    """The Aho-Corasick machine of names in Han and kana, over folded text."""
    import ahocorasick

    machine = ahocorasick.Automaton()
    found: dict[str, list[Form]] = {}
    for each in forms("Hani"):
        key = plain(fold(each.written))
        if len(key) > 1:
            known = found.setdefault(key, [])
            if not any(f.id == each.id for f in known):
                known.append(Form(each.id, each.lang, each.written, False))
    for key, known in found.items():
        machine.add_word(key, (len(key), tuple(known)))
    machine.make_automaton()
    return machine


def _end(last: Word, known: Sequence[Form], code: str) -> int:
    """Where a name ends: Korean particles behind it do not belong to it."""
    if code == "Hang":
        for form in known:
            tail = words(fold(form.written))[-1].form
            if last.form.startswith(tail):
                return last.start + len(tail)
    return last.end


def find_han(folded: str) -> list[Hit]:
    """Names in Han or kana, every one that occurs."""
    machine = automaton()
    if not len(machine):
        return []
    return [Hit(last + 1 - length, last + 1, known) for last, (length, known) in machine.iter(folded)]


def find_known(folded: str, lang: str, tokens: Sequence[Word] | None = None) -> list[Hit]:
    """Every known name in folded text, overlapping ones included, in the scripts that occur in it."""
    tokens = words(folded) if tokens is None else tokens
    hits = []
    own = script_of(lang)
    for at, word in enumerate(tokens):
        code = script(word.form)
        if code in ("Zyyy", "Hani", "Kana"):
            continue
        reading = lang if code == own else {"Cyrl": "ru", "Arab": "ar", "Hang": "ko"}.get(code, "en")
        for cut, after, known in trie(code).walk(tokens, at, reading):
            hits.append(Hit(word.start + cut, _end(tokens[after - 1], known, code), tuple(known)))
    if any(script(w.form) in ("Hani", "Kana") for w in tokens):
        hits += find_han(folded)
    return hits

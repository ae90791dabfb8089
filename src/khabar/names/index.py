"""Known names in text: one trie of words per script, walked over the text with every form that a word may stand for.

Chinese and Japanese have no words to walk: their names are searched with the Aho-Corasick algorithm (Aho and Corasick, 1975).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from khabar.languages import fold, script_of
from khabar.names.catalogue import Name, all_names
from khabar.names.inflection import entry_form, stems, unprefixed
from khabar.names.tokens import Word, plain, script, words

END = ""
LATIN_ACRONYM = 6


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


def written_forms(name: Name) -> Iterator[tuple[str, str]]:
    """(language, form) of every name of a record."""
    for lang, forms in name.names.items():
        for form in forms:
            if form:
                yield lang, form


@lru_cache(maxsize=1)
def _by_script() -> dict[str, list[tuple[str, Name, str]]]:
    found: dict[str, list[tuple[str, Name, str]]] = {}
    for name in all_names().values():
        for lang, form in written_forms(name):
            code = script(fold(form))
            found.setdefault("Hani" if code == "Kana" else code, []).append((lang, name, form))
    return found


@lru_cache(maxsize=16)
def trie(code: str) -> Trie:
    """The trie of one script (ISO 15924), built when first asked for."""
    made = Trie()
    for lang, name, written in _by_script().get(code, ()):
        parts = [entry_form(w.form, lang) for w in words(fold(written))]
        if not parts or (len(parts) == 1 and len(parts[0]) < 2):
            continue
        form = Form(name.id, lang, written, written.isupper() and len(written) <= LATIN_ACRONYM)
        made.add(parts, form)
        if code in ("Arab", "Hang") and len(parts) > 1:
            made.add(["".join(parts)], form)
    return made


@lru_cache(maxsize=1)
def automaton() -> Any:
    """The Aho-Corasick machine of names in Han and kana, over folded text."""
    import ahocorasick

    machine = ahocorasick.Automaton()
    found: dict[str, list[Form]] = {}
    for lang, name, written in _by_script().get("Hani", ()):
        key = plain(fold(written))
        if len(key) > 1:
            forms = found.setdefault(key, [])
            if not any(f.id == name.id for f in forms):
                forms.append(Form(name.id, lang, written, False))
    for key, forms in found.items():
        machine.add_word(key, (len(key), tuple(forms)))
    machine.make_automaton()
    return machine


def find_han(folded: str) -> list[Hit]:
    """Names in Han or kana, every one that occurs."""
    machine = automaton()
    if not len(machine):
        return []
    return [Hit(last + 1 - length, last + 1, forms) for last, (length, forms) in machine.iter(folded)]


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
        for cut, after, forms in trie(code).walk(tokens, at, reading):
            hits.append(Hit(word.start + cut, tokens[after - 1].end, tuple(forms)))
    if any(script(w.form) in ("Hani", "Kana") for w in tokens):
        hits += find_han(folded)
    return hits

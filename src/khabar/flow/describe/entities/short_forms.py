"""Short forms: a surname, a given name or an acronym alone means whom the page named in full; else a person whom all know by it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from khabar.flow.describe.entities.cased import ends_with_title
from khabar.flow.describe.entities.lexicon import Lexicon
from khabar.flow.describe.entities.mention import Mention
from khabar.languages import fold
from khabar.names.catalogue import all_names
from khabar.names.catalogue import get as get_name
from khabar.names.inflection import entry_form, stem_end, stems, unprefixed
from khabar.names.tokens import Word, script, words

PROMINENT = 6
"""A person whom the files name in so many languages may be meant by the surname alone."""


def page_short_forms(text: str, mentions: Sequence[Mention], lex: Lexicon) -> dict[str, Mention]:
    """Surname and other parts by which a person of this page may be called again -> the mention in full."""
    found: dict[str, Mention] = {}
    clashing: set[str] = set()
    people = [m for m in mentions if m.type == "PER"]
    for m in sorted(people, key=lambda m: (-len(words(fold(text[m.start : m.end]))), m.start)):
        own = [w.form for w in words(fold(text[m.start : m.end])) if w.form not in lex.particles]
        if not m.id and all(any(s in found for s in stems(form, lex.lang)) for form in own):
            continue
        for word in _parts(text[m.start : m.end], m.id, lex):
            known = found.get(word)
            if known is not None and _key(known, text) != _key(m, text):
                clashing.add(word)
            found.setdefault(word, m)
    kept = {w: _leading(w, people, text, lex) if w in clashing else m for w, m in found.items()}
    return {w: m for w, m in kept.items() if m is not None}


def _leading(word: str, people: Sequence[Mention], text: str, lex: Lexicon) -> Mention | None:
    """Of several who share a name the one named first, if no other is named in full more often: "Bongo" is the president, not his son."""
    bearers: dict[str, list[Mention]] = {}
    for m in sorted(people, key=lambda m: m.start):
        own = [entry_form(w.form, lex.lang) for w in words(fold(text[m.start : m.end]))]
        if word in own and len(own) > 1:
            bearers.setdefault(_key(m, text), []).append(m)
    named = list(bearers.values())
    if not named or not named[0][0].id or any(len(other) > len(named[0]) for other in named[1:]):
        return None
    return named[0][0]


def _key(m: Mention, text: str) -> str:
    return m.id or fold(text[m.start : m.end])


def _parts(surface: str, name_id: str, lex: Lexicon) -> list[str]:
    own = [entry_form(w.form, lex.lang) for w in words(fold(surface))]
    parts = [p for p in own if len(p) > 2 and p not in lex.particles and not _title(p, lex)] if len(own) > 1 else own
    record = get_name(name_id)
    if record is not None:
        forms = [*record.short_by_lang.get(lex.lang, ()), *(record.short if script(fold(surface)) == "Latn" else ())]
        forms += [f.split()[-1] for f in record.names.get(lex.lang, ()) if " " in f]
        parts += [entry_form(w.form, lex.lang) for f in forms for w in words(fold(f)) if len(words(fold(f))) == 1]
    return parts


def _title(word: str, lex: Lexicon) -> bool:
    """Whether a word of a name is a title («Sheikh», «الشيخة»): no one is meant by it alone."""
    return word in lex.name_titles or (word,) in lex.titles_before.get(word, ())


def find_short(tokens: Sequence[Word], text: str, known: dict[str, Mention], lex: Lexicon) -> list[Mention]:
    """Later mentions by a part of the name."""
    found = []
    for w in tokens:
        for cut, rest in unprefixed(w.form, lex.lang):
            full = next((known[s] for s in stems(rest, lex.lang) if s in known), None)
            if full is None or not _capital(text, w.start + cut):
                continue
            if lex.stop(w) and not text[w.start].isupper():
                continue
            if lex.lang == "vi" and len(w.form) < 6 and not ends_with_title(tokens, tokens.index(w), lex):
                continue
            why = f"part of “{text[full.start : full.end]}”, named in this page"
            found.append(
                Mention(
                    start=w.start + cut,
                    end=stem_end(w, rest, known, lex.lang),
                    type="PER",
                    id=full.id or full.new_id(text),
                    why=why,
                    weight=1,
                )
            )
            break
    return found


def same_people(
    tokens: Sequence[Word], text: str, mentions: Sequence[Mention], known: dict[str, Mention], lex: Lexicon
) -> list[Mention]:
    """An unknown name all of whose words are parts of one person's name gets that person's id: "Al-Aiban" after "Musaad Al-Aiban"."""
    changed = []
    for m in mentions:
        inside = (
            [w for w in tokens if m.start <= w.start < m.end and w.form not in lex.particles]
            if m.type == "PER" and not m.id
            else []
        )
        owners = [next((known[s] for s in stems(w.form, lex.lang) if s in known), None) for w in inside]
        first = owners[0] if owners else None
        if first is not None and first is not m and all(o is first for o in owners):
            why = f"part of “{text[first.start : first.end]}”, named in this page"
            m = msgspec.structs.replace(m, id=first.id or first.new_id(text), why=why)
        elif lex.lang == "de" and first is not None and first is not m and first.start != m.start and None in owners:
            continue  # a genitive with its noun: «Mileis Bündnis»
        changed.append(m)
    return changed


def same_acronyms(text: str, mentions: Sequence[Mention], lands: frozenset[str] = frozenset()) -> list[Mention]:
    """An acronym in brackets behind a body's name means that body in the whole page: "Organisation mondiale de la santé (OMS)"."""
    ordered = sorted(mentions, key=lambda m: m.start)
    alias: dict[str, Mention] = {}
    for one, two in itertools.pairwise(ordered):
        short = text[two.start : two.end]
        if (
            one.type == "ORG"
            and short.isupper()
            and 1 < len(short) < 10
            and text[one.end : two.start].strip(' \u00a0»”"“') in ("(", "（")
        ):
            alias.setdefault(short, one)
    for m in ordered:
        short = text[m.start : m.end]
        if short.isupper() and 2 < len(short) < 10 and not m.id and short not in alias:
            whole = next(
                (o for o in ordered if o.type == "ORG" and _initials(text[o.start : o.end]) == fold(short)), None
            )
            if whole is not None:
                alias[short] = whole
    return [_aliased(text, m, alias, lands) for m in ordered]


def _initials(name: str) -> str:
    """The first letters of the longer words: "Office national pour la protection des forêts" is ONPF."""
    return "".join(w.form[0] for w in words(fold(name)) if len(w.form) > 4 or w.marked.isupper())


def _aliased(text: str, m: Mention, alias: dict[str, Mention], lands: frozenset[str]) -> Mention:
    whole = alias.get(text[m.start : m.end])
    if whole is None:
        return m
    why = f"acronym of “{text[whole.start : whole.end]}”, given in this page"
    record = get_name(m.id)
    abroad = record is not None and record.country is not None and bool(lands) and record.country not in lands
    return msgspec.structs.replace(m, id=whole.id or ("" if abroad else m.id) or whole.new_id(text), name="" if abroad else m.name, type="ORG", why=why)


def _capital(text: str, at: int) -> bool:
    char = text[at : at + 1]
    return char.isupper() or char.lower() == char.upper()


@lru_cache(maxsize=16)
def prominent(lang: str) -> dict[str, str]:
    """Surname (index form) -> the one prominent person known by it in this language."""
    found: dict[str, set[str]] = {}
    for name in all_names().values():
        if name.type != "PER":
            continue
        forms = name.names.get(lang) or ()
        last = [f.split()[-1] for f in forms if " " in f]
        for form in {
            *name.short_by_lang.get(lang, ()),
            *(name.short if lang in ("en", "fr", "es", "de") else ()),
            *last,
        }:
            parts = words(fold(form))
            syllable = lang == "vi" and (len(parts[0].form) < 5 or not form.isascii())  # «Toàn» is a word and ends a Chinese name
            if len(parts) == 1 and len(parts[0].form) > 3 and not syllable:
                found.setdefault(entry_form(parts[0].form, lang), set()).add(name.id)
    records = all_names()
    return {
        w: next(iter(ids))
        for w, ids in found.items()
        if len(ids) == 1 and len(records[next(iter(ids))].names) >= PROMINENT
    }

"""A page read again for the names that other pages of its story hold: runs of words written alike across scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from khabar.flow.describe.entities.lexicon import lexicon
from khabar.flow.describe.entities.mention import latin_id
from khabar.languages import fold, get
from khabar.models import Article, Entity, Span
from khabar.names.decisions import kept_apart
from khabar.names.inflection import stems, unprefixed
from khabar.names.skeleton import match, match_words, may_match, skeleton
from khabar.names.tokens import Word, script, words

ALIKE = 0.72
ALIKE_SINGLE = 0.84
"""A single word must be very like, and long enough not to be a common word by chance."""
SINGLE_SKELETON = 4


def reread(article: Article, entities: tuple[Entity, ...], anchors: Sequence[Entity]) -> tuple[Entity, ...]:
    """The page's entities with those that only the other pages' names reveal."""
    language = get(article.lang)
    have = {e.id for e in entities}
    missing = [a for a in anchors if a.id not in have]
    entities = _same_letters(article.text, entities, [a for a in missing if not a.known])
    have = {e.id for e in entities}
    if language is None or language.has_case or language.script in ("Hani",):
        return entities
    missing = [a for a in missing if a.id not in have and script(fold(a.surface)) != language.script]
    if not missing:
        return entities
    taken = {i for e in entities for a, b in e.spans for i in range(a, b)}
    tokens = words(fold(article.text))
    lex, apart = lexicon(article.lang), kept_apart()
    found: dict[str, tuple[Entity, list[Span]]] = {}
    index = _by_first_letter(tokens, article.lang, lex.stops)
    for anchor in sorted(missing, key=lambda a: -len(a.surface)):
        parts = [w.form for w in words(fold(anchor.surface)) if w.form not in lex.particles]
        for span in _spans(tokens, parts, index, lex.stops):
            if frozenset((anchor.id, latin_id(article.text[slice(*span)]))) in apart:
                continue
            if taken.isdisjoint(range(*span)):
                taken.update(range(*span))
                found.setdefault(anchor.id, (anchor, []))[1].append(span)
    new = [_entity(article.text, anchor, spans) for anchor, spans in found.values()]
    return tuple(sorted((*entities, *new), key=lambda e: e.spans[:1]))


def _same_letters(text: str, entities: tuple[Entity, ...], missing: Sequence[Entity]) -> tuple[Entity, ...]:
    """Names that other pages hold in the same letters, each written here as it stands there."""
    taken = {i for e in entities for a, b in e.spans for i in range(a, b)}
    new: dict[str, Entity] = {}
    for anchor in missing:
        if anchor.id in new or len(anchor.surface) < 4 or anchor.surface not in text:
            continue
        spans = [m.span() for m in regex.finditer(rf"(?<!\w){regex.escape(anchor.surface)}(?!\w)", text)]
        free = [s for s in spans if taken.isdisjoint(range(*s))]
        if free:
            new[anchor.id] = _entity(text, anchor, free)
    return tuple(sorted((*entities, *new.values()), key=lambda e: e.spans[:1]))


def _entity(text: str, anchor: Entity, spans: list[Span]) -> Entity:
    spans.sort()
    surface = text[slice(*spans[0])]
    own = latin_id(surface)
    ids = ("", "") if own == anchor.id else (f" ({own})", f" ({anchor.id})")
    why = f"“{surface}”{ids[0]} is written like “{anchor.surface}”{ids[1]} in another page of this story"
    return msgspec.structs.replace(anchor, surface=surface, spans=tuple(spans), same_because=(why,))


def _by_first_letter(tokens: Sequence[Word], lang: str, stops: frozenset[str]) -> list[tuple[int, str, int]]:
    """(index, form, characters of a clitic) of every word that may begin a name."""
    found = []
    for at, w in enumerate(tokens):
        if w.form in stops or len(w.form) < 2:
            continue
        for cut, rest in unprefixed(w.form, lang):
            for form in stems(rest, lang):
                found.append((at, form, cut))
    return found


def _spans(tokens: Sequence[Word], parts: list[str], index: Sequence[tuple[int, str, int]], stops: frozenset[str]) -> Iterator[Span]:
    if not parts:
        return
    bare = skeleton(parts[0])
    single = len(parts) == 1
    if single and len(bare) < SINGLE_SKELETON:
        return
    for at, form, cut in index:
        if not may_match(parts[0], form):
            continue
        score = match_words(parts[0], form)
        if score < (ALIKE_SINGLE if single else 0.6):
            continue
        last = at + len(parts) - 1
        if last >= len(tokens) or any(w.form in stops for w in tokens[at + 1 : last + 1]):
            continue
        run = " ".join([form, *(w.form for w in tokens[at + 1 : last + 1])])
        if single or match(" ".join(parts), run) >= ALIKE:
            yield tokens[at].start + cut, tokens[last].end

"""What can be a keyphrase of a page: stems of its words, its names, pairs of syllables and runs of characters that return."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import regex

from khabar.languages import fold, stopwords
from khabar.languages.stems import stem
from khabar.models import Described, Entity
from khabar.sources import get

HEAD_CHARS = 2_500
"""The part of a text whose words count; what comes later is background."""
MIN_CHARS = 4
SYLLABLES = frozenset({"vi"})
"""Languages that write syllables apart: their words are pairs of these."""
LONGEST_RUN = 6
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*")
_DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]{2,}")
_ELIDED = regex.compile(r"^(?:\p{L}{1,2}|qu|jusqu|lorsqu|aujourd)['’](?=\p{L}{3})", regex.I)
_CASE_ENDING = regex.compile(r"['’]\p{L}{1,6}$")

Phrase = tuple[str, int, bool]
"""Surface, how often it is used (a headline counts twice), whether it is a name."""


def named(page: Described) -> list[Entity]:
    """Entities of a page, outlets and agencies aside: who tells the news is not what it is about."""
    return [e for e in page.notes.entities if not ((source := get(e.id)) and not source.official)]


def phrases(page: Described, lang: str) -> dict[str, Phrase]:
    """key (folded stems) -> phrase."""
    text = f"{page.article.title}\n{page.article.title}\n{page.article.text[:HEAD_CHARS]}"
    kept = named(page)
    hidden = {word for e in page.notes.entities if e not in kept for word in fold(e.surface).split()}
    source = get(page.article.outlet)
    hidden |= {word for names in source.names.values() for name in names for word in fold(name).split()} if source else set()
    found: dict[str, Phrase] = {}
    for surface, count in _counted(text, lang):
        key = " ".join(stem(w, lang) for w in fold(surface).split())
        if not hidden & set(fold(surface).split()):
            before = found.get(key, (surface, 0, False))
            found[key] = (before[0] if not before[0].isupper() else surface, before[1] + count, False)
    for entity in kept:
        words = fold(entity.surface).split()
        if len(entity.spans) + 2 * (entity.surface in page.article.title) > 1 and not hidden & set(words):
            key = " ".join(stem(w, lang) for w in words)
            found[key] = (entity.surface, max(found.get(key, ("", 0))[1], len(entity.spans) + 1), True)
    return found


def _counted(text: str, lang: str) -> Iterator[tuple[str, int]]:
    stops = stopwords(lang)
    yield from _runs(text, {s for s in stops if _DENSE.match(s + s)})
    words = [_bare(m[0], lang) for m in _WORD.finditer(_DENSE.sub(" ", text))]
    if lang in SYLLABLES:
        pairs = Counter(f"{a} {b}" for a, b in pairwise(words) if not {fold(a), fold(b)} & stops and len(a + b) > 3)
        yield from ((pair, count) for pair, count in pairs.items() if count > 1)
        return
    yield from Counter(w for w in words if len(w) >= (2 if lang == "ko" else MIN_CHARS) and fold(w) not in stops).items()


def _bare(word: str, lang: str) -> str:
    """A word without an elided article or preposition in front (l'accord) or the ending of a name behind (İzmir'de)."""
    return _CASE_ENDING.sub("", word) if lang in ("tr", "az", "en") else _ELIDED.sub("", word)


def _runs(text: str, stops: set[str]) -> Iterator[tuple[str, int]]:
    """Runs of characters of scripts without spaces that return, none of them inside a longer one that returns as often."""
    breaks = regex.compile("|".join(sorted(map(regex.escape, stops), key=len, reverse=True)) or r"(?!)")
    counts: Counter[str] = Counter()
    for match in _DENSE.finditer(text):
        for run in breaks.split(match[0]):
            counts.update(run[i : i + n] for n in range(2, LONGEST_RUN + 1) for i in range(len(run) - n + 1))
    kept = {run: count for run, count in counts.items() if count > 2}
    for run, count in kept.items():
        if not any(run in other and run != other and kept[other] >= 0.7 * count for other in kept):
            yield run, count

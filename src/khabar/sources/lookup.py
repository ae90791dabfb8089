"""Find a source by its domain, or by its name in any script, with clitics in front and endings behind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import regex

from khabar.languages import codes, fold, part
from khabar.sources.catalogue import DATA, Source, all_sources, get
from khabar.sources.declined import declined
from khabar.sources.letters import spelled_out

_CLITICS = regex.compile(r"(?<!\w)(?:[وفبلک]|ال|وال|بال|لل|فال|کال|ول|وب|وبال|ولل)$")
_ENDINGS = regex.compile(
    # Case endings of Cyrillic names, Turkish and Latin apostrophes, Persian and Arabic plural or adjective ends, Korean particles.
    r"(?:(?<=\p{Cyrillic})(?:а|у|ом|е|ы|и|ов|ам|ами|ах|ой|ою|ю|ей|я|ем|ом|ої|ій)?(?!\w)|'\p{L}{1,4}(?!\w)|(?<=\p{Arabic})(?:ی|یه|ها|های)?(?!\w)|(?=\p{Hangul}|\p{Han})|(?<=[\p{Hangul}\p{Han}])(?=\d)|(?!\w))"
)
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_DENSE = regex.compile(r"[\p{Han}\p{Hangul}]")


class Found(NamedTuple):
    """A source's name in a text: its span, the source, and whether the bare name could mean something else."""

    start: int
    end: int
    source: str
    ambiguous: bool


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, bool]]:
    """Folded name -> (source id, ambiguous); a name claimed twice goes to the medium with more names and is ambiguous."""
    found: dict[str, tuple[str, bool]] = {}
    for source in sorted(all_sources().values(), key=lambda s: (s.official, -sum(map(len, s.names.values())), s.id)):
        unsure = {" ".join(fold(n).split()) for n in source.ambiguous}
        for name in (form for lang, names in source.names.items() for n in names for form in (n, *declined(n, lang))):
            folded = " ".join(fold(name).split())
            if len(folded) < 2:
                continue
            known = found.get(folded)
            if known is None:
                found[folded] = (source.id, folded in unsure)
            elif known[0] != source.id:
                found[folded] = (known[0], True)
    return {**_spelled_out(), **found}


def _spelled_out() -> dict[str, tuple[str, bool]]:
    """Abbreviations written out letter by letter, as names that need a credit's context; spellings that two media share are none."""
    owners: dict[str, set[str]] = {}
    for source in all_sources().values():
        for name in () if source.official else spelled_out(source.names):
            owners.setdefault(" ".join(fold(name).split()), set()).add(source.id)
    return {name: (next(iter(ids)), True) for name, ids in owners.items() if len(ids) == 1}


@lru_cache(maxsize=1)
def _automaton() -> Any:
    import ahocorasick

    machine = ahocorasick.Automaton()
    for name, (source, ambiguous) in _names().items():
        machine.add_word(name, (len(name), source, ambiguous))
    machine.make_automaton()
    return machine


def find_names(folded_text: str) -> list[Found]:
    """Names of sources in folded text (see `khabar.languages.fold`), the longest where several overlap, in order.

    `folded_text` keeps the length of the original, so spans hold there too.
    """
    matches = sorted(_matches(folded_text), key=lambda f: (f.start - f.end, f.start))
    taken = bytearray(len(folded_text))
    kept = []
    for found in matches:
        if not any(taken[found.start : found.end]):
            taken[found.start : found.end] = b"\x01" * (found.end - found.start)
            kept.append(found)
    return sorted(kept)


def _matches(text: str) -> Iterator[Found]:
    if not len(_automaton()):
        return
    for last, (length, source, ambiguous) in _automaton().iter(text):
        start, end = last + 1 - length, last + 1
        if _free_before(text, start) and _free_after(text, end):
            yield Found(start, end, source, ambiguous)


def _free_before(text: str, start: int) -> bool:
    if start == 0 or not (text[start - 1].isalnum()) or _DENSE.match(text[start]):
        return True
    return bool(_CLITICS.search(text, max(0, start - 4), start))


def _free_after(text: str, end: int) -> bool:
    return end >= len(text) or _ENDINGS.match(text, end) is not None


def by_name(surface: str) -> Source | None:
    """The source that a surface names as a whole or with a word beside it («وكالة رويترز», "the Reuters agency"), or None."""
    folded = " ".join(fold(surface).split())
    if exact := _names().get(folded):
        return get(exact[0])
    found = max(find_names(folded), key=lambda f: f.end - f.start, default=None)
    if found and ((found.end - found.start) * 2 >= len(folded) or _only_heads(folded[: found.start] + folded[found.end :])):
        return get(found.source)
    return None


def _only_heads(rest: str) -> bool:
    """Whether words say nothing but what kind of medium a name is: «پایگاه خبری تحلیلی انتخاب»."""
    return all(word in _head_words() for word in _WORD.findall(rest))


@lru_cache(maxsize=1)
def _head_words() -> frozenset[str]:
    return frozenset(word for code in codes() for head in part(code, "credits").strings("heads") for word in _WORD.findall(fold(head)))


def by_masthead(line: str) -> Source | None:
    """The source whose site calls itself so, or None."""
    return get(_mastheads().get(" ".join(fold(line).split())))


@lru_cache(maxsize=1)
def _mastheads() -> dict[str, str]:
    return {" ".join(fold(name).split()): s.id for s in all_sources().values() for name in s.mastheads}


@lru_cache(maxsize=1)
def _domains() -> dict[str, str]:
    from khabar.languages.parts import read_toml

    sites = {domain: str(body) for domain, body in read_toml(DATA / "sites.toml").items()}
    return sites | {domain.lower().removeprefix("www."): s.id for s in all_sources().values() for domain in s.domains}


def by_domain(host: str | None) -> Source | None:
    """The source that publishes on a host or on a domain above it, or None.

    >>> by_domain("arabic.example.org") is None
    True
    """
    parts = (host or "").lower().split(":")[0].removeprefix("www.").split(".")
    for start in range(max(1, len(parts) - 1)):
        if (key := _domains().get(".".join(parts[start:]))) is not None:
            return get(key)
    return None

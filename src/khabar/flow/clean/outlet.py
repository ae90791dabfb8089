"""Which outlet publishes a page: from its address, canonical link, site name, byline and foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import regex

from khabar.flow.clean.extracted import Extracted
from khabar.languages import fold
from khabar.sources import Source, by_domain, by_name, find_names

_SPLIT = regex.compile(r"\s+[|\-–—:•·/>›»«]+\s+|\s*[|｜]\s*|\s*::\s*|[_]|\s*›\s*|:\s+")
_DOMAIN_AT_HEAD = re.compile(r"^(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=\s|$)", re.IGNORECASE)
_SIGNED = regex.compile(r"^\W{0,2}([\p{L}\p{M}][\p{L}\p{M}\p{N} \u200c.]{1,30}?)\s*[-–—:]\s")
HEAD_LINES = 3
"""Lines at the head of a page among which its name may stand between rules and menus."""
_COPYRIGHT = regex.compile(r"(?:©|\(c\)|ⓒ|copyright)\s*(?:\(c\)|©)?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*[.,:]?\s*([^.|·,،]{2,60})", regex.IGNORECASE)


def find_outlet(parts: Extracted, url: str | None) -> tuple[str | None, str | None]:
    """(source id or slug, the name as the page writes it); (None, None) where nothing names the outlet.

    In order: the domain of the address and of the canonical link, the site name in the metadata or at the head of the page,
    the byline where it names a source that the foot names too, the copyright line; then the slug of the site name or domain.
    """
    surface = _surface(parts)
    for host in _hosts(parts, url):
        if source := by_domain(host):
            return source.id, surface or _name(source)
    for name in _names(parts):
        if source := _own(name):
            return source.id, name
    for name in _last_resorts(parts):
        if (source := _own(name)) and not source.official:
            return source.id, name
    slugged = slug(surface or "")
    if slugged:
        return slugged, surface
    host = next(iter(_hosts(parts, url)), "")
    label = re.sub(r"^(?:www|m|amp)\.", "", host).rsplit(".", 1)[0]
    return (slug(label) or None, host or None)


def _hosts(parts: Extracted, url: str | None) -> Iterator[str]:
    meta = parts.meta
    for address in (url, *(meta.addresses if meta else ())):
        try:
            host = urlsplit(address or "").hostname
        except ValueError:
            continue
        if host:
            yield host
    titles = [t for t in (meta.titles if meta else ()) if len(t) < 300 and ("|" in t or " - " in t)]
    for name in (parts.site_name, *(meta.site_names if meta else ()), *(_pieces(t)[-1] for t in titles)):
        if match := _DOMAIN_AT_HEAD.match(name.strip()):
            yield match[1].lower()


def _names(parts: Extracted) -> Iterator[str]:
    meta = parts.meta
    if meta:
        yield from meta.site_names
    if parts.site_name:
        yield from _pieces(parts.site_name)
    for margin in parts.margins:
        if margin.where == "footer" and (match := _COPYRIGHT.search(margin.text)):
            yield match[1].strip()
    if not parts.site_name and not (meta and meta.site_names):
        yield from (line for line in parts.bylines if len(line) < 60)


def _last_resorts(parts: Extracted) -> Iterator[str]:
    """The first piece of a line at the head that is cut by rules, and the name that signs the text before a dash («عصر ایران - …»)."""
    for line in parts.lines[:HEAD_LINES]:
        if "|" in line and len(line) < 90 and fold(line) != fold(parts.title):
            yield line.split("|")[0].strip()
    if parts.paragraphs and (signed := _SIGNED.match(parts.paragraphs[0])):
        yield signed[1]


def _own(name: str) -> Source | None:
    """The source that a site name names; a name that could be another thing counts only if it is the whole."""
    folded = fold(name)
    source = by_name(name)
    if source is None:
        return None
    found = [f for f in find_names(folded) if f.source == source.id]
    whole = any(f.end - f.start >= len(folded.strip()) * 0.6 for f in found)
    return source if whole or not all(f.ambiguous for f in found) else None


def _pieces(line: str) -> list[str]:
    pieces = [p.strip() for p in _SPLIT.split(line) if p and p.strip()]
    return [*([line] if len(pieces) > 1 else []), *pieces] if pieces else [line]


def _surface(parts: Extracted) -> str | None:
    meta = parts.meta
    if meta and meta.site_names:
        return str(meta.site_names[0])
    pieces = _pieces(parts.site_name) if parts.site_name else []
    return pieces[1] if len(pieces) > 1 else (pieces[0] if pieces else None)


def _name(source: Source) -> str:
    return next((names[0] for names in source.names.values() if names), source.id)


def slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens, from a name in any script."""
    from anyascii import anyascii

    return re.sub(r"[^a-z0-9]+", "-", str(anyascii(name)).lower()).strip("-")[:60]

"""Which outlet publishes a page: from its address, canonical link, site name, byline and foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import regex

from khabar.flow.clean.extracted import Extracted
from khabar.flow.clean.offices import office_named
from khabar.flow.clean.ownname import is_section, named_by_furniture, named_by_text
from khabar.languages import fold
from khabar.sources import Source, by_domain, by_masthead, by_name, find_names

_SPLIT = regex.compile(r"\s+[|\-–—:•·/>›»«]+\s+|\s*[|｜]\s*|\s*::\s*|[_]|\s*›\s*|:\s+")
_DOMAIN_AT_HEAD = re.compile(r"^(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=\s|$)", re.IGNORECASE)
_DOMAIN_BEHIND = re.compile(r"(?<=\s)(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6})$", re.IGNORECASE)
_SIGNED = regex.compile(r"^\W{0,2}([\p{L}\p{M}][\p{L}\p{M}\p{N} \u200c.]{1,30}?)\s*[-–—:]\s")
HEAD_LINES = 3
"""Lines at the head of a page among which its name may stand between rules and menus."""
_COPYRIGHT = regex.compile(r"(?:©|\(c\)|ⓒ|copyright)\s*(?:\(c\)|©)?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*[.,:]?\s*([^.|·,،]{2,60})", regex.IGNORECASE)


def find_outlet(parts: Extracted, url: str | None) -> tuple[str | None, str | None]:
    """(source id or slug, the name as the page writes it); (None, None) where nothing names the outlet.

    In order: the domain of the address and of the canonical link; a known source in the site name of the metadata or of the
    page's head, the copyright line, the byline or the sign before the text; an official body in one of them; the slug of the site name; a name in the furniture ("follow X on") that is
    known or comes twice; a text that says whose reporter wrote it; the slug of the domain. A section heading is no name, and
    a source row names where the news comes from, not who publishes the page.
    """
    surface = _surface(parts)
    for host in _hosts(parts, url):
        if source := by_domain(host):
            return source.id, surface or _name(source)
    for name in _names(parts):
        if source := _own(name):
            return source.id, name
    for name in _names(parts):
        if body := office_named(name, parts.languages.lang):
            return body, name
    for name in _last_resorts(parts):
        if (source := _own(name)) and not source.official:
            return source.id, name
    if slugged := slug(surface or ""):
        return slugged, surface
    host = next(iter(_hosts(parts, url)), "")
    if not host and (found := _self_named(parts)):
        return found
    label = re.sub(r"^(?:www|m|amp)\.", "", host).rsplit(".", 1)[0]
    return (slug(label) or None, host or None)


def _self_named(parts: Extracted) -> tuple[str, str] | None:
    lang = parts.languages.lang
    furniture = [d.text for d in parts.dropped if d.why not in _OF_OTHERS and len(d.text) <= 300]
    furniture += [m.text for m in parts.margins if m.where in ("footer", "byline")]
    for name in named_by_furniture(furniture, lang):
        if source := _own(name):
            return source.id, name
        if not is_section(name, lang) and _mentions(name, parts) > 1 and (slugged := slug(name)):
            return slugged, name
    for name in named_by_text(parts.paragraphs[0], lang):
        if source := by_name(name):
            return source.id, name
    return None


_OF_OTHERS = ("list of other pages", "link to another page", "after the end of the article", "caption or photo credit")


def _mentions(name: str, parts: Extracted) -> int:
    """Lines of the page that hold the name."""
    folded = fold(name)
    return sum(folded in fold(line) for line in parts.lines)


def _hosts(parts: Extracted, url: str | None) -> Iterator[str]:
    meta = parts.meta
    for address in (url, *(meta.addresses if meta else ())):
        try:
            host = urlsplit(address or "").hostname
        except ValueError:
            continue
        if host:
            yield host
    for piece in (*_pieces(parts.site_name), *(meta.site_names if meta else ()), *_title_tails(parts)):
        if match := _DOMAIN_AT_HEAD.match(piece) or _DOMAIN_BEHIND.search(piece):
            yield match[1].lower()


def _names(parts: Extracted) -> Iterator[str]:
    meta = parts.meta
    for name in meta.site_names if meta else ():
        yield from dict.fromkeys((name, *_pieces(name)))
    yield from _pieces(parts.site_name)
    if meta and not meta.site_names:
        yield from _title_tails(parts)
    for margin in parts.margins:
        if margin.where == "footer" and (match := _COPYRIGHT.search(margin.text)):
            yield match[1].strip()
    if not parts.site_name and not (meta and meta.site_names):
        yield from (line for line in parts.bylines if len(line) < 60)


def _own(name: str) -> Source | None:
    """The source that a site name names; a name that could be another thing counts only if it is the whole."""
    if masthead := by_masthead(name):
        return masthead
    folded = fold(name)
    source = by_name(name)
    if source is None:
        return None
    found = [f for f in find_names(folded) if f.source == source.id]
    whole = any(f.end - f.start >= len(folded.strip()) * 0.6 for f in found)
    return source if whole or not all(f.ambiguous for f in found) else None


def _pieces(line: str) -> list[str]:
    """The parts of a site line between its bars and dashes, then the whole line."""
    pieces = [p.strip() for p in _SPLIT.split(line) if p and p.strip()]
    return [*pieces, line] if len(pieces) > 1 else pieces


def _title_tails(parts: Extracted) -> list[str]:
    """The last parts of the declared titles, where sites write their names."""
    titles = parts.meta.titles if parts.meta else ()
    return [_pieces(t)[-2] for t in titles if len(t) < 300 and len(_pieces(t)) > 1]


def _last_resorts(parts: Extracted) -> Iterator[str]:
    """The first piece of a line at the head that is cut by rules, and the name that signs the text before a dash («عصر ایران - …»)."""
    for line in parts.lines[:HEAD_LINES]:
        if "|" in line and len(line) < 90 and fold(line) != fold(parts.title):
            yield line.split("|")[0].strip()
    if parts.paragraphs and (signed := _SIGNED.match(parts.paragraphs[0])):
        yield signed[1]


def _surface(parts: Extracted) -> str | None:
    """The site name as the page writes it: the first piece that is no section heading."""
    meta = parts.meta
    names = meta.site_names if meta and meta.site_names else _pieces(parts.site_name)
    found = next((p for p in names if by_name(p) is not None or not is_section(p, parts.languages.lang)), None)
    return found and (_DOMAIN_BEHIND.sub("", found).strip() or found)


def _name(source: Source) -> str:
    return next((names[0] for names in source.names.values() if names), source.id)


def slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens, from a name in any script."""
    from anyascii import anyascii

    return re.sub(r"[^a-z0-9]+", "-", str(anyascii(name)).lower()).strip("-")[:60]

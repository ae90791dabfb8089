"""HTML to a tree, within bounds: no network, no entity expansion, depth and size capped."""

from __future__ import annotations

import re
from typing import Any

from khabar.errors import NotNews

MAX_DEPTH = 240
"""Levels of nesting kept; libxml2 itself stops at 256. Real pages stay below 60."""
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^<>]{0,4000}?(/?)>")
_CONTROL = re.compile(r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|7f|fff[ef])(?![0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]|127|6553[45])(?!\d));?", re.IGNORECASE)
"""References to control characters and to what is none: libxml2 resolves them, lxml refuses to write them."""
_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td", "tr", "th", "dt", "dd", "option", "thead", "tbody"])


def parse(text: str, path: str) -> Any:
    """The root element of `text`. Tags nested deeper than `MAX_DEPTH` are taken out, their text is kept.

    Raises `NotNews` where no element is left.
    """
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False, collect_ids=False)
    text = _CONTROL.sub(" ", text)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser=parser)
        if any("depth" in entry.message for entry in parser.error_log.filter_from_fatals()):
            root = etree.fromstring(_flattened(text).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as problem:
        raise NotNews(path, f"{path} holds no readable HTML ({problem}).", "Fetch the page again.", "broken-html") from problem
    if root is None:
        raise NotNews(path, f"{path} holds no element.", "Fetch the page again.", "broken-html")
    return root


def json_ld(root: Any) -> list[str]:
    """The contents of the JSON-LD blocks of a page, at most 20."""
    blocks = (e.text for e in root.iter("script") if "ld+json" in (e.get("type") or "").lower())
    return [block for block, _ in zip((b for b in blocks if b), range(20), strict=False)]


def _flattened(text: str) -> str:
    """Drop opening and closing tags below the greatest depth; the common page is returned as it is after one count."""
    depth = 0
    pieces: list[str] = []
    last = 0
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name in _VOID or match[3]:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > MAX_DEPTH or (match[1] and depth == MAX_DEPTH):
            pieces.append(text[last : match.start()] + " ")
            last = match.end()
    return "".join(pieces) + text[last:] if pieces else text

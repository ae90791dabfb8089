"""HTML to a tree, within bounds: no network, no entity expansion, depth and size capped."""

from __future__ import annotations

import re
from typing import Any

from khabar.errors import NotNews

MAX_DEPTH = 240
"""Levels of nesting kept; libxml2 itself stops at 256. Real pages stay below 60."""
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^<>]{0,4000}?(/?)>")
_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td", "tr", "th", "dt", "dd", "option", "thead", "tbody"])
_OPENS = re.compile(r"<!--|<script\b|<style\b", re.IGNORECASE)
_CLOSES = {"<!--": "-->", "<script": "</script>", "<style": "</style>"}
_JSON_LD = re.compile(r"""<script\b[^>]{0,300}application/ld\+json[^>]{0,300}>(.{0,500000}?)</script""", re.IGNORECASE | re.DOTALL)


def parse(text: str, path: str) -> Any:
    """The root element of `text`. Tags nested deeper than `MAX_DEPTH` are taken out, their text is kept.

    Raises `NotNews` where no element is left.
    """
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    bare = _bare(text)
    try:
        root = etree.fromstring(bare.encode("utf-8", "replace"), parser=parser)
        if any("depth" in entry.message for entry in parser.error_log.filter_from_fatals()):
            root = etree.fromstring(_flattened(bare).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as problem:
        raise NotNews(path, f"{path} holds no readable HTML ({problem}).", "Fetch the page again.", "broken-html") from problem
    if root is None:
        raise NotNews(path, f"{path} holds no element.", "Fetch the page again.", "broken-html")
    return root


def _bare(text: str) -> str:
    """`text` without comments, scripts and styles, in one pass; what is opened and never closed stays."""
    lower = text.lower()
    if len(lower) != len(text):
        return text
    pieces: list[str] = []
    at = 0
    unclosed: set[str] = set()
    for match in _OPENS.finditer(text):
        name = match.group().lower()
        if match.start() < at or name in unclosed:
            continue
        end = lower.find(_CLOSES[name], match.end())
        if end < 0:
            unclosed.add(name)
            continue
        pieces.append(text[at : match.start()] + " ")
        at = end + len(_CLOSES[name])
    return "".join(pieces) + text[at:] if pieces else text


def json_ld(text: str) -> list[str]:
    """The contents of the JSON-LD blocks of a page, at most 20."""
    if "</script" not in text.lower():
        return []
    return [m[1] for _, m in zip(range(20), _JSON_LD.finditer(text), strict=False)]


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

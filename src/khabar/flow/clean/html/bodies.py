"""Two ways from an element to its paragraphs: the blocks themselves, and trafilatura."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import html

from khabar.flow.clean.bound import check
from khabar.flow.clean.html import zones

_BREAKS = frozenset(["lb", "br"])
_BLOCK = frozenset(["p", "div", "section", "article", "li", "ul", "ol", "td", "tr", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "dl", "figure", "main", "header", "hr", "center"])


def by_trafilatura(element: Any, fast: bool = True) -> list[str]:
    """Paragraphs that trafilatura finds in the element, precision favoured. `fast` leaves its own second opinions out: they
    cost more than all the rest and change the answer only where it is thin."""
    import trafilatura

    page = html.Element("html")
    body = html.Element("body")
    page.append(body)
    body.append(deepcopy(element) if element.tag != "body" else _renamed(element))
    document = trafilatura.bare_extraction(page, include_comments=False, include_tables=True, favor_precision=True, fast=fast, with_metadata=False)
    if document is None or isinstance(document, dict) or document.body is None:
        return []
    found: list[str] = []
    for child in document.body:
        found += _lines(child)
    return found


def _renamed(element: Any) -> Any:
    copy = deepcopy(element)
    copy.tag = "div"
    return copy


def _lines(element: Any) -> list[str]:
    """Lines of one block of trafilatura's tree: line breaks and list items cut it."""
    if element.tag in ("list", "table"):
        return [line for item in element.iter("item", "row") for line in _lines(item)] or _cut(element)
    return _cut(element)


def _cut(element: Any) -> list[str]:
    pieces: list[str] = [""]

    def walk(node: Any) -> None:
        pieces[-1] += node.text or ""
        for child in node:
            if isinstance(child.tag, str):
                if child.tag in _BREAKS:
                    pieces.append("")
                elif child.tag == "p":
                    pieces.append("")
                    walk(child)
                    pieces.append("")
                else:
                    if child.tag in ("cell", "item"):
                        pieces[-1] += " "
                    walk(child)
            pieces[-1] += child.tail or ""

    walk(element)
    return [p for p in (" ".join(piece.split()) for piece in pieces) if p]


def by_blocks(element: Any) -> list[str]:
    """The text of the element cut at every block and line break; rows and lists of links are left out."""
    reader = _Blocks()
    reader.walk(element)
    return [p for p in (" ".join(line.split()) for line in reader.lines) if p]


class _Blocks:
    """Walks a tree once. `walk` yields how many letters it met and how many of them stood in links, so that a block can take
    its lines back when it proves to be a row of links."""

    def __init__(self) -> None:
        self.lines = [""]

    def walk(self, node: Any) -> tuple[int, int]:
        tag = node.tag
        if not isinstance(tag, str) or tag in zones.GONE or self._no_text(node, tag):
            return 0, 0
        block = tag in _BLOCK or tag == "br"
        if block:
            check()
            self.lines.append("")
        start = len(self.lines) - 1
        letters, linked = self._inside(node)
        if tag in _ROWS and linked > _ROWS[tag] * letters and (tag not in _LISTS or _all_link(node)):
            del self.lines[start:]
            block = True
        if block:
            self.lines.append("")
        return letters, letters if tag == "a" else linked

    def _no_text(self, node: Any, tag: str) -> bool:
        """A title over the text, what is not shown, and what is left of a picture: its credit."""
        if tag == "h1":
            return not any(map(str.strip, self.lines))
        if tag == "figure":
            return node.find(".//table") is None and node.find(".//p") is None
        return zones.is_hidden(dict(node.items()), tag)

    def _inside(self, node: Any) -> tuple[int, int]:
        letters, linked = self._text(node.text), 0
        for child in node:
            inner, links = self.walk(child)
            letters += inner + self._text(child.tail)
            linked += links
        return letters, linked

    def _text(self, text: str | None) -> int:
        if not text:
            return 0
        self.lines[-1] += text
        return len(text) if not text.isspace() else 0


_LISTS = frozenset(["ul", "ol"])
_ROWS = {"p": 0.6, "li": 0.6, "div": 0.6, "td": 0.6, "ul": 0.3, "ol": 0.3}
"""Share of linked letters above which a block is a row of links; a list whose every item links is one far sooner."""


def _all_link(element: Any) -> bool:
    items = [child for child in element if child.tag == "li"]
    return len(items) > 1 and all(item.find(".//a") is not None for item in items)

"""Three ways from an element to its paragraphs: trafilatura, readability, the blocks themselves."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from khabar.flow.clean.html import zones

_BREAKS = frozenset(["lb", "br"])
_BLOCK = frozenset(["p", "div", "section", "article", "li", "ul", "ol", "td", "tr", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "dl", "figure", "main", "header", "hr", "center"])


def by_trafilatura(element: Any, fast: bool = True) -> list[str]:
    """Paragraphs that trafilatura finds in the element, precision favoured. `fast` leaves its own second opinions out: they
    cost more than all the rest and change the answer only where it is thin."""
    import trafilatura
    from lxml import html

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


def by_readability(element: Any) -> list[str]:
    """Paragraphs of what readability takes for the article."""
    from lxml import etree, html
    from readability import Document

    try:
        summary = Document(etree.tostring(element, encoding="unicode", method="html")).summary(html_partial=True)
        root = html.fromstring(summary)
    except Exception:  # readability raises its own Unparseable and, on odd trees, almost anything: it is only asked for an opinion
        return []
    return by_blocks(root)


def by_blocks(element: Any) -> list[str]:
    """The text of the element cut at every block and line break; rows of links are left out."""
    pieces: list[str] = [""]

    def walk(node: Any) -> None:
        if not isinstance(node.tag, str) or node.tag in zones.GONE:
            return
        block = node.tag in _BLOCK or node.tag == "br"
        if block:
            pieces.append("")
        if not (node.tag in ("p", "li", "div", "td") and zones.link_share(node) > 0.6):
            pieces[-1] += node.text or ""
            for child in node:
                walk(child)
                pieces[-1] += child.tail or ""
        if block:
            pieces.append("")

    walk(element)
    return [p for p in (" ".join(piece.split()) for piece in pieces) if p]

"""Take out of an HTML tree what is not the article, and keep of it what later stages read."""

from __future__ import annotations

from typing import Any

from lxml.etree import strip_elements

from khabar.flow.clean.bound import check
from khabar.flow.clean.html import zones
from khabar.flow.clean.measure import is_prose

MOST = 0.4
"""Share of the page's running text from which an element is kept whatever its names say."""
_LONG_BYLINE = 220


class Margins:
    """Texts taken out of a tree, by what they are."""

    def __init__(self) -> None:
        self.captions: list[str] = []
        self.bylines: list[str] = []
        self.footers: list[str] = []
        self.others: list[tuple[str, str]] = []
        self.brands: list[str] = []


def prune(root: Any) -> tuple[Margins, list[tuple[Any, int]]]:
    """Remove furniture, captions and bylines from `root` in place; their texts, and the text blocks that are left."""
    found = Margins()
    found.brands = _brands(root)
    _strip(root)
    blocks = zones.text_blocks(root)
    held = zones.weigh(blocks)
    limit = MOST * max(1, sum(size for _, size in blocks))
    waiting, left = [root], set()
    while waiting:
        if len(waiting) % 32 == 0:
            check()
        element = waiting.pop()
        if not _taken(element, found, held.get(element, 0) < limit):
            left.add(element)
            waiting += [child for child in reversed(element) if isinstance(child.tag, str)]
    return found, [block for block in blocks if block[0] in left]


_NO_TEXT = ("script", "style", "noscript", "template", "svg", "iframe", "canvas", "head")


def _strip(root: Any) -> None:
    """Take out what holds no text to read; words on both sides stay apart."""
    for element in root.iter(*_NO_TEXT):
        if element.tail and not element.tail[0].isspace():
            element.tail = " " + element.tail
    strip_elements(root, *_NO_TEXT, with_tail=False)


def _taken(element: Any, found: Margins, light: bool) -> bool:
    """Take the element out if it is furniture, caption or byline and no large part of the text."""
    if not light or element.getparent() is None or element.tag in ("html", "body", "main", "h1"):
        return False
    zone = zones.zone_of(element) or ("caption" if element.tag in _FRAMES and _under_picture(element) else "")
    if zone == "furniture":
        return _furniture(element, found)
    if zone == "caption":
        return _take(element, found.captions, 600)
    return zone == "byline" and _byline(element, found)


_FRAMES = frozenset(["div", "figure", "p", "span", "td"])
_INLINE = frozenset(["img", "picture", "source", "em", "i", "small", "span", "cite", "b", "strong", "a", "br", "font", "div"])


def _under_picture(element: Any) -> bool:
    """Whether an element holds a picture and one line that is no sentence: the picture's caption, whatever its names say."""
    if len(element) > 3 or next(element.iter("img"), None) is None or any(e.tag not in _INLINE for e in element.iterdescendants()):
        return False
    text = zones.text_of(element)
    return 12 <= len(text) <= 340 and not is_prose(text, 60)


def _brands(root: Any) -> list[str]:
    """The first short texts of the page: where a site writes its name."""
    body = root.find(".//body")
    found: list[str] = []
    for text in (body if body is not None else root).itertext():
        piece = " ".join(text.split())
        if 2 <= len(piece) <= 60:
            found.append(piece)
        if len(found) == 1:
            break
    return found


def _furniture(element: Any, found: Margins) -> bool:
    if element.find(".//h1") is not None:
        return False  # a page head that holds the title: its other parts are looked at one by one
    for caption in element.iter("figcaption"):
        found.captions.append(zones.text_of(caption))
    text = zones.text_of(element)
    if text:
        if "©" in text and len(text) < 400:
            found.footers.append(text)
        why = f"{element.tag} element" if element.tag in ("aside", "footer", "nav", "form") else f"element named “{zones.names_of(element)[:40].strip()}”"
        found.others.append((text[:600], why))
    _remove(element)
    return True


def _take(element: Any, into: list[str], longest: int) -> bool:
    text = zones.text_of(element)
    if not text or len(text) > longest:
        return False
    into.append(text)
    _remove(element)
    return True


def _byline(element: Any, found: Margins) -> bool:
    text = zones.text_of(element)
    if not text or len(text) > _LONG_BYLINE or is_prose(text, 90):
        return False
    found.bylines.append(text)
    found.others.append((text, "byline or date line"))
    _remove(element)
    return True


def _remove(element: Any) -> None:
    """Take an element out; the text behind it stays, with a space for it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    if tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + " " + tail
        else:
            parent.text = (parent.text or "") + " " + tail
    parent.remove(element)

"""What an element of a page is for, by its tag, class, id, role and share of links; and where the article's text lies."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from lxml.etree import tostring

_TOKENS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
GONE = frozenset(["script", "style", "noscript", "template", "iframe", "svg", "canvas", "button", "input", "select", "textarea", "form", "nav", "object", "embed", "dialog", "menu"])
"""Tags that never hold text of an article."""
_SIDE = frozenset(["aside", "footer"])
_BAD = frozenset(
    ["related", "promo", "promoted", "promotion", "newsletter", "subscribe", "subscription", "share", "sharing", "sharer", "sharedaddy", "social", "socials", "soc", "tags", "tag", "taglist", "breadcrumb", "breadcrumbs", "crumbs", "crumb", "sidebar", "widget", "widgets", "mostread", "popular", "trending", "recommend", "recommended", "recommendation", "recommendations", "cookie", "cookies", "gdpr", "consent", "advert", "advertisement", "advertising", "adslot", "ads", "ad", "sponsor", "sponsored", "comment", "comments", "disqus", "footer", "menu", "nav", "navbar", "navigation", "topbar", "toolbar", "outbrain", "taboola", "teaser", "teasers", "signup", "paywall", "inset", "also", "readalso", "readmore", "readnext", "lire", "reagir", "more", "latest", "links", "pagination", "pager", "rating", "ratings", "rate", "print", "tools", "tool", "banner", "popup", "modal", "overlay", "follow", "donate", "donation", "membership", "hidden", "masthead", "colophon", "copyright", "policy", "shortlink", "disclaimer", "toc", "player", "jw", "skip", "alert", "breaking", "ticker", "carousel", "hot", "rank", "ranking", "pub", "publicite", "anzeige", "reklam", "werbung", "publicidad", "meta-social"]
)  # fmt: skip
_BAD_PAIRS = re.compile(
    r"most[-_]?(?:read|popular|viewed|shared)|read[-_]?(?:also|more|next)|also[-_]?read|up[-_]?next|see[-_]?also|you[-_]?may|inline[-_]?(?:link|promo|related)|"
    r"related|recirc|newsletter|share[-_]?(?:bar|tools|buttons)|social[-_]?|author[-_]?(?:bio|box|card)|bio[-_]?box|ad[-_](?:slot|container|wrapper|unit)|"
    r"google[-_]ad|story[-_]?links|lire[-_]?aussi|leer[-_]?mas|mehr[-_]?zum|sign[-_]?up|call[-_]?to[-_]?action|wp[-_]?block[-_]?(?:latest|embed)|"
    r"jp[-_]relatedposts|addtoany|sharedaddy|entry[-_]?footer|post[-_]?footer|article[-_]?(?:footer|tags|topics)|reader[-_]?comments",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"caption|figcaption|legend|legende|photo[-_]?credit|image[-_]?(?:credit|source|desc)|media[-_]?(?:source|credit)|bildunter|pie[-_]?foto|credit(?:s)?$", re.I)
_BYLINE = re.compile(r"byline|author|signature|posted[-_]?(?:on|by)|entry[-_]?(?:meta|date)|publish|pub[-_]?date|dateline|date(?:time)?\b|time(?:stamp)?\b|stamp\b|metadata|article[-_]?(?:meta|info)|\bdt\b|\bby\b|\bmeta\b|editor|sign[-_]?off|source\b|autor|fecha|datum|tarih|info", re.I)
_KEEP = re.compile(r"article[-_]?(?:body|text|content)|entry[-_]?content|post[-_]?(?:body|content)|story[-_]?(?:body|text|content)|text[-_]?block|main[-_]?content", re.I)


def names_of(element: Any) -> str:
    """Class, id, role and data names of an element as one string."""
    return _names(dict(element.items()))


def _names(attributes: dict[str, str]) -> str:
    return " ".join([attributes[a] for a in _NAMING if a in attributes])[:400]


_NAMING = ("class", "id", "role", "data-testid", "data-component", "aria-label")


def zone_of(element: Any) -> str:
    """"furniture", "caption", "byline" or "": what an element is by its tag, state and names."""
    tag = element.tag
    if tag in GONE or tag in _SIDE:
        return "furniture"
    if items := element.items():
        attributes = dict(items)
        if is_hidden(attributes, tag) or attributes.get("role") in _ROLES:
            return "furniture"
        if tag != "figcaption" and (names := _names(attributes)) and (zone := zone_of_names(names, tag)):
            return zone
    return "caption" if tag == "figcaption" else "byline" if tag in ("time", "address") else ""


def is_hidden(attributes: dict[str, str], tag: str) -> bool:
    """Whether an element with these attributes is not shown to readers."""
    if "hidden" in attributes or (attributes.get("aria-hidden") == "true" and tag != "span"):
        return True
    return "style" in attributes and "display:none" in attributes["style"].replace(" ", "")


_ROLES = frozenset(["navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu"])


@lru_cache(maxsize=8192)
def zone_of_names(names: str, tag: str) -> str:
    """The same by class, id and data names alone; pages repeat them, so each is judged once."""
    if _KEEP.search(names):
        return ""
    if _BAD_PAIRS.search(names) or any(token.lower() in _BAD for token in _TOKENS.findall(names)):
        return "furniture"
    if tag in ("p", "div", "span", "small", "em", "dd") and _CAPTION.search(names):
        return "caption"
    return "byline" if tag in ("p", "div", "span", "ul", "small", "h5", "h6") and _BYLINE.search(names) else ""


def plain(element: Any) -> str:
    """All text within an element as it stands; lxml joins it in C, several times faster than `itertext`."""
    return str(tostring(element, method="text", encoding="unicode", with_tail=False))


def text_of(element: Any) -> str:
    """The text of an element, a space between the texts of its parts."""
    return " ".join(" ".join(element.itertext()).split())


def linked(element: Any) -> int:
    """Letters of an element that stand in links."""
    return sum(len(plain(a)) for a in element.iter("a"))


_TEXT_BLOCKS = ("p", "blockquote", "pre", "li", "dd", "div", "section", "article", "td", "main", "span", "body")
_LEAVES = frozenset(["p", "blockquote", "pre", "li", "dd"])


def text_blocks(root: Any) -> list[tuple[Any, int]]:
    """Elements that carry running text themselves, with its length: paragraphs, and divisions with text of their own."""
    found = []
    for element in root.iter(*_TEXT_BLOCKS):
        tag = element.tag
        if tag in _LEAVES:
            if tag in ("li", "dd", "blockquote") and next(element.iter("p", "div", "ul", "section", "article"), None) is not None:
                continue
            size = len(plain(element).strip())
            if size >= 40 and linked(element) * 2 < size:
                found.append((element, size))
        elif (own := _own(element)) >= 80:
            found.append((element, own))
    return found


def _own(element: Any) -> int:
    """Letters between the children of an element; tails of an element's children weigh nothing where all is white space."""
    size = len((element.text or "").strip())
    for child in element:
        if child.tail:
            size += len(child.tail.strip())
    return size


def container(root: Any, blocks: list[tuple[Any, int]], enough: float = 0.85) -> tuple[Any, int]:
    """The smallest element that holds at least `enough` of the running text, and how much it holds."""
    held = weigh(blocks)
    total = sum(size for _, size in blocks)
    best = root
    while total:
        inner = next((c for c in best if held.get(c, 0) >= enough * total), None)
        if inner is None or inner.tag in ("p", "span", "blockquote", "pre"):
            break
        best = inner
    return best, held.get(best, 0)


def weigh(blocks: list[tuple[Any, int]]) -> dict[Any, int]:
    """How much running text each element holds, those of the blocks and all above them."""
    held: dict[Any, int] = {}
    for element, size in blocks:
        held[element] = held.get(element, 0) + size
        for ancestor in element.iterancestors():
            held[ancestor] = held.get(ancestor, 0) + size
    return held

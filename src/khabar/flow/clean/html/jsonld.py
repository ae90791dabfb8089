"""JSON-LD of news pages: NewsArticle and its kin, single, in arrays, in `@graph`, nested, slightly broken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_KINDS = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review|NewsItem|MediaGallery|ImageGallery|VideoObject)$")
_MAIN = re.compile(r"(?:Article|Posting|Report|Review)$")
_TRAILING = re.compile(r",\s*([}\]])")
_DATES = ("datePublished", "dateModified", "dateCreated", "uploadDate")


class News:
    """What the news objects of a page say, the first statement of each kind."""

    def __init__(self) -> None:
        self.types: list[str] = []
        self.headline = ""
        self.publisher = ""
        self.url: str | None = None
        self.authors: list[str] = []
        self.section: str | None = None
        self.keywords: list[str] = []
        self.dates: list[tuple[str, str]] = []
        self.image: str | None = None
        self.captions: list[str] = []
        self.body = ""
        self.paywalled = False


def read_json_ld(blocks: list[str]) -> News:
    """Read the JSON-LD texts of a page; a block that is no JSON is passed over."""
    news = News()
    objects = [o for block in blocks for o in _objects(_loads(block), 0)]
    known = {str(o["@id"]): o for o in objects if "@id" in o and len(o) > 1}
    articles = [o for o in objects if any(_MAIN.search(t) for t in _types(o))] or [o for o in objects if any(_KINDS.search(t) for t in _types(o))]
    for item in articles[:4]:
        _read({name: _resolved(value, known) for name, value in item.items()}, news)
    for item in objects:
        types = _types(item)
        if "WebSite" in types or any(t.endswith("Organization") for t in types):
            news.publisher = news.publisher or _text(item.get("name"))
        elif "WebPage" in types and not articles:
            news.dates += [(f"jsonld:{n}", v) for n in _DATES if (v := _text(item.get(n)))]
    return news


def _loads(block: str) -> Any:
    text = block.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
    for attempt in (text, _TRAILING.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value[:60]:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "hasPart", "itemListElement", "item"):
            if name in value and not (name == "itemListElement" and "ItemList" in _types(value)):
                yield from _objects(value[name], depth + 1)


def _resolved(value: Any, known: dict[str, dict[str, Any]]) -> Any:
    """A value, or the objects of the page that it refers to by `@id`."""
    if isinstance(value, list):
        return [_resolved(v, known) for v in value[:60]]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return known.get(str(value.get("@id")), value)
    return value


def _types(item: dict[str, Any]) -> list[str]:
    kind = item.get("@type")
    return [k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)]


def _read(item: dict[str, Any], news: News) -> None:
    news.types += _types(item)
    news.headline = news.headline or _text(item.get("headline")) or _text(item.get("name"))
    news.publisher = news.publisher or _name(item.get("publisher")) or _name(item.get("sourceOrganization"))
    news.url = news.url or next((u for k in ("url", "mainEntityOfPage") if (u := _address(item.get(k)))), None)
    news.authors += [n for n in _names(item.get("author")) if n not in news.authors]
    news.section = news.section or next(iter(_names(item.get("articleSection"))), None)
    words = item.get("keywords")
    news.keywords += [w.strip() for v in (words if isinstance(words, list) else [words]) if isinstance(v, str) for w in re.split(r"[,،，;]", v) if w.strip()]
    news.dates += [(f"jsonld:{n}", v) for n in _DATES if (v := _text(item.get(n)))]
    for picture in _listed(item.get("image")) + _listed(item.get("associatedMedia")):
        news.image = news.image or _address(picture)
        if isinstance(picture, dict) and (caption := _caption(picture)):
            news.captions.append(caption)
    news.body = news.body or _text(item.get("articleBody"), 200_000)
    news.paywalled = news.paywalled or any(_is_false(part.get("isAccessibleForFree")) for part in (item, *_listed(item.get("hasPart"))) if isinstance(part, dict))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _is_false(value: Any) -> bool:
    return isinstance(value, (bool, str)) and str(value).lower() == "false"


def _caption(picture: dict[str, Any]) -> str:
    """The caption of a picture with its credit in brackets; the credit alone where there is no caption."""
    caption = _text(picture.get("caption"))
    credit = _text(picture.get("creditText")) or _name(picture.get("creator")) or _text(picture.get("copyrightNotice"))
    return f"{caption} ({credit})" if caption and credit and credit not in caption else caption or credit


def _text(value: Any, most: int = 600) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or ""
    return " ".join(str(value).split())[:most] if isinstance(value, (str, int, float)) else ""


def _name(value: Any) -> str:
    return next(iter(_names(value)), "")


def _names(value: Any) -> list[str]:
    found = []
    for item in value if isinstance(value, list) else [value]:
        name = _text(item.get("name")) if isinstance(item, dict) else _text(item)
        if name:
            found.append(name)
    return found[:12]


def _address(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = next((v for v in (value.get("@id"), value.get("url"), value.get("contentUrl")) if isinstance(v, str) and v.startswith("http")), None)
    return value if isinstance(value, str) and value.startswith("http") else None

"""What the head of an HTML page says of it: JSON-LD, OpenGraph and other meta elements, links, microdata, time marks."""

from __future__ import annotations

from typing import Any

from lxml.etree import XPath

from khabar.flow.clean.html.jsonld import News, read_json_ld
from khabar.flow.clean.html.zones import plain

_DATE_NAMES = ("date", "time", "publish", "pubdate", "modified", "created", "issued", "updated")
_SITE = ("og:site_name", "application-name", "al:android:app_name", "publisher", "dc.publisher", "citation_journal_title", "twitter:site_name")
_AUTHOR = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author", "citation_author", "dcterms.creator")
_SECTION = ("article:section", "section", "parsely-section", "category", "cxenseparse:section", "articlesection")
_KEYWORDS = ("news_keywords", "keywords", "article:tag", "parsely-tags", "dc.subject")
_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline", "title")

_MICRODATA = XPath("descendant::*[@itemprop]")


class Meta:
    """What metadata says. `dates` are (kind of clue, value) in the terms of `published.DateClue`."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.page_title = ""
        self.headings: list[str] = []
        self.site_names: list[str] = []
        self.addresses: list[str] = []
        self.canonical: str | None = None
        self.amp: str | None = None
        self.alternates: dict[str, str] = {}
        self.authors: tuple[str, ...] = ()
        self.section: str | None = None
        self.keywords: tuple[str, ...] = ()
        self.dates: list[tuple[str, str]] = []
        self.image: str | None = None
        self.captions: tuple[str, ...] = ()
        self.paywalled = False
        self.types: list[str] = []


def read_metadata(root: Any, blocks: list[str]) -> Meta:
    """All metadata of a page; `blocks` are its JSON-LD texts."""
    meta = Meta()
    named = _named(root)
    news = read_json_ld(blocks)
    _titles(meta, root, named, news)
    _links(meta, root, named, news)
    _people(meta, root, named, news)
    _dates(meta, root, named, news)
    meta.image = next((v for k in ("og:image", "twitter:image") for v in named.get(k, ())), news.image)
    meta.paywalled = news.paywalled or any("locked" in v.lower() or "paid" in v.lower() for v in named.get("article:content_tier", ()))
    meta.captions = tuple(dict.fromkeys(news.captions))[:20]
    meta.types = [*news.types, *named.get("og:type", ())]
    return meta


def _named(root: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        value = (element.get("content") or element.get("value") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if value and (name := element.get(attribute)):
                found.setdefault(name.strip().lower(), []).append(value[:1000])
    for element in _MICRODATA(root)[:200]:
        name = element.get("itemprop").lower()
        if element.tag != "meta" and name in ("headline", "articlesection", "keywords") and (value := " ".join(plain(element).split())):
            found.setdefault(name, []).append(value[:1000])
        elif name == "name" and any(a.get("itemprop") == "publisher" for a in element.iterancestors()):
            found.setdefault("publisher", []).append((element.get("content") or plain(element)).strip()[:1000])
    return found


def _titles(meta: Meta, root: Any, named: dict[str, list[str]], news: News) -> None:
    title = next((" ".join("".join(t.itertext()).split()) for t in root.iter("title")), "")
    meta.page_title = title
    meta.titles = [t for t in (*named.get("og:title", ())[:1], news.headline, *(v for n in _TITLE[1:] for v in named.get(n, ())[:1]), title) if t]
    meta.headings = _headings(root)
    meta.site_names = list(dict.fromkeys(s.strip() for s in (*(v for n in _SITE for v in named.get(n, ())), news.publisher) if s and len(s) < 80 and not s.startswith("http")))


def _headings(root: Any) -> list[str]:
    """h1 first, then what its names call a title or headline, then h2; at most 8."""
    first: list[str] = []
    named: list[str] = []
    second: list[str] = []
    for element in root.iter("h1", "h2", "div", "p", "span"):
        if element.tag not in ("h1", "h2") and not _is_named_title(element):
            continue
        text = " ".join(plain(element).split())
        if 6 <= len(text) <= 300:
            (first if element.tag == "h1" else second if element.tag == "h2" else named).append(text)
    return [*first, *named[:5], *second[:4]][:8]


def _is_named_title(element: Any) -> bool:
    """Whether class, id or itemprop call a division a title or headline."""
    names = " ".join(value for name, value in element.items() if name in ("class", "id", "itemprop")).lower()
    return "title" in names or "headline" in names


def _links(meta: Meta, root: Any, named: dict[str, list[str]], news: News) -> None:
    for link in root.iter("link"):
        relation, address = (link.get("rel") or "").lower().split(), (link.get("href") or "").strip()
        if not address.startswith("http"):
            continue
        if "canonical" in relation:
            meta.canonical = meta.canonical or address
        elif "amphtml" in relation:
            meta.amp = address
        elif "alternate" in relation and link.get("hreflang") and link.get("hreflang") != "x-default" and len(meta.alternates) < 60:
            meta.alternates[str(link.get("hreflang")).lower()] = address
    page = next((v for v in named.get("og:url", ()) if v.startswith("http")), None)
    meta.canonical = meta.canonical or page or news.url
    meta.addresses = [a for a in (meta.canonical, page, news.url, meta.amp) if a]


def _people(meta: Meta, root: Any, named: dict[str, list[str]], news: News) -> None:
    authors = [*news.authors, *(v for n in _AUTHOR for v in named.get(n, ()))]
    if not authors:
        authors = [" ".join("".join(e.itertext()).split()) for e in root.iter("a", "span", "div") if "author" in (e.get("rel") or e.get("itemprop") or "").split()][:4]
    meta.authors = tuple(dict.fromkeys(a.strip() for a in authors if a.strip() and len(a) < 90 and not a.startswith("http")))[:10]
    meta.section = next((v for n in _SECTION for v in named.get(n, ())), news.section)
    words = [w.strip() for n in _KEYWORDS for v in named.get(n, ()) for w in v.replace("،", ",").replace("，", ",").replace(";", ",").split(",")]
    meta.keywords = tuple(dict.fromkeys(w for w in (*words, *news.keywords) if 1 < len(w) < 60))[:30]


def _dates(meta: Meta, root: Any, named: dict[str, list[str]], news: News) -> None:
    meta.dates = list(news.dates)
    for name, values in named.items():
        if any(part in name for part in _DATE_NAMES) and not name.startswith(("og:image", "viewport")):
            meta.dates += [(f"meta:{name}", v) for v in values[:2] if any(c.isdigit() for c in v)]
    for element in root.iter("time"):
        # Times within a list of other pages speak of those pages.
        if any(a.tag in ("aside", "nav", "footer", "li") for a in element.iterancestors()):
            continue
        value = element.get("datetime") or element.get("content") or ""
        text = " ".join(" ".join(element.itertext()).split())
        later = any(w in (element.get("itemprop") or "" + (element.get("class") or "")).lower() for w in ("modified", "updated"))
        meta.dates += [("meta:modified_time" if later else "time", v) for v in (value, text) if any(c.isdigit() for c in v)]
        if len(meta.dates) > 30:
            break
    for element in [e for e in _MICRODATA(root) if e.get("itemprop") in ("datePublished", "dateModified")][:4]:
        value = element.get("content") or element.get("datetime") or plain(element)
        meta.dates.append((f"jsonld:{element.get('itemprop')}", " ".join(value.split())))

"""From a page to an article: decode, read, vote on the language, find the outlet, weigh the dates, give it its identity."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import regex

from khabar.errors import NotNews
from khabar.flow.clean.bound import check
from khabar.flow.clean.clues import date_clues
from khabar.flow.clean.decode import decode
from khabar.flow.clean.dump import read_dump
from khabar.flow.clean.extracted import Extracted
from khabar.flow.clean.identity import article_id, content_id
from khabar.flow.clean.measure import weight
from khabar.flow.clean.outlet import find_outlet
from khabar.flow.clean.upstream import read_upstream
from khabar.languages import fold
from khabar.models import Article, Dropped, Page, Paragraph

_HTML = re.compile(r"<(?:!doctype|html|head|body|article|div|p|meta|title|span|table|main|section|br|a)\b[^>]{0,2000}>", re.IGNORECASE)
_SPACES = regex.compile(r"[^\S\n]+")
LONGEST_ADDRESS = 2_000
LEAST = 25
"""Weight of a body below which a page holds no article."""


def clean(page: Page) -> Article:
    """Clean one page.

    Raises `Unreadable` (empty, binary, unknown charset) or `NotNews` (no article text, too large, too deep), both
    `Rejected` with the path and what to do.
    """
    text = decode(page)
    parts = _read(text, page)
    parts.paragraphs = [p for p in (_tidy(p) for p in parts.paragraphs) if p]
    _drop_title(parts)
    if sum(weight(p) for p in parts.paragraphs) < LEAST:
        raise NotNews(page.path, f"{page.path} holds no article text.", "Give the page of one article, not an index or an error page.", "no-text")
    return _article(page, parts)


def is_html(text: str, media_type: str | None) -> bool:
    """Whether to read a page as HTML: by its mark-up; the media type decides only where there is next to none."""
    tags = sum(1 for _ in _HTML.finditer(text, 0, 20_000))
    head = text[:1000].lstrip().lower()
    if head.startswith(("<!doctype html", "<html", "<?xml")) and tags:
        return True
    return tags >= 5 or (tags >= 1 and "html" in (media_type or ""))


def _read(text: str, page: Page) -> Extracted:
    if is_html(text, page.media_type):
        from khabar.flow.clean.html import read_html

        return read_html(text, page.path, page.url)
    return read_dump(text)


def _article(page: Page, parts: Extracted) -> Article:
    from khabar.flow.clean.published import read_published

    body = "\n\n".join(parts.paragraphs)
    languages, meta = parts.languages, parts.meta
    title = parts.title or _title_from(parts.paragraphs[0])
    url = page.url or (meta.canonical if meta else None)
    outlet, surface = find_outlet(parts, url)
    upstream = read_upstream(_own_rows(parts), parts.words)
    clues = date_clues(parts, url, upstream, languages.lang)
    content = content_id(title, body)
    return Article(
        id=article_id(url, content), content_id=content, file=page.path, url=url, outlet=outlet, outlet_surface=surface,
        lang=languages.lang, lang_confidence=languages.confidence, title=title, text=body, paragraphs=_paragraphs(parts),
        published=read_published(clues, body, title, languages.lang, page.first_seen), first_seen=page.first_seen,
        authors=meta.authors if meta else (), section=meta.section if meta else None, keywords=meta.keywords if meta else (),
        form=parts.form, paywalled=_is_paywalled(parts),  # type: ignore[arg-type]
        image=_image(meta.image, url) if meta else None, alternates=dict(meta.alternates) if meta else {},
        upstream=upstream, margins=tuple(dict.fromkeys(parts.margins)), dropped=tuple(parts.dropped),
    )  # fmt: skip


def _image(address: str | None, url: str | None) -> str | None:
    """A picture's web address in full; None for what is none, such as data in place of an address."""
    full = urljoin(url or "", address or "")
    return full if full.startswith(("http://", "https://")) and len(full) <= LONGEST_ADDRESS else None


def _is_paywalled(parts: Extracted) -> bool:
    """By structured data, or by a line in place of the rest of the text; a line in a page head offers the login to everyone."""
    if parts.meta is not None and parts.meta.paywalled:
        return True
    asks = (fold(d.text) for d in parts.dropped if d.why == "call to subscribe" and len(d.text) <= 300)
    return any(parts.words.anywhere["paywall"].search(line) for line in asks)


def _paragraphs(parts: Extracted) -> tuple[Paragraph, ...]:
    found, at = [], 0
    for text in parts.paragraphs:
        check()
        lang, sure = parts.languages.of(text)
        found.append(Paragraph(span=(at, at + len(text)), lang=lang, confidence=sure))
        at += len(text) + 2
    return tuple(found)


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", text.replace("\n", " ")).strip()


def _drop_title(parts: Extracted) -> None:
    """A title that stands again among the first paragraphs is no text."""
    key = _key(parts.title)
    kept = []
    for at, paragraph in enumerate(parts.paragraphs):
        if at < 4 and key and _key(paragraph) == key and len(parts.paragraphs) > 1:
            parts.dropped.append(Dropped(text=paragraph, why="title repeated"))
        else:
            kept.append(paragraph)
    parts.paragraphs = kept


def _key(text: str) -> str:
    return re.sub(r"\W+", "", fold(text))


def _title_from(paragraph: str) -> str:
    """For a page without a title: its first sentence, cut at a word."""
    sentence = regex.split(r"(?<=[.!?؟。！？।])\s*(?=\S)", paragraph, maxsplit=1)[0].strip()
    if len(sentence) <= 140:
        return sentence.rstrip(".。")
    return sentence[:140].rsplit(" ", 1)[0].rstrip(",;:،") + "…"


def _own_rows(parts: Extracted) -> list[str]:
    """Ratings rows and source lines above the first list of other pages: those below it speak of other pages."""
    rows: list[str] = []
    for piece in parts.dropped:
        if piece.why == "list of other pages" and rows:
            break
        if piece.why in ("ratings row", "source line", "byline or date line"):
            rows.append(piece.text)
    return rows



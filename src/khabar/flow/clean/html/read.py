"""Read an HTML page.

1. Parse within bounds (`tree`); read the metadata (`metadata`).
2. Take out what by its tag or names is no article (`zones`), unless it holds most of the text; captions and bylines go
   to the margins.
3. Crop to the smallest element that holds the running text.
4. The blocks of the crop as they stand, where it is clean (`CLEAN`, `TEASERS`): three pages of four. Else trafilatura on the
   crop, in its fast mode; if its answer is thin (`SHORT`, `THIN`), trafilatura with its own second opinions (readability,
   justext) on the whole page, then the blocks themselves.
5. `sort_body` over the paragraphs, with the words of the page's language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from khabar.flow.clean.datelines import is_date_line
from khabar.flow.clean.extracted import Extracted
from khabar.flow.clean.html import bodies, zones
from khabar.flow.clean.html.metadata import Meta, read_metadata
from khabar.flow.clean.html.prune import Margins, prune
from khabar.flow.clean.html.tree import json_ld, parse
from khabar.flow.clean.language import language_of
from khabar.flow.clean.measure import is_prose, vocabulary
from khabar.flow.clean.sort_body import BodySorter, Sorted
from khabar.flow.clean.title import best_title
from khabar.flow.clean.wording import Wording, wording
from khabar.languages import fold
from khabar.models import Dropped, Margin
from khabar.sources import by_name

CLEAN = 0.85
"""Share of the crop's text that its plain blocks must hold to be taken as they stand: furniture has then left the crop."""
TEASERS = 0.22
"""Linked headings for a line of text from which a crop is a list of teasers (bench pages: articles up to .2, lists from .28)."""
THIN = 0.5
SHORT = 400
"""trafilatura's answer is thin below `SHORT` characters or below `THIN` of the running text in the crop, whichever is less:
a crop that holds teasers of many other pages must not make a whole article look thin."""


def read_html(text: str, path: str, url: str | None) -> Extracted:
    """The parts of an HTML page. Raises `NotNews` where there is no element to read."""
    root = parse(text, path)
    meta = read_metadata(root, json_ld(root))
    margins, blocks = prune(root)
    paragraphs = _paragraphs(root, blocks)
    languages = language_of([p for p in paragraphs if is_prose(p)] or paragraphs or [meta.page_title])
    words = wording(languages.lang)
    margins.bylines += _date_lines(root, languages.lang, words)
    sorter = BodySorter(paragraphs, words, languages, trusted=True)
    out = sorter.run()
    title = best_title(meta.headings, meta.titles, vocabulary(out.body), meta.site_names)
    margins.captions += _unseen(meta.captions, margins.captions, out)
    bylines = _to_margins(margins, out.margins, out.dropped, words, title)
    return Extracted(title=title, paragraphs=out.body, margins=out.margins, dropped=out.dropped, languages=languages, words=words, bylines=bylines,
                     site_name="" if meta.site_names else _site_name(meta, title, margins.brands), lines=paragraphs, meta=meta, form=form_of(meta, title, words))  # fmt: skip


def _paragraphs(root: Any, blocks: list[tuple[Any, int]]) -> list[str]:
    """Steps 3 and 4: the paragraphs of the article's body."""
    crop, there = zones.container(root, blocks)
    own = bodies.by_blocks(crop)
    if _size(own) >= SHORT and _is_clean(crop, own):
        return own
    best = bodies.by_trafilatura(crop)
    if _size(best) >= min(SHORT, THIN * there):
        return best
    for slow in (True, False):
        found = bodies.by_trafilatura(root, fast=False) if slow else bodies.by_blocks(crop)
        if _size(found) > _size(best) * 1.2:
            best = found
        if _size(best) >= min(SHORT, THIN * there):
            break
    return best if best or not blocks else bodies.by_blocks(root)


def _is_clean(crop: Any, lines: Sequence[str]) -> bool:
    """Whether the crop holds one article and nothing else: little text that is no line of it, few headlines of other pages."""
    if crop.tag in ("html", "body"):
        return False
    headlines = sum(h.find(".//a") is not None for h in crop.iter("h2", "h3", "h4", "h5"))
    return headlines <= TEASERS * len(lines) and _size(lines) >= CLEAN * len(" ".join(zones.plain(crop).split()))


def _date_lines(root: Any, lang: str, words: Wording) -> list[str]:
    """The first short elements that hold a date and little else, whatever their names."""
    found: list[str] = []
    for element in root.iter("div", "span", "p", "td", "small", "em", "b", "font", "h4", "h5", "h6"):
        text = _short_text(element)
        if len(text) >= 6 and _DIGIT.search(text) and is_date_line(text, lang, words):
            found.append(text)
            if len(found) == 2:
                break
    return found


_DIGIT = re.compile(r"\d")


def _short_text(element: Any) -> str:
    """The text of an element, spaces made single; "" for one that holds more than a line."""
    if len(element) > 12:
        return ""
    text = ""
    for piece in element.itertext():
        text += piece
        if len(text) > 400:
            return ""
    text = " ".join(text.split())
    return text if len(text) <= 130 else ""


def _size(paragraphs: Sequence[str]) -> int:
    return sum(len(p) for p in paragraphs)


def _to_margins(found: Margins, margins: list[Margin], dropped: list[Dropped], words: Wording, title: str) -> list[str]:
    """What was taken out while pruning becomes margins and dropped pieces; yields the byline lines."""
    for caption in found.captions:
        margins.append(Margin(text=caption, where="caption"))
        dropped.append(Dropped(text=caption, why="caption or photo credit"))
    bylines = [b for b in dict.fromkeys(found.bylines) if b != title]
    margins += [Margin(text=b, where="byline") for b in bylines]
    margins += [Margin(text=f, where="footer") for f in dict.fromkeys(found.footers)]
    dropped += [Dropped(text=t, why=why) for t, why in found.others]
    return bylines


def _unseen(declared: Sequence[str], seen: Sequence[str], out: Sorted) -> list[str]:
    """Captions of the structured data that the page does not print too, neither in a margin nor in the text."""
    printed = [fold(text) for text in (*seen, *(m.text for m in out.margins), *out.body)]
    return [c for c in declared if not any(fold(c) in text or text in fold(c) for text in printed)]


def _site_name(meta: Meta, title: str, brands: Sequence[str]) -> str:
    """The outlet's name where no metadata names the site: a known one behind the title in <title>, at the head of the page or as
    the whole <title>, else whatever stands behind the title."""
    whole = meta.page_title
    tail = _behind(title, whole)
    known = next((b for b in (tail, *brands, whole) if by_name(b) is not None and b != title), "")
    return known or (tail if 1 < len(tail) <= 60 else "")


def _behind(title: str, whole: str) -> str:
    """What <title> has behind the title of the page."""
    if not title or fold(title) == fold(whole) or fold(title)[:30] not in fold(whole):
        return ""
    return whole[fold(whole).find(fold(title)[:30]) + len(title) :].strip(" -|–—_·•»:")


def form_of(meta: Meta, title: str, words: Wording) -> str:
    """Live blog, gallery or video by structured data, else by the words that open the title."""
    kinds = " ".join(meta.types)
    folded = fold(title)[:40]
    if "LiveBlogPosting" in kinds or words.anywhere["live"].search(folded):
        return "live-blog"
    if "Gallery" in kinds or words.anywhere["gallery"].search(folded):
        return "gallery"
    if (kinds and all(k in ("VideoObject", "video", "video.other") for k in kinds.split())) or words.anywhere["video"].search(folded):
        return "video"
    return "article"

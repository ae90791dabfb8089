"""The head of a text dump: site line, menu, title, standfirst, byline, date, captions – all before the first paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import regex

from khabar.flow.clean.captions import is_caption
from khabar.flow.clean.datelines import is_byline, is_date_line
from khabar.flow.clean.lines import ADVERT, BYLINE, MARK, MENU, PHOTO, RELATED, Kind, kind_of
from khabar.flow.clean.measure import is_prose, likeness, stems, stops, weight
from khabar.flow.clean.offices import office_named
from khabar.flow.clean.sort_body import Sorted
from khabar.flow.clean.wording import Wording
from khabar.languages import fold
from khabar.sources import by_name, find_names

_CRUMB = regex.compile(r"\s[>›»/]\s")
_SITE = regex.compile(r"\s[|\-–—:•·]{1,2}\s|_|\s?\|\s?")


class Head:
    """What the head holds: `title`, its line number, `lead`, `site` line, and per line why it is not body."""

    def __init__(self) -> None:
        self.title = ""
        self.site = ""
        self.bylines: list[str] = []


def first_paragraph(lines: Sequence[str], kinds: Sequence[Kind | None], lang: str, words: Wording) -> int:
    """Number of the first line that is text of the article, `len(lines)` if none is.

    A slogan can read as prose: the first paragraph is long, or another follows it soon.
    """
    prose = [k is None and is_prose(b, 60) and not is_date_line(b, lang, words) for b, k in zip(lines, kinds, strict=True)]
    for at, yes in enumerate(prose):
        if yes and (weight(lines[at]) >= 140 or any(prose[at + 1 : at + 4]) or not any(prose[at + 1 :])):
            return at
    return next((i for i, b in enumerate(lines) if kinds[i] is None and is_prose(b)), len(lines))


def read_head(lines: Sequence[str], known: set[str], lang: str, words: Wording, out: Sorted) -> Head:
    """Sort the lines of the head; what is no title goes to `out` as margin or dropped piece."""
    head = Head()
    kinds = [_head_kind(line, lang, words) for line in lines]
    best = _title_at(lines, kinds, known, words)
    marks = sum(1 for _ in takewhile(lambda k: k in (ADVERT, MARK), kinds))
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if at == best:
            head.title = _last_crumb(line)
            continue
        if kind is not None:
            if at < 2 and at < best and kind in (MENU, PHOTO) and _is_site_line(line, at, words):
                head.site = head.site or line
                out.drop(line, "name of the site")
                continue
            if kind is BYLINE:
                head.bylines.append(line)
            if kind.margin:
                out.margin(line, kind.margin)
            out.drop(line, kind.why)
        elif at < best and (_is_site_line(line, at, words) or (at == marks and weight(line) <= 70)) and at < marks + 2:
            head.site = head.site or line
            out.drop(line, "name of the site")
        elif best <= at and likeness(line, known) >= 0.4 and weight(line) >= 30:
            out.margin(line, "title")
            out.drop(line, "standfirst")
        elif at > best and weight(line) <= 60 and (find_names(fold(line)) or len(line.split()) <= 4):
            head.bylines.append(line)
            out.margin(line, "byline")
            out.drop(line, "byline or place line")
        else:
            out.drop(line, "head of the page")
    return head


def _head_kind(line: str, lang: str, words: Wording) -> Kind | None:
    if is_date_line(line, lang, words):
        return BYLINE
    if weight(_last_crumb(line)) >= 40 and _last_crumb(line) != line:
        return None
    kind = kind_of(line, words)
    if kind is None and is_byline(line, words):
        return BYLINE
    if kind is RELATED and weight(line) > 25 and not line.rstrip().endswith((":", "：")):
        return None
    return kind if kind is not None or not is_caption(line, words, near_top=True) else PHOTO


def _last_crumb(line: str) -> str:
    """The last part of a breadcrumb row that has the title at its end."""
    if "«" in line or not _CRUMB.search(line):
        return line
    parts = _CRUMB.split(line)
    return parts[-1].strip() if all(weight(p) < 40 for p in parts[:-1]) else line


def _title_at(lines: Sequence[str], kinds: Sequence[Kind | None], known: set[str], words: Wording) -> int:
    """Number of the line that is most likely the title, `len(lines)` if none is."""
    best, best_score, plain = len(lines), 0.25, 0
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind is not None:
            continue
        text = _last_crumb(line)
        size = weight(text)
        if size < 14 or size > 330:
            continue
        own = stems(text)
        score = 1.6 * len(own & known) / (len(own) + 2) + min(size, 90) / 150 + _followed(kinds, at)
        score -= 0.5 if stops(text) else 0.0
        score -= 0.9 if _is_site_line(line, at, words) else 0.0
        score -= 0.45 * plain
        plain += 0 if _is_site_line(line, at, words) or size < 25 else 1
        if score > best_score:
            best, best_score = at, score
    return best


def _followed(kinds: Sequence[Kind | None], at: int) -> float:
    after = [k for k in kinds[at + 1 : at + 4] if k not in (None, ADVERT, MARK)]
    return 0.3 if any(k in (BYLINE, PHOTO) for k in after[:2]) else 0.0


def _is_site_line(line: str, at: int, words: Wording) -> bool:
    """The line that a site puts over every page: its name, often with a slogan after a dash or bar."""
    if at > 2:
        return False
    if weight(line) <= 60 and (by_name(line) is not None or (at == 0 and office_named(line, words.lang) is not None)):
        return True
    if at == 0 and len(line.split()) <= 7 and words.anywhere["site"].search(fold(line)):
        return True
    return at == 0 and (_SITE.search(line) is not None or "::" in line or weight(line) <= 24)

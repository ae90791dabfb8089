"""What a single line is, by its words and shape: an advertisement, a share row, a copyright line … or nothing of the kind.

The words come from the language data; this file only says how long a line may be for each kind and where the word must
stand. Short lines need a label at their start, long ones a phrase that no article uses of itself.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex

from khabar.flow.clean.bound import check
from khabar.flow.clean.measure import inner_stops, stops, weight
from khabar.flow.clean.wording import Wording
from khabar.languages import fold

Ends = Literal["", "soft", "firm", "hard"]


class Kind(NamedTuple):
    """What a line is. `ends`: "hard" – the article is over; "firm", "soft" – it may go on if what follows is very, or quite,
    like it. `margin`: kept for credits."""

    why: str
    ends: Ends = ""
    margin: Literal["", "byline", "footer", "caption"] = ""


MARK = Kind("bracketed mark of the site")
ADVERT = Kind("advertisement")
READ_ALSO = Kind("link to another page")
RELATED = Kind("list of other pages", "soft")
SHARE = Kind("share row")
FOLLOW = Kind("call to follow or install")
NEWSLETTER = Kind("call to subscribe")
COOKIES = Kind("cookie notice")
COMMENTS = Kind("comments", "hard")
LEGAL = Kind("legal notice", "firm")
CONTACT = Kind("contact for the press", "firm")
COPYRIGHT = Kind("copyright line", "firm", "footer")
END = Kind("end mark", "hard")
TAGS = Kind("tags", "firm")
RATINGS = Kind("ratings row", "firm")
SOURCE = Kind("source line", "", "footer")
PHOTO = Kind("caption or photo credit", "", "caption")
BYLINE = Kind("byline or date line", "", "byline")
SMALL = Kind("reading time, views or code")
NAVIGATION = Kind("navigation")
MENU = Kind("menu")
LEFTOVER = Kind("leftover of an image or script")

_MARKS = regex.compile(r"[\u064b-\u065f\u0670\u0640]")
"""Arabic vowel signs and the stretching line, which pages set as they like («أيضاً», «أيضا»)."""
_BULLETS = regex.compile(r"^[\s•·\-–—*►▶▪■□◆●○»›>|+#☞※➤→✓]+(?=\S)")
_MARK = regex.compile(r"^[\[［【<{][^\[\]]{1,40}[\]］】>}]$")
_LEFTOVER = regex.compile(r"^(?:[\w-]+\.(?:jpe?g|png|gif|webp|svg)|https?://\S+|data:image\S*|\W{1,12}|\d{1,4}|image\s*\d*|img\s*\d*|.{0,200}(?:\{\{|\{[*%]|<img\s|\[/?vc_).*)$", regex.IGNORECASE)
_SEPARATORS = regex.compile(r"\s+[|/›»>·•:—–-]+\s+|[|›•·]+|\s{2,}|(?<=\S)\s*>\s*(?=\S)")
_GAPS = regex.compile(r"[ \u00a0]{2,}|\t+")
"""What stands between the entries of a menu row that was copied from a page."""
_HASHTAGS = regex.compile(r"^(?:[#＃][\w\u200c]+(?: [\w\u200c]+){0,2}[\s,،;]*)+$")
_WORDS = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.\u200c-]*")
_COLON = regex.compile(r"\s*[:：|؛]")


def clean_line(line: str) -> str:
    """The line folded, spaces made single, bullets in front taken off."""
    return _BULLETS.sub("", " ".join(_MARKS.sub("", fold(line)).split()))


def kind_of(line: str, words: Wording) -> Kind | None:
    """What the line is, or None where nothing says that it is not text of the article."""
    check()
    folded = clean_line(line)
    size = weight(line)
    if not folded or _LEFTOVER.match(folded):
        return LEFTOVER
    for test in (_by_shape, _by_label, _by_phrase, _by_share_of_words):
        if (kind := test(line, folded, size, words)) is not None:
            return kind
    return None


def _by_shape(line: str, folded: str, size: int, words: Wording) -> Kind | None:
    stripped = line.strip()
    if _MARK.match(stripped) and not words.anywhere["photo_label"].search(folded):
        return COPYRIGHT if words.anywhere["copyright"].search(folded) else MARK
    if _HASHTAGS.match(stripped):
        return TAGS
    cells = [c for c in _GAPS.split(stripped) if c]
    if len(cells) >= 3 and size <= 260 and not stops(line) and all(weight(c) <= 40 for c in cells):
        return MENU
    rows = words.any_rating.findall(folded)
    percent = "%" in folded or "٪" in folded
    first = words.any_rating.match(folded)
    if first and rows and size <= 90 and not stops(line) and len(folded[first.end() :].split()) <= 7 and not words.start["source_label"].match(folded):
        return RATINGS
    if size < 260 and not stops(line) and (len(rows) >= 3 or (rows and percent and len(folded) < 60 + 40 * len(rows)) or (len(rows) >= 2 and words.any_rating.match(folded))):
        return RATINGS
    return None


def _label(words: Wording, name: str, folded: str) -> str | None:
    """What follows the label `name` at the start of the line, or None where it does not start so."""
    match = words.start[name].match(folded)
    return folded[match.end() :] if match else None


def _by_label(line: str, folded: str, size: int, words: Wording) -> Kind | None:
    """A label that opens the line: alone, or with a colon or bar after it."""
    ended = stops(line)
    for name, kind, loose in _LABELS:
        rest = _label(words, name, folded)
        if rest is None:
            continue
        alone = not regex.search(r"\p{L}", rest)
        marked = _COLON.match(rest) is not None
        if alone or (marked and size < _MARKED_MAX.get(name, 200) and not (ended and inner_stops(line) and size > 120)):
            return _RELATED_OR_LINK(kind, alone, rest)
        if loose and size < loose and not ended:
            return kind
    return None


def _RELATED_OR_LINK(kind: Kind, alone: bool, rest: str) -> Kind:
    if kind is READ_ALSO and (alone or not rest.strip(" :：|؛.-")):
        return RELATED
    if kind is RELATED and not alone and rest.strip(" :：|"):
        return READ_ALSO
    return kind


# (word list, kind, weight below which the label needs no colon after it; 0: it always needs one)
_LABELS: tuple[tuple[str, Kind, int], ...] = (
    ("advert", ADVERT, 0), ("end", END, 0), ("related", RELATED, 60), ("read_also", READ_ALSO, 0), ("tags", TAGS, 0),
    ("code_label", SMALL, 0), ("share", SHARE, 0), ("photo_label", PHOTO, 0), ("source_label", SOURCE, 0),
)  # fmt: skip
_MARKED_MAX = {"tags": 400, "photo_label": 300, "source_label": 130, "read_also": 220, "advert": 160, "share": 160, "code_label": 80}


# (word list, kind, greatest weight of a line that a phrase anywhere in it condemns)
_PHRASES: tuple[tuple[str, Kind, int], ...] = (
    ("cookies", COOKIES, 300), ("copyright", COPYRIGHT, 420), ("legal", LEGAL, 420), ("contact", CONTACT, 260), ("comments", COMMENTS, 170), ("newsletter", NEWSLETTER, 230),
    ("follow", FOLLOW, 170), ("paywall", NEWSLETTER, 200), ("listen", SMALL, 60), ("read_time", SMALL, 48), ("navigation", NAVIGATION, 48),
)  # fmt: skip


def _by_phrase(line: str, folded: str, size: int, words: Wording) -> Kind | None:
    """A phrase that furniture uses; running text of several sentences is spared where the phrase is a common one."""
    for name, kind, most in _PHRASES:
        if size <= most and (match := words.anywhere[name].search(folded)):
            covered = (match.end() - match.start()) / max(1, len(folded))
            if name in ("navigation", "listen", "read_time") and covered < 0.3:
                continue
            if stops(line) and covered < 0.12 and size > 110 and name not in ("cookies", "copyright", "legal"):
                continue
            if kind is COPYRIGHT and folded.startswith(("©", "(c)")) and words.anywhere["photo_label"].search(folded[:60]):
                return PHOTO
            return kind
    return None


def _by_share_of_words(line: str, folded: str, size: int, words: Wording) -> Kind | None:
    """A row of share buttons or of menu entries: most of its words are such."""
    if size > 260 or stops(line):
        return None
    total = len(_WORDS.findall(folded))
    if not total:
        return LEFTOVER
    for name, kind in (("share", SHARE), ("menu", MENU)):
        hits = [m.group() for m in words.anywhere["networks" if name == "share" else "language_names"].finditer(folded)]
        hits += [m.group() for m in words.anywhere[name].finditer(folded)]
        covered = sum(len(_WORDS.findall(h)) for h in hits)
        if covered >= total * 0.6 and (total > 2 or covered == total):
            return kind
    return _breadcrumb(folded, words)


def _breadcrumb(folded: str, words: Wording) -> Kind | None:
    parts = [p for p in _SEPARATORS.split(folded) if p and p.strip()]
    if len(parts) < 2 or any(weight(p) > 38 for p in parts):
        return None
    known = sum((m := words.anywhere["menu"].search(p)) is not None and len(m.group()) * 5 >= len(p.strip()) * 3 for p in parts)
    return MENU if known * 2 >= len(parts) else None

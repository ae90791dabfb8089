"""Credits that stand outside the body: bylines, footers and source lines, captions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from khabar.flow.describe.credits.lexicon import Lexicon, lexicon
from khabar.flow.describe.credits.proper import known_in, wordlike, written_as_name
from khabar.flow.describe.document import Document
from khabar.languages import fold
from khabar.models import Credit, Margin
from khabar.sources import Found, Source, by_domain, find_names, get

LONG_LINE = 45
"""A line without a label that is longer than this is a caption or a stand-first, not a byline."""
_ADDRESS = regex.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.\p{Latin}{2,})(?:/\S*)?")
_COPYRIGHT = regex.compile(r"©|\(c\)|copyright|حقوق|права|版权|저작권|bản quyền", regex.IGNORECASE)
_GLUED_WORD = regex.compile(r"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})")
_BRACKETS = regex.compile(r"[(\[（【][^()\[\]（）【】]{2,40}[)\]）】]")
_GLUED_DAY = regex.compile(r"(?<=\p{L})\d")
_MENU = regex.compile(r"[|>»›·/]")
_CAPTION = regex.compile(r"[^\s.。]{3}[.。!]\s*[(（\[][^()（）\[\]]{2,30}[)）\]]\W*$")
"""A sentence with a name in brackets behind its full stop: the line under a picture."""
_IMAGE = frozenset({"photo", "monitor"})


def margin_credits(document: Document) -> list[Credit]:
    """Credits of kind "credit" from bylines and footers, "photo" from captions and photo lines."""
    found: list[Credit] = []
    for margin in document.article.margins:
        found += _credits_of(margin, document)
    return found


def _credits_of(margin: Margin, document: Document) -> Iterator[Credit]:
    folded = fold(margin.text)
    words = lexicon(document.lang)
    labelled = words.source_label.match(folded) is not None
    photo = margin.where == "caption" or (not labelled and (words.photo_label.search(folded) is not None or _CAPTION.search(folded) is not None))
    for name in (*_named(margin.text, folded), *_linked(folded), *(_short_names(folded, document.lang) if labelled or photo else ())):
        source = get(name.source)
        if source is None or _is_label(folded, name, words) or (not photo and not _credits(margin, document, name, source, labelled)):
            continue
        if photo and wordlike(name) and not (written_as_name(margin.text, name, source, document.lang) and _ends(margin.text, name, words)):
            continue
        image = photo or source.type in _IMAGE
        yield Credit(source=name.source, kind="photo" if image else "credit", surface=margin.text[name.start : name.end],
                     span=None, where=margin.where, rule="photo line" if image else f"{margin.where} line")  # fmt: skip


def _credits(margin: Margin, document: Document, name: Found, source: Source, labelled: bool) -> bool:
    """Whether a name in a byline or footer says where the page comes from."""
    own = get(document.article.outlet)
    if own is not None and (source.id == own.id or (source.owner is not None and source.owner == own.owner)):
        # The outlet's own mark at the foot of its page says nothing; in a byline it signs the dispatch.
        return source.id == own.id and margin.where == "byline" and not _COPYRIGHT.search(margin.text)
    if labelled:
        return True
    if not written_as_name(margin.text, name, source, document.lang):
        return False
    if lexicon(document.lang).joined.search(fold(margin.text[: name.start])):
        return True  # "Our reporter with AFP"
    if _bracketed(margin.text, name) and margin.text[name.start : name.end].isupper():
        return True  # abbreviations of agencies are the same in all languages
    rest = len(margin.text.strip()) - (name.end - name.start)
    if wordlike(name) and (not known_in(source, margin.text[name.start : name.end], document.lang) or rest > 6 or len(_MENU.findall(margin.text)) > 1):
        return False
    if len(_MENU.findall(margin.text)) > 3:
        return False  # a line of sections or share buttons
    return len(margin.text) <= LONG_LINE or name.start < 12 or _bracketed(margin.text, name)


def _is_label(folded: str, name: Found, words: Lexicon) -> bool:
    """Whether a name is the word for a picture before its author: "Bild: …" is not the paper."""
    return words.photo_label.fullmatch(folded[name.start : name.end]) is not None and folded[name.end : name.end + 2].strip()[:1] == ":"


def _ends(text: str, name: Found, words: Lexicon) -> bool:
    """Whether a name is not the beginning of a longer one: "the National", but "the National Assembly"; "AP Photo" is one."""
    longer = regex.match(r"\s+(\p{Lu}\p{L}*)|\s+\p{Arabic}", text[name.end :])
    return longer is None or (longer[1] is not None and words.photo_label.fullmatch(fold(longer[1])) is not None)


def _bracketed(text: str, name: Found) -> bool:
    """Whether the name stands in a short bracket of a longer line: "Anh Nguyen (Theo AFP, PTI)"."""
    return any(m.start() < name.start and name.end < m.end() for m in _BRACKETS.finditer(text))


def _named(text: str, folded: str) -> list[Found]:
    """Names in a line whose words may run into one another: "AFP29 July", "Daily NewsAFPPublished"."""
    found = find_names(_GLUED_DAY.sub(" ", folded))
    cuts = [0, *(m.start() for m in _GLUED_WORD.finditer(text)), len(text)]
    for start, end in pairwise(cuts):
        for name in find_names(folded[start:end]) if len(cuts) > 2 else ():
            moved = name._replace(start=name.start + start, end=name.end + start)
            if not any(f.start < moved.end and moved.start < f.end for f in found):
                found.append(moved)
    return sorted(found)


def _linked(folded: str) -> Iterator[Found]:
    for found in _ADDRESS.finditer(folded):
        if source := by_domain(found[1]):
            yield Found(found.start(), found.end(), source.id, False)


def _short_names(folded: str, lang: str) -> Iterator[Found]:
    """Names that a language uses for agencies only on source lines («الفرنسية» for AFP)."""
    for short, source in lexicon(lang).label_names.items():
        if found := regex.search(rf"(?<!\w){regex.escape(short)}(?!\w)", folded):
            yield Found(found.start(), found.end(), source, False)

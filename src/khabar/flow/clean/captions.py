"""Lines that stand under a picture: they end with the picture's credit."""

from __future__ import annotations

import regex

from khabar.flow.clean.measure import weight
from khabar.flow.clean.wording import Wording
from khabar.languages import fold
from khabar.sources import find_names

_TAIL_BRACKET = regex.compile(r"[(（\[【]([^()（）\[\]【】]{1,60})[)）\]】][\s|.]*$")
_BAR = regex.compile(r"\s[|/]\s?\p{L}[\p{L} .]{1,24}$")
LONGEST = 340


def is_caption(line: str, words: Wording, near_top: bool) -> bool:
    """Whether a line ends with its credit: "(Foto: AFP)", "- Ảnh: REUTERS", "PHOTO: AFP", "©AP", "| AFP", "(法新社)".

    `near_top`: the line stands where pictures stand; only there does a bare agency or a source in brackets make a caption,
    because news texts also end so.
    """
    if weight(line) > LONGEST:
        return False
    folded = fold(line)
    bracket = _TAIL_BRACKET.search(folded)
    if bracket and words.anywhere["photo_label"].search(bracket[1]) and regex.search(r"[:：=/]|^\P{L}*\p{L}+[^\p{L}]*\p{L}*", bracket[1]):
        return True
    tail = folded[-70:]
    label = list(words.anywhere["photo_label"].finditer(tail))
    if label and regex.match(r"\s*[:：=]\s*\S", tail[label[-1].end() :]) and _opens_credit(tail, label[-1].start()):
        return True
    if not near_top:
        return False
    if bracket and (words.start["source_label"].match(bracket[1]) or find_names(bracket[1])) and len(folded.split()) > 3:
        return len(bracket[1]) <= 40 and bracket.end() >= len(folded.rstrip(" |."))
    if "©" in tail:
        return True
    return _BAR.search(folded) is not None and bool(find_names(tail[-30:]))


def _opens_credit(tail: str, at: int) -> bool:
    """A label within running text ("he showed a photo: …") is no credit: before it stands a stop, dash or bracket."""
    before = tail[:at].rstrip()
    return not before or before[-1] in ".。-|(（[\"»/،,;" or at == 0

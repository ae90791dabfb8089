"""Signs of an agency at the head or the end of a text."""

from __future__ import annotations

import regex

from khabar.flow.describe.document import Document
from khabar.models import Credit, Span
from khabar.sources import Found, find_names

HEAD_CHARS = 140
"""A dateline stands within so many characters of the beginning."""
TAIL_CHARS = 60
"""A signature is a last paragraph, or the end of one, of at most so many characters."""

# What stands right before and after the name, in folded text, when it signs rather than is spoken of.
_OPEN = regex.compile(r"(?:[(\[【（/=]|^|\d\s*/|[\p{L}.]\s*[-,/،]\s*)\s*(?:[\p{L}\s.]{0,24}[=/]\s*)?$")
_CLOSE = regex.compile(r"\s*(?:[)\]】）/]|\.\s*-|-|--|\s+-)|\s*(?:电|電|讯|訊|기자)|[\p{Han}·\s/]{0,14}?\d{1,2}(?:月\d{1,2})?日[电電讯訊]|\s*[=:]|\s*,?\s*\d{1,2}(?:\W|\p{L})")
_BRACKETED = regex.compile(r"[(\[【（/]\s*[^()\[\]【】（）/]{0,30}$")
_LAST_GROUP = regex.compile(r"[(\[（【]([^()\[\]（）【】\n]{2,70})[)\]）】]\s*[.*]?\s*$")
_TAIL = regex.compile(r"[\s.)\]/،,*\p{Ll}\-]*$")


def dateline_credits(document: Document) -> list[Credit]:
    """Credits of kind "credit" from the head and the end of the body."""
    text = document.folded
    named = find_names(text[:HEAD_CHARS])
    head = [f for f in named if _signs_head(text, f) and not _apposed(text, f, named)]
    tail_start = _tail_start(text)
    tail = [_moved(f, tail_start) for f in find_names(text[tail_start:])] if tail_start < len(text) else []
    found = {(f.start, f.end): (f, "dateline") for f in head}
    found |= {(f.start, f.end): (f, "signature") for f in tail if _signs_tail(text, f)}
    return [_credit(document, f, rule) for f, rule in sorted(found.values())]


def _apposed(text: str, found: Found, named: list[Found]) -> bool:
    """Whether a bracket only abbreviates the name right before it: "the World Health Organization (WHO)"."""
    return any(f.source == found.source and f.end <= found.start and not text[f.end : found.start].strip(" ([（") for f in named)


def _moved(found: Found, by: int) -> Found:
    return found._replace(start=found.start + by, end=found.end + by)


def _tail_start(text: str) -> int:
    last = text.rfind("\n\n")
    return max(last + 2 if last >= 0 else 0, len(text) - TAIL_CHARS)


def _signs_head(text: str, found: Found) -> bool:
    if found.start > 90:
        return False
    before, after = text[: found.start], text[found.end : found.end + 12]
    if "\n" in before.strip() or regex.search(r"[.!?؟。]\s(?!\d)", before[:-2]):
        return False
    if _BRACKETED.search(before):
        return bool(regex.match(r"[^()\[\]【】（）]{0,24}[)\]】）/]", text[found.end : found.end + 26]))
    return bool(_OPEN.search(before) and _CLOSE.match(after))


def _signs_tail(text: str, found: Found) -> bool:
    group = _LAST_GROUP.search(text)
    if group and group.start() < found.start and found.end < group.end():
        return True
    before, after = text[max(0, found.start - 40) : found.start], text[found.end :]
    if not _TAIL.fullmatch(after[:40]) or len(after) > 14:
        return False
    own_line = "\n" in before or not before.strip()
    return own_line or bool(regex.search(r"[(\[/]\s*[\w\s./,-]{0,24}$|[.!?\"»]\s*[-–]?\s*$", before))


def _credit(document: Document, found: Found, rule: str) -> Credit:
    span: Span = (found.start, found.end)
    return Credit(source=found.source, kind="credit", surface=document.text[found.start : found.end], span=span, rule=rule)

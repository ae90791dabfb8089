"""The sentence that opens a story: that of a page's head, without the place, day and agency in front of it."""

from __future__ import annotations

import regex

from khabar.flow.describe.document import Document
from khabar.models import Described

LEAD_CHARS = 360
_BEHIND = regex.compile(
    # What may stand between the agency and the first word: the rest of its bracket or of a Chinese 电, a reporter, a dash.
    r"(?:[^()\[\]（）【】\n]{0,26}[)\]】）]|\s?/|[^\n（(。]{0,16}[电電讯訊])?\s*(?:[（(][^（）()\n]{1,40}[）)])?\s*"
    r"(?:[\p{Hangul}\s·]{2,30}(?:기자|특파원)\s?=)?\s*\.?\s*(?:[-–—=:：]+\s*)*"
)


def lead_of(member: Described) -> str:
    """The first sentence of the body, cut to `LEAD_CHARS`; "" for an empty body."""
    text, start = member.article.text, 0
    for credit in member.notes.credits:
        if credit.rule == "dateline" and credit.span and (behind := _BEHIND.match(text, credit.span[1])):
            start = max(start, behind.end())
    told = next(((max(s.start, start), s.end) for s in Document(member.article).sentences if s.end > start), None)
    return text[told[0] : told[1]][:LEAD_CHARS].strip() if told else ""

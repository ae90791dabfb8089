"""Which medium named in the text is where the page's news comes from, and which is cited for one thing.

A page that bears the mark of an agency (dateline, byline, footer) has said where it is from. One without such a mark says it in
the text, once, early on: «به گزارش ایسنا به نقل از الجزیره», "…, IRNA reported". That first mention is the page's credit; a medium
to which somebody spoke, and one that is quoted through another, is cited. What the page goes on to take from its source ("AFP
counted", "IRNA added") is the same credit again; only words told to that source are cited beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from khabar.flow.describe.credits.own import beside_work
from khabar.flow.describe.document import Document
from khabar.models import Credit
from khabar.sources import get

EARLY, LEAD = 0.5, 320
"""Share of the text, or characters, within which a first mention may stand for the whole page."""
SIGNED = 60
"""Characters of the head within which an outlet signs."""


def with_main_source(document: Document, credits: Sequence[Credit]) -> list[Credit]:
    """The credits, each source of the page as a whole under the kind "credit"."""
    own = document.article.outlet or _signer(document, credits)
    return _one_kind(document, _with_lead(document, [c for c in credits if c.source != own or document.article.outlet], own), own)


def _signer(document: Document, credits: Sequence[Credit]) -> str | None:
    """The outlet of a page that nothing else names: who signs at its head with a colon and quotes another («بخش جهان «انتخاب»: به نوشته …»)."""
    for one, two in pairwise(credits):
        if one.span and two.via == one.source and one.span[1] <= SIGNED and document.folded[one.span[1] : one.span[1] + 4].strip('" ')[:1] == ":":
            return one.source
    return None


def _one_kind(document: Document, credits: Sequence[Credit], own: str | None) -> list[Credit]:
    """The credits, with later reports of a source of the page under the kind of the first one."""
    main = {c.source for c in credits if c.kind == "credit"} - {None, own}
    return [replace(c, kind="credit") if c.source in main and c.kind == "cited" and not _told(document, c) else c for c in credits]


def _told(document: Document, credit: Credit) -> bool:
    """Whether the words beside a name say that somebody spoke to that medium, or that it saw or counted something."""
    sentence = document.sentence_at(credit.span[0]) if credit.span else None
    return sentence is not None and credit.span is not None and beside_work(document, sentence, credit.span)


def _with_lead(document: Document, credits: Sequence[Credit], own: str | None) -> list[Credit]:
    """The credits, with the first medium that is credited with the news as such set to "credit" where no mark says whose the page is."""
    marks = [c for c in credits if c.kind == "credit"]
    if any(c.source != own for c in marks):
        return list(credits)
    agency = (source := get(own)) is not None and source.agency and bool(marks)
    main = next((c for c in credits if _stands_for_page(document, c)), None)
    if main is None or main.via not in (None, own) or (agency and main.via is None and not _sole(document, main, credits)):
        return list(credits)
    return [replace(c, kind="credit") if c is main else c for c in credits]


def _sole(document: Document, main: Credit, credits: Sequence[Credit]) -> bool:
    """Whether the dispatch of an agency names one other medium at its head and again, and no third one: it retells that one's news."""
    if main.span is None or main.span[0] > LEAD:
        return False
    named = [c for c in credits if c.source not in (None, document.article.outlet) and c.span]
    return all(c.source == main.source for c in named) and len({document.sentence_at(c.span[0]) for c in named if c.span}) > 1


def _stands_for_page(document: Document, credit: Credit) -> bool:
    """Whether a medium named in the text is credited early with the news as such."""
    if credit.kind != "cited" or credit.span is None or credit.source == document.article.outlet:
        return False
    if credit.rule.split(":")[0] not in ("cue", "named", "unknown medium") or credit.span[0] > max(LEAD, EARLY * len(document.text)):
        return False
    return document.sentence_at(credit.span[0]) is not None and not _told(document, credit)

"""Whom a page credits, and what a credit says about a source that has no page here."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Literal

from khabar.flow.describe.credits.half import STATE_TV
from khabar.flow.describe.credits.official import JOINT
from khabar.flow.lineage.page import PageView
from khabar.flow.lineage.statements import main_statements, official, states
from khabar.models import Credit
from khabar.sources import get

How = Literal["copy", "rewrite", "translation", "cites"]
LEAD = 320
"""Characters of the body in which a cited source stands for the whole page."""
IN_TEXT = frozenset({"cue", "named", "unknown medium", "in brackets"})
"""Rules of credits that are names in sentences and no marks."""


def credited_sources(page: PageView, present: Iterable[str] = ()) -> dict[str, Credit]:
    """Sources that a page credits, each with its weightiest credit: whole-page ones first, then by place.

    Official bodies are among them where main facts rest on what they say; `present` are the sources that have a page here.
    """
    here = set(present)
    stated = main_statements(page, here)
    ordered = sorted(page.credits, key=lambda c: (c.kind != "credit", c.span or (-1, -1)))
    found: dict[str, Credit] = {}
    for credit in ordered:
        if not credit.source or credit.rule == "unnamed media" or (credit.rule == STATE_TV and (stated or not _opens(page, credit))):
            continue
        if not states(credit):
            found.setdefault(credit.source, credit)
        elif credit.source in stated and not (official(page.outlet) and _aside(credit, here)):
            found[credit.source] = stated[credit.source].credit
    return found


def _aside(credit: Credit, present: Container[str | None]) -> bool:
    """Whether a credit on the page of a body, which speaks for itself, names another one that has no page here and issued nothing with it."""
    return credit.source not in present and credit.rule != JOINT


def _opens(page: PageView, credit: Credit) -> bool:
    """Whether a credit stands in the first sentence, where a page says whose news it tells; later on, television only shows something."""
    return credit.span is not None and page.document.sentence_at(credit.span[0]) == page.document.sentences[0]


def absent_how(page: PageView, source: str, credit: Credit) -> How:
    """The kind of link to a source without a page here: its dispatch if it signs the page, else a citation."""
    known = get(source)
    if states(credit) or (marked(credit) and page.signs and page.agency):
        return "cites"
    foreign = known is not None and bool(known.languages) and page.lang not in known.languages
    if marked(credit):
        return "translation" if foreign else "rewrite" if page.signs else "copy"
    if leads(credit) and not page.shows_work_of(page.outlet) and (not page.signs or _sole(page, source)):
        return "translation" if foreign else "rewrite"
    return "cites"


def marked(credit: Credit) -> bool:
    """Whether a credit is a mark on the page (dateline, signature, byline, footer) and not a name in its sentences."""
    return credit.kind == "credit" and credit.rule.split(":")[0] not in IN_TEXT


def leads(credit: Credit) -> bool:
    """Whether a source stands for the whole page: it is the page's credit, or is named at the head."""
    return credit.kind == "credit" or (credit.span is not None and credit.span[0] < LEAD)


def _sole(page: PageView, source: str) -> bool:
    """Whether a page rests on one source alone: an agency that retells another's dispatch signs it all the same."""
    return not main_statements(page) and all(c.source in (source, None) or states(c) for c in page.credits)

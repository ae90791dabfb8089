"""Parents as links: strength, reasons with spans on both sides, one sentence each."""

from __future__ import annotations

from typing import Literal

from khabar.flow.lineage.compare import COPIED
from khabar.flow.lineage.copies import shared_spans
from khabar.flow.lineage.page import PageView
from khabar.flow.lineage.parents import Parent
from khabar.models import LinkEvidence, Span
from khabar.sources import get

MOST_PAIRS = 6
"""Aligned sentences shown as evidence of one link."""


def strength(parent: Parent) -> Literal["strong", "medium", "weak"]:
    """strong: text in common or a credit that the texts bear out; medium: one of the two; weak: neither alone would do."""
    kin = parent.kin
    if kin is None:
        signed = parent.credit is not None and (parent.credit.kind == "credit" or parent.whole)
        return "strong" if signed else "medium"
    if kin.copied >= COPIED or (parent.credited and kin.tied):
        return "strong"
    if parent.credited or kin.covered >= 0.5:
        return "medium"
    return "medium" if kin.copied >= 0.2 or (kin.covered >= 0.3 and kin.aligned.mean >= 0.55) else "weak"


def evidence(child: PageView, parent: Parent) -> tuple[LinkEvidence, ...]:
    """Every reason for a link."""
    found: list[LinkEvidence] = []
    if parent.credited:
        found.append(_credit(parent))
    if parent.page is not None and parent.kin is not None:
        found += _copied(child, parent.page, parent)
        found += _aligned(child, parent.page, parent)
        found += _rare_numbers(child, parent.page)
        if not parent.credited:
            found.append(_direction(child, parent.page))
    return tuple(found)


def source_name(source: str | None) -> str:
    """The name that readers know a source by, or its id."""
    known = get(source)
    return known.name("en") if known else (source or "another source")


def _credit(parent: Parent) -> LinkEvidence:
    credit = parent.credit
    surface = f"“{credit.surface.strip()}”" if credit else source_name(parent.source)
    place = credit.where if credit and credit.where != "body" else "text"
    absent = "" if parent.page else ", which has no page here"
    return LinkEvidence(rule="credit", child_span=credit.span if credit else None,
                        says=f"The page names {source_name(parent.source)} as its source in its {place} ({surface}){absent}.")  # fmt: skip


def _copied(child: PageView, page: PageView, parent: Parent) -> list[LinkEvidence]:
    if parent.kin is None or parent.kin.copied < 0.05:
        return []
    share = round(100 * parent.kin.copied)
    says = f"{share} % of the page stands word for word in that of {source_name(page.outlet)}."
    spans: list[tuple[Span, Span]] = shared_spans(child, page)
    return [LinkEvidence(rule="same words", child_span=a, parent_span=b, says=says) for a, b in spans]


def _aligned(child: PageView, page: PageView, parent: Parent) -> list[LinkEvidence]:
    kin = parent.kin
    if kin is None or kin.copied >= COPIED or not kin.aligned.pairs:
        return []
    share, other = round(100 * kin.covered), f" ({page.lang})" if page.lang != child.lang else ""
    says = f"{share} % of the page follows the sentences of {source_name(page.outlet)}{other} in the same order."
    best = sorted(kin.aligned.pairs, key=lambda p: -p.score)[:MOST_PAIRS]
    return [LinkEvidence(rule="same sentences in order", child_span=child.sentences[p.first].span, parent_span=page.sentences[p.second].span,
                         says=says) for p in sorted(best)]  # fmt: skip


def _rare_numbers(child: PageView, page: PageView) -> list[LinkEvidence]:
    both = sorted(n for n in child.numbers & page.numbers if len(n) >= 3)
    if len(both) < 2:
        return []
    return [LinkEvidence(rule="same rare numbers", says=f"Both pages have the numbers {', '.join(both[:6])}.")]


def _direction(child: PageView, page: PageView) -> LinkEvidence:
    name = source_name(page.outlet)
    if page.agency and not child.agency:
        says = f"{name} is an agency that others print; the page names nobody."
    elif page.day and child.day and page.day < child.day:
        says = f"{name} published on {page.day}, the page on {child.day}."
    else:
        says = f"{name} has the fuller text."
    return LinkEvidence(rule="direction", says=says)

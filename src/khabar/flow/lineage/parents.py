"""From whom each page took its news: credited parents first, then the uncredited one that explains most of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from khabar.flow.lineage.compare import COPIED, TIED, Comparisons, Kin
from khabar.flow.lineage.credited import How, absent_how, credited_sources, marked
from khabar.flow.lineage.page import PageView
from khabar.flow.lineage.spelled import pages_spelled
from khabar.flow.lineage.statements import official, states
from khabar.languages.countries import countries
from khabar.models import Credit
from khabar.sources.bodies import abroad

TOLD = 0.5
"""Similarity of a sentence that names a body to one on the body's own page from which it is held to tell that."""
UNCREDITED = 0.4
"""Share of a page that an uncredited parent must explain if the parent's language differs, or its text is not word for word there."""
PAIRS = 3
"""Sentences that two pages must share at least for one to be the uncredited parent of the other."""


class Parent(NamedTuple):
    """A parent page, or an absent source where `page` is None."""

    page: PageView | None
    source: str | None
    how: How
    credited: bool
    kin: Kin | None
    credit: Credit | None = None

    @property
    def whole(self) -> bool:
        """Whether the page as a whole comes from it."""
        return self.how != "cites"

    @property
    def aside(self) -> bool:
        """Whether the page only names a body in passing whose own page is here: no origin of what it tells as a whole."""
        return self.how == "cites" and self.credited and self.credit is None

    @property
    def carries(self) -> bool:
        """Whether text of the parent may stand in the page: also in one that puts several credited dispatches together."""
        return self.whole or (self.credit is not None and self.credit.kind == "credit" and not states(self.credit))


class Resolver:
    """Finds the parents of each page of one story."""

    def __init__(self, pages: Sequence[PageView], comparisons: Comparisons) -> None:
        self.pages, self.comparisons = pages, comparisons
        self.bodies = [p for p in pages if official(p.outlet)]
        self.unknown = [p for p in pages if p.outlet and p.source is None and not official(p.outlet)]
        self.by_outlet: dict[str, list[PageView]] = defaultdict(list)
        self.carriers: dict[str, set[str]] = defaultdict(set)
        for page in pages:
            if page.outlet:
                self.by_outlet[page.outlet].append(page)
            for source in {c.source for c in page.credits if c.source and c.kind == "credit"}:
                self.carriers[source].add(page.id)

    def parents(self, page: PageView) -> list[Parent]:
        """Parents of one page, the weightiest first, before needless ones are taken out."""
        credits = credited_sources(page, self.by_outlet.keys())
        found = [p for source, credit in credits.items() if (p := self._credited(page, source, credit)) is not None]
        found += self._bodies_named(page, {p.page.id for p in found if p.page})
        if not any(p.whole and p.page for p in found) and (hidden := self._uncredited(page, {p.page.id for p in found if p.page})):
            found = [hidden, *(p for p in found if p.page or not _absorbed(p, hidden))]
        whole = [p.page for p in found if p.whole and p.page]
        if whole:  # the statement came along with the parent's text
            found = [p for p in found if p.page or p.credit is None or not states(p.credit) or _added(p, whole)]
        return found

    def _credited(self, page: PageView, source: str, credit: Credit) -> Parent | None:
        named = self._pages_of(source) or pages_spelled(page, source, credit.surface, self.unknown, self.comparisons)
        candidates = [p for p in named if p.id != page.id and earlier(p, page)]
        if not candidates:
            carriers = [p for p in self.comparisons.near(page) if p.id in self.carriers[source] and p.lang != page.lang]
            candidates = [p for p in carriers if self._carries(p, page, source)]
        if not candidates:
            return Parent(None, source, absent_how(page, source, credit), True, None, credit)
        best = max(candidates, key=lambda p: (self.comparisons.kin(page, p).weight, p.id))
        kin = self.comparisons.kin(page, best)
        return Parent(best, source, how(page, best, kin), True, kin, credit)

    def _carries(self, other: PageView, page: PageView, source: str) -> bool:
        """Whether another client of a dispatch is where this page has it from: it prints the dispatch under its mark, while this page only
        names the source, or it tells most of this page and was first."""
        kin = self.comparisons.kin(page, other)
        if _bears(other, source) and not _bears(page, source):
            return kin.covered >= TIED and len(kin.aligned.pairs) >= PAIRS and earlier(other, page)
        return kin.covered >= UNCREDITED and _before(other, page)

    def _bodies_named(self, page: PageView, known: set[str]) -> Iterator[Parent]:
        """Official bodies with a page here that this page names where it tells what that page says, though it credits them nowhere."""
        for other in self.bodies:
            if other.id in known or other.id == page.id or other.outlet == page.outlet or not earlier(other, page):
                continue
            kin = self.comparisons.kin(page, other)
            told = (m.first for m in (*kin.aligned.pairs, *kin.aligned.moved) if m.score >= TOLD)
            if any(other.outlet in page.sentence_names[sentence] for sentence in told):
                yield Parent(other, other.outlet, "cites", True, kin)

    def _pages_of(self, source: str) -> list[PageView]:
        """Pages of an outlet, or of its editions in other languages where it has none itself."""
        return self.by_outlet.get(source) or [p for o, pages in self.by_outlet.items() if o.startswith(f"{source}-") for p in pages]

    def _uncredited(self, page: PageView, known: set[str]) -> Parent | None:
        """The page that explains most of this one though this one does not name it."""
        if official(page.outlet):
            return None
        own = page.signs and page.agency
        options = []
        for other in self.comparisons.near(page):
            if not (earlier(other, page) and directed(other, page, self.comparisons)):
                continue
            kin = self.comparisons.kin(page, other)
            if kin.copied >= COPIED or (not own and _explains(page, other, kin)):
                options.append((kin, other))
        if not options:
            return None
        top = max(kin.weight for kin, _ in options)
        kin, best = min(((k, p) for k, p in options if k.weight >= 0.72 * top), key=lambda o: (_derived(o[1]), -o[0].weight, o[1].id))
        if (root := self._dispatch(page, best)) is not None:
            kin, best = self.comparisons.kin(page, root), root
        return Parent(best, best.outlet, how(page, best, kin), best.id in known, kin)

    def _dispatch(self, page: PageView, best: PageView) -> PageView | None:
        """The agency's own page that the best one is a copy of, where it tells enough of this page: it is as likely where the text is from."""
        near = self.comparisons.near(best) if not best.agency else ()
        printed = (p for p in near if p.agency and p.id != page.id and earlier(p, page) and self.comparisons.kin(best, p).copied >= COPIED)
        fit = [p for p in printed if (kin := self.comparisons.kin(page, p)).covered >= TIED and len(kin.aligned.pairs) >= PAIRS]
        return max(fit, key=lambda p: (self.comparisons.kin(page, p).weight, p.id), default=None)


def _explains(page: PageView, other: PageView, kin: Kin) -> bool:
    """Whether an aligned page may be the parent: much of the page, in order; less is enough where half a credit points there."""
    floor = TIED if points_at(page, other) else UNCREDITED
    if kin.covered < floor or len(kin.aligned.pairs) < PAIRS:
        return False
    return other.agency or not page.agency


def _bears(page: PageView, source: str) -> bool:
    """Whether a page bears the mark of a source (dateline, signature, byline)."""
    return any(c.source == source and marked(c) for c in page.credits)


def points_at(page: PageView, other: PageView) -> bool:
    """Whether a half credit ("Russian media", "agencies") may mean the other page."""
    return any(c.source is None or c.rule == "unnamed media" for c in page.credits) and (other.agency or other.source is not None)


def _means(page: PageView, other: PageView) -> bool:
    """Whether a page lays its news to the media of the other one's country: "Russian media write"."""
    named = {c.source for c in page.credits if c.rule == "unnamed media"}
    country = other.source.country if named and other.source is not None else None
    return country is not None and any(c.alpha2 == country and f"{c.id}-media" in named for c in countries().values())


def _derived(page: PageView) -> tuple[bool, bool, str]:
    """Order among pages that explain a child equally well: agencies, then pages that credit nobody else, then the earliest."""
    leans = any(c.source and c.kind == "credit" for c in page.credits)
    return (not page.agency or (leans and not page.signs), leans, page.day or "9999")


def _added(absent: Parent, whole: Sequence[PageView]) -> bool:
    """Whether a page adds a statement to the text it took: its own embassy speaks to its own readers."""
    return abroad(absent.source) and not any(c.source == absent.source for p in whole for c in p.member.notes.credits)


def _absorbed(absent: Parent, hidden: Parent) -> bool:
    """Whether an absent source is already named by the page that was found to be the parent."""
    return hidden.page is not None and any(c.source == absent.source for c in hidden.page.member.notes.credits)


def how(page: PageView, parent: PageView, kin: Kin) -> How:
    """The kind of link from what the two have in common."""
    if official(parent.outlet) and kin.copied < COPIED:
        return "cites"
    if kin.copied >= COPIED:
        return "copy"
    if not kin.tied:
        return "cites"
    return "rewrite" if page.lang == parent.lang else "translation"


def earlier(parent: PageView, child: PageView) -> bool:
    """Whether the parent may have been published before the child; a day apart the wrong way is allowed for time zones."""
    if not parent.day or not child.day:
        return True
    return parent.day <= child.day


def _before(parent: PageView, child: PageView) -> bool:
    """A strict order, so that of two carriers of one dispatch only one can be the parent."""
    return (parent.day or "9999", parent.id) < (child.day or "9999", child.id)


def directed(parent: PageView, child: PageView, comparisons: Comparisons) -> bool:
    """Whether an uncredited link may run from `parent` to `child`: agency before client, named sources, containment, time."""
    if _means(child, parent) != _means(parent, child):
        return _means(child, parent)
    if parent.agency != child.agency:
        return parent.agency
    if any(c.source == child.outlet for c in parent.credits):
        return False
    if (parent.source is None) != (child.source is None):
        return parent.source is not None
    if parent.day and child.day and parent.day != child.day:
        return parent.day < child.day
    kin = comparisons.kin(child, parent)
    if abs(kin.copied - kin.copied_of_parent) > 0.08:
        return kin.copied > kin.copied_of_parent
    if abs(kin.covered - kin.covered_of_parent) > 0.08:
        return kin.covered > kin.covered_of_parent
    return _before(parent, child)

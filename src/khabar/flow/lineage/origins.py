"""Independent first-hand origins: whose reporting a page, and the story, rests on in the end.

A page that took its text from another inherits that page's origins. A page without such a parent is an origin itself where it
reports, together with the bodies and media that it cites. `min` leaves out whatever is doubtful, `max` counts it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from khabar.flow.lineage.chain import Parents, order
from khabar.flow.lineage.compare import Comparisons
from khabar.flow.lineage.credited import leads, marked
from khabar.flow.lineage.evidence import source_name
from khabar.flow.lineage.page import PageView
from khabar.flow.lineage.parents import Parent
from khabar.flow.lineage.statements import AGAIN, official, states
from khabar.flow.lineage.ties import components, say, ties
from khabar.models import Origins
from khabar.sources.statements import GENERAL, same_statement

OTHERS = 2
"""Parents of a page, the agency that signs it included, beyond which an agency without work of its own only gathers what they say."""


class Origin(msgspec.Struct, frozen=True):
    """One origin of a page: how sure it is, and the sentence that says why."""

    source: str
    sure: bool
    why: str


class PageOrigins(msgspec.Struct, frozen=True):
    """The origins of one page by source id."""

    found: dict[str, Origin]

    def summary(self) -> Origins:
        """The interval and the reasons."""
        ids = tuple(sorted(self.found))
        sure = sum(o.sure for o in self.found.values())
        return Origins(min=max(1, sure) if ids else 0, max=len(ids), ids=ids, why={i: self.found[i].why for i in ids})


def page_origins(pages: Sequence[PageView], parents: Parents) -> dict[str, PageOrigins]:
    """Article id -> what the page rests on."""
    view = {p.id: p for p in pages}
    done: dict[str, PageOrigins] = {}
    for key in order(parents):
        done[key] = PageOrigins(_of(view[key], parents[key], done))
    return done


def _of(page: PageView, parents: Sequence[Parent], done: Mapping[str, PageOrigins]) -> dict[str, Origin]:
    found: dict[str, Origin] = {}
    parents = [p for p in parents if not p.aside]
    for parent in parents:
        if parent.page is not None:
            for origin in done[parent.page.id].found.values():
                _add(found, origin if parent.whole else Origin(origin.source, origin.sure and parent.credited, origin.why))
        elif parent.source and (absent := _absent(page, parent, parents)):
            _add(found, absent)
    if not found:  # several sources, none of which can be judged by this page: each is a doubtful origin
        found = {p.source: Origin(p.source, False, f"{source_name(p.source)} is named among several sources.") for p in parents if p.source}
    if page.outlet and not any(p.whole for p in parents) and (own := _own(page, parents)):
        _add(found, own)
    return found


def _add(found: dict[str, Origin], origin: Origin) -> None:
    known = found.get(origin.source)
    if known is None or (origin.sure and not known.sure):
        found[origin.source] = origin


def _absent(page: PageView, parent: Parent, siblings: Sequence[Parent]) -> Origin | None:
    """A source without a page here. Of a dispatch only what this page shows of it can be judged; one that shows nothing but what
    several others say is no origin."""
    assert parent.source is not None
    name = source_name(parent.source)
    if parent.credit is not None and states(parent.credit):
        added = any(p.whole and p.page for p in siblings)  # beside a text that came from elsewhere
        sure = not added and parent.credit.rule.startswith(("statement", "organisation"))
        what = f"the {name}" if same_statement(parent.source, GENERAL) else f"a statement of {name}"
        return Origin(parent.source, sure, f"Main facts rest on {what}.")
    if not parent.whole:
        cited = {page.document.sentence_at(c.span[0]) for c in page.credits if c.source == parent.source and c.span}
        return Origin(parent.source, len(cited) >= AGAIN, f"{name} is cited for part of the page and has no page here.")
    if any(p.whole and p.page for p in siblings):
        return Origin(parent.source, False, f"{name} is named beside another source from which the text comes.")
    if _signed(parent) and not any(p is not parent and ((p.whole and not _signed(p)) or (p.credit and states(p.credit))) for p in siblings):
        return Origin(parent.source, True, f"{name} signs the dispatch and has no page here.")
    if len(siblings) > 1 and not page.shows_work_of(parent.source):
        says = f"{name} is named as the source; the page shows no work of its own beyond what others say."
        return Origin(parent.source, False, says) if len(siblings) <= OTHERS else None
    return Origin(parent.source, True, f"{name} is named as the source and has no page here.")


def _signed(parent: Parent) -> bool:
    """Whether the page bears the mark of the source (byline, signature) and does not only name it: its text is that one's dispatch."""
    return parent.credit is not None and marked(parent.credit)


def _own(page: PageView, parents: Sequence[Parent]) -> Origin | None:
    """The page's own outlet as an origin, or None where its head leaves the news to another medium and nothing shows work of its own."""
    assert page.outlet is not None
    name = source_name(page.outlet)
    if official(page.outlet):
        return Origin(page.outlet, True, f"{name} speaks for itself.")
    if page.shows_work_of(page.outlet):
        return Origin(page.outlet, True, f"{name} shows work of its own: its reporter, people who told it, or its tally.")
    if any(p.credit and leads(p.credit) and not states(p.credit) for p in parents):
        return None
    if page.agency and page.signs:
        return Origin(page.outlet, not parents, f"{name} signs its own dispatch.")
    return Origin(page.outlet, not parents, f"{name} names nobody from whom the page as a whole would come.")


def story_origins(pages: Sequence[PageView], parents: Parents, by_page: Mapping[str, PageOrigins], comparisons: Comparisons) -> Origins:
    """The origins of all pages together. `min` counts once what any evidence ties and leaves out what is doubtful; `max` counts all."""
    found: dict[str, Origin] = {}
    for page in pages:
        for origin in by_page[page.id].found.values():
            _add(found, origin)
    tied = ties(found, pages, parents, comparisons)
    sure = set(components([i for i, o in found.items() if o.sure], tied).values())
    why = {i: " ".join((found[i].why, *(say(t, i) for t in tied if i in (t.one, t.two)))) for i in sorted(found)}
    return Origins(min=max(1, len(sure)) if found else 0, max=len(found), ids=tuple(sorted(found)), why=why)

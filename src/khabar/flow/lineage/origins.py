"""Independent first-hand origins: whose reporting a page, and the story, rests on in the end.

A page that took its text from another inherits that page's origins. A page without such a parent is an origin itself where it
reports, together with the bodies and media that it cites. `min` leaves out whatever is doubtful, `max` counts it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from khabar.flow.lineage.chain import Parents, order
from khabar.flow.lineage.compare import Comparisons
from khabar.flow.lineage.evidence import source_name
from khabar.flow.lineage.page import PageView
from khabar.flow.lineage.parents import Parent, leads
from khabar.flow.lineage.statements import official
from khabar.models import Origins


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
    for parent in parents:
        if parent.page is not None:
            for origin in done[parent.page.id].found.values():
                _add(found, origin if parent.whole else Origin(origin.source, origin.sure and parent.credited, origin.why))
        elif parent.source:
            _add(found, _absent(page, parent, parents))
    if page.outlet and not any(p.whole for p in parents) and (own := _own(page, parents)):
        _add(found, own)
    return found


def _add(found: dict[str, Origin], origin: Origin) -> None:
    known = found.get(origin.source)
    if known is None or (origin.sure and not known.sure):
        found[origin.source] = origin


def _absent(page: PageView, parent: Parent, siblings: Sequence[Parent]) -> Origin:
    """A source without a page here. Of a dispatch, only what this page shows of it can be judged."""
    assert parent.source is not None
    name = source_name(parent.source)
    if official(parent.source):
        sure = parent.credit is not None and parent.credit.rule.startswith("statement")
        return Origin(parent.source, sure, f"Main facts rest on a statement of {name}.")
    if not parent.whole:
        return Origin(parent.source, False, f"{name} is cited for part of the page and has no page here.")
    if any(p.whole and p.page for p in siblings):
        return Origin(parent.source, False, f"{name} is named beside another source from which the text comes.")
    if len(siblings) > 1 and not page.shows_work_of(parent.source):
        return Origin(parent.source, False, f"{name} is named as the source; the page shows no work of its own beyond what others say.")
    return Origin(parent.source, True, f"{name} is named as the source and has no page here.")


def _own(page: PageView, parents: Sequence[Parent]) -> Origin | None:
    """The page's own outlet as an origin, or None where its head leaves the news to another medium and nothing shows work of its own."""
    assert page.outlet is not None
    name = source_name(page.outlet)
    if official(page.outlet):
        return Origin(page.outlet, True, f"{name} speaks for itself.")
    if page.shows_work_of(page.outlet):
        return Origin(page.outlet, True, f"{name} shows work of its own: its reporter, people who told it, or its tally.")
    if any(p.credit and leads(p.credit) and not official(p.source) for p in parents):
        return None
    if page.agency and page.signs:
        return Origin(page.outlet, not parents, f"{name} signs its own dispatch.")
    return Origin(page.outlet, not parents, f"{name} names nobody from whom the page as a whole would come.")


def story_origins(pages: Sequence[PageView], parents: Parents, by_page: Mapping[str, PageOrigins], comparisons: Comparisons) -> Origins:
    """The origins of all pages together; roots that tell one text in one order count once in `min`."""
    found: dict[str, Origin] = {}
    for page in pages:
        for origin in by_page[page.id].found.values():
            _add(found, origin)
    tied = _tied_roots(pages, parents, comparisons)
    sure = {i for i, o in found.items() if o.sure} - tied
    ids = tuple(sorted(found))
    why = {i: found[i].why + (" It may share a source with another origin." if i in tied else "") for i in ids}
    return Origins(min=max(1, len(sure)) if ids else 0, max=len(ids), ids=ids, why=why)


def _tied_roots(pages: Sequence[PageView], parents: Parents, comparisons: Comparisons) -> set[str]:
    """Outlets whose own page follows another root's sentences, or shares its owner: they may not be independent."""
    roots = [p for p in pages if not any(q.whole for q in parents[p.id])]
    tied: set[str] = set()
    for number, one in enumerate(roots):
        near = {p.id for p in comparisons.near(one)}
        for two in roots[:number]:
            if one.outlet and one.outlet != two.outlet and two.id in near and (comparisons.kin(one, two).tied or _same_owner(one, two)):
                tied.add(one.outlet)
    return tied


def _same_owner(one: PageView, two: PageView) -> bool:
    return one.source is not None and two.source is not None and one.source.owner is not None and one.source.owner == two.source.owner

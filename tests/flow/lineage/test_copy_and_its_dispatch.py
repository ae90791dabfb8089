"""Of an agency's page and a client's copy of it, which is the parent of a page that names neither."""

from __future__ import annotations

from collections.abc import Callable

from khabar.flow.lineage import trace
from khabar.models import Described

Page = Callable[..., Described]


def test_the_agency_is_the_parent_and_not_its_client(page: Page, wire: str) -> None:
    copy = wire.removeprefix("HARBOUR TOWN, May 6 (Reuters) - ")
    rewrite = copy.replace("Engineers said that", "Workers have said that").replace("A second crossing further south is planned", "Another bridge is planned")
    pages = [page(1, "reuters", wire), page(2, "guardian", copy, credit="reuters"), page(3, "harbour-post", rewrite)]
    found = trace(pages, {})
    assert {(link.child, link.parent) for link in found.links} == {("a002", "a001"), ("a003", "a001")}

"""Of an agency's page and a client's copy of it, which is the parent of a page that names neither."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from khabar.flow.lineage import trace
from khabar.models import Credit, Described

Page = Callable[..., Described]


def test_the_agency_is_the_parent_and_not_its_client(page: Page, wire: str) -> None:
    copy = wire.removeprefix("HARBOUR TOWN, May 6 (Reuters) - ")
    rewrite = copy.replace("Engineers said that", "Workers have said that").replace("A second crossing further south is planned", "Another bridge is planned")
    pages = [page(1, "reuters", wire), page(2, "guardian", copy, credit="reuters"), page(3, "harbour-post", rewrite)]
    found = trace(pages, {})
    assert {(link.child, link.parent) for link in found.links} == {("a002", "a001"), ("a003", "a001")}


def test_media_of_a_country_are_the_parent_of_a_page_that_names_them(page: Page, wire: str) -> None:
    """The page is the fuller one, and has no day; that it names the other's country tells the way."""
    own = "\n\nGulls sat on the rail of the new crossing all morning, and a brass band played twice in the cold rain before the doors of the town hall."
    named = Credit(source="united-kingdom-media", kind="cited", surface="British media", span=(0, 13), rule="unnamed media")
    parent = page(1, "guardian", wire.split("\n\n")[0] + "\n\n" + wire.split("\n\n")[1])
    plain = page(2, "le-monde", wire + own, day="")
    telling = replace(plain, notes=replace(plain.notes, credits=(named,)))
    assert [(link.child, link.parent) for link in trace([parent, telling], {}).links] == [("a002", "a001")]
    assert ("a002", "a001") not in [(link.child, link.parent) for link in trace([parent, plain], {}).links]

"""Clients of one dispatch that has no page of its own: which of them is a parent, and what is an origin."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from khabar.flow.lineage import trace
from khabar.models import Credit, Described

Page = Callable[..., Described]


def with_credits(page: Described, *credits: Credit) -> Described:
    return replace(page, notes=replace(page.notes, credits=credits))


def marked(source: str) -> Credit:
    return Credit(source=source, kind="credit", surface=source, where="byline", rule="byline line")


def test_agencies_in_a_byline_stay_origins_beside_a_medium_cited_for_part(page: Page, independent: Callable[[int], str]) -> None:
    cited = Credit(source="channel-x", kind="cited", surface="Channel X", span=(400, 409), rule="unknown medium")
    found = trace([with_credits(page(1, "paper-1", independent(1)), marked("afp"), marked("ansa"), cited)], {})
    assert found.origins.ids == ("afp", "ansa", "channel-x")
    assert found.origins.min == 2


def test_a_body_in_the_page_leaves_the_dispatch_in_doubt(page: Page, independent: Callable[[int], str]) -> None:
    body = Credit(source="france-interior-ministry", kind="cited", surface="the ministry", span=(10, 22), rule="statement: said")
    found = trace([with_credits(page(1, "paper-1", independent(1)), marked("afp"), body)], {})
    assert found.origins.ids == ("afp", "france-interior-ministry")
    assert found.origins.min == 1


def test_several_sources_of_a_whole_page_leave_no_page_without_an_origin(page: Page, independent: Callable[[int], str]) -> None:
    named = [Credit(source=s, kind="cited", surface=s, span=(20 * n, 20 * n + 5), rule="cue: according to") for n, s in enumerate(("afp", "ansa", "efe"), 1)]
    found = trace([with_credits(page(1, "paper-1", independent(1)), *named)], {})
    assert found.origins.ids == ("afp", "ansa", "efe")
    assert found.origins.min == 1

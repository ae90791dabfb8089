"""Offices of a region that some pages of a story name in full and others by their role alone."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from khabar.flow.describe.credits import find_credits
from khabar.flow.describe.document import Document
from khabar.flow.lineage.page import page_views
from khabar.models import Described

FULL = "Forty people died in the floods in southern Brazil, according to the Bahia state civil defence.\n\nRivers rose. The civil defence said rain would go on."
BARE = "Forty people have died in the floods in Bahia in Brazil.\n\nMore rain is on its way, and according to civil defence the rivers rise."
TOLD = "Forty people have died in the floods.\n\nMore rain is on its way, and according to Brazil's civil defence the rivers rise."


def described(page: Any, number: int, text: str) -> Described:
    member: Described = page(number, "guardian", text)
    return Described(article=member.article, notes=replace(member.notes, credits=find_credits(Document(member.article))))


def cited(members: list[Described]) -> list[set[str]]:
    return [{c.source or "" for c in view.credits} for view in page_views(members, {})]


def test_the_rest_of_a_page_means_the_office_that_it_named(page: Any) -> None:
    assert cited([described(page, 1, FULL)]) == [{"brazil-regional-disaster-authority"}]


def test_another_page_means_it_too(page: Any) -> None:
    assert cited([described(page, 2, BARE)]) == [{"brazil-disaster-authority"}]
    assert cited([described(page, 1, FULL), described(page, 2, BARE)]) == [{"brazil-regional-disaster-authority"}] * 2


def test_not_where_the_country_stands_beside(page: Any) -> None:
    assert sorted(map(sorted, cited([described(page, 1, FULL), described(page, 2, TOLD)]))) == [
        ["brazil-disaster-authority"],
        ["brazil-regional-disaster-authority"],
    ]


def test_brigades_beside_their_agency_are_no_further_source(page: Any) -> None:
    text = "Nine people died in the quake in Japan, the National Fire Agency said.\n\nLater on, the fire department said twelve were missing."
    assert cited([described(page, 1, text)]) == [{"japan-fire-agency"}]
    assert cited([described(page, 1, text.replace("Later on, the", "The Toyama prefectural"))]) == [{"japan-fire-agency", "japan-regional-fire-service"}]

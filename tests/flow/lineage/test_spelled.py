"""An outlet that no data file knows is found by its spelling in another script."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from khabar.flow.lineage import trace
from khabar.models import Credit, Described


def cited(member: Described, surface: str, lang: str) -> Described:
    credit = Credit(source="some-slug", kind="credit", surface=surface, span=(0, len(surface)), rule="unknown medium")
    return Described(article=replace(member.article, lang=lang), notes=replace(member.notes, credits=(credit,)))


def test_the_page_of_an_unknown_outlet_is_its_parent(page: Any, independent: Any) -> None:
    first = page(1, "courrier-du-val", independent(1))
    second = cited(page(2, "paper-x", independent(2), day="2024-05-07"), "Курьер дю Валь", "ru")
    found = trace([first, second], {})
    assert [(link.child, link.parent) for link in found.links] == [("a002", "a001")]


def test_another_name_is_another_outlet(page: Any, independent: Any) -> None:
    first = page(1, "gazette-du-lac", independent(1))
    second = cited(page(2, "paper-x", independent(2), day="2024-05-07"), "Курьер дю Валь", "ru")
    assert [link.parent for link in trace([first, second], {}).links] == [None]

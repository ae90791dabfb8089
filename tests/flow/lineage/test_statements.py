"""Official statements that carry the main facts, and origins that may be one."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from khabar.flow.describe.credits import find_credits
from khabar.flow.describe.document import Document
from khabar.flow.lineage import trace
from khabar.flow.lineage.page import PageView
from khabar.flow.lineage.statements import main_statements
from khabar.models import Described, Number


def described(page: Any, text: str, outlet: str = "guardian", title: str = "Storm in Kenya") -> Described:
    member: Described = page(1, outlet, text)
    article = replace(member.article, title=title)
    return Described(article=article, notes=replace(member.notes, credits=find_credits(Document(article))))


LONG = "\n\n".join(["The rain had begun on Sunday in the hills above the town and it did not stop for two days."] * 6)


def test_a_body_at_the_head_carries_the_main_facts(page: Any) -> None:
    member = described(page, f"Three villages in Kenya are under water, the Kenyan interior ministry said on Monday.\n\n{LONG}")
    found = main_statements(PageView(member))
    assert [(s, f.sure) for s, f in found.items()] == [("kenya-interior-ministry", True)]


def test_a_reaction_at_the_end_does_not(page: Any) -> None:
    member = described(page, f"Three villages are under water after heavy rain.\n\n{LONG}\n\nThe Ugandan foreign ministry said it was ready to help.")
    assert main_statements(PageView(member)) == {}


def test_a_body_with_its_own_page_always_does(page: Any) -> None:
    member = described(page, f"Three villages are under water after heavy rain.\n\n{LONG}\n\nThe Ugandan foreign ministry said it was ready to help.")
    assert list(main_statements(PageView(member), {"uganda-foreign-ministry"})) == ["uganda-foreign-ministry"]


def test_a_toll_of_its_own_counts_wherever_it_stands(page: Any) -> None:
    text = f"At least 12 people were killed by the storm.\n\n{LONG}\n\nThe Ugandan health ministry said 4 people had died on its side."
    member = described(page, text)
    numbers = tuple(Number(what="killed", value=v, surface=str(v), span=(text.index(w), text.index(w) + 2)) for v, w in ((12, "12 "), (4, "4 people had")))
    member = Described(article=member.article, notes=replace(member.notes, numbers=numbers))
    assert list(main_statements(PageView(member))) == ["uganda-health-ministry"]


def test_what_the_title_promises(page: Any) -> None:
    text = f"Three villages in Kenya are under water after heavy rain.\n\n{LONG}\n\nThe finance ministry in Nairobi declared a day of national mourning."
    assert list(main_statements(PageView(described(page, text, title="Storm in Kenya: national mourning")))) == ["kenya-finance-ministry"]


def test_a_measurement_is_no_main_fact(page: Any) -> None:
    text = f"Three villages in Turkey were shaken on Monday.\n\nThe quake had a magnitude of 5.1, the Kandilli Observatory said.\n\n{LONG}"
    assert main_statements(PageView(described(page, text))) == {}


def test_a_state_and_its_agency_may_be_one(page: Any) -> None:
    text = f"TEHRAN (IRNA) - Three villages are under water, Iran's interior ministry said on Monday.\n\nA farmer told IRNA that his cows were gone.\n\n{LONG}"
    found = trace([described(page, text, "irna")], {})
    assert found.origins.ids == ("iran-interior-ministry", "irna")
    assert (found.origins.min, found.origins.max) == (1, 2)
    assert "same state" in found.origins.why["irna"]


def test_a_body_that_the_title_names(page: Any) -> None:
    text = f"Three villages are under water after heavy rain.\n\n{LONG}\n\nThe Ugandan foreign ministry said it was ready to help."
    assert list(main_statements(PageView(described(page, text, title="Storm: Ugandan foreign ministry offers help")))) == ["uganda-foreign-ministry"]
    assert main_statements(PageView(described(page, text, title="Storm: villages under water"))) == {}


def test_state_television_is_a_source_where_the_page_begins_with_it(page: Any) -> None:
    def sources(text: str) -> set[str | None]:
        return {link.source for link in trace([described(page, text)], {}).links}

    first = f"Three villages in Kenya are under water, Kenyan state television said on Monday.\n\n{LONG}"
    later = f"Three villages in Kenya are under water after heavy rain.\n\n{LONG}\n\nKenyan state television said the road was open."
    beside = f"Three villages in Kenya are under water, Kenyan state television said, citing the interior ministry.\n\n{LONG}"
    assert "kenya-state-tv" in sources(first)
    assert "kenya-state-tv" not in sources(later) | sources(beside)


def test_the_page_of_a_body_rests_on_nobody_else(page: Any) -> None:
    text = f"Three villages in Kenya are under water, the Kenyan interior ministry said on Monday.\n\n{LONG}"
    assert [link.source for link in trace([described(page, text)], {}).links] == ["kenya-interior-ministry"]
    assert trace([described(page, text, "who")], {}).links == ()

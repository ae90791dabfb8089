"""A body whose own page is in the story and that another page names in passing: a link, and no origin of that page."""

from __future__ import annotations

from khabar.flow.describe import describe
from khabar.flow.lineage import trace
from khabar.models import Article, Described, Lineage, Published

STATEMENT = (
    "The African Union firmly denounces the closing of the canal by a group of harbour pilots.\n\n"
    "It urges the pilots to guarantee the safety of the crews who are waiting on the canal."
)
REPORT = (
    "Harbour pilots closed the canal before dawn, and tugs lay across its mouth.\n\n"
    "A chain of buoys had been cut, and gulls sat on the idle cranes of the eastern quay.\n\n"
    "The head of the African Union urged the pilots to guarantee the safety of the crews who are waiting on the canal.\n\n"
    "Bakers in the old town sold their bread by noon."
)


def page(number: int, outlet: str, text: str) -> Described:
    article = Article(id=f"a{number}", content_id=f"c{number}", file=None, url=None, outlet=outlet, lang="en", title="Canal closed", text=text,
                      published=Published(value="2024-05-06", origin="page"))  # fmt: skip
    return Described(article=article, notes=describe(article))


def links(found: Lineage) -> list[tuple[str, str | None, str]]:
    return [(link.child, link.parent, link.how) for link in found.links]


def test_a_page_that_tells_what_a_body_says_is_linked_to_its_page() -> None:
    found = trace([page(1, "african-union", STATEMENT), page(2, "harbour-post", REPORT)], {})
    assert links(found) == [("a2", "a1", "cites")]
    assert found.page_origins["a2"].ids == ("harbour-post",)
    assert found.origins.ids == ("african-union", "harbour-post")


def test_a_page_that_only_names_the_body_is_not() -> None:
    other = REPORT.replace("urged the pilots to guarantee the safety of the crews who are waiting on the canal", "was in Nairobi on other business")
    found = trace([page(1, "african-union", STATEMENT), page(2, "harbour-post", other)], {})
    assert links(found) == []


def test_a_medium_is_no_body() -> None:
    found = trace([page(1, "harbour-gazette", STATEMENT), page(2, "harbour-post", REPORT)], {})
    assert links(found) == []


def test_a_central_bank_is_a_body() -> None:
    """It has no table among the sources; the names data knows it."""
    found = trace([page(1, "federal-reserve", STATEMENT.replace("African Union", "Federal Reserve")),
                   page(2, "harbour-post", REPORT.replace("African Union", "Federal Reserve"))], {})  # fmt: skip
    assert links(found) == [("a2", "a1", "cites")]
    assert "federal-reserve" not in found.page_origins["a2"].ids

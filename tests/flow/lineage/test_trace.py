"""Copies do not add origins; the order of arrival does not matter."""

from khabar.flow.lineage import trace
from khabar.models import Article, Credit, Described, Notes, Published

TEXT = "The ministry opened the new bridge over the northern river on Monday after four years of work. " \
       "Engineers said 312 cables had been replaced. Traffic will start on Friday, the mayor told a crowd."


def page(number: int, outlet: str, credit: str | None) -> Described:
    article = Article(id=f"a{number:03}", content_id=f"c{number}", file=None, url=None, outlet=outlet, lang="en", title="Bridge opens",
                      text=TEXT, published=Published(value="2024-05-06", origin="page"))  # fmt: skip
    credits = (Credit(source=credit, kind="credit", surface=credit),) if credit else ()
    return Described(article=article, notes=Notes(article=article.id, credits=credits))


def test_copies_do_not_add_origins() -> None:
    members = [page(0, "reuters", "reuters"), *(page(n, f"paper-{n}", "reuters") for n in range(1, 12))]
    found = trace(members, {})
    assert found.origins.ids == ("reuters",)
    assert all(link.parent == "a000" and link.how == "copy" for link in found.links)
    assert trace(members[::-1], {}) == found


def test_absent_parent_keeps_the_origin() -> None:
    assert trace([page(1, "paper-1", "reuters")], {}).origins.ids == ("reuters",)

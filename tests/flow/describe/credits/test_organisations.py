"""Companies and other bodies that issue a statement: by their name, by their chief, and what is no statement of theirs."""

from __future__ import annotations

import pytest

from khabar.flow.describe import describe
from khabar.flow.lineage import trace
from khabar.models import Article, Credit, Described, Published
from khabar.sources import get


def page(text: str, lang: str) -> Described:
    article = Article(id="a", content_id="c", file=None, url=None, outlet="paper-x", lang=lang, title="", text=text, published=Published(value="2024-05-06", origin="page"))
    return Described(article=article, notes=describe(article))


def spoken(text: str, lang: str) -> list[Credit]:
    return [c for c in page(text, lang).notes.credits if c.rule.startswith("organisation")]


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("en", "Microsoft said in a statement that the fault had been mended.", "microsoft"),
        ("en", "A fault at Microsoft stopped the lifts.\n\nIt was mended within the hour.", None),
        ("fr", "Microsoft a annoncé que la panne était réparée.", "microsoft"),
        ("de", "Microsoft teilte mit, dass der Fehler behoben sei.", "microsoft"),
        ("es", "Microsoft informó de que el fallo estaba resuelto.", "microsoft"),
        ("ru", "Microsoft сообщила, что сбой устранен.", "microsoft"),
        ("tr", "Microsoft, arızanın giderildiğini açıkladı.", "microsoft"),
        ("ar", "وقالت مايكروسوفت إن العطل أصلح.", "microsoft"),
        ("fa", "مایکروسافت اعلام کرد که خطا برطرف شده است.", "microsoft"),
        ("ko", "마이크로소프트는 오류가 해결됐다고 밝혔다.", "microsoft"),
        ("zh", "微软表示，故障已经排除。", "microsoft"),
        ("vi", "Microsoft cho biết sự cố đã được khắc phục.", "microsoft"),
    ],
)
def test_a_company_that_speaks(lang: str, text: str, source: str | None) -> None:
    assert {c.source for c in spoken(text, lang)} == ({source} if source else set())


def test_its_chief_speaks_for_it() -> None:
    text = "A bad update from Microsoft stopped the lifts on Friday.\n\nChief Executive Ann Lowe said that the fault was in one file."
    assert [(c.source, c.surface) for c in spoken(text, "en")] == [("microsoft", "Chief Executive")]


@pytest.mark.parametrize("text", ["Ann Lowe wrote on Microsoft that she was sorry.", "The candidate of Microsoft said that she would stand.", "Microsoft shares were down, analysts said."])
def test_what_is_no_statement_of_it(text: str) -> None:
    assert spoken(text, "en") == []


def test_a_company_at_the_head_is_an_origin() -> None:
    text = "The lifts of the tower stand still after a bad update, Microsoft said in a statement on Friday.\n\n" + "\n\n".join(["Children took the stairs and sang."] * 6)
    found = trace([page(text, "en")], {})
    assert "microsoft" in found.origins.ids
    assert get("microsoft") is None


def test_one_that_speaks_late_is_none() -> None:
    text = "\n\n".join(["The lifts of the tower stand still and the children took the stairs."] * 6) + "\n\nMicrosoft said it would look into it."
    assert "microsoft" not in trace([page(text, "en")], {}).origins.ids


def test_an_office_without_its_state_is_that_of_the_page() -> None:
    text = "Rain fell on Taipei all night and flooded two streets in Taiwan. The island's National Fire Agency said four people were brought to safety in Taiwan."
    assert {c.source for c in page(text, "en").notes.credits} == {"taiwan-fire-agency"}

"""Every language's own pairs of sentences show the change that they say, and its lists hold each form once."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from khabar.flow.describe import describe
from khabar.flow.lineage.align import Aligned, Matched
from khabar.flow.lineage.compare import Kin
from khabar.flow.lineage.mutations import Side, mutations
from khabar.flow.lineage.mutations.lexicon import HEDGES, lexicon
from khabar.flow.lineage.page import PageView
from khabar.languages import codes, fold, part
from khabar.languages.catalogue import HOME
from khabar.models import Article, Described, Paragraph, Published

GROUPS = {"hedges": set(HEDGES) - {"conditional"}, "scope": {"whole", "some"}, "negation": {"words"}, "orders": {"10", "100"}, "units": {"hour", "day", "week", "month", "year"}}


def view(number: int, lang: str, text: str) -> PageView:
    article = Article(id=f"a{number}", content_id=f"c{number}", file=None, url=None, outlet=f"paper-{number}", lang=lang, title="", text=text,
                      paragraphs=(Paragraph(span=(0, len(text)), lang=lang),), published=Published(value="2024-03-14", origin="page"))  # fmt: skip
    return PageView(Described(article=article, notes=describe(article)))


def kinds(parent: PageView, child: PageView) -> list[str]:
    pairs = (Matched(0, 0, 0.8),)
    found = mutations(Side(child), Side(parent), Kin(0.0, 0.0, Aligned(pairs, 1.0, 1.0), 1.0, 1.0))
    for change in found:
        assert change.parent_span
        assert parent.article.text[slice(*change.parent_span)] == change.parent
        assert change.child_span
        assert child.article.text[slice(*change.child_span)] == change.here
    return [m.kind for m in found]


def examples() -> Iterator[tuple[str, str, str, str | None]]:
    for code in codes():
        for line in (HOME / code / "examples" / "hedges.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield code, row["parent"], row["child"], row["kind"]


@pytest.mark.parametrize(("lang", "parent", "child", "kind"), list(examples()))
def test_example(lang: str, parent: str, child: str, kind: str | None) -> None:
    assert kinds(view(1, lang, parent), view(2, lang, child)) == ([kind] if kind else [])


@pytest.mark.parametrize(("lang", "parent", "child", "kind"), list(examples()))
def test_nothing_changes_in_a_copy(lang: str, parent: str, child: str, kind: str | None) -> None:
    assert kinds(view(1, lang, parent), view(2, lang, parent)) == []


@pytest.mark.parametrize("lang", codes())
def test_lists(lang: str) -> None:
    data = part(lang, "hedges")
    assert data.level == "language"
    for table, needed in GROUPS.items():
        rows = data.table(table)
        assert needed <= set(rows), table
        forms = [fold(f) for forms in rows.values() for f in forms]
        assert sorted(set(forms)) == sorted(forms), {f for f in forms if forms.count(f) > 1}
    assert all(data.strings(f"attribution.{name}") for name in ("strong", "more", "impersonal", "withheld", "anonymous"))


@pytest.mark.parametrize("lang", codes())
def test_each_hedge_is_found(lang: str) -> None:
    for sort in HEDGES:
        for form in part(lang, "hedges").strings(f"hedges.{sort}"):
            text = fold(form.replace("*", "")) if not form.startswith("*") else "x" + fold(form.strip("*"))
            found = lexicon(lang).marks(text, (0, len(text)))
            assert any(m.kind == "hedge" and m.sort == sort for m in found), form

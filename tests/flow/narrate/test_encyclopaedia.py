"""An entity's page: titles with their pages, words by and about it, company, months."""

from __future__ import annotations

import pytest

from khabar.flow.narrate.encyclopaedia import entry
from khabar.flow.narrate.roles import title_before, title_behind
from khabar.models import Article, ArticleView, Entity, Notes, Published, Quote

TEXT = "Foreign Minister Ida Moreau met Prime Minister Karl Brandt on Monday. «Moreau is late,» said Brandt. «We agree,» said Moreau."


def view(key: str, day: str) -> ArticleView:
    def spans(name: str) -> tuple[tuple[int, int], ...]:
        return tuple((i, i + len(name)) for i in range(len(TEXT)) if TEXT.startswith(name, i))

    def quote(content: str, speaker: str) -> Quote:
        start = TEXT.index(content)
        return Quote(speaker=speaker, speaker_id=speaker, surface=speaker, content=content, direct=True, span=(start, start + len(content)))

    entities = tuple(
        Entity(id=i, type="PER", name=n, surface=n, spans=spans(n) + tuple(s for s in spans(n.split()[-1]) if not any(a <= s[0] < b for a, b in spans(n))))
        for i, n in (("ida-moreau", "Ida Moreau"), ("karl-brandt", "Karl Brandt"))
    )
    notes = Notes(article=key, entities=entities, quotes=(quote("Moreau is late,", "karl-brandt"), quote("We agree,", "ida-moreau")))
    article = Article(id=key, content_id=key, file=None, url=None, outlet="x", lang="en", title="", text=TEXT, published=Published(value=day, origin="page"))
    return ArticleView(article=article, notes=notes, story="s-1")


def test_an_entry_gathers_what_pages_say() -> None:
    found = entry("ida-moreau", [view("a", "2024-05-02"), view("b", "2024-06-01")], [])
    assert [(r.title, r.first, r.last, r.articles) for r in found.called] == [("Foreign Minister", "2024-05-02", "2024-06-01", ("a", "b"))]
    assert [s.quote.content for s in found.quotes] == ["We agree,"] * 2
    assert [(s.quote.speaker_id, s.quote.content) for s in found.quotes_about] == [("karl-brandt", "Moreau is late,")] * 2
    assert found.related == (("karl-brandt", 2),)
    assert found.months == (("2024-05", 1), ("2024-06", 1))
    assert (found.first, found.last, found.stories) == ("2024-05-02", "2024-06-01", ("s-1",))


@pytest.mark.parametrize(
    ("lang", "before", "title"),
    [
        ("en", "Talks ended. President ", "President"),
        ("fr", "Selon le ministre des Affaires étrangères ", "ministre des Affaires étrangères"),
        ("ar", "قال وزير الخارجية الكندي ", "وزير الخارجية الكندي"),
        ("de", "Das sagte Außenministerin ", "Außenministerin"),
        ("en", "The president of the company, ", None),
        ("en", "The weather surprised ", None),
    ],
)
def test_a_title_stands_right_before_the_name(lang: str, before: str, title: str | None) -> None:
    found = title_before(before + "X", len(before), lang)
    assert (found.words if found else None) == title


@pytest.mark.parametrize(
    ("lang", "behind", "title"),
    [
        ("en", ", the president of the council, spoke first", "the president of the council"),
        ("fr", ", ministre de la Santé, a parlé", "ministre de la Santé"),
        ("fa", "، رئیس‌جمهور کانادا، گفت", "رئیس‌جمهور کانادا"),
        ("ko", " 캐나다 총리는 말했다", "캐나다 총리"),
        ("en", ", who spoke first, left", None),
        ("zh", "说", None),
    ],
)
def test_a_title_stands_behind_the_name(lang: str, behind: str, title: str | None) -> None:
    found = title_behind("X" + behind, 1, lang)
    assert (found.words if found else None) == title


def test_what_only_honours_is_no_role() -> None:
    assert title_before("It pleased Mr X", 14, "en") is None

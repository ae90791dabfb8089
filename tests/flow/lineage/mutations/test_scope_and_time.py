"""Scope and vague times across languages: one speaker who became many, words that take sides, what is put off and what is near."""

from __future__ import annotations

import pytest

from khabar.flow.describe import describe
from khabar.flow.lineage.align import Aligned, Matched
from khabar.flow.lineage.compare import Kin
from khabar.flow.lineage.mutations import Side, mutations
from khabar.flow.lineage.mutations.lexicon import lexicon
from khabar.flow.lineage.page import PageView
from khabar.languages import codes, fold, part
from khabar.models import Article, Described, Published


def view(number: int, lang: str, text: str) -> PageView:
    article = Article(id=f"a{number}", content_id=f"c{number}", file=None, url=None, outlet=f"paper-{number}", lang=lang, title="", text=text,
                      published=Published(value="2024-03-14", origin="page"))  # fmt: skip
    return PageView(Described(article=article, notes=describe(article)))


def kinds(parent: PageView, child: PageView, *pairs: tuple[int, int]) -> list[str]:
    aligned = Aligned(tuple(Matched(i, j, 0.7) for i, j in (pairs or ((0, 0),))), 1.0, 1.0)
    return [m.kind for m in mutations(Side(child), Side(parent), Kin(0.0, 0.0, aligned, 1.0, 1.0))]


CHANGED = [
    ("ru", "Совет порта одобрил военную операцию в дельте.", "en", "The harbour council approved the war in the delta.", "scope"),
    ("en", "The council praised the actions of the guard in the delta.", "ar", "أشاد المجلس بالعملية العسكرية للحرس في الدلتا.", "scope"),
    ("fr", "Des manifestants ont bloqué le port.", "fa", "اغتشاشگران بندر را بستند.", "scope"),
    ("de", "Demonstranten blockierten den Hafen.", "tr", "Yağmacılar limanı kapattı.", "scope"),
    ("en", "A western diplomat called the lock unsafe.", "ru", "Западные дипломаты назвали шлюз небезопасным.", "scope"),
    ("es", "El puerto cerró en todo el país.", "en", "The port closed in parts of the country.", "scope"),
    ("uk", "Шлюз був однією з цілей плану.", "de", "Die Schleuse war das Ziel des Plans.", "scope"),
    ("fr", "Un éboulement coupe plusieurs routes du delta.", "fr", "Un éboulement coupe les routes du delta.", "scope"),
    ("zh", "港务局将在方便的时候打开水闸。", "vi", "Cảng vụ sẽ sớm mở cửa cống.", "date"),
    ("tr", "Liman kurulu kapağı derhal açacak.", "ko", "항만 위원회는 추후 수문을 열 것이다.", "date"),
]
KEPT = [
    ("ru", "Совет порта одобрил военную операцию в дельте.", "fr", "Le conseil du port a approuvé l'opération militaire dans le delta."),
    ("en", "Protesters blocked the port.", "ar", "أغلق المتظاهرون الميناء."),
    ("en", "A western diplomat called the lock unsafe.", "de", "Ein westlicher Diplomat nannte die Schleuse unsicher."),
    ("en", "Some 40 roads of the delta are cut.", "de", "Im Delta sind 40 Straßen unterbrochen."),
    ("en", "The roads of the delta were cut for several hours.", "fr", "Les routes du delta ont été coupées."),
    ("zh", "港务局将立即打开水闸。", "es", "El puerto abrirá pronto la esclusa."),
    ("uk", "Шлюз був однією з цілей плану.", "vi", "Cửa cống là một trong những mục tiêu của kế hoạch."),
    ("en", "The war in the delta and the conflict on the coast go on.", "fr", "Le conflit du delta et celui de la côte continuent, comme la guerre."),
]


@pytest.mark.parametrize(("lang", "parent", "other", "child", "kind"), CHANGED)
def test_changed(lang: str, parent: str, other: str, child: str, kind: str) -> None:
    assert kinds(view(1, lang, parent), view(2, other, child)) == [kind]


@pytest.mark.parametrize(("lang", "parent", "other", "child"), KEPT)
def test_kept(lang: str, parent: str, other: str, child: str) -> None:
    assert kinds(view(1, lang, parent), view(2, other, child)) == []


def test_a_lone_time_moves_in_a_sentence_of_its_own() -> None:
    parent = view(1, "en", "The lock cracked on Monday.\n\nVladimir Putin will visit North Korea at a convenient time.")
    child = view(2, "fr", "L'écluse s'est fissurée lundi.\n\nVladimir Poutine se rendra bientôt en Corée du Nord.")
    assert kinds(parent, child) == ["date"]
    assert kinds(parent, view(3, "fr", "L'écluse s'est fissurée lundi.\n\nLe gardien reviendra bientôt.")) == []


@pytest.mark.parametrize("lang", codes())
def test_every_listed_form_is_found(lang: str) -> None:
    data = part(lang, "hedges")
    for table in ("sources", "framing", "when"):
        for sort, forms in data.table(table).items():
            for form in forms:
                text = fold(form)
                found = [m for m in lexicon(lang).marks(text, (0, len(text))) if m.kind == table]
                assert [m.sort for m in found] == [sort], (table, form)


@pytest.mark.parametrize("lang", codes())
def test_every_language_has_the_same_groups(lang: str) -> None:
    data, english = part(lang, "hedges"), part("en", "hedges")
    for table in ("sources", "framing", "when"):
        assert set(data.table(table)) == set(english.table(table)), table
    assert data.strings("scope.part")

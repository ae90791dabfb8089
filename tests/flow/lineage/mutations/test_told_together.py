"""Sentences told together with others, witnesses of a medium, the future as told, numbers in words."""

from __future__ import annotations

import pytest

from khabar.flow.describe import describe
from khabar.flow.lineage.align import Aligned, Matched
from khabar.flow.lineage.compare import Kin
from khabar.flow.lineage.mutations import Side, mutations
from khabar.flow.lineage.page import PageView
from khabar.models import Article, Described, Mutation, Published


def side(number: int, lang: str, text: str) -> Side:
    article = Article(id=f"a{number}", content_id=f"c{number}", file=None, url=None, outlet=f"paper-{number}", lang=lang, title="", text=text,
                      published=Published(value="2024-03-14", origin="page"))  # fmt: skip
    return Side(PageView(Described(article=article, notes=describe(article))))


def changes(parent: Side, child: Side, *pairs: tuple[int, int]) -> tuple[Mutation, ...]:
    """`pairs`: sentence of the child, sentence of the parent."""
    matched = tuple(Matched(i, j, 0.7) for i, j in pairs)
    return mutations(child, parent, Kin(0.0, 0.0, Aligned(matched, 1.0, 1.0), 1.0, 1.0))


def test_a_number_of_a_sentence_that_another_language_took_into_the_next_one() -> None:
    parent = side(
        1,
        "en",
        "The keeper put the number of stranded sheep at about 700.\n\nSome 40 barns were under water, he wrote.",
    )
    child = side(
        2,
        "fr",
        "Le gardien, qui évoque 900 moutons bloqués et 40 granges sous l'eau, demande des barques à la commune voisine.",
    )
    found = changes(parent, child, (0, 1))
    assert [(m.kind, "700" in m.parent, "900" in m.here) for m in found] == [("number", True, True)]


def test_numbers_that_stand_on_both_pages_are_no_change_of_a_sentence_taken_in() -> None:
    parent = side(
        1,
        "en",
        "The keeper put the number of stranded sheep at about 700.\n\nSome 40 barns were under water, he wrote.",
    )
    child = side(
        2,
        "fr",
        "Le gardien, qui évoque 700 moutons bloqués et 40 granges sous l'eau, demande des barques à la commune voisine.",
    )
    assert changes(parent, child, (0, 1)) == ()


def test_a_sentence_split_in_two_keeps_its_numbers_together() -> None:
    parent = side(
        1,
        "ru",
        "«Рухнули 14 из 28 опор», - рассказал смотритель, добавив, что затоплены около 600 домов и закрыты все дороги в долине.",
    )
    child = side(2, "en", '"14 of the 28 pillars are down," the keeper said.\n\nAbout six thousand houses are flooded.')
    assert [(m.kind, "600" in m.parent) for m in changes(parent, child, (0, 0))] == [("number", True)]


@pytest.mark.parametrize(
    ("lang", "parent", "other", "child"),
    [
        ("fr", "Une douzaine de bergers a gagné le phare.", "es", "Unos 30 pastores alcanzaron el faro."),
        ("en", "A dozen shepherds reached the lighthouse.", "de", "Dreißig Hirten erreichten den Leuchtturm."),
        ("ru", "Дюжина пастухов дошла до маяка.", "en", "Thirty shepherds reached the lighthouse."),
    ],
)
def test_a_dozen_is_a_number(lang: str, parent: str, other: str, child: str) -> None:
    assert [m.kind for m in changes(side(1, lang, parent), side(2, other, child), (0, 0))] == ["number"]


LEAD = {
    "en": "Work on the lower lock had stopped for the winter, and the boats lay idle on both banks.",
    "fr": "Les travaux de l'écluse basse étaient arrêtés pour l'hiver et les bateaux restaient à quai.",
    "es": "Las obras de la esclusa baja estaban paradas por el invierno y los barcos seguían amarrados.",
}


@pytest.mark.parametrize(
    ("lang", "parent", "other", "child"),
    [
        (
            "en",
            "Reuters reporters watched cranes lift the gate out of the water.",
            "fr",
            "Des grues ont sorti la porte de l'eau.",
        ),
        (
            "fr",
            "Des journalistes de l'AFP ont vu des grues sortir la porte de l'eau.",
            "es",
            "Varias grúas sacaron la compuerta del agua.",
        ),
        (
            "es",
            "Varias grúas sacaron la compuerta del agua, constató un periodista de EFE.",
            "en",
            "Cranes lifted the gate out of the water.",
        ),
    ],
)
def test_the_witness_of_a_medium_is_gone(lang: str, parent: str, other: str, child: str) -> None:
    found = changes(
        side(1, lang, f"{LEAD[lang]}\n\n{parent}"), side(2, other, f"{LEAD[other]}\n\n{child}"), (0, 0), (1, 1)
    )
    assert "attribution" in [m.kind for m in found]


@pytest.mark.parametrize(
    ("lang", "parent"),
    [
        ("fr", "Le gardien a indiqué que la porte serait remplacée vendredi."),
        ("es", "El guarda ha indicado que la compuerta sería cambiada el viernes."),
    ],
)
def test_the_future_of_what_was_said_is_no_hedge(lang: str, parent: str) -> None:
    child = side(2, "en", "The keeper said that the gate will be replaced on Friday.")
    assert "hedge" not in [m.kind for m in changes(side(1, lang, parent), child, (0, 0))]


def test_the_conditional_of_hearsay_is_one() -> None:
    child = side(2, "en", "The gate was broken on purpose, the keeper said.")
    assert "hedge" in [
        m.kind for m in changes(side(1, "fr", "La porte serait brisée, d'après le gardien."), child, (0, 0))
    ]


def test_another_weekday_is_another_day() -> None:
    parent = side(1, "ar", "أعلن المدير أنّ 500 عامل سيُرسلون يوم الجمعة إلى السد.")
    child = side(2, "fa", "مدیر گفت ۵۰۰ کارگر روز شنبه به سد اعزام می‌شوند.")
    assert "date" in [m.kind for m in changes(parent, child, (0, 0))]
    same = side(3, "fa", "مدیر گفت ۵۰۰ کارگر روز جمعه به سد اعزام می‌شوند.")
    assert "date" not in [m.kind for m in changes(parent, same, (0, 0))]


def test_a_length_of_time_told_as_a_date_is_not_another_one() -> None:
    parent = side(1, "es", "La línea no se abrirá al menos en cuatro días, según la compañía.\n\nSe decretaron tres días de luto.")
    child = side(2, "de", "Die Strecke bleibt vier Tage gesperrt.\n\nDer Regen hat aufgehört.")
    assert "number" not in [m.kind for m in changes(parent, child)]


def test_words_that_only_look_like_according_to() -> None:
    parent = side(1, "zh", "据港务局消息，风暴烈度达到7级。")
    child = side(2, "vi", "Cơn bão mạnh cấp 7 theo thang địa phương.")
    assert [m.kind for m in changes(parent, child, (0, 0))] == ["attribution"]

"""Rates, changes and ranges, parts of a percentage point, prices with endings, initials and names that are no numbers; own sentences."""

from __future__ import annotations

import pytest

from khabar.flow.describe.document import Document
from khabar.flow.describe.numbers import find_numbers
from khabar.models import Article, Number


def numbers(lang: str, text: str) -> list[Number]:
    return list(find_numbers(Document(Article(id="a", content_id="a", file=None, url=None, outlet=None, lang=lang, title="", text=text))))


POINTS = [
    ("en", "The bank lowered its rate by half a percentage point.", 0.5),
    ("en", "The board chose a quarter-point cut.", 0.25),
    ("en", "It lowered the range by 1/4 percentage point.", 0.25),
    ("de", "Die Bank senkt den Zins um einen halben Prozentpunkt.", 0.5),
    ("fr", "La banque abaisse son taux d'un quart de point.", 0.25),
    ("es", "El banco recorta medio punto porcentual.", 0.5),
    ("ru", "Банк снизил ставку на четверть процентного пункта.", 0.25),
    ("uk", "Банк знизив ставку на пів відсоткового пункту.", 0.5),
    ("tr", "Banka faizi yarım puan indirdi.", 0.5),
    ("ar", "خفض البنك سعر الفائدة نصف نقطة مئوية.", 0.5),
    ("fa", "بانک نرخ بهره را نیم درصد کاهش داد.", 0.5),
    ("vi", "Ngân hàng hạ lãi suất nửa điểm phần trăm.", 0.5),
    ("zh", "央行降息半个百分点。", 0.5),
    ("hi", "बैंक ने ब्याज दर में आधा प्रतिशत की कटौती की।", 0.5),
]


@pytest.mark.parametrize(("lang", "text", "value"), POINTS)
def test_parts_of_a_percentage_point(lang: str, text: str, value: float) -> None:
    assert [(n.value, n.unit) for n in numbers(lang, text)] == [(value, "percent")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Joblessness rose from 4.2% to 4.4% within a month."),
        ("fr", "Le chômage est passé de 4,2 % à 4,4 % en un mois."),
        ("es", "El paro subió de 4,2 % a 4,4 % en un mes."),
        ("ar", "ارتفعت البطالة من 4.2% إلى 4.4% خلال شهر."),
    ],
)
def test_a_change_is_two_numbers(lang: str, text: str) -> None:
    assert [(n.value, n.low, n.high) for n in numbers(lang, text) if n.unit == "percent"] == [(4.2, None, None), (4.4, None, None)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The bank cut its rate to 4.75% to 5%."),
        ("en", "The rate now lies in a range of 4.75% to 5%."),
        ("zh", "利率区间为4.75%至5%之间。"),
        ("de", "Die Spanne liegt nun bei 4,75 Prozent bis 5 Prozent."),
    ],
)
def test_a_range_is_one_number(lang: str, text: str) -> None:
    assert [(n.low, n.high) for n in numbers(lang, text)] == [(4.75, 5.0)]


def test_turkish_endings_of_numbers_and_currencies() -> None:
    assert [(n.what, n.value, n.currency) for n in numbers("tr", "Altın 2 bin 820 liradan işlem gördü.")] == [("money", 2820.0, "TRY")]
    assert [(n.value, n.bound) for n in numbers("tr", "3 binden fazla sandık açıldı.")] == [(3000.0, "at-least")]
    assert [(n.value, n.unit) for n in numbers("tr", "Faiz yüzde 5'te kaldı.")] == [(5.0, "percent")]


def test_initials_names_and_telephones_are_no_numbers() -> None:
    assert numbers("en", "Voting were Marta M. Lind and Ola K. Berg.") == []
    assert numbers("en", "He had bought the AR-15 himself; call 202-555-0143 for more.") == []
    assert [(n.what, n.value) for n in numbers("en", "The magnitude-6.1 quake cost 4 bn euros.")] == [("magnitude", 6.1), ("money", 4e9)]


PEOPLE = [
    ("en", "One spectator was killed. Two other spectators, both men, were critically wounded.", {("killed", 1.0), ("injured", 2.0)}),
    ("en", "Three Nordland soldiers were killed, and five young women were hurt.", {("killed", 3.0), ("injured", 5.0)}),
    ("de", "Die Flut hat 83 Menschen das Leben gekostet, 111 werden vermisst.", {("killed", 83.0), ("missing", 111.0)}),
    ("uk", "Один глядач загинув, ще троє дістали важкі поранення.", {("killed", 1.0), ("injured", 3.0)}),
    ("ru", "Погиб один зритель, 16 человек находятся в тяжелом состоянии.", {("killed", 1.0), ("injured", 16.0)}),
    ("hi", "एक दर्शक की मौत हो गई और दो अन्य दर्शक गंभीर रूप से घायल हैं।", {("killed", 1.0), ("injured", 2.0)}),
    ("ar", "قُتل تسعة أشخاص بعد إطلاق ثماني طلقات، واثنان في حالة حرجة.", {("killed", 9.0), ("injured", 2.0)}),
]


@pytest.mark.parametrize(("lang", "text", "expected"), PEOPLE)
def test_people_hit(lang: str, text: str, expected: set[tuple[str, float]]) -> None:
    assert {(n.what, n.value) for n in numbers(lang, text) if n.what != "other"} == expected


def test_tolls_and_clock_times() -> None:
    text = "ذكرت البلدية أن عدد قتلى الفيضان الذي غمر الوادي تجاوز 3000 شخص، إثر تصدع السد."
    assert [(n.what, n.value) for n in numbers("ar", text) if n.what == "killed"] == [("killed", 3000.0)]
    assert numbers("tr", "Sarsıntı saat 04.17'de yaşandı.") == []

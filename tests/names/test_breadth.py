"""Organisations and places of the news are one id in every language, and common words are none of them."""

from __future__ import annotations

import json

import pytest

from khabar.languages import fold
from khabar.names.catalogue import DATA
from khabar.names.index import find_known

SAME = {
    "isaf": [
        ("en", "Troops of the International Security Assistance Force left in December."),
        ("ru", "Международные силы содействия безопасности покинули страну."),
        ("ar", "غادرت القوة الدولية للمساعدة على إرساء الأمن البلاد."),
        ("zh", "国际安全援助部队12月撤离。"),
    ],
    "forces-of-freedom-and-change": [
        ("en", "The Forces of Freedom and Change refused the offer."),
        ("tr", "Özgürlük ve Değişim Güçleri öneriyi reddetti."),
        ("ko", "자유와변화세력은 제안을 거부했다."),
        ("fa", "نیروهای آزادی و تغییر پیشنهاد را رد کردند."),
    ],
    "three-gorges-dam": [
        ("de", "Am Drei-Schluchten-Damm steigt das Wasser."),
        ("vi", "Nước dâng ở đập Tam Hiệp."),
        ("fr", "L'eau monte au barrage des Trois-Gorges."),
        ("uk", "Вода піднімається біля греблі «Три ущелини»."),
    ],
    "erez-crossing": [
        ("ar", "دخلت الشاحنات عبر معبر إيريز."),
        ("es", "Los camiones entraron por el paso de Erez."),
        ("ko", "트럭이 에레즈 검문소를 지났다."),
    ],
}


@pytest.mark.parametrize(("name", "lang", "text"), [(n, lang, text) for n, each in SAME.items() for lang, text in each])
def test_one_id_in_every_language(name: str, lang: str, text: str) -> None:
    assert name in {f.id for hit in find_known(fold(text), lang) for f in hit.forms}


@pytest.mark.parametrize(
    ("lang", "text", "never"),
    [
        ("de", "Oder kommt er erst morgen?", "oder"),
        ("ar", "وصل جيحون بيراموف إلى أنقرة.", "amu-darya"),
        ("zh", "巴西非常重视这次会议。", "west-africa"),
        ("ko", "한미중미 관계를 논의했다.", "central-america"),
        ("tr", "Kentte asayiş sağlandı.", "internal-security-forces-asayish"),
    ],
)
def test_common_words_are_no_names(lang: str, text: str, never: str) -> None:
    assert never not in {f.id for hit in find_known(fold(text), lang) for f in hit.forms}


def test_an_id_stands_once_among_organisations_and_places() -> None:
    ids = [json.loads(line)["id"] for part in ("organisations", "places") for path in (DATA / part).glob("*.jsonl") for line in path.open(encoding="utf-8")]
    assert {i for i in ids if ids.count(i) > 1} == set()

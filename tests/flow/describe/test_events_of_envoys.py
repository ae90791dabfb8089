"""Envoys called back are done to the state they were sent to, whoever is named; other deeds of diplomacy and of the sea."""

from __future__ import annotations

import pytest
from deeds_of import facts

RECALLED = [
    ("en", "Chile recalled its ambassador to Ankara for consultations on Monday."),
    ("ar", "استدعت تشيلي سفيرها لدى أنقرة للتشاور يوم الاثنين."),
    ("tr", "Şili, Ankara Büyükelçisi'ni istişareler için geri çağırdı."),
    ("ko", "칠레가 앙카라 주재 대사를 협의차 불러들였다고 로이터통신이 2일 보도했다."),
    ("de", "Chile hat seinen Botschafter aus Ankara zurückgerufen."),
    ("fr", "Le Chili a rappelé son ambassadeur en Turquie pour consultations."),
    ("es", "Chile llamó a consultas a su embajador en Turquía."),
    ("fa", "شیلی سفیر خود در ترکیه را برای رایزنی فراخواند."),
    ("uk", "Чилі відкликало посла в Туреччині для консультацій."),
    ("vi", "Chile triệu hồi đại sứ tại Thổ Nhĩ Kỳ để tham vấn."),
]
OTHERS = [
    ("ru", "Правительство Чили отозвало для консультаций посла в Турции.", ("chile", "SANCTION", "turkey")),
    ("zh", "智利政府2日召回该国驻土耳其大使费尔南多·苏亚雷斯进行磋商。", ("chile", "SANCTION", "turkey")),
    ("en", "Chile declared the memorandum with Turkey null and void.", ("chile", "REJECT", "turkey")),
    ("ar", "اعتبرت تشيلي الاتفاق مع تركيا لاغياً وباطلاً.", ("chile", "REJECT", "turkey")),
    ("tr", "Türkiye, Şili'nin belgesini yok hükmünde saydığını duyurdu.", ("turkey", "REJECT", "chile")),
    ("es", "Turquía impuso aranceles a Chile.", ("turkey", "SANCTION", "chile")),
    ("ko", "터키가 칠레에 관세를 부과했다.", ("turkey", "SANCTION", "chile")),
]


@pytest.mark.parametrize(("lang", "text"), RECALLED)
def test_an_envoy_called_back_is_done_to_his_host(lang: str, text: str) -> None:
    assert facts(lang, text) == [("chile", "SANCTION", "turkey")]


@pytest.mark.parametrize(("lang", "text", "fact"), OTHERS)
def test_wordings_of_diplomacy(lang: str, text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(lang, text)


def test_a_named_envoy_still_acts_himself() -> None:
    text = "The Turkish ambassador to Chile, Fernando Suárez, met Vladimir Putin on Monday."
    assert all(actor != "turkey" for actor, _, _ in facts("en", text))


def test_a_body_calls_for_something_late_in_the_page() -> None:
    text = "Elle a duré longtemps. " * 30 + "Amnesty International a réclamé une enquête."
    assert ("amnesty-international", "REQUEST", None) in facts("fr", text)

"""Who speaks for an office, what only looks like one, embassies, authorities of a region, and media that no data file knows."""

from __future__ import annotations

from typing import Any

import pytest

from khabar.models import Margin
from khabar.sources import get
from khabar.sources.bodies import abroad, embassy_id


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("en", "The Sudanese army spokesman, Colonel Ali Reda, said three boats were missing.", "sudan-army"),
        ("fr", "Le porte-parole de l'armée soudanaise, Ali Reda, a déclaré que trois bateaux manquaient.", "sudan-army"),
        ("ar", "وقال المتحدث باسم الجيش السوداني علي رضا إن ثلاثة زوارق فقدت.", "sudan-army"),
        ("fa", "سخنگوی ارتش سودان اعلام کرد که سه قایق ناپدید شده است.", "sudan-army"),
        ("tr", "Yüksek Seçim Kurulu Başkanı Can Er, sandıkların açıldığını bildirdi.", "turkey-election-board"),
        ("ko", "케냐 국방부 대변인은 배 세 척이 실종됐다고 밝혔다.", "kenya-defence-ministry"),
        ("zh", "石川县政府2日通报，日本三艘船失踪。", "japan-regional-government"),
        ("es", "Según los servicios de emergencia de Kenia, faltan tres barcos.", "kenya-emergency-services"),
        ("de", "Nach Angaben der kenianischen Rettungsdienste fehlen drei Boote.", "kenya-emergency-services"),
        ("vi", "Chính quyền tỉnh Mombasa của Kenya thông báo ba chiếc thuyền mất tích.", "kenya-regional-government"),
    ],
)
def test_who_speaks_for_it(lang: str, text: str, source: str, credits_of: Any, told: Any) -> None:
    assert (source, "cited") in told(credits_of(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The head of Sudan's army, Ali Reda, said he would form a cabinet."),  # a deed of his own
        ("ko", "야당 대표는 케냐 국방부 장관의 해임을 촉구했다."),  # "the minister's dismissal": owner, not speaker
        ("ko", "야당 대표는 케냐 국방부를 비판했다고 말했다."),
    ],
)
def test_who_does_not(lang: str, text: str, credits_of: Any) -> None:
    assert not [c for c in credits_of(text, lang) if c.source in ("sudan-army", "kenya-defence-ministry")]


def test_a_korean_verb_that_says_only_behind_its_particle(credits_of: Any, told: Any) -> None:
    assert told(credits_of("케냐 내무부는 배 세 척이 실종됐다고 했다.", "ko")) == {("kenya-interior-ministry", "cited")}
    assert told(credits_of("케냐 내무부는 새 청사를 개장했다.", "ko")) == set()
    assert told(credits_of("시장은 로이터통신에 다리가 안전하다고 했다.", "ko")) == {("reuters", "cited")}


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("zh", "中国驻肯尼亚大使馆4日发布通知，提醒公民减少外出。", "china-embassy-nairobi"),
        ("ko", "주케냐 한국대사관은 교민 피해가 없다고 밝혔다.", "south-korea-embassy-nairobi"),
        ("vi", "Đại sứ quán Việt Nam tại Kenya thông báo chưa ghi nhận công dân bị ảnh hưởng.", "vietnam-embassy-nairobi"),
        ("en", "The French embassy in Kenya said that no citizen was hurt.", "france-embassy-nairobi"),
    ],
)
def test_an_embassy_is_that_of_one_state_in_another(lang: str, text: str, source: str, credits_of: Any) -> None:
    assert source in {c.source for c in credits_of(text, lang)}
    known = get(source)
    assert known is not None
    assert known.official
    assert abroad(source)


def test_an_embassy_without_a_place_keeps_its_id() -> None:
    assert embassy_id("france-embassy", None) == "france-embassy"
    assert not abroad("france-foreign-ministry")


def test_a_channel_that_carried_a_speech_is_no_source(credits_of: Any) -> None:
    assert credits_of("The rebels spoke on television channel Delta 7 on Monday.", "en") == ()


def test_the_first_word_of_a_body_is_no_medium(credits_of: Any) -> None:
    assert "estatal" not in {c.source for c in credits_of("Según la Agencia Estatal de Puertos, el dique aguanta.", "es")}


def test_a_noun_bound_to_the_next_is_no_name(credits_of: Any, told: Any) -> None:
    assert told(credits_of("ارتفع منسوب النهر بحسب أرقام المجلس.", "ar")) == set()
    assert told(credits_of("ارتفع منسوب النهر بحسب «أرقام».", "ar")) == {("argaam", "credit")}


def test_a_figure_behind_a_chinese_name(credits_of: Any, told: Any) -> None:
    assert ("yonhap", "credit") in told(credits_of("据韩联社4日报道，该市启用了一座新桥。", "zh"))


def test_an_agency_joined_to_the_outlet(credits_of: Any, told: Any) -> None:
    found = credits_of("La ville ouvre un pont.", "fr", "le-dauphine-libere", (Margin(text="Le Dauphiné Libéré avec AFP - Aujourd'hui à 10:31", where="byline"),))
    assert ("afp", "credit") in told(found)


def test_who_signs_a_page_without_an_outlet(credits_of: Any, told: Any) -> None:
    assert told(credits_of("بخش جهان «انتخاب»: به نوشته شبکه المیادین، پل باز شد.", "fa", None)) == {("al-mayadeen", "credit")}


def test_a_building_under_a_picture_is_no_agency(credits_of: Any) -> None:
    assert credits_of("The bridge is open.", "en", "paper-x", (Margin(text="People at the gate of the National Assembly", where="caption"),)) == ()

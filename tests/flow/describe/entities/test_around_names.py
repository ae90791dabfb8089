"""What stands around a capitalised name decides whether it is one, how far it goes and what it is."""

from __future__ import annotations

import pytest
from surfaces import entities


@pytest.mark.parametrize(
    ("lang", "text", "surface", "kind"),
    [
        ("en", "\"We left at dawn,\" said Samira, a shopkeeper.", "Samira", "PER"),
        ("en", "The mining group Vaxoro shut two pits.", "Vaxoro", "ORG"),
        ("fr", "Le groupe minier français Vaxoro ferme deux sites.", "Vaxoro", "ORG"),
        ("fr", "Dans le quartier de Moundou, on dansait.", "Moundou", "LOC"),
        ("fr", "Hiberta (Espagne), 3 mai 2024 (AFP) - Les secours cherchent.", "Hiberta", "LOC"),
        ("en", "The train reached the town of Ornelby.", "Ornelby", "LOC"),
        ("en", "She was seen by Park Hye-rim, a nurse.", "Park Hye-rim", "PER"),
        ("en", "Minister of Defence TANAKA Shoji spoke.", "TANAKA Shoji", "PER"),
        ("en", "Food and Housing Ministry staff met.", "Food and Housing Ministry", "ORG"),
        ("en", "African Rivers Commission members met in Lagos.", "African Rivers Commission", "ORG"),
        ("fr", "Elle l'a dit sur la chaîne Lumière 21 hier soir.", "Lumière 21", "ORG"),
        ("de", "Der Streit begann, sagte Busfahrer Mehmet Yalınkaya am Montag.", "Mehmet Yalınkaya", "PER"),
        ("en", "Across town in Ornelby, shops opened.", "Ornelby", "LOC"),
        ("tr", "Başkan, Ornelli'deki evinin önünde konuştu.", "Ornelli", "LOC"),
        ("en", "The Rivers and Security Council met.", "Rivers and Security Council", "ORG"),
        ("ar", "وأوضح وزير النقل، ماركو فيليتي دوران، أن الطريق مفتوح.", "ماركو فيليتي دوران", "PER"),
        ("ar", "قال ذلك مدير مكتبه رامون فيليتي أمس.", "رامون فيليتي", "PER"),
        ("ko", "(서울=연합뉴스) 김도윤 박세린 기자 = 회의가 열렸다.", "김도윤", "PER"),
        ("ko", "유학생 최하늘(23)씨는 웃었다.", "최하늘", "PER"),
        ("zh", "教师王晓云（42岁）受访时很激动。", "王晓云", "PER"),
        ("zh", "中国驻挪威大使馆4日发布通知。", "中国驻挪威大使馆", "ORG"),
        ("vi", "Chủ tịch Quốc hội Trần Minh Khôi phát biểu.", "Trần Minh Khôi", "PER"),
        ("vi", "Bà làm việc ở Đại sứ quán Việt Nam tại Nhật Bản từ năm 2020.", "Đại sứ quán Việt Nam tại Nhật Bản", "ORG"),
    ],
)
def test_what_a_name_is(lang: str, text: str, surface: str, kind: str) -> None:
    found = entities(lang, text)
    assert surface in found, list(found)
    assert found[surface].type == kind


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Sieben Personen kamen in Haft. Beide Seiten schweigen, und im Sommer Munition zu kaufen, war schwer."),
        ("de", "Es fielen 600 Liter Regen."),
        ("ar", "تواصل عناصر الإغاثة البحث بعد سيول جارفة في الجبال."),
        ("ko", "재석 의원 190명이 밖으로 나가 달라고 했다."),
        ("vi", "Toàn bộ nghị sĩ đã bỏ phiếu. Kiến nghị cần thêm thời gian."),
    ],
)
def test_nouns_at_the_head_of_a_sentence_are_no_names(lang: str, text: str) -> None:
    assert entities(lang, text) == {}


def test_a_shared_family_name_means_whom_the_page_names_first() -> None:
    text = "Ali Bongo, président du Gabon, a parlé. Son fils Noureddin Bongo est arrêté. M. Bongo a fui."
    found = entities("fr", text)
    assert [text[a:b] for a, b in found["Ali Bongo"].spans] == ["Ali Bongo", "Bongo"]


def test_an_acronym_of_another_land_belongs_to_the_body_before_it() -> None:
    text = "Lực lượng Phòng vệ (SDF) của Nhật Bản đã xuất phát."
    assert entities("vi", text)["Lực lượng Phòng vệ"].id != "syrian-democratic-forces"
    assert len([e for e in entities("vi", text).values() if e.type == "ORG"]) == 1


def test_a_turkish_body_has_the_id_of_its_bare_name() -> None:
    found = entities("tr", "Metin Örnek Rehberlik Başkanlığından geldi. Sonra Rehberlik Kurulundan söz edildi.")
    assert {e.id for e in found.values() if e.type == "ORG"} >= {"rehberlik-kurulu"}


def test_speech_in_quotation_marks_is_no_name() -> None:
    assert entities("ar", 'واتهم حزب المعارضة "باللعب بالنار" أمس.').keys().isdisjoint({"باللعب بالنار"})


def test_german_nouns_are_nobodys_family_name() -> None:
    assert entities("de", "Das Schiff sank vor der Küste, ein Koch rettete sich.") == {}

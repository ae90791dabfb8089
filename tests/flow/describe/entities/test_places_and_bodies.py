"""Provinces of the gazetteer, official bodies by role and country, sites that bear names, and things that are no names of actors."""

from __future__ import annotations

import pytest
from surfaces import entities


@pytest.mark.parametrize(
    ("lang", "text", "surface"),
    [
        ("en", "Fighting went on in Manipur state, police in India said.", "Manipur"),
        ("fr", "Des combats ont éclaté en Inde, dans la région de Manipur.", "Manipur"),
        ("ar", "اندلعت اشتباكات في ولاية مانيبور في الهند.", "ولاية مانيبور"),
        ("fa", "درگیری‌ها در ایالت مانیپور هند ادامه دارد.", "ایالت مانیپور"),
        ("ko", "인도 마니푸르주에서 충돌이 일어났다.", "마니푸르주"),
    ],
)
def test_a_province_has_one_id_in_all_languages(lang: str, text: str, surface: str) -> None:
    found = entities(lang, text)
    assert found[surface].type == "LOC"
    assert found[surface].id == "manipur"


def test_a_word_that_a_province_shares_is_no_place() -> None:
    assert "امور" not in entities("fa", "او درباره مداخله نکردن در امور داخلی سخن گفت.")


@pytest.mark.parametrize(
    ("lang", "text", "surface", "source"),
    [
        ("ar", "أعلنت وزارة الصحة في بيروت أن لبنان تسلم المساعدات.", "وزارة الصحة", "lebanon-health-ministry"),
        ("ko", "한국 외교부는 성명을 냈다.", "외교부", "south-korea-foreign-ministry"),
        ("en", "South Korea's presidential office welcomed the visit.", "South Korea's presidential office", "south-korea-presidency"),
    ],
)
def test_an_official_body_has_the_id_of_its_role(lang: str, text: str, surface: str, source: str) -> None:
    assert entities(lang, text)[surface].id == source


def test_the_owner_of_a_body_is_named_too() -> None:
    assert entities("en", "South Korea's presidential office welcomed the visit.")["South Korea"].id == "south-korea"


@pytest.mark.parametrize(
    ("lang", "text", "surface", "kind"),
    [
        ("uk", "Про це сказав голова Полтавської обласної військової адміністрації.", "Полтавської обласної військової адміністрації", "ORG"),
        ("ru", "В Томской областной прокуратуре это подтвердили.", "Томской областной прокуратуре", "ORG"),
        ("tr", "Gençlik ve Spor Bakanlığı yarışı erteledi.", "Gençlik ve Spor Bakanlığı", "ORG"),
        ("ru", "Об этом сообщила компания «Северсвет».", "Северсвет", "ORG"),
        ("ar", "تجمع الناس في ساحة نيلسون مانديلا مساء أمس.", "ساحة نيلسون مانديلا", "LOC"),
        ("ar", "قاد الدكتور سالم بن حمد الزهراني الوفد.", "سالم بن حمد الزهراني", "PER"),
        ("ar", "أصدرت «لجنة إنقاذ المدينة وإعادة الأمل» بيانا.", "لجنة إنقاذ المدينة وإعادة الأمل", "ORG"),
        ("uk", "Потяг прибув до Миколаєва.", "Миколаєва", "LOC"),
    ],
)
def test_whole_names(lang: str, text: str, surface: str, kind: str) -> None:
    found = entities(lang, text)
    assert surface in found, list(found)
    assert found[surface].type == kind


@pytest.mark.parametrize(
    ("lang", "text", "absent"),
    [
        ("en", "Typhoon Bopha tore roofs off houses. Bopha weakened later, forecasters said. Many fled Bopha.", "Bopha"),
        ("en", "North Korean soldiers crossed; the Korean side denied it. Korean reporters saw them.", "Korean"),
        ("en", "The minister wrote on Telegram that talks had failed.", "Telegram"),
        ("ar", "وكتب الوزير عبر تطبيق تلغرام أن المحادثات فشلت.", "تلغرام"),
        ("fa", "شرکت روس‌گازپروم سخن گفت.", "گازپروم"),
        ("zh", "据当地媒体19日报道，会谈已经结束。", "当地媒体19日报"),
    ],
)
def test_no_names(lang: str, text: str, absent: str) -> None:
    assert absent not in entities(lang, text)


def test_an_elided_article_is_no_part_of_a_name() -> None:
    assert entities("fr", "Elle l'a dit à l'AFP mardi.")["AFP"].id == "afp"


def test_two_sheikhs_are_two() -> None:
    found = entities("en", "Sheikh Hasina left with Sheikh Rehana on Monday.")
    assert found["Sheikh Hasina"].id != found["Sheikh Rehana"].id


def test_an_acronym_by_its_letters() -> None:
    text = "Le CNDF a pris position. Le Conseil national pour la défense des forêts a parlé, et le CNDF promet des plantations."
    assert len({e.id for e in entities("fr", text).values() if e.type == "ORG"}) == 1

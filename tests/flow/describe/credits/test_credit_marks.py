"""Marks of agencies: datelines, signatures, bylines and source lines, in all languages."""

from __future__ import annotations

from typing import Any

import pytest

from khabar.models import Margin


@pytest.mark.parametrize(
    ("lang", "mark", "source"),
    [
        ("ar", "القاهرة (رويترز) – ", "reuters"), ("ar", "بيروت - (د ب أ) - ", "dpa"), ("fa", "تهران - ایرنا - ", "irna"),
        ("fr", "Lyon (AFP) - ", "afp"), ("en", "OSLO, Oct. 3 (Reuters) - ", "reuters"), ("en", "OSLO (AP) — ", "associated-press"),
        ("ru", "КАЗАНЬ, 3 октября. /ТАСС/. ", "tass"), ("ru", "МОСКВА, 3 окт - РИА Новости. ", "ria-novosti"), ("vi", "Huế (TTXVN) - ", "vna"),
        ("ko", "(부산=연합뉴스) 이가람 기자 = ", "yonhap"), ("ko", "[부산=뉴시스] 이가람 기자 = ", "newsis"), ("zh", "新华社南京10月3日电 ", "xinhua"),
        ("es", "Lima, 3 oct (EFE).- ", "efe"), ("de", "Kiel (dpa) - ", "dpa"), ("tr", "İZMİR (AA) - ", "anadolu"),
        ("uk", "Львів. 3 жовтня. УНІАН. ", "unian"),
    ],
)  # fmt: skip
def test_datelines(lang: str, mark: str, source: str, body: Any, credits_of: Any, told: Any) -> None:
    assert (source, "credit") in told(credits_of(mark + body[lang], lang))


@pytest.mark.parametrize(
    ("lang", "sign", "source"),
    [("fr", "(AFP)", "afp"), ("en", "(Reuters)", "reuters"), ("de", "(dpa/lno)", "dpa"), ("es", "EFE", "efe"), ("ar", "(أ ف ب)", "afp"),
     ("tr", "(AA)", "anadolu"), ("en", "REUTERS", "reuters")],
)  # fmt: skip
def test_signatures_at_the_end(lang: str, sign: str, source: str, body: Any, credits_of: Any, told: Any) -> None:
    assert (source, "credit") in told(credits_of(f"{body[lang]}\n\n{body[lang]} {sign}", lang))


@pytest.mark.parametrize(
    ("lang", "line", "where", "source"),
    [
        ("ar", "المصدر: رويترز", "footer", "reuters"), ("ar", "المصدر : الفرنسية", "footer", "afp"), ("fa", "منبع: ایسنا", "footer", "isna"),
        ("fr", "Source : AFP", "footer", "afp"), ("fr", "Le Courrier du Val avec AFP", "byline", "afp"), ("en", "Source: Yonhap", "footer", "yonhap"),
        ("en", "By Jane Hill, Reuters", "byline", "reuters"), ("ru", "Источник: ТАСС", "footer", "tass"), ("vi", "Nguồn: TTXVN", "footer", "vna"),
        ("vi", "Minh Khoa (Theo Reuters, AP) Thứ ba, 3/10/2023, 09:12 (GMT+7)", "byline", "associated-press"), ("ko", "출처: 연합뉴스", "footer", "yonhap"),
        ("zh", "来源：新华社", "footer", "xinhua"), ("es", "Fuente: EFE", "footer", "efe"), ("de", "Quelle: dpa", "footer", "dpa"),
        ("tr", "Kaynak: AA", "footer", "anadolu"), ("uk", "Джерело: Укрінформ", "footer", "ukrinform"), ("fr", "Le CourrierAFPPublié le 3 octobre 2023", "byline", "afp"),
    ],
)  # fmt: skip
def test_lines_outside_the_body(lang: str, line: str, where: str, source: str, body: Any, credits_of: Any, told: Any) -> None:
    found = credits_of(body[lang], lang, margins=(Margin(text=line, where=where),))  # type: ignore[arg-type]
    assert (source, "credit") in told(found)


@pytest.mark.parametrize(
    ("lang", "line", "source"),
    [("fr", "Le pont vu du sud. Photo AFP", "afp"), ("en", "The bridge at dawn. (Reuters)", "reuters"), ("zh", "新桥星期一的景象。（法新社）", "afp"),
     ("es", "El puente. Foto: EFE", "efe"), ("ru", "Новый мост. Фото: ТАСС", "tass")],
)  # fmt: skip
def test_pictures_are_set_apart(lang: str, line: str, source: str, body: Any, credits_of: Any, told: Any) -> None:
    found = credits_of(body[lang], lang, margins=(Margin(text=line, where="caption"),))
    assert told(found) == {(source, "photo")}


def test_a_sentence_with_a_name_behind_it_is_a_caption(body: Any, credits_of: Any, told: Any) -> None:
    found = credits_of(body["zh"], "zh", margins=(Margin(text="新桥星期一的景象，行人驻足。（法新社）", where="byline"),))
    assert told(found) == {("afp", "photo")}


def test_an_abbreviation_in_brackets_is_no_dateline(credits_of: Any) -> None:
    found = credits_of("The World Health Organization (WHO), which has a new head, said on Monday that the town is free of cholera.", "en")
    assert not any(c.kind == "credit" for c in found)


def test_own_outlet_signs_only_as_an_agency(body: Any, credits_of: Any, told: Any) -> None:
    assert ("yonhap", "credit") in told(credits_of("SEOUL, Oct. 3 (Yonhap) -- " + body["en"], "en", "yonhap"))
    assert told(credits_of(body["en"] + " The mayor was speaking, The Guardian reported.", "en", "guardian")) == set()

"""Whose office a bare name means, which words stand for it later on, and who within it does not speak for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.flow.describe.credits import find_credits
from khabar.flow.describe.document import Document
from khabar.models import Article, Credit, Margin, Published


def sources(found: tuple[Credit, ...]) -> set[str | None]:
    return {c.source for c in found}


@pytest.mark.parametrize(
    ("lang", "outlet", "text", "source"),
    [
        # Monday in Persian is spelled like a capital.
        ("fa", "isna", "رئیس جمعیت هلال احمر روز دوشنبه گفت سه تن در سیل شیراز جان باخته‌اند.", "iran-red-crescent"),
        # A province that holds the name of a country.
        ("fa", "isna", "سیل در آذربایجان شرقی خسارت زد. هلال احمر اعلام کرد دو روستا تخلیه شده است.", "iran-red-crescent"),
        ("en", None, "A bridge fell in Trenton, New Jersey. Prosecutors said two men were charged in the United States.", "united-states-prosecution"),
        # The office needs no country in papers of its own, also where a page speaks of another one.
        ("tr", "anadolu", "Türkiye ile Yunanistan sınırında arama sürüyor. Yunanistan sahilinde iki kişi kayboldu, Yunanistan basını yazdı. "
                          "Milli Savunma Bakanlığı, bir geminin bölgeye gittiğini açıkladı.", "turkey-defence-ministry"),
        ("ko", None, "태국 국적 승객 두 명이 탑승했다고 태국 대사관이 전했다. 국토교통부는 활주로를 폐쇄했다고 밝혔다.", "south-korea-transport-ministry"),
        ("ru", None, "В областном центре сгорел рынок. В министерстве здравоохранения уточнили, что пострадали семь человек.", "russia-health-ministry"),
    ],
)  # fmt: skip
def test_whose_office(credits_of: Callable[..., tuple[Credit, ...]], lang: str, outlet: str | None, text: str, source: str) -> None:
    assert source in sources(credits_of(text, lang, outlet))


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("ru", "Об этом сообщили в Следственном комитете России.", "russia-investigative-committee"),
        ("ru", "По данным Национального избирательного совета Венесуэлы, явка выросла.", "venezuela-electoral-council"),
        ("uk", "Про це повідомили в Міністерстві оборони Польщі.", "poland-defence-ministry"),
        ("uk", "За даними Національної виборчої ради Венесуели, явка зросла.", "venezuela-electoral-council"),
    ],
)
def test_names_in_other_cases(credits_of: Callable[..., tuple[Credit, ...]], lang: str, text: str, source: str) -> None:
    assert source in sources(credits_of(text, lang))


def test_an_abbreviation_behind_a_name_stands_for_it(credits_of: Callable[..., tuple[Credit, ...]]) -> None:
    text = "El Consejo Nacional Electoral (CNE) de Venezuela abrió las mesas. Según el CNE, la participación fue alta."
    found = [c for c in credits_of(text, "es") if c.surface == "CNE"]
    assert [c.source for c in found] == ["venezuela-electoral-council"]


def test_the_bracket_of_an_agency_is_no_abbreviation(credits_of: Callable[..., tuple[Credit, ...]]) -> None:
    found = credits_of("The health ministry of Peru (AFP) gave no figures. AFP counted nine dead.", "en")
    assert "peru-health-ministry" not in {c.source for c in found if c.surface == "AFP"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A source in the Kremlin said the talks would go on."),
        ("en", "The French ambassador to the United Nations said the talks would go on."),
        ("ru", "Источник в МИД России сообщил, что переговоры продолжатся."),
        ("uk", "Джерело в МЗС Польщі повідомило, що переговори триватимуть."),
        ("fr", "L'ambassadeur de France auprès de l'ONU a déclaré que les pourparlers continueraient."),
        ("es", "El embajador de Francia ante la ONU dijo que las conversaciones seguirán."),
        ("tr", "Kremlin'den bir kaynak, görüşmelerin süreceğini söyledi."),
        ("zh", "克里姆林宫消息人士表示，会谈将继续。"),
    ],
)
def test_a_source_within_a_body_is_not_its_statement(credits_of: Callable[..., tuple[Credit, ...]], lang: str, text: str) -> None:
    bodies = {"kremlin", "united-nations", "russia-foreign-ministry", "poland-foreign-ministry"}
    assert not bodies & sources(credits_of(text, lang))


def test_state_television_is_that_of_the_country_beside_it(credits_of: Callable[..., tuple[Credit, ...]]) -> None:
    text = "A ferry sank off the coast of Iran near the border with Pakistan, state television said on Monday. Iran's navy searched the sea, and Iran closed a port."
    assert "iran-state-tv" in sources(credits_of(text, "en", None))


@pytest.mark.parametrize("form", ["державне телебачення Ірану повідомило", "За даними державного телебачення Ірану"])
def test_state_television_in_other_cases(credits_of: Callable[..., tuple[Credit, ...]], form: str) -> None:
    assert "iran-state-tv" in sources(credits_of(f"{form}, порт закрито.".capitalize(), "uk"))


def test_an_agency_in_capitals_with_a_cue_is_one_in_any_language(credits_of: Callable[..., tuple[Credit, ...]]) -> None:
    assert "associated-press" in sources(credits_of("AP'nin haberine göre köprü cuma günü açılacak.", "tr"))


@pytest.mark.parametrize(
    ("line", "lang", "wanted"),
    [("Bild: Jana Weber/dpa", "de", {"dpa"}), ("Foto: Bild", "de", {"bild"}), ("A bridge in fog. (AP Photo/Jane Roe)", "en", {"associated-press"})],
)
def test_the_word_for_a_picture_is_no_paper(line: str, lang: str, wanted: set[str]) -> None:
    article = Article(id="a", content_id="c", file=None, url=None, outlet=None, lang=lang, title="", text="Text.", published=Published(),
                      margins=(Margin(text=line, where="caption"),))  # fmt: skip
    assert sources(find_credits(Document(article))) == wanted

"""Frames of reported speech: infinitives, circles, stops and appositions; own sentences."""

from __future__ import annotations

import pytest

from khabar.flow.describe.dates import find_dates
from khabar.flow.describe.document import Document
from khabar.flow.describe.numbers import find_numbers
from khabar.flow.describe.quotes import find_quotes
from khabar.models import Article, Entity


def _article(lang: str, text: str) -> Document:
    return Document(Article(id="a", content_id="a", file=None, url=None, outlet=None, lang=lang, title="", text=text))


def _told(lang: str, text: str) -> list[tuple[str, str]]:
    """(words that name the speaker, content); Marta Lind is known wherever she stands."""
    spans = tuple((i, i + 10) for i in range(len(text)) if text.startswith("Marta Lind", i))
    known = (Entity(id="lind", type="PER", name="Marta Lind", surface="Marta Lind", spans=spans, known=True),) if spans else ()
    return [(q.surface, q.content) for q in find_quotes(_article(lang, text), known)]


TOLD = [
    ("de", "Marta Lind warf dem Bezirk vor, die Küstenstraße zu spät gesperrt zu haben.", "Marta Lind", "die Küstenstraße zu spät gesperrt zu haben"),
    ("de", "Marta Lind versprach, die Küstenstraße noch vor dem Frühjahr wieder zu öffnen.", "Marta Lind", "die Küstenstraße noch vor dem Frühjahr wieder zu öffnen"),
    ("de", "Die Straße bleibe gesperrt, hieß es am Montag aus Kreisen der Bauaufsicht.", "Kreisen der Bauaufsicht", "Die Straße bleibe gesperrt"),
    ("de", "Es regnet.\n\nDie Straße bleibt bis März gesperrt. Das teilte das Verkehrsministerium mit.", "das Verkehrsministerium", "Die Straße bleibt bis März gesperrt"),
    ("fr", "La pluie menace : selon la porte-parole de la préfecture maritime, Marta Lind, la route restera fermée.", "Marta Lind", "la route restera fermée"),
    ("es", "Seguirá lloviendo: la carretera quedará cerrada hasta la primavera, según Marta Lind.", "Marta Lind", "la carretera quedará cerrada hasta la primavera"),
    ("fa", "Marta Lind شهرداری را متهم کرد که جاده ساحلی را دیر بسته است.", "Marta Lind", "جاده ساحلی را دیر بسته است"),
    ("ru", "«Дорога останется закрытой до самой весны», — приводит агентство слова Marta Lind.", "Marta Lind", "Дорога останется закрытой до самой весны"),
    ("vi", "Marta Lind hôm nay cho hay trong số các con đường có hai đường bị đóng.", "Marta Lind", "trong số các con đường có hai đường bị đóng"),
    ("en", "It was late; Officials said the road would stay shut; Marta Lind did not speak.", "Officials", "the road would stay shut"),
]


@pytest.mark.parametrize(("lang", "text", "speaker", "content"), TOLD)
def test_told(lang: str, text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in [(s, c.split("; ")[0]) for s, c in _told(lang, text)]


def test_a_subject_in_apposition_tells_nothing_by_itself() -> None:
    assert _told("en", "The caretaker mayor of the port, Marta Lind, declared three days of mourning.") == []


CARRIED = [
    ("en", "A boat carrying 400 people sank and many died.", 400),
    ("fr", "Le bateau transportait 400 personnes ; le naufrage a fait des morts.", 400),
    ("ar", "القارب كان يقل 400 شخص قبل أن يغرق ويموت كثيرون.", 400),
    ("vi", "Con tàu chở 400 người bị chìm, nhiều người chết.", 400),
]


@pytest.mark.parametrize(("lang", "text", "value"), CARRIED)
def test_who_was_on_board_is_not_dead(lang: str, text: str, value: int) -> None:
    assert [n.what for n in find_numbers(_article(lang, text)) if n.value == value] == ["other"]


def test_taken_to_hospital_is_injured() -> None:
    assert [n.what for n in find_numbers(_article("vi", "Sau vụ cháy, 22 người phải nhập viện."))] == ["injured"]


def test_a_name_behind_a_noun_with_a_preposition_is_no_speech() -> None:
    text = 'قال Marta Lind لقناة "الساحل الجديد" إن الطريق سيبقى مغلقا حتى الربيع.'
    assert [c for _, c in _told("ar", text)] == ["الطريق سيبقى مغلقا حتى الربيع"]
    text = "وقالت Marta Lind في تصريح للوكالة: «سيبقى الطريق الساحلي مغلقا حتى الربيع»."
    assert _told("ar", text) == [("Marta Lind", "سيبقى الطريق الساحلي مغلقا حتى الربيع")]


def test_a_date_behind_a_number_is_not_what_it_counts() -> None:
    page = _article("ar", "أسفر الحريق عن مقتل 9 أشخاص وإصابة أكثر من 9 آلاف اليوم الأربعاء.")
    assert [(n.what, n.value) for n in find_numbers(page, find_dates(page))] == [("killed", 9), ("injured", 9000)]


def test_a_scope_is_a_place_or_group_and_no_day() -> None:
    page = _article("en", "The toll had risen to 83 by Monday; 12 in Syria were killed too.")
    assert [n.scope for n in find_numbers(page, find_dates(page))] == [None, "Syria"]
    page = _article("de", "Der Sturm kostete 83 Menschen das Leben, 12 in Syrien.")
    assert [n.scope for n in find_numbers(page)] == [None, "Syrien"]


def test_telephone_numbers_initials_types_and_indices_are_no_numbers() -> None:
    page = _article("en", "Call 202-555-2955 about the S&P 500 or the F-16, wrote John M. Smith, who owns 12 boats.")
    assert [n.value for n in find_numbers(page, find_dates(page))] == [12]


def test_korean_words_that_hold_number_words_are_no_numbers() -> None:
    assert [n.value for n in find_numbers(_article("ko", "구조대는 19일 오전 사고 현장에 도착했고 마을 12곳을 살폈다."))] == [19, 12]

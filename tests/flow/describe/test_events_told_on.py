"""Events that rest on what a page told before, and words that only look like an event."""

from __future__ import annotations

import pytest
from deeds_of import Told, events, facts

BOTH = [
    (
        "en",
        "Emmanuel Macron met Olaf Scholz in Paris. Joe Biden was not there. The two leaders signed a joint declaration.",
    ),
    ("ru", "Эммануэль Макрон провел переговоры с Олафом Шольцем. Джо Байден не приехал. Лидеры подписали соглашение."),
    ("fa", "امانوئل مکرون با «اولاف شولتس» دیدار کرد. دو رهبر بیانیه مشترکی را امضا کردند."),
]


@pytest.mark.parametrize(("lang", "text"), BOTH)
def test_the_two_are_those_who_met(lang: str, text: str) -> None:
    assert ("emmanuel-macron", "AGREE", "olaf-scholz") in facts(lang, text)


def test_two_countries_are_those_that_did_something_together() -> None:
    told = facts(
        "en",
        "Iran and Saudi Arabia held talks in Beijing, China. China and the Chinese press were pleased. The two countries signed an agreement.",
    )
    assert ("iran", "AGREE", "saudi-arabia") in told


FUTURE = [
    ("ar", "سيزور الرئيس الفرنسي إيمانويل ماكرون ألمانيا."),
    ("ru", "Эммануэль Макрон посетит Германию в мае."),
    ("tr", "Emmanuel Macron, Olaf Scholz ile görüşecek."),
]


@pytest.mark.parametrize(("lang", "text"), FUTURE)
def test_what_is_to_come_is_planned(lang: str, text: str) -> None:
    assert [e.mode for e in events(lang, text)] == ["planned"]


def test_talks_that_are_spoken_for_are_none_yet() -> None:
    assert ("france", "CONSULT", "iran") not in facts("en", "France supports talks with Iran.")
    assert ("france", "CONSULT", "iran") in facts("en", "France held talks with Iran.")


NOBODY = [
    ("en", "The company released US$ 4 million in aid to Chad.", "united-states"),
    (
        "en",
        "Some thirty people, among them four policemen, were killed on Friday in Lima, Peru.",
        "peru-police",
    ),
    ("zh", "新华社巴黎3月9日电（记者 王晓明）法国总统马克龙9日在巴黎会见德国总理朔尔茨。", "wang-xiaoming"),
]


@pytest.mark.parametrize(("lang", "text", "party"), NOBODY)
def test_who_takes_no_part(lang: str, text: str, party: str) -> None:
    assert all(party not in (e.actor, e.target) for e in events(lang, text))


def test_a_new_clause_behind_a_final_verb_has_its_own_subject() -> None:
    told = facts("fa", "سهام مایکروسافت سقوط کرد و امانوئل مکرون از مردم عذرخواهی کرد.")
    assert [(actor, kind) for actor, kind, _ in told] == [("emmanuel-macron", "CONCEDE")]


def test_an_office_acts_for_its_holder() -> None:
    told = facts(
        "fr",
        "Vladimir Poutine, le président russe, a rencontré Sergueï Lavrov. Kim Jong Un a invité le président russe à Pyongyang.",
    )
    assert ("kim-jong-un", "REQUEST", "vladimir-putin") in told


SENTENCES = [
    ("es", "Emmanuel Macron ha rechazado a Olaf Scholz.", ("emmanuel-macron", "REJECT", "olaf-scholz")),
    ("fr", "Les ministres sont partis. Emmanuel Macron a exhorté la population à rester calme.", ("emmanuel-macron", "REQUEST", None)),
    ("fr", 'La France "condamne avec la plus grande fermeté l\'attaque du Mali".', ("france", "ACCUSE", "mali")),
    ("en", "Emmanuel Macron offered Tokyo \"all necessary assistance\" on Monday.", ("emmanuel-macron", "AID", "japan")),
    ("ar", "ألقى الكرملين باللوم على كييف.", ("kremlin", "ACCUSE", "ukraine")),
    ("uk", "Володимир Зеленський скликав засідання.", ("volodymyr-zelensky", "CONSULT", None)),
    ("ru", "Эмманюэль Макрон прилетел в Анкару. Реджеп Тайип Эрдоган ждал. Владимир Путин поздравил турецкого коллегу.", ("vladimir-putin", "SUPPORT", "recep-tayyip-erdogan")),
    ("en", "Emmanuel Macron denounced Iran and urged the army to leave.", ("emmanuel-macron", "REQUEST", "iran")),
    ("es", "«No vamos a dejaros solos en esta hora», dijo Emmanuel Macron.", ("emmanuel-macron", "SUPPORT", None)),
    ("ru", "Эмманюэль Макрон заявил: «Польша охраняет границу, и мы всегда будем рядом с ней».", ("emmanuel-macron", "SUPPORT", "poland")),
    ("ar", "اعتُقل إيمانويل ماكرون مساء الجمعة.", (None, "COERCE", "emmanuel-macron")),
    ("fa", "امانوئل مکرون پس از برکناری «اولاف شولتس» سخن گفت.", (None, "COERCE", "olaf-scholz")),
]


@pytest.mark.parametrize(("lang", "text", "told"), SENTENCES)
def test_one_deed(lang: str, text: str, told: Told) -> None:
    assert told in facts(lang, text)


def test_the_year_of_what_is_signed_is_not_the_day_of_the_signing() -> None:
    (event,) = events("en", "Iran and Iraq agreed on Monday to carry out in full the security treaty that dates from 1998.")
    assert event.date != "1998"


def test_two_may_answer_each_other_in_one_sentence() -> None:
    told = facts("en", "Iran accused Iraq of an attack on Friday, while the Kremlin blamed Turkey for the sabotage.")
    assert ("iran", "ACCUSE", "iraq") in told
    assert ("kremlin", "ACCUSE", "turkey") in told


def test_who_was_conferring_was_not_conferred_on() -> None:
    assert facts("en", "Emmanuel Macron was conferring with other leaders.") == [("emmanuel-macron", "CONSULT", None)]


def test_what_one_is_accused_of_is_no_fact_where_the_verb_stands_last() -> None:
    assert facts("fa", "ایران ترکیه را به منفجر کردن این پل متهم کرده است.") == [("iran", "ACCUSE", "turkey")]


def test_a_month_at_the_head_frames_the_whole_sentence() -> None:
    text = "The ministers met. In March 2022, after weeks of talks in a number of other capitals of the region and beyond, Emmanuel Macron met Donald Tusk."
    assert [(e.type, e.date) for e in events("en", text) if e.actor == "emmanuel-macron"] == [("CONSULT", "2022-03")]

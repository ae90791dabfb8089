"""Events whose parties a sentence means without naming them in their place: pronouns, cases, leaders, doers of condemned deeds."""

from __future__ import annotations

import pytest

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities import find_entities
from khabar.flow.describe.events import find_events
from khabar.flow.describe.quotes import find_quotes
from khabar.models import Article

Fact = tuple[str | None, str, str | None]

TOLD: list[tuple[str, str, Fact]] = [
    # a pronoun of persons is no office
    ("en", "President Joe Biden is in Delaware. The White House said he spoke by phone with Mark Rutte.", ("joe-biden", "CONSULT", "mark-rutte")),
    ("zh", "泽连斯基说，他与马克龙通了电话。", ("volodymyr-zelensky", "CONSULT", "emmanuel-macron")),
    # an oblique case is no subject
    ("ru", "Эмманюэля Макрона обвинила Россия.", ("russia", "ACCUSE", "emmanuel-macron")),
    ("uk", "Еммануеля Макрона розкритикувала Польща.", ("poland", "ACCUSE", "emmanuel-macron")),
    # a group that a body leads is that body
    ("en", "Militants led by Al-Shabaab attacked Kenya on Friday.", ("al-shabaab", "ASSAULT", "kenya")),
    ("fr", "Des rebelles menés par le M23 ont attaqué le Burundi vendredi.", ("m23", "ASSAULT", "burundi")),
    ("es", "Agentes del FBI detuvieron a un hombre en Seattle.", ("fbi", "COERCE", None)),
    # whose deed is condemned
    ("en", "Hezbollah attacked Israel on Monday. Canada's Prime Minister Justin Trudeau condemned the attack.", ("justin-trudeau", "ACCUSE", "hezbollah")),
    ("ru", "«Хезболла» атаковала Израиль. Эмманюэль Макрон осудил нападение.", ("emmanuel-macron", "ACCUSE", "hezbollah")),
    ("ar", "نددت ألمانيا بالهجوم الروسي.", ("germany", "ACCUSE", "russia")),
    ("de", "Frankreich verurteilte den russischen Angriff auf die Ukraine.", ("france", "ACCUSE", "russia")),
    # a name that ends in the letter of "and"; a participle of manner, with its sign of vowels
    ("ar", "توعد بنيامين نتنياهو لبنان.", ("benjamin-netanyahu", "THREATEN", "lebanon")),
    ("ar", "وقال إيمانويل ماكرون إن باريس قلقة، مهدداً روسيا بعقوبات.", ("emmanuel-macron", "THREATEN", "russia")),
    # who orders an army about raises it
    ("en", "President Bola Tinubu ordered the army to help Benue.", ("bola-tinubu", "MOBILIZE", None)),
    ("es", "El presidente Daniel Noboa ordenó al Ejército entrar en las cárceles.", ("daniel-noboa", "MOBILIZE", None)),
    ("tr", "Cumhurbaşkanı Aleksandar Vucic, orduya sınıra gitme talimatı verdi.", ("aleksandar-vucic", "MOBILIZE", None)),
    ("fa", "مسعود پزشکیان به ارتش دستور داد به سیل‌زدگان کمک کند.", ("masoud-pezeshkian", "MOBILIZE", None)),
    ("zh", "马克龙下令军队参加救援。", ("emmanuel-macron", "MOBILIZE", None)),
    # weapons of a nation are the nation; what is given is help where it is arms or money; a group as the subject of an Arabic verb
    ("en", "Israeli warplanes struck Beirut on Friday.", ("israel", "ASSAULT", "beirut")),
    ("ru", "Украинские беспилотники атаковали нефтеперерабатывающий завод в Рязани.", ("ukraine", "ASSAULT", "russia")),
    ("es", "España entregó a Ucrania tanques Leopard.", ("spain", "AID", "ukraine")),
    ("vi", "Đức chuyển giao hệ thống Patriot cho Ukraine.", ("germany", "AID", "ukraine")),
    ("ar", "اعتقلت الشرطة أكرم إمام أوغلو في إسطنبول.", ("turkey-police", "COERCE", "ekrem-imamoglu")),
    ("fa", "دونالد ترامپ کلمبیا را به تعرفه تهدید کرد.", ("donald-trump", "THREATEN", "colombia")),
    ("zh", "习近平在巴黎同法国总统马克龙举行会谈。", ("xi-jinping", "CONSULT", "emmanuel-macron")),
    # who dies in the attack of a nation is attacked by it, in the active too; talks and resignations told by nouns
    ("en", "Five civilians died in Russian shelling of Kherson.", ("russia", "ASSAULT", "ukraine")),
    ("fr", "Douze personnes ont été tuées dans une frappe israélienne sur Gaza.", ("israel", "ASSAULT", "palestine")),
    ("tr", "Hasan Nasrallah, İsrail'in Beyrut'a düzenlediği saldırıda öldürüldü.", ("israel", "ASSAULT", "hassan-nasrallah")),
    ("ko", "이스라엘의 가자지구 공습으로 12명이 숨졌다.", ("israel", "ASSAULT", "palestine")),
    ("vi", "12 người thiệt mạng trong vụ không kích của Israel vào Gaza.", ("israel", "ASSAULT", "palestine")),
    ("ar", "قتل 12 شخصا في قصف إسرائيلي على غزة.", ("israel", "ASSAULT", "palestine")),
    ("en", "Talks between Wang Yi and Jake Sullivan ended in Bangkok.", ("wang-yi", "CONSULT", "jake-sullivan")),
    ("en", "The resignation of Justin Trudeau surprised Canada.", ("justin-trudeau", "RETREAT", None)),
    ("de", "Teheran machte Israel für den Tod von Ismail Hanija verantwortlich.", ("tehran", "ACCUSE", "israel")),
    # a result that another state does not recognise is rejected to the state of the news, by whom "his country" stands for
    ("en", "Nicolas Maduro won the election in Venezuela. Chile's President Gabriel Boric said his country would not recognise the result.",
     ("gabriel-boric", "REJECT", "venezuela")),
    # asylum is help; an embassy is its state; missiles at a country are an attack
    ("en", "Brazil granted asylum to Nadine Heredia.", ("brazil", "AID", "nadine-heredia")),
    ("ru", "Испания предоставила убежище Эдмундо Гонсалесу.", ("spain", "AID", "edmundo-gonzalez")),
    ("fr", "Des manifestants ont envahi l'ambassade de France à Niamey.", ("niger-protesters", "ASSAULT", "france")),
    ("tr", "Kuzey Kore, Güney Kore'ye 20'den fazla füze fırlattı.", ("north-korea", "ASSAULT", "south-korea")),
    ("en", "OSLO/KYIV: Russia launched 40 missiles at Ukraine overnight.", ("russia", "ASSAULT", "ukraine")),
    # arrests of which only the one service of the page can be the maker
    ("ru", "Задержаны 11 человек, сообщила ФСБ.", ("fsb", "COERCE", None)),
    ("en", '"If Iran attacks again, our response will be far stronger," Yoav Gallant said.', ("yoav-gallant", "THREATEN", "iran")),
]


def events(lang: str, text: str) -> list[Fact]:
    document = Document(Article(id="a", content_id="a", file=None, url=None, outlet=None, lang=lang, title="", text=text))
    entities = find_entities(document)
    found = find_events(document, entities, (), find_quotes(document, entities))
    return [(e.actor, e.type, e.target) for e in found if not e.mode]


@pytest.mark.parametrize(("lang", "text", "fact"), TOLD)
def test_who_is_meant(lang: str, text: str, fact: Fact) -> None:
    assert fact in events(lang, text)


def test_nobody_is_made_the_doer_of_what_an_unnamed_man_or_a_machine_did() -> None:
    assert events("en", "Prosecutor Ann Dole said the man was shot near the arena in Boston.") == []
    assert events("en", "Three people died in a plane crash in Brazil.") == []
    assert events("en", "A Boeing 737 slammed into a wall in Brazil, killing 12 people.") == []
    assert events("ru", "Дональда Трампа ранили на митинге.") == []


def test_who_asks_for_respect_of_a_country_asks_nothing_of_it() -> None:
    assert events("ko", "유럽연합은 소말리아의 영토 보전을 존중하라고 촉구했다.") == [("european-union", "REQUEST", None)]

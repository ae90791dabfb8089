"""Speakers that are only described, sent to a body, or named by case, title or participle; own sentences."""

from __future__ import annotations

import pytest
from quotes_of import quotes

DESCRIBED = [
    ("en", 'Harbourmaster Marta Lind ran to the pier. It was dark and a deckhand had called a pilot. "We saw nothing but foam for an hour," the harbourmaster said.', "Marta Lind", "the harbourmaster"),
    ("en", '"We saw nothing but foam for an hour," said the harbourmaster in an interview.\n\nMarta Lind left.', None, "the harbourmaster"),
    ("de", "Marta Lind, 61, kam spät.\n\n„Wir haben eine Stunde lang nur Gischt gesehen“, schrieb die 61-Jährige am Abend auf ihrer Seite.", "Marta Lind", "die 61-Jährige"),
    ("fr", "Marta Lind, skippeuse de Lorient, a pris la parole.\n\n« Nous n'avons vu que de l'écume », a raconté la skippeuse dans un courriel.", "Marta Lind", "la skippeuse"),
    ("es", "Marta Lind, patrona del barco, llegó tarde.\n\n«No vimos más que espuma durante una hora», contó la patrona en la radio.", "Marta Lind", "la patrona"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "speaker", "surface"), DESCRIBED)
def test_a_description_means_whom_the_page_described_so(lang: str, text: str, speaker: str | None, surface: str) -> None:
    [quote] = [q for q in quotes(lang, text, Marta_Lind="PER") if q.direct]
    assert (quote.speaker_id, quote.surface) == (speaker, surface)


def test_a_description_that_nothing_explains_is_not_the_speaker_before() -> None:
    text = "Marta Lind a parlé.\n\nOla Berg aussi.\n\n« Nous n'avons vu que de l'écume », a assuré le millionnaire dans un courriel."
    assert [(q.speaker_id, q.surface) for q in quotes("fr", text, Marta_Lind="PER", Ola_Berg="PER")] == [(None, "le millionnaire")]


OWN = [
    ("en", "Her office said the road would stay shut.", {}, "Her office"),
    ("en", "It rained.\n\nA member of the harbour pilots' council told reporters the road would stay shut.", {}, "A member of the harbour pilots' council"),
    ("es", "Llovía.\n\nUn miembro de la junta de prácticos del puerto explicó que la carretera seguirá cerrada.", {}, "Un miembro de la junta de prácticos del puerto"),
    ("en", "It rained.\n\nNordland's mission to the Harbour Union said the road would stay shut.", {"Harbour_Union": "ORG"}, "Nordland's mission to the Harbour Union"),
    ("fr", "Il pleuvait.\n\n« La route restera fermée tout l'hiver », a déclaré la mission du Nordland auprès de l'Union Portuaire.", {"Union_Portuaire": "ORG"}, "mission du Nordland auprès de l'Union Portuaire"),
    ("hi", "बारिश हुई।\n\nमार्ता की टीम का कहना है कि सड़क वसंत तक बंद रहेगी।", {"मार्ता": "PER"}, "मार्ता की टीम"),
    ("fa", "باران آمد.\n\nیک راننده کشتی نیز به «خبر ساحل» گفت که جاده تا بهار بسته می‌ماند.", {"خبر_ساحل": "ORG"}, "یک راننده کشتی"),
    ("tr", "Yağmur yağdı.\n\n\"Yol bahara kadar kapalı kalacak\" diyen bir liman yöneticisi, adını vermedi.", {}, "bir liman yöneticisi"),
    ("tr", "Yağmur yağdı.\n\nKaynak, \"Yol bahara kadar kapalı kalacak\" dedi.", {}, "Kaynak"),
    ("ko", "비가 왔다.\n\n김서린 항만공단 부이사장은 \"도로는 봄까지 닫혀 있을 것\"이라고 말했다.", {"항만공단": "ORG"}, "김서린"),
    ("ko", "비가 왔다.\n\n어부 대표 박가람 씨는 \"도로는 봄까지 닫혀 있을 것\"이라고 말했다.", {}, "박가람"),
    ("fr", "Il pleuvait. De source portuaire, la route restera fermée tout l'hiver.", {}, "De source portuaire"),
    ("ru", "Шел дождь.\n\n«Дорога останется закрытой до самой весны», — говорится в сообщении портового управления Зоряграда.", {}, "портового управления Зоряграда"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "kinds", "surface"), OWN)
def test_speakers_by_their_own_words(lang: str, text: str, kinds: dict[str, str], surface: str) -> None:
    assert [(q.speaker_id, q.surface) for q in quotes(lang, text, **kinds)] == [(None, surface)]


NAMED = [
    ("fa", "«مارتا لیند» رئیس بنادر شمال در نشست خبری گفت: «جاده تا بهار بسته می‌ماند و راهی نیست.»", {"مارتا_لیند": "PER", "بنادر_شمال": "ORG"}, "مارتا لیند"),
    ("ar", "هطل المطر. ونقلت الوكالة عن شاهد يدعى مارتا ليند قوله إن الطريق مغلق. وأضاف: \"لم نر سوى الزبد طوال ساعة\".", {"مارتا_ليند": "PER"}, "مارتا ليند"),
    ("en", "Marta Lind, who runs the port, bowed beside Ola Berg and said she felt \"deep and lasting shame\".", {"Marta_Lind": "PER", "Ola_Berg": "PER"}, "Marta Lind"),
    ("tr", "Liman İdaresi'nden yapılan açıklamada, Marta Lind'i taşıyan teknenin bulunduğu bildirildi. Açıklamada, \"Arama çalışmaları sona ermiştir\" ifadesi yer aldı.", {"Liman_İdaresi": "ORG", "Marta_Lind": "PER"}, "Liman İdaresi"),
    ("zh", "下雨。\n\n玛塔·林德告诉本报记者，道路将关闭到春天。", {"玛塔·林德": "PER"}, "玛塔·林德"),
    ("ko", "마르타 린드 시장은 \"도로는 닫혀 있다\"고 말했다. 그러면서 봄까지 열기 어려울 수 있다고 덧붙였다.", {"마르타_린드": "PER"}, "마르타 린드"),
    ("ko", "마르타 린드 시장은 \"도로는 닫혀 있다\"며 봄까지 열기는 어렵다고 선을 그었다.", {"마르타_린드": "PER"}, "마르타 린드"),
    ("de", "Nach Angaben von Marta Lind wird die Straße noch bis zum Frühjahr gesperrt sein.", {"Marta_Lind": "PER"}, "Marta Lind"),
    ("uk", "Marta Lind наголосила, що дорога закрита до весни: «Ми не бачили нічого, крім піни».", {"Marta_Lind": "PER"}, "Marta Lind"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "kinds", "speaker"), NAMED)
def test_the_one_who_is_named(lang: str, text: str, kinds: dict[str, str], speaker: str) -> None:
    assert {q.speaker_id for q in quotes(lang, text, **kinds)} == {speaker}


def test_a_further_clause_in_arabic_has_its_own_speaker() -> None:
    text = 'هطل المطر. وقال مارتا ليند إنه "لا مكان هنا لهذا النوع من السفن"، وذكر مجلس الميناء أنه سيغلق الطريق حتى الربيع.'
    found = quotes("ar", text, مارتا_ليند="PER", مجلس_الميناء="ORG")
    assert [(q.speaker_id, q.direct) for q in found] == [("مارتا ليند", True), ("مجلس الميناء", False)]


def test_a_former_president_is_not_the_president() -> None:
    text = 'Former president Marta Lind met president Ola Berg.\n\n"The road stays shut until spring," the president said.'
    assert [q.speaker_id for q in quotes("en", text, Marta_Lind="PER", Ola_Berg="PER")] == ["Ola Berg"]
    text = text.replace("the president said", "the former president said")
    assert [q.speaker_id for q in quotes("en", text, Marta_Lind="PER", Ola_Berg="PER")] == ["Marta Lind"]


def test_who_closes_a_sentence_as_its_source_is_no_part_of_what_was_told() -> None:
    text = "It rained.\n\nMarta Lind told Ola Berg that the road would stay shut, a harbour official told the Daily Coast."
    found = quotes("en", text, Marta_Lind="PER", Ola_Berg="PER", Daily_Coast="ORG")
    assert [q.content for q in found] == ["the road would stay shut"]


FURTHER = [
    ("ar", 'هطل المطر. حذر مارتا ليند من أن مدينته لن تعترف "بأي نتيجة لا يمكن التحقق منها"، فيما أعرب أولا بيرغ عن "قلق بالغ".', {"مارتا_ليند": "PER", "أولا_بيرغ": "PER"}, ["مارتا ليند", "أولا بيرغ"]),
    ("ru", "Шел дождь.\n\nДорогу закроют до весны, сообщил постпред при Союзе портов Марта Линд.", {"Союзе_портов": "ORG", "Марта_Линд": "PER"}, ["Марта Линд"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "kinds", "speakers"), FURTHER)
def test_each_verb_has_its_own_subject(lang: str, text: str, kinds: dict[str, str], speakers: list[str]) -> None:
    assert [q.speaker_id for q in quotes(lang, text, **kinds)] == speakers


PLACES = [
    ("en", "It rained.\n\nA girl was badly hurt by shrapnel, the harbour hospital in Port Nell said.", "the harbour hospital in Port Nell"),
    ("ru", "Шел дождь.\n\nКак сообщили в центре цунами Зоряграда, угрозы для островов нет.", "центре цунами Зоряграда"),
    ("uk", "Йшов дощ.\n\nУ портовому клубі також заявили, що дорога залишиться закритою до весни.", "портовому клубі"),
    ("ar", 'هطل المطر. ونقلت الصحيفة عن عضو في مجلس الميناء أن الطريق سيبقى مغلقا حتى الربيع.', "عضو في مجلس الميناء"),
    ("ko", "비가 왔다.\n\n서가람(38) 씨는 놀랐다.\n\n서씨는 \"도로는 봄까지 닫혀 있을 것\"이라고 말했다.", "서가람"),
    ("ru", "Шел дождь.\n\nВ Управлении портов Нордланда сообщили, что дорога закрыта до весны.", "Управлении портов Нордланда"),
    ("ko", "비가 왔다.\n\n해운사 대표 서가람씨는 \"도로는 봄까지 닫혀 있을 것\"이라고 말했다.", "서가람"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "surface"), PLACES)
def test_who_speaks_for_a_place_or_group(lang: str, text: str, surface: str) -> None:
    assert [q.surface for q in quotes(lang, text)] == [surface]


PARTED = [
    ("en", "“We saw nothing but foam,” said Marta Lind. “Then the lights went out.\n\n“After that we heard the engines.”", ["We saw nothing but foam", "Then the lights went out", "After that we heard the engines"]),
    ("fr", "« La route, a précisé Marta Lind, restera fermée tout l'hiver. »", ["La route", "restera fermée tout l'hiver"]),
    ("es", "«La carretera -dijo Marta Lind- seguirá cerrada hasta la primavera».", ["La carretera", "seguirá cerrada hasta la primavera"]),
    ("de", "Marta Lind kam. „Wir bedauern das sehr“, fügte sie hinzu.", ["Wir bedauern das sehr"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "contents"), PARTED)
def test_speech_in_parts(lang: str, text: str, contents: list[str]) -> None:
    found = quotes(lang, text, Marta_Lind="PER")
    assert [q.content for q in found if q.direct] == contents
    assert {q.speaker_id for q in found} == {"Marta Lind"}


def test_so_names_a_speaker_in_german_and_so_dass_does_not() -> None:
    text = "Es regnet.\n\nDie Straße bleibt bis zum Frühjahr gesperrt, so Marta Lind."
    assert [(q.speaker_id, q.content) for q in quotes("de", text, Marta_Lind="PER")] == [("Marta Lind", "Die Straße bleibt bis zum Frühjahr gesperrt")]
    assert quotes("de", "Es regnet.\n\nDie Straße ist gesperrt, so dass Marta Lind warten muss.", Marta_Lind="PER") == []


def test_who_speaks_in_a_persian_statement_also_speaks_in_what_is_quoted_of_it() -> None:
    text = "سپاه ساحل بامداد یکشنبه در اطلاعیه‌ای اعلام کرد جاده تا بهار بسته می‌ماند. در این اطلاعیه آمده است: «این کار برای ایمنی مسافران انجام شد.»"
    assert {q.speaker_id for q in quotes("fa", text, سپاه_ساحل="ORG")} == {"سپاه ساحل"}


def test_title_and_name_between_commas_close_a_sentence() -> None:
    text = "The road stays shut until spring, the head of the Harbour Union, Marta Lind, said today in Port Nell."
    found = quotes("en", text, Harbour_Union="ORG", Marta_Lind="PER")
    assert [(q.speaker_id, q.content) for q in found] == [("Marta Lind", "The road stays shut until spring")]


def test_a_verb_of_the_sentence_before_does_not_name_the_speaker() -> None:
    text = "비가 왔다.\n\n시장은 항구를 닫기로 했다. 마르타 린드는 기자회견을 열고 \"책임을 통감한다\"며 고개를 숙였다."
    assert [q.speaker_id for q in quotes("ko", text, 마르타_린드="PER") if q.direct] == ["마르타 린드"]


EMBEDDED = [
    ("en", 'Marta Lind said the crew had heard "several shots" from the pier before the lights went out.', 'the crew had heard "several shots" from the pier before the lights went out'),
    ("uk", 'За словами Marta Lind, команда почула "численні постріли" з берега до світанку.', 'команда почула "численні постріли" з берега до світанку'),
    ("fr", "Marta Lind a indiqué que l'équipage est « en bonne santé » et refuse de partir.", "l'équipage est « en bonne santé » et refuse de partir"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "content"), EMBEDDED)
def test_a_few_quoted_words_belong_to_the_clause_around_them(lang: str, text: str, content: str) -> None:
    assert [(q.content, q.direct) for q in quotes(lang, text, Marta_Lind="PER")] == [(content, False)]


def test_quoted_words_that_close_a_clause_stand_for_themselves() -> None:
    text = 'Marta Lind said the number of boats lost "is probably in the hundreds".'
    assert ("is probably in the hundreds", True) in [(q.content, q.direct) for q in quotes("en", text, Marta_Lind="PER")]

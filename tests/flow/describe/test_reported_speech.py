"""Reported speech in frames of single languages, and what is no speech; own sentences."""

from __future__ import annotations

import pytest
from quotes_of import entity_in, quotes_of

from khabar.models import Quote

Known = tuple[str, str, str]


def quotes(lang: str, text: str, *known: Known) -> list[Quote]:
    """Quotes of a text in which the things of `known` (name, kind, id) are found."""
    return quotes_of(lang, text, [entity_in(text, name, kind, key, known=True) for name, kind, key in known])


def told(lang: str, text: str, *known: Known) -> list[tuple[str | None, str]]:
    """(speaker, content) of every quote."""
    return [(q.speaker_id, q.content) for q in quotes(lang, text, *known)]


LIND: Known = ("Marta Lind", "PER", "lind")


def test_turkish_participles_and_converbs() -> None:
    text = "Yolun bahara kadar kapalı kalacağını belirten Marta Lind, köprünün ise yarın açılacağını kaydetti."
    assert told("tr", text, LIND) == [("lind", "Yolun bahara kadar kapalı kalacağını"), ("lind", "köprünün ise yarın açılacağını")]
    text = "Marta Lind, düzenlediği basın toplantısında, yolun kapalı olduğunu vurgulayarak, \"Sürücülerimiz sabırlı olsun\" dedi."
    assert told("tr", text, LIND) == [("lind", "yolun kapalı olduğunu"), ("lind", "Sürücülerimiz sabırlı olsun")]


def test_turkish_circumstances_are_not_told() -> None:
    text = "Belediyeden bilgi bekleniyordu. Marta Lind, sabah yaptığı açıklamada, yolun bahara kadar kapalı kalacağını söyledi."
    assert told("tr", text, LIND) == [("lind", "yolun bahara kadar kapalı kalacağını")]


def test_korean_particles_mark_speech_however_short() -> None:
    text = '홍길순 시장은 "이미 늦었다"며 도로 폐쇄를 요구했다.'
    assert told("ko", text, ("홍길순", "PER", "hong")) == [("hong", "이미 늦었다")]


def test_korean_clause_with_an_object_before_its_verb() -> None:
    text = "홍길순 시장은 도로가 봄까지 닫혀 있을 것이라며 시민들의 협조를 당부했다."
    assert told("ko", text, ("홍길순", "PER", "hong")) == [("hong", "도로가 봄까지 닫혀 있을 것이라")]


def test_korean_official_with_his_ministry() -> None:
    text = '국토부 관계자는 "도로는 봄까지 닫혀 있을 것"이라고 말했다.'
    assert [q.surface for q in quotes("ko", text)] == ["국토부 관계자"]


def test_german_subjunctive_speaks_on() -> None:
    text = "Marta Lind teilte mit, dass die Straße gesperrt bleibe. Zwei Brücken seien bereits repariert worden. Die Arbeiten begannen im Mai."
    assert told("de", text, LIND) == [("lind", "die Straße gesperrt bleibe"), ("lind", "Zwei Brücken seien bereits repariert worden")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Накануне шел дождь. Дорога останется закрытой до весны. Об этом журналистам сообщила Marta Lind."),
        ("uk", "Напередодні йшов дощ. Дорога залишиться закритою до весни. Про це журналістам повідомила Marta Lind."),
        ("de", "Am Vortag regnete es. Die Straße bleibt bis zum Frühjahr gesperrt. Das teilte Marta Lind mit."),
    ],
)
def test_the_sentence_before_is_what_was_said(lang: str, text: str) -> None:
    [(speaker, content)] = told(lang, text, LIND)
    assert speaker == "lind"
    assert content in text.split(". ")[1]


def test_a_paper_speaks_for_who_issued_it() -> None:
    text = "مارتا لیند با شهروندان همدردی کرد. در این پیام آمده است: «امیدوارم جاده پیش از بهار باز شود و همه سالم بمانند.»"
    assert told("fa", text, ("مارتا لیند", "PER", "lind")) == [("lind", "امیدوارم جاده پیش از بهار باز شود و همه سالم بمانند")]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("В мэрии приморского города сообщили, что дорога останется закрытой до весны.", "мэрии приморского города"),
        ("Ночью шел снег.\n\nДорога останется закрытой до весны, уточнили в районном управлении дорог.", "районном управлении дорог"),
    ],
)
def test_they_say_in_a_body(text: str, surface: str) -> None:
    assert [q.surface for q in quotes("ru", text)] == [surface]


def test_they_say_on_a_day() -> None:
    """«В пятницу сообщили, что …»: Friday is no body."""
    assert "пятницу" not in [q.surface for q in quotes("ru", "В пятницу сообщили, что дорога останется закрытой до весны.")]


def test_how_one_condemns_is_no_speech() -> None:
    assert quotes("fr", "Marta Lind a condamné « avec la plus grande fermeté » la fermeture de la route.", LIND) == []
    assert told("fr", "Marta Lind a condamné « une fermeture absurde » de la route.", LIND) == [("lind", "une fermeture absurde")]


def test_a_body_is_the_source_of_figures_not_their_speaker() -> None:
    body: Known = ("Harbour Board", "ORG", "harbour-board")
    start = "The storm has passed.\n\n"
    assert quotes("en", start + "Some 300 boats were lost along the coast, according to the Harbour Board.", body) == []
    assert told("en", start + "The coast road would stay shut for weeks, according to the Harbour Board.", body) == [
        ("harbour-board", "The coast road would stay shut for weeks")
    ]


def test_one_word_is_speech_beside_its_verb() -> None:
    assert told("en", "Marta Lind described the closure as “absurd” and left.", LIND)[0] == ("lind", "absurd")
    assert quotes("en", "The “Clipper” left the harbour at noon, long after Marta Lind had gone home.", LIND) == []


def test_what_follows_a_quoted_word_is_told_too() -> None:
    text = "Selon Marta Lind, la route serait « en bon état » et rouvrirait avant la fin du printemps."
    assert told("fr", text, LIND) == [("lind", "la route serait « en bon état » et rouvrirait avant la fin du printemps")]


def test_agencies_of_states_speak_and_news_agencies_are_credits() -> None:
    clause = "지난밤 도로가 얼어붙을 수 있다며 주의를 당부했다."
    assert told("ko", "일본 기상청은 " + clause, ("일본 기상청", "ORG", "japan-meteorological-agency")) != []
    assert told("ko", "연합뉴스는 " + clause, ("연합뉴스", "ORG", "yonhap")) == []


def test_a_pronoun_means_who_opens_the_sentence_before() -> None:
    text = "Ada Berg sagte, die Brücke sei sicher. Marta Lind besuchte die Baustelle. Die Straße bleibe gesperrt, schrieb sie."
    assert told("de", text, LIND, ("Ada Berg", "PER", "berg")) == [("berg", "die Brücke sei sicher"), ("lind", "Die Straße bleibe gesperrt")]


@pytest.mark.parametrize(
    ("lang", "text", "surface", "content"),
    [
        ("ar", "أما رئيسة البلدية مارتا ليند فرأت أن الطريق ستبقى مغلقة حتى الربيع.", "رئيسة البلدية مارتا ليند", "الطريق ستبقى مغلقة حتى الربيع"),
        ("es", "Llovió toda la noche. La carretera seguirá cerrada hasta la primavera, ha advertido Viamar.", "Viamar", "La carretera seguirá cerrada hasta la primavera"),
        ("tr", "Bölgedeki yolu işleten Yolmar, köprünün bahara kadar kapalı kalacağını duyurdu.", "Yolmar", "köprünün bahara kadar kapalı kalacağını"),
        ("en", "Rain fell all night. Military officers said they had closed the coast road.", "Military officers", "they had closed the coast road"),
    ],
)  # fmt: skip
def test_speakers_that_no_file_holds(lang: str, text: str, surface: str, content: str) -> None:
    assert [(q.surface, q.content) for q in quotes(lang, text)] == [(surface, content)]


def test_for_someone_opens_an_opinion() -> None:
    text = "Pour la maire de Port-Nel, Marta Lind, il ne reste au village « presque plus une maison debout »."
    assert told("fr", text, LIND) == [("lind", "presque plus une maison debout")]


def test_the_clause_of_the_second_source_is_its_own() -> None:
    text = "Llovió toda la noche. Unas cien casas seguían sin luz, según Ada Berg, mientras que la carretera no se abrirá en abril, ha advertido Marta Lind."
    assert ("lind", "la carretera no se abrirá en abril") in told("es", text, LIND, ("Ada Berg", "PER", "berg"))


def test_a_long_office_after_according_to() -> None:
    text = "За словами начальника приморської обласної дорожньої військової адміністрації Marta Lind, дорога залишиться закритою до весни."
    assert told("uk", text, LIND) == [("lind", "дорога залишиться закритою до весни")]


def test_turkish_first_of_two_verbs() -> None:
    text = 'Marta Lind, yolun bahara kadar kapalı kalacağını vurguladı ve "Sürücülerimiz sabırlı olsun" dedi.'
    assert told("tr", text, LIND) == [("lind", "yolun bahara kadar kapalı kalacağını"), ("lind", "Sürücülerimiz sabırlı olsun")]


def test_korean_name_body_and_title_are_one_speaker() -> None:
    text = '홍길순 해안도로공사 대표는 "도로는 봄까지 닫혀 있을 것"이라고 말했다.'
    assert told("ko", text, ("홍길순", "PER", "hong"), ("해안도로공사", "ORG", "road-board")) == [("hong", "도로는 봄까지 닫혀 있을 것")]


def test_parted_german_verbs() -> None:
    text = "Es regnete die ganze Nacht. Man werde die Straße wieder öffnen, teilte eine Sprecherin des Bezirks auf Anfrage mit."
    assert [(q.surface, q.content) for q in quotes("de", text)] == [("eine Sprecherin des Bezirks", "Man werde die Straße wieder öffnen")]


def test_quoted_as_saying() -> None:
    text = "The coast road had been shut too late, the Port Nell Gazette quoted the engineer Marta Lind as saying."
    assert told("en", text, LIND) == [("lind", "The coast road had been shut too late")]


def test_one_of_them_by_name() -> None:
    assert told("en", "“We are not leaving,” shouted one of the ferrymen, Marta Lind, as the boats came in.", LIND) == [("lind", "We are not leaving")]
    text = "«Hoy abre la carretera», dijo la alcaldesa junto a su vecina de escaño, Ada Berg."
    assert "berg" not in [q.speaker_id for q in quotes("es", text, ("Ada Berg", "PER", "berg"))]


def test_persian_office_that_opens_the_sentence() -> None:
    text = "سخنگوی اداره راه‌های ساحلی در واکنش به این خبر گفت جاده تا بهار بسته می‌ماند."
    assert [(q.surface, q.content) for q in quotes("fa", text)] == [("سخنگوی اداره راه‌های ساحلی", "جاده تا بهار بسته می‌ماند")]


def test_a_head_alone_beside_its_verb() -> None:
    assert [q.surface for q in quotes("ru", "Собеседник агентства утверждает, что дорога останется закрытой.")] == ["Собеседник агентства"]

"""What headlines let someone say, in all languages, and what only looks so."""

from __future__ import annotations

import pytest

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities import find_entities
from khabar.flow.describe.quotes import find_quotes
from khabar.models import Article, Quote

SAID = [
    ("en", "Macron: 'We will not leave our friends alone'", "Emmanuel Macron was in Berlin.", "emmanuel-macron", "We will not leave our friends alone", True),
    ("fr", "Macron : « Nous ne céderons pas »", "Emmanuel Macron était à Berlin.", "emmanuel-macron", "Nous ne céderons pas", True),
    ("es", "Macron: «No vamos a ceder»", "Emmanuel Macron estuvo en Berlín.", "emmanuel-macron", "No vamos a ceder", True),
    ("de", "Macron: „Wir geben nicht nach“", "Emmanuel Macron war in Berlin.", "emmanuel-macron", "Wir geben nicht nach", True),
    ("ru", "Путин: «Мы готовы к переговорам»", "Владимир Путин прибыл в Пекин.", "vladimir-putin", "Мы готовы к переговорам", True),
    ("ru", "«Мы готовы к переговорам» — Путин", "Владимир Путин прибыл в Пекин.", "vladimir-putin", "Мы готовы к переговорам", True),
    ("uk", "Зеленський: ми готові до переговорів", "Володимир Зеленський прибув до Берліна.", "volodymyr-zelensky", "ми готові до переговорів", False),
    ("ar", "بوتين: مستعدون للمحادثات مع الجميع", "وصل فلاديمير بوتين إلى بكين.", "vladimir-putin", "مستعدون للمحادثات مع الجميع", False),
    ("fa", "پوتین: آماده گفت‌وگو هستیم", "ولادیمیر پوتین وارد پکن شد.", "vladimir-putin", "آماده گفت‌وگو هستیم", False),
    ("tr", "Cumhurbaşkanı Erdoğan: Görüşmeye hazırız hemen", "Recep Tayyip Erdoğan Pekin'e gitti.", "recep-tayyip-erdogan", "Görüşmeye hazırız hemen", False),
    ("ko", '푸틴: "우리는 협상할 준비가 돼 있다"', "블라디미르 푸틴 대통령이 베이징에 도착했다. 푸틴은 곧 떠난다.", "vladimir-putin", "우리는 협상할 준비가 돼 있다", True),
    ("ko", '푸틴 "우리는 협상할 준비가 돼 있다"', "블라디미르 푸틴 대통령이 베이징에 도착했다.", "vladimir-putin", "우리는 협상할 준비가 돼 있다", True),
    ("zh", "普京：我们准备好谈判", "普京抵达北京。", "vladimir-putin", "我们准备好谈判", False),
    ("vi", "Ông Putin: Chúng tôi sẵn sàng đàm phán", "Tổng thống Vladimir Putin đến Bắc Kinh.", "vladimir-putin", "Chúng tôi sẵn sàng đàm phán", False),
]
NONE = [
    ("en", "Macron: the man who would be king", "Emmanuel Macron was in Berlin."),
    ("fr", "Niger : qui est aux commandes ?", "Emmanuel Macron était au Niger."),
    ("ru", "Путин в Пекине: итоги переговоров двух стран: что дальше", "Владимир Путин прибыл в Пекин."),
    ("fa", "پوتین: آماده گفت‌وگو هستیم", "ولادیمیر پوتین گفت: «ما برای گفت‌وگو با همه آماده هستیم»."),
    ("en", "Reuters: 'the deal is off for now'", "Emmanuel Macron was in Berlin, Reuters reported."),
]


def quotes(lang: str, title: str, text: str) -> list[Quote]:
    document = Document(
        Article(id="a", content_id="a", file=None, url=None, outlet=None, lang=lang, title=title, text=text)
    )
    return [q for q in find_quotes(document, find_entities(document)) if q.where == "title"]


@pytest.mark.parametrize(("lang", "title", "text", "speaker", "content", "direct"), SAID)
def test_a_headline_that_speaks(lang: str, title: str, text: str, speaker: str, content: str, direct: bool) -> None:
    (quote,) = quotes(lang, title, text)
    assert (quote.speaker_id, quote.content, quote.direct, quote.span) == (speaker, content, direct, None)


@pytest.mark.parametrize(("lang", "title", "text"), NONE)
def test_no_headline_quote(lang: str, title: str, text: str) -> None:
    assert quotes(lang, title, text) == []


def test_according_to_a_source_the_words_are_the_sources() -> None:
    text = "Le ministre Jonas Berg est souffrant. Selon une source diplomatique, il serait « en pleine forme »."
    document = Document(
        Article(id="a", content_id="a", file=None, url=None, outlet=None, lang="fr", title="", text=text)
    )
    (quote,) = find_quotes(document, find_entities(document))
    assert (quote.speaker_id, quote.surface) == (None, "une source diplomatique")

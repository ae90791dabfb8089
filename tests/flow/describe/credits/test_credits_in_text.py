"""Media named in sentences: the page's source, cited ones, nested ones, own outlet, negated mentions, unnamed sources."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("ar", "أعلنت البلدية افتتاح الجسر الجديد يوم الاثنين، وفق ما ذكرت وكالة رويترز.", "reuters"),
        ("ar", "ذكرت صحيفة «الشرق الأوسط» أن البلدية افتتحت جسرا جديدا.", "asharq-al-awsat"),
        ("fa", "به گزارش ایسنا، شهرداری روز دوشنبه پل تازه‌ای افتتاح کرد.", "isna"),
        ("fa", "رویترز گزارش داد شهرداری پل تازه‌ای افتتاح کرده است.", "reuters"),
        ("fr", "La mairie a inauguré lundi un pont neuf, rapporte Le Monde.", "le-monde"),
        ("fr", "La mairie a inauguré un pont, selon l'agence Reuters.", "reuters"),
        ("en", "The town opened a new bridge on Monday, Reuters reported.", "reuters"),
        ("en", "The town opened a new bridge on Monday, according to the Russian news agency TASS.", "tass"),
        ("ru", "Мэрия открыла новый мост, сообщает ТАСС.", "tass"),
        ("ru", "Мэрия открыла новый мост, пишет «Российская газета».", "rossiyskaya-gazeta"),
        ("ru", "По данным «Российской газеты», мэрия открыла новый мост.", "rossiyskaya-gazeta"),
        ("vi", "Theo Reuters, thành phố khánh thành cây cầu mới hôm thứ Hai.", "reuters"),
        ("ko", "시는 월요일 새 다리를 개통했다고 로이터통신이 보도했다.", "reuters"),
        ("ko", "로이터통신에 따르면 시는 월요일 새 다리를 개통했다.", "reuters"),
        ("zh", "据路透社报道，该市星期一启用了一座新桥。", "reuters"),
        ("es", "El ayuntamiento inauguró un puente, según informó la agencia EFE.", "efe"),
        ("de", "Die Stadt hat eine neue Brücke eröffnet, wie die Nachrichtenagentur Reuters meldete.", "reuters"),
        ("de", "Nach Informationen der „Süddeutschen Zeitung“ hat die Stadt eine Brücke eröffnet.", "sueddeutsche"),
        ("tr", "Reuters'ın haberine göre belediye yeni bir köprü açtı.", "reuters"),
        ("uk", "Міська влада відкрила новий міст, повідомляє Укрінформ.", "ukrinform"),
        ("uk", "За даними Reuters, міська влада відкрила новий міст.", "reuters"),
    ],
)
def test_the_source_of_the_page(lang: str, text: str, source: str, body: Any, credits_of: Any, told: Any) -> None:
    assert (source, "credit") in told(credits_of(f"{text}\n\n{body[lang]}", lang))


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("ar", "وقال عمدة المدينة لوكالة رويترز إن الجسر آمن.", "reuters"), ("fa", "شهردار به رویترز گفت که پل ایمن است.", "reuters"),
        ("fr", "« Le pont est sûr », a déclaré le maire à l'AFP.", "afp"), ("en", 'The mayor told Reuters that the bridge was "safe".', "reuters"),
        ("ru", "Мост безопасен, рассказал мэр ТАСС.", "tass"), ("vi", "Thị trưởng nói với Reuters rằng cây cầu an toàn.", "reuters"),
        ("ko", "시장은 로이터통신과의 인터뷰에서 다리가 안전하다고 말했다.", "reuters"), ("zh", "市长告诉路透社，大桥是安全的。", "reuters"),
        ("es", "«El puente es seguro», dijo el alcalde a EFE.", "efe"), ("de", "Die Brücke sei sicher, sagte der Bürgermeister der dpa.", "dpa"),
        ("tr", "AFP'ye konuşan belediye başkanı köprünün güvenli olduğunu söyledi.", "afp"),
        ("uk", "Міст безпечний, розповів мер Укрінформу.", "ukrinform"),
    ],
)  # fmt: skip
def test_whom_somebody_told_is_cited(lang: str, text: str, source: str, body: Any, credits_of: Any, told: Any) -> None:
    found = credits_of(f"{body[lang]} {body[lang]}\n\n{text}\n\n{body[lang]}", lang)
    assert (source, "cited") in told(found)
    assert (source, "credit") not in told(found)


@pytest.mark.parametrize(
    ("lang", "outlet", "text", "source"),
    [
        ("fa", "mehr-news", "به گزارش خبرگزاری مهر به نقل از رویترز، شهرداری پل تازه‌ای افتتاح کرد.", "reuters"),
        ("fa", "isna", "به گزارش ایسنا و به نقل از روزنامه الاهرام، شهرداری پل تازه‌ای افتتاح کرد.", "al-ahram"),
        ("fa", "tasnim", "به گزارش گروه بین‌الملل خبرگزاری تسنیم به نقل از الجزیره، شهرداری پل تازه‌ای افتتاح کرد.", "al-jazeera"),
    ],
)
def test_nested_behind_the_own_outlet(lang: str, outlet: str, text: str, source: str, body: Any, credits_of: Any, told: Any) -> None:
    found = told(credits_of(f"{text}\n\n{body[lang]}", lang, outlet))
    assert (source, "credit") in found
    assert not any(s == outlet for s, _ in found)


def test_a_later_report_of_the_source_is_the_same_credit(body: Any, credits_of: Any) -> None:
    text = f"The town opened a bridge, AFP reported.\n\n{body['en']}\n\nAFP said the works had cost little. The mayor told AFP that it was safe."
    assert [c.kind for c in credits_of(text, "en") if c.source == "afp"] == ["credit", "credit", "cited"]


def test_nested_behind_another(body: Any, credits_of: Any, told: Any) -> None:
    found = credits_of("Theo Reuters, dẫn nguồn hãng Yonhap, thành phố khánh thành cầu mới.\n\n" + body["vi"], "vi")
    assert ("reuters", "credit") in told(found)
    assert next(c for c in found if c.source == "yonhap").via == "reuters"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ar", "لم تذكر وكالة تاس شيئا عن الجسر."), ("fr", "L'agence TASS n'a pas mentionné le pont."), ("en", "TASS did not report the opening of the bridge."),
        ("ru", "ТАСС не сообщает об открытии моста."), ("zh", "塔斯社未报道大桥启用一事。"), ("es", "La agencia TASS no informó de la inauguración."),
        ("uk", "ТАСС не повідомляє про відкриття мосту."), ("fa", "خبرگزاری تاس درباره پل گزارش نداد."), ("ko", "타스통신은 다리 개통을 보도하지 않았다."),
    ],
)  # fmt: skip
def test_negated_mentions_are_no_credits(lang: str, text: str, body: Any, credits_of: Any, told: Any) -> None:
    assert ("tass", "cited") not in told(credits_of(f"{body[lang]} {text}", lang))


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("en", "South Korean media reported that the bridge was open.", "south-korea-media"), ("en", "The bridge is open, Iranian state media reported.", "irna"),
        ("fr", "Selon des médias japonais, le pont est ouvert.", "japan-media"), ("ru", "Об этом сообщают японские СМИ.", "japan-media"),
        ("ar", "ذكرت وسائل إعلام يابانية أن الجسر مفتوح.", "japan-media"), ("es", "Según medios japoneses, el puente está abierto.", "japan-media"),
        ("de", "Nach Berichten japanischer Medien ist die Brücke offen.", "japan-media"), ("zh", "据日本媒体报道，大桥已启用。", "japan-media"),
        ("ko", "일본 언론에 따르면 다리가 개통됐다.", "japan-media"), ("tr", "Japon medyasının haberine göre köprü açıldı.", "japan-media"),
        ("uk", "Про це повідомляють японські ЗМІ.", "japan-media"), ("vi", "Theo truyền thông Nhật Bản, cây cầu đã mở.", "japan-media"),
        ("fa", "رسانه‌های ژاپنی گزارش دادند که پل باز است.", "japan-media"),
    ],
)  # fmt: skip
def test_half_credits(lang: str, text: str, source: str, body: Any, credits_of: Any, told: Any) -> None:
    assert (source, "cited") in told(credits_of(f"{body[lang]} {text}", lang))


def test_words_that_are_also_names(credits_of: Any, told: Any) -> None:
    found = credits_of("Die Delegationen haben mehr als zwei Stunden gesprochen, sagte er zur Welt von gestern.", "de")
    assert told(found) == set()

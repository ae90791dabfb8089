"""Signs that a page reports for itself, in all languages."""

from __future__ import annotations

import pytest

from khabar.flow.describe.credits.own import own_reporting
from khabar.flow.describe.document import Document
from khabar.models import Article, Published

HEAD = {
    "ar": "افتتحت البلدية جسرا جديدا فوق النهر يوم الاثنين بعد أربع سنوات من العمل المتواصل.", "fa": "شهرداری روز دوشنبه پل تازه‌ای بر روی رودخانه شمالی شهر افتتاح کرد و راه باز شد.",
    "fr": "La mairie a inauguré lundi un pont neuf sur la rivière, après quatre ans de travaux.", "en": "The town opened a new bridge over the river on Monday after four years of work.",
    "ru": "Мэрия открыла в понедельник новый мост через реку после четырех лет работы.", "vi": "Thành phố khánh thành cây cầu mới qua sông hôm thứ Hai sau bốn năm xây dựng.",
    "ko": "시는 월요일 강을 가로지르는 새 다리를 개통했다. 공사는 사 년이 걸렸으며 다음 주부터 차가 다닌다고 한다. 낡은 다리는 곧 철거된다.",
    "zh": "该市星期一启用了一座新桥，工程历时四年。旧桥将于明年拆除，市民可从两岸步行通过，公共汽车下周开始通行，夜间照明也已安装完毕，两岸道路同时拓宽。",
    "es": "El ayuntamiento inauguró el lunes un puente nuevo sobre el río tras cuatro años de obras.", "de": "Die Stadt hat am Montag nach vier Jahren Bauzeit eine neue Brücke über den Fluss eröffnet.",
    "tr": "Belediye pazartesi günü nehrin üzerinde dört yıl süren çalışmaların ardından yeni bir köprü açtı.", "uk": "Міська влада відкрила в понеділок новий міст через річку після чотирьох років роботи.",
}  # fmt: skip


def found(lang: str, text: str, source: str) -> bool:
    article = Article(id="a", content_id="c", file=None, url=None, outlet=source, lang=lang, title="", text=f"{HEAD[lang]}\n\n{text}", published=Published())
    return own_reporting(Document(article), source) is not None


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("ar", "وقالت بائعة لـ«رويترز» إن الجسر جميل.", "reuters"), ("ar", "وشاهد مراسل رويترز حشدا كبيرا.", "reuters"),
        ("fa", "یک رهگذر به ایسنا گفت که پل زیباست.", "isna"), ("fr", "Un badaud a dit à l'AFP que le pont était beau.", "afp"),
        ("fr", "Une foule attendait, a constaté un journaliste de l'AFP.", "afp"), ("en", "A passer-by told Reuters that the bridge was handsome.", "reuters"),
        ("en", "At least 40 boats passed, according to an AFP tally.", "afp"), ("ru", "Как передает корреспондент ТАСС, собралась толпа.", "tass"),
        ("vi", "Một người qua đường nói với VnExpress rằng cây cầu đẹp.", "vnexpress"), ("ko", "한 시민은 연합뉴스와 통화에서 다리가 아름답다고 말했다.", "yonhap"),
        ("zh", "新华社记者在现场看到，人群聚集。", "xinhua"), ("es", "Un vecino dijo a EFE que el puente es bonito.", "efe"),
        ("de", "Ein Passant sagte der dpa, die Brücke sei schön.", "dpa"), ("tr", "AA muhabirine konuşan bir yolcu köprünün güzel olduğunu söyledi.", "anadolu"),
        ("uk", "Перехожий розповів Укрінформу, що міст гарний.", "ukrinform"), ("en", "Our correspondent saw dozens of boats.", "guardian"),
    ],
)  # fmt: skip
def test_work_of_its_own(lang: str, text: str, source: str) -> None:
    assert found(lang, text, source)


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("fa", "به گزارش ایسنا، این پل زیباست.", "isna"), ("ru", "Мост красив, сообщает ТАСС.", "tass"), ("en", "The bridge is handsome, Reuters reported.", "reuters"),
        ("en", "A passer-by told Reuters that the bridge was handsome.", "afp"), ("fr", "Le pont est beau, rapporte l'AFP.", "afp"),
    ],
)  # fmt: skip
def test_what_any_copy_says_is_none(lang: str, text: str, source: str) -> None:
    assert not found(lang, text, source)

"""Which outlet a page belongs to, where no address says so: its head, its furniture, its foot; never a section heading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.flow.clean.ownname import is_section, named_by_furniture, named_by_text
from khabar.models import Article

Cleaned = Callable[..., Article]
_TITLE = "Council agrees to repair the old harbour bridge"
_BODY = (
    "The council agreed on Monday to repair the old harbour bridge before the winter storms come, the mayor said.\n\n"
    "Work on the bridge is to begin in November and will cost about two million, she told the council after the vote.\n\n"
    "The bridge has been closed to lorries since the spring, when divers found cracks in two of its pillars.\n\n"
)


@pytest.mark.parametrize(("head", "outlet"), [
    ("The Harbour Post | All the news of the coast", "the-harbour-post"), ("Harbour Post: news of the coast", "harbour-post"), ("[ad_1]\nHarbour Brief - News in short", "harbour-brief"),
    ("World & Business", None), ("Politics", None), ("Home | News | World", None), ("", None), ("News | Harbour Gazette", "harbour-gazette"),
    ("联合早报 zaobao.com", "lianhe-zaobao"),
])  # fmt: skip
def test_the_head_of_a_dump(head: str, outlet: str | None, cleaned: Cleaned) -> None:
    article = cleaned(f"{head}\n\n{_TITLE}\n\n{_BODY}")
    assert article.outlet == outlet
    assert article.title == _TITLE


@pytest.mark.parametrize(("head", "outlet"), [
    ("Harbour Gazette harbourgazette.org", "harbour-gazette"), ("联合早报 zaobao.com", "lianhe-zaobao"), ("Президент России", "kremlin"),
    ("Prime Minister's Office | japan.kantei.go.jp", "japan-prime-ministers-office"), ("अमर उजाला", "amar-ujala"),
])  # fmt: skip
def test_mastheads_with_domains_and_of_official_bodies(head: str, outlet: str, cleaned: Cleaned) -> None:
    assert cleaned(f"{head}\n\n{_TITLE}\n\n{_BODY}").outlet == outlet


def test_a_known_agency_beside_its_english_name(cleaned: Cleaned) -> None:
    body = "شورای شهر روز دوشنبه با تعمیر پل قدیمی بندر پیش از توفان‌های زمستانی موافقت کرد و گفت کار در آبان آغاز می‌شود.\n" * 1
    page = f"خبرگزاری ایرنا | IRNA\nصفحه اصلی / اقتصاد\nشورای شهر با تعمیر پل قدیمی بندر موافقت کرد\n{body}به گفته شهردار، این پل از بهار بر روی کامیون‌ها بسته بوده و هزینه تعمیر آن دو میلیون برآورد شده است."
    article = cleaned(page)
    assert article.outlet == "irna"
    assert not any(m.where == "caption" for m in article.margins)


@pytest.mark.parametrize("foot", ["Follow The Harbour Post on WhatsApp", "Download the The Harbour Post app", "© 2023 The Harbour Post. All rights reserved."])
def test_furniture_that_names_the_outlet_twice(foot: str, cleaned: Cleaned) -> None:
    article = cleaned(f"{_TITLE}\n\n{_BODY}{foot}\n\nBy The Harbour Post Desk\n")
    assert article.outlet == "the-harbour-post"


def test_a_name_that_comes_once_is_not_enough(cleaned: Cleaned) -> None:
    assert cleaned(f"{_TITLE}\n\n{_BODY}Follow Jane Roe on Twitter\n").outlet is None


def test_a_source_row_is_a_credit_not_the_outlet(cleaned: Cleaned) -> None:
    article = cleaned(f"{_TITLE}\n\n{_BODY}Source: Reuters\n")
    assert article.outlet is None
    assert any("Reuters" in m.text for m in article.margins)


@pytest.mark.parametrize(("lang", "line"), [
    ("ar", "مال و أعمال"), ("ar", "سياسة واقتصاد"), ("ar", "العالم العربي"), ("fa", "اقتصاد و بازار"), ("fa", "بین‌الملل"), ("fr", "Politique et société"), ("fr", "Économie"), ("en", "World news"),
    ("ru", "Политика и общество"), ("ru", "В мире"), ("vi", "Thế giới"), ("ko", "정치·사회"), ("zh", "国际新闻"), ("es", "Economía y negocios"), ("de", "Politik und Wirtschaft"),
    ("tr", "Spor"), ("tr", "Dünya haberleri"), ("uk", "Політика та економіка"),
])  # fmt: skip
def test_section_headings(lang: str, line: str) -> None:
    assert is_section(line, lang)


@pytest.mark.parametrize(("lang", "line"), [("en", "The Harbour Post"), ("ar", "صحيفة الميناء"), ("fa", "خبر بندر"), ("fr", "Le Courrier du Port"), ("ru", "Портовый вестник"), ("vi", "Báo Bến Cảng"),
                                            ("ko", "항구일보"), ("zh", "港口日报"), ("es", "El Faro del Puerto"), ("de", "Hafenbote"), ("tr", "Liman Gazetesi"), ("uk", "Портовий вісник")])  # fmt: skip
def test_names_are_no_sections(lang: str, line: str) -> None:
    assert not is_section(line, lang)


@pytest.mark.parametrize(("lang", "line", "name"), [
    ("en", "Follow Harbour Post on Telegram", "Harbour Post"), ("en", "© 2021-2023 Harbour Post. All rights reserved.", "Harbour Post"), ("fr", "Suivez Le Courrier du Port sur WhatsApp", "Le Courrier du Port"),
    ("ar", "تابعوا صحيفة الميناء على تلغرام", "صحيفة الميناء"), ("ar", "جميع الحقوق محفوظة لموقع الميناء نت © 2023", "الميناء نت"), ("fa", "استفاده از مطالب بندر نیوز با ذکر منبع آزاد است", "بندر نیوز"),
    ("ru", "Подписывайтесь на Портовый вестник в Telegram", "Портовый вестник"), ("tr", "Liman Gazetesi uygulamasını indirin", "Liman Gazetesi"), ("es", "Sigue a El Faro del Puerto en Instagram", "El Faro del Puerto"),
    ("de", "Folgen Sie Hafenbote auf Instagram", "Hafenbote"), ("vi", "Theo dõi Báo Bến Cảng trên Zalo", "Báo Bến Cảng"), ("ko", "저작권자 © 항구일보 무단전재 및 재배포 금지", "항구일보"),
    ("zh", "下载港口日报客户端", "港口日报"), ("uk", "Підписуйтесь на Портовий вісник у Telegram", "Портовий вісник"),
])  # fmt: skip
def test_furniture_names_its_outlet(lang: str, line: str, name: str) -> None:
    assert name in next(named_by_furniture([line], lang))


def test_no_name_in_plain_calls() -> None:
    assert list(named_by_furniture(["Share this story", "Read more", "Follow us on Facebook"], "en")) == ["us"]
    assert is_section("us", "en")


@pytest.mark.parametrize(("lang", "text", "name"), [
    ("fa", "به گزارش خبرگزاری ایرنا به نقل از رویترز، وزیر خارجه روز شنبه به پایتخت رسید.", "ایرنا"), ("fa", "به گزارش خبرنگار مهر، نشست شورا برگزار شد.", "مهر"),
    ("fa", "به گزارش گروه بین‌الملل ایسنا، وزیر خارجه آمد.", "ایسنا"), ("ru", "Мост закрыт, передает корреспондент ТАСС с места событий.", "ТАСС"),
])  # fmt: skip
def test_a_text_says_whose_reporter_wrote_it(lang: str, text: str, name: str) -> None:
    assert name in next(named_by_text(text, lang))


def test_a_text_that_cites_an_agency_is_not_its_page() -> None:
    assert list(named_by_text("به گزارش رویترز، وزیر خارجه روز شنبه به پایتخت رسید.", "fa")) == []

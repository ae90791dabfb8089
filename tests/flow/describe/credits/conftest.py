"""Pages made of one invented sentence in each language, and the credits found on them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.flow.describe.credits import find_credits
from khabar.flow.describe.document import Document
from khabar.models import Article, Credit, Margin, Published

BODY = {
    "ar": "افتتحت البلدية جسرا جديدا فوق النهر يوم الاثنين بعد أربع سنوات من العمل.", "fa": "شهرداری روز دوشنبه پل تازه‌ای بر روی رودخانه افتتاح کرد.",
    "fr": "La mairie a inauguré lundi un pont neuf sur la rivière.", "en": "The town opened a new bridge over the river on Monday.",
    "ru": "Мэрия открыла в понедельник новый мост через реку.", "vi": "Thành phố khánh thành cây cầu mới qua sông hôm thứ Hai.",
    "ko": "시는 월요일 강을 가로지르는 새 다리를 개통했다.", "zh": "该市星期一启用了一座新桥。",
    "es": "El ayuntamiento inauguró el lunes un puente nuevo sobre el río.", "de": "Die Stadt hat am Montag eine neue Brücke über den Fluss eröffnet.",
    "tr": "Belediye pazartesi günü nehrin üzerinde yeni bir köprü açtı.", "uk": "Міська влада відкрила в понеділок новий міст через річку.",
}  # fmt: skip


@pytest.fixture
def body() -> dict[str, str]:
    return BODY


@pytest.fixture
def credits_of() -> Callable[..., tuple[Credit, ...]]:
    def find(text: str, lang: str, outlet: str | None = "paper-x", margins: tuple[Margin, ...] = ()) -> tuple[Credit, ...]:
        article = Article(id="a", content_id="c", file=None, url=None, outlet=outlet, lang=lang, title="", text=text,
                          published=Published(), margins=margins)  # fmt: skip
        return find_credits(Document(article))

    return find


@pytest.fixture
def told() -> Callable[[tuple[Credit, ...]], set[tuple[str | None, str]]]:
    return lambda found: {(c.source, c.kind) for c in found}

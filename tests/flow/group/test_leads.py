"""The sentence that opens a story is the news, not its dateline."""

from __future__ import annotations

import pytest

from khabar.flow.describe.credits import find_credits
from khabar.flow.describe.document import Document
from khabar.flow.group.leads import lead_of
from khabar.models import Article, Described, Notes

CASES = [
    ("en", "LISBON, May 2 (Reuters) - The harbour was closed on Thursday. Ships wait outside.", "The harbour was closed on Thursday."),
    ("fr", "Lisbonne, 2 mai 2024 (AFP) - Le port a été fermé jeudi. Des navires attendent.", "Le port a été fermé jeudi."),
    ("es", "Lisboa, 2 may (EFE).- El puerto fue cerrado el jueves. Los barcos esperan.", "El puerto fue cerrado el jueves."),
    ("ru", "ЛИССАБОН, 2 мая. /ТАСС/. Порт закрыли в четверг. Суда ждут снаружи.", "Порт закрыли в четверг."),
    ("ar", "لشبونة (رويترز) - أُغلق الميناء يوم الخميس. وتنتظر السفن في الخارج.", "أُغلق الميناء يوم الخميس."),
    ("ko", "(리스본=연합뉴스) 김바다 기자 = 항구가 2일 폐쇄됐다. 배들이 밖에서 기다린다.", "항구가 2일 폐쇄됐다."),
    ("zh", "新华社里斯本5月2日电（记者王海）港口星期四关闭。船只在外等候。", "港口星期四关闭。"),
    ("en", "The harbour was closed on Thursday. Ships wait outside.", "The harbour was closed on Thursday."),
    ("en", "", ""),
]


@pytest.mark.parametrize(("lang", "text", "lead"), CASES)
def test_lead(lang: str, text: str, lead: str) -> None:
    article = Article(id="a", content_id="a", file=None, url=None, outlet=None, lang=lang, title="", text=text)
    assert lead_of(Described(article=article, notes=Notes(article="a", credits=find_credits(Document(article))))) == lead

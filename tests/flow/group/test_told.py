"""Short texts that are printed days after their event: the day that they name brings them to their story."""

from __future__ import annotations

import numpy as np
import pytest
from made import page, stories_of

from khabar.flow.describe.dates import find_dates
from khabar.flow.describe.document import Document
from khabar.flow.group import Grouper, Signature, signature
from khabar.flow.group.kept import from_bytes, to_bytes
from khabar.flow.group.pairs import VETO, Window
from khabar.models import Article, Described, Notes, Published

LEADS = [
    ("ar", "3 نوفمبر: افتتح الوزير جسرا جديدا على النهر."),
    ("de", "Am 3. November eröffnete der Minister eine neue Brücke."),
    ("fr", "3 novembre : le ministre a inauguré un nouveau pont."),
    ("ko", "11월 3일, 장관이 강 위의 새 다리를 개통했다."),
    ("ru", "3 ноября министр открыл новый мост через реку."),
    ("tr", "3 Kasım'da bakan nehir üzerindeki yeni köprüyü açtı."),
    ("uk", "Міністр відкрив новий міст через річку (3 листопада)."),
    ("vi", "Ngày 3 tháng 11, bộ trưởng khánh thành cây cầu mới."),
    ("zh", "11月3日，部长为新桥揭幕。"),
]


def read(lang: str, text: str, day: str | None = "2022-11-16", origin: str = "page") -> Signature:
    article = Article(id="a", content_id="a", file=None, url=None, outlet=None, lang=lang, title="", text=text, published=Published(value=day, origin=origin))
    return signature(Described(article=article, notes=Notes(article="a", dates=find_dates(Document(article)))), None)


@pytest.mark.parametrize(("lang", "text"), LEADS)
def test_a_short_text_tells_of_the_day_that_it_names(lang: str, text: str) -> None:
    assert read(lang, text).told == "2022-11-03"


def test_a_long_text_an_old_day_and_an_undated_page_tell_of_none() -> None:
    text = "Le 3 novembre, le ministre a inauguré un nouveau pont."
    assert read("fr", f"{text} {'Le pont relie deux rives. ' * 12}").told is None
    assert read("fr", text, day="2023-02-20").told is None
    assert read("fr", text, day=None, origin="unknown").told is None


def test_the_day_told_is_kept() -> None:
    before = read(*LEADS[1])
    assert from_bytes(to_bytes(before), None) == before


def test_a_digest_joins_the_story_of_the_day_that_it_tells_of() -> None:
    pages = [page(9, n, ("en", "ar", "ko")[n % 3], "2022-11-03") for n in range(4)]
    late = page(9, 7, "ar", "2022-11-16")
    other = [page(s, 1, day="2022-11-10") for s in range(6)]
    mine = frozenset(p.article for p in pages)
    for printed, found in ((late, mine), (late._replace(told="2022-11-03"), mine | {late.article})):
        for step in (1, 100):
            grouper = Grouper(whole=0)
            for start in range(0, 11, step):
                grouper.add([*other, *pages, printed][start : start + step])
                grouper.repair()
            assert found in stories_of(grouper.clusters())


def test_what_is_near_is_all_that_the_days_do_not_veto() -> None:
    days = [f"2022-{month:02}-{day:02}" for month in (10, 11) for day in range(1, 29, 3)]
    told = {3: "2022-10-03", 9: "2022-10-20", 14: "2022-10-25"}
    window = Window([page(0, n, day=day)._replace(told=told.get(n)) for n, day in enumerate(days)])
    every = np.arange(len(days))
    open_to = window.scores(every, every) > VETO
    for block in (every[:4], every[8:10], every[14:15]):
        assert window.near(block).tolist() == np.flatnonzero(open_to[block].any(axis=0)).tolist()


def test_another_day_of_publication_moves_what_tells_of_no_other() -> None:
    window = Window([page(0, 1, day="2022-11-16"), page(0, 2, day="2022-11-16")._replace(told="2022-11-03")])
    window.redate(0, "2022-11-04")
    window.redate(1, "2022-11-20")
    gap = window.features(np.arange(2), np.arange(2))["gap"]
    assert gap[0, 1] == 1
    assert gap[0, 0] == 0

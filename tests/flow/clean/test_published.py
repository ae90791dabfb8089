"""The day of publication: what a page states is weighed, what it implies is inferred, what binds too little stays unknown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from khabar.flow.clean.published import DateClue, infer_published, read_published
from khabar.flow.describe import describe
from khabar.models import Article, Described, Published

CASES = [json.loads(line) for line in (Path(__file__).parents[2] / "data" / "undated.jsonl").read_text(encoding="utf-8").splitlines()]


def _described(text: str, lang: str, published: Published, seen: str = "") -> Described:
    article = Article(id=f"a-{abs(hash(text))}", content_id="", file=None, url=None, outlet=None, lang=lang, title="", text=text,
                      published=published, first_seen=seen)  # fmt: skip
    return Described(article=article, notes=describe(article))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["id"])
def test_undated(case: dict[str, object]) -> None:
    text, lang, seen = str(case["text"]), str(case["lang"]), str(case["first_seen"])
    alone = read_published([], text, "", lang, seen)
    others = [_described(o["text"], "en", Published(value=o["published"], origin="page")) for o in case["others"]]  # type: ignore[attr-defined]
    found = infer_published(_described(text, lang, alone, seen), others) if others else alone
    assert found.value == case["expect"], found.why
    assert found.origin == ("inferred" if case["expect"] else "unknown")
    assert found.why


def test_there_are_forty_cases_and_some_stay_unknown() -> None:
    assert len(CASES) >= 40
    assert sum(c["expect"] is None for c in CASES) >= 10


def _clue(kind: str, value: str, lang: str = "en") -> DateClue:
    return DateClue(kind=kind, value=value, lang=lang)


def test_a_later_change_is_outvoted_and_said() -> None:
    found = read_published([_clue("meta:article:published_time", "2023-11-20T13:12:00Z"), _clue("jsonld:dateModified", "2024-02-03T08:00:00Z")],
                           "", "", "en", "2025-01-01")  # fmt: skip
    assert found.value == "2023-11-20T13:12:00+00:00"
    assert "later change" in found.why


def test_a_byline_beats_one_line_of_metadata() -> None:
    clues = [_clue("meta:article:published_time", "2020-01-15T08:00:00+03:00", "ar"), _clue("byline", "الجمعة 1444/8/18 هـ الموافق 2023/03/10 م", "ar")]
    assert (read_published(clues, "", "", "ar", "2025-01-01").value or "")[:10] == "2023-03-10"


def test_the_publishers_own_clock_is_kept() -> None:
    clues = [_clue("jsonld:datePublished", "2023-11-20T02:52:11Z"), _clue("byline", "November 19, 2023 11:52 PM GMT-3"),
             _clue("url", "https://example.org/world/vote-2023-11-19/")]  # fmt: skip
    assert read_published(clues, "", "", "en", "2025-01-01").value == "2023-11-19T23:52:00-03:00"


@pytest.mark.parametrize(
    ("lang", "value", "day"),
    [("fa", "۱۶ مهر ۱۴۰۲، ۱۵:۲۰", "2023-10-08"), ("ar", "السبت, 9 سبتمبر, 2023 على الساعة 23:04", "2023-09-09"), ("vi", "09/09/2024 20:45 GMT+7", "2024-09-09"),
     ("ko", "2023. 9. 14.", "2023-09-14"), ("zh", "2023年9月14日 06:38", "2023-09-14"), ("ru", "14 сентября 2023, 06:38", "2023-09-14")],
)  # fmt: skip
def test_bylines_of_many_languages(lang: str, value: str, day: str) -> None:
    assert (read_published([_clue("byline", value, lang)], "", "", lang, "2025-01-01").value or "")[:10] == day


def test_a_day_after_the_page_was_seen_is_out() -> None:
    assert read_published([_clue("byline", "5 May 2030")], "", "", "en", "2025-01-01").value is None


def test_a_stated_day_is_kept() -> None:
    stated = Published(value="2022-01-02", origin="page", why="The byline states 2022-01-02.")
    assert infer_published(_described("Today, Friday.", "en", stated), []) == stated

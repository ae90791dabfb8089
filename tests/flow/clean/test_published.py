"""The day of publication: what a page states is weighed, what it implies is inferred, what binds too little stays unknown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from khabar.flow.clean.published import DateClue, infer_published, read_published
from khabar.flow.describe import describe
from khabar.models import Article, Described, Published

DATA = Path(__file__).parents[2] / "data"
CASES = [json.loads(line) for line in (DATA / "undated.jsonl").read_text(encoding="utf-8").splitlines()]
STATED = [json.loads(line) for line in (DATA / "stated.jsonl").read_text(encoding="utf-8").splitlines()]


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


@pytest.mark.parametrize("case", STATED, ids=lambda c: f"{c['lang']}-{c['clues'][0][1]}")
def test_stated(case: dict[str, object]) -> None:
    """Eras, calendars, months and digit sets of many languages; metadata that names a later change, the template or the crawl."""
    clues = [_clue(kind, value, str(case["lang"])) for kind, value in case["clues"]]  # type: ignore[attr-defined]
    found = read_published(clues, str(case.get("text", "")), "", str(case["lang"]), "2025-01-01")
    assert (found.value or "")[:10] == (case["day"] or ""), found.why


@pytest.mark.parametrize(
    ("value", "full"),
    [("March 14, 2024 8:15 p.m. EDT", "2024-03-14T20:15:00-04:00"), ("14.03.2024 08:15 (МСК)", "2024-03-14T08:15:00+03:00"),
     ("14 March 2024 08:15 GMT+5:30", "2024-03-14T08:15:00+05:30"), ("14/03/2024 20:45 GMT+7", "2024-03-14T20:45:00+07:00"),
     ("14 March 2024, 23:50 CST", "2024-03-14T23:50:00")],
)  # fmt: skip
def test_the_zone_of_a_clock_time(value: str, full: str) -> None:
    assert read_published([_clue("byline", value)], "", "", "en", "2025-01-01").value == full


def test_metadata_that_names_the_day_of_the_crawl_is_outvoted_and_said() -> None:
    clues = [_clue("url", "https://example.org/2021/05/03/flood"), _clue("meta:article:published_time", "2025-01-01T02:00:00Z")]
    found = read_published(clues, "", "", "en", "2025-01-01")
    assert found.value == "2021-05-03"
    assert "outvoted" in found.why


def test_a_day_after_the_page_was_seen_is_out() -> None:
    assert read_published([_clue("byline", "5 May 2030")], "", "", "en", "2025-01-01").value is None


def test_a_stated_day_is_kept() -> None:
    stated = Published(value="2022-01-02", origin="page", why="The byline states 2022-01-02.")
    assert infer_published(_described("Today, Friday.", "en", stated), []) == stated


def test_a_page_that_opens_with_a_day_long_before_its_story_gets_none_from_it() -> None:
    text = "A ferry ran aground off the harbour of Korvo early on 26 February 2021, and 12 people were hurt.\n\nThe mayor of Korvo thanked the rescuers."
    other = _described("A ferry ran aground off the harbour of Korvo on Monday, and 12 people were hurt.", "en", Published(value="2021-06-14", origin="page"))
    page = _described(text, "en", Published(), "2022-01-01")
    assert infer_published(page, [other]).value is None

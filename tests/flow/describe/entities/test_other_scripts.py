"""Names in scripts that no knowledge file is written in, and names that other signs than capitals set off."""

from __future__ import annotations

import pytest

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities import find_entities
from khabar.models import Article


def ids(lang: str, text: str) -> set[str]:
    article = Article(id="x", content_id="x", file=None, url=None, outlet=None, lang=lang, title="", text=text)
    return {e.id for e in find_entities(Document(article))}


def surfaces(lang: str, text: str) -> set[str]:
    article = Article(id="x", content_id="x", file=None, url=None, outlet=None, lang=lang, title="", text=text)
    return {e.surface for e in find_entities(Document(article))}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("hi", "इमरान खान ने नेपाल में नई सड़क का उद्घाटन किया।", {"imran-khan", "nepal"}),
        ("bn", "ইমরান খান নেপাল সফরে আসবেন।", {"imran-khan", "nepal"}),
        ("he", "שיחות על גבול ישראל יימשכו מחר.", {"israel"}),
    ],
)
def test_known_names_in_other_scripts(lang: str, text: str, expected: set[str]) -> None:
    assert ids(lang, text) == expected


def test_common_words_of_other_scripts_are_no_names() -> None:
    assert ids("hi", "आज शहर में बारिश हुई और बयान जारी किया गया।") == set()


def test_quoted_names_behind_a_kind_of_body() -> None:
    assert {"نور البحر", "موج"} <= surfaces("ar", 'وأوقفت شركتا "نور البحر" و"موج" رحلات العبارات.')


def test_reporters_who_sign_a_chinese_dispatch() -> None:
    assert {"林晓东", "陈立"} <= surfaces("zh", "（记者 林晓东 陈立）港口恢复通航。")


def test_a_reporter_in_running_text_signs_nothing() -> None:
    assert surfaces("zh", "新华社记者在码头看到，本报记者也到了现场。") <= {"新华社"}


def test_given_names_with_common_characters_behind_a_title() -> None:
    assert "林明海" in surfaces("zh", "幸存者林明海回忆说，水来得很快。")

"""Dates and numbers of languages in Devanagari, which have no folder of their own."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities import find_entities
from khabar.flow.describe.numbers import find_numbers
from khabar.languages.dates import find
from khabar.models import Article


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("hi", "मंगलवार रात भारी बारिश हुई और बुधवार को राहत पहुंची।", [("मंगलवार रात", "2024-03-12"), ("बुधवार", "2024-03-13")]),
        ("hi", "पुल वर्ष 1996 में बना। मंत्री शुक्रवार को यहां पहुंचेंगे।", [("वर्ष 1996", "1996"), ("शुक्रवार", "2024-03-15")]),
        ("hi", "मंगलवार (12 मार्च) को बैठक हुई, दो दिन पहले।", [("मंगलवार (12 मार्च)", "2024-03-12"), ("दो दिन पहले", "2024-03-12")]),
        ("ne", "काठमाडौँ, 12 मार्च। आज बैठक भयो।", [("12 मार्च", "2024-03-12"), ("आज", "2024-03-14")]),
    ],
)  # fmt: skip
def test_dates(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.surface, f.value) for f in find(text, lang, date(2024, 3, 14))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("बाढ़ में 300 से अधिक लोगों की जान जा चुकी है और 12 घायल हैं।", {("killed", 300.0): 1, ("injured", 12.0): 1}),
        ("5.9 तीव्रता का भूकंप आया, तीन लोग लापता हैं।", {("magnitude", 5.9): 1, ("missing", 3.0): 1}),
        ("सरकार 15 लाख रुपये देगी, 52 वर्षीय किसान ने बताया।", {("money", 1_500_000.0): 1}),
    ],
)
def test_numbers(text: str, expected: dict[tuple[str, float], int]) -> None:
    article = Article(id="a", content_id="a", file=None, url=None, outlet=None, lang="hi", title="", text=text)
    assert Counter((n.what, n.value) for n in find_numbers(Document(article)) if n.what != "other") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("अमेरिका और ब्रिटेन ने बयान दिया।", {"अमेरिका": "united-states", "ब्रिटेन": "united-kingdom"}),
        ("अस्पताल में काम करने वाली मीना सू-लिन (52) ने कहा, हम डर गए।", {"मीना सू-लिन": None}),
        ("एनटीएसबी ने जांच शुरू की।", {"एनटीएसबी": "ntsb"}),
        ("हादसा कैलिफोर्निया में हुआ।", {"कैलिफोर्निया": "california"}),
        ("कर्मचारियों ने वोटों की गिनती की।", {}),
    ],
)
def test_names(text: str, expected: dict[str, str | None]) -> None:
    article = Article(id="a", content_id="a", file=None, url=None, outlet=None, lang="hi", title="", text=text)
    found = {e.surface: e.id for e in find_entities(Document(article))}
    assert found.keys() == expected.keys()
    assert all(found[name] == key for name, key in expected.items() if key)

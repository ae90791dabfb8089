"""An office that stands alone is a mention of the person whom the page named with it."""

from __future__ import annotations

import pytest

from khabar.flow.describe import describe
from khabar.models import Article


@pytest.mark.parametrize(
    ("lang", "text", "person", "called"),
    [
        ("en", "President Vladimir Putin met Kim Jong Un in Moscow. The president left at noon.", "vladimir-putin", ["president"]),
        ("ru", "Президент России Владимир Путин приехал. Президент заявил, что переговоры прошли хорошо.", "vladimir-putin", ["Президент"]),
        ("ar", "التقى الرئيس الروسي فلاديمير بوتين الوفد. وقال الرئيس إن المحادثات جيدة.", "vladimir-putin", ["الرئيس"]),
    ],
)
def test_the_office_is_the_person(lang: str, text: str, person: str, called: list[str]) -> None:
    notes = describe(Article(id="x", content_id="x", file=None, url=None, outlet=None, lang=lang, title="", text=text))
    entity = next(e for e in notes.entities if e.id == person)
    assert [text[a:b] for a, b in entity.roles] == called
    assert all(span not in entity.spans for span in entity.roles)

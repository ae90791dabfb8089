"""Marks that overlap, and words for every kind of change."""

from __future__ import annotations

import pytest

from khabar.languages.parts import read_toml
from khabar.models import Paragraph
from khabar.serve.web.marks import Mark, blocks, layered
from khabar.serve.web.words import HOME, locales

KINDS = ("number", "hedge", "attribution", "date", "scope", "negation")


def test_a_run_under_two_marks_has_both() -> None:
    text = "may sink, the pilot said"
    marks = layered([Mark(span=(0, 8), kind="mutation hedge", note="hedge_m"), Mark(span=(4, 24), kind="mutation attribution", note="attribution_m")])
    pieces = blocks(text, [Paragraph(span=(0, len(text)), lang="en")], "en", marks)[0].pieces
    assert [(p.text, p.kind) for p in pieces] == [
        ("may ", "mutation hedge"),
        ("sink", "mutation hedge attribution"),
        (", the pilot said", "mutation attribution"),
    ]
    assert pieces[1].note == "hedge_m · attribution_m"


@pytest.mark.parametrize("locale", locales())
def test_every_kind_of_change_has_its_words(locale: str) -> None:
    words = read_toml(HOME / f"{locale}.toml")
    assert all(words[f"{kind}_m"] for kind in KINDS)

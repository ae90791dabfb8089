"""Sentences are not cut behind abbreviations, and are where one ends with them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.flow.describe.document import sentence_spans
from khabar.languages import codes, part

ONE = [
    ("en", "The U.N. Security Council met at 9 a.m. GMT in Geneva."),
    ("en", "Brig. Gen. Ann Lowe met Sen. Tom Reed and Gov. Kay Ash in St. Paul."),
    ("de", "Gestern um 9 Uhr trafen z. B. Dr. Kern und Prof. Dr. Lang rund 5 Mio. Zuschauer."),
    ("fr", "M. Petit et le gén. Roux, cf. p. 5, ont vu J.-P. Blanc."),
    ("es", "El Gral. Soto llegó a EE. UU. a las 9 a. m. del lunes."),
    ("ru", "В г. Твери ген. Орлов открыл в 2023 г. мост на ул. Мира."),
    ("uk", "У м. Львів ген. Орел відкрив міст на вул. Миру."),
    ("tr", "T.C. Sağlık Bakanlığı ve Prof. Dr. Ela Ak ile Gen. Can Er konuştu."),
    ("vi", "PGS. TS. Lê Minh ở TP. Huế phát biểu."),
    ("ar", "قال أ. سليم إن د. هدى حضرت."),
    ("fa", "این پل در سال ۱۳۵۰ ه.ش. ساخته شد."),
    ("zh", "今天U.N. 开会。"),
    ("ko", "그는 U.N. 회의에 갔다."),
]
TWO = [
    ("en", "The boat left for the U.S. She stayed here."), ("en", "The gates close at 5 p.m. Then the lamps go on."),
    ("de", "Die Brücke kostet 5 Mio. Die Stadt zahlt."), ("fr", "C'est la base de l'O.N.U. Les soldats partent."),
    ("es", "Habló de EE. UU. La gente salió."), ("ru", "Мост открыли в 2023 г. Он стоит на реке."), ("uk", "Міст відкрили у 2023 р. Він стоїть на річці."),
    ("en", "The answer is no. Boats stay out."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), ONE)
def test_one_sentence(lang: str, text: str) -> None:
    assert sentence_spans(text, lang) == [(0, len(text))]


@pytest.mark.parametrize(("lang", "text"), TWO)
def test_two_sentences(lang: str, text: str) -> None:
    assert len(sentence_spans(text, lang)) == 2


@pytest.mark.parametrize("lang", codes())
def test_lists_of_abbreviations(lang: str) -> None:
    data = part(lang, "sentences")
    both = [*data.strings("within"), *data.strings("last")]
    assert data.level == "language"
    assert len(both) == len(set(both)) >= 5
    assert all(form.endswith(".") for form in both)


@given(st.text(alphabet="aB c.é!?«»\n\"U.S.г", max_size=60), st.sampled_from(["en", "ru", "zh", "ar", "xx"]))
def test_spans_are_in_order_and_lose_no_letter(text: str, lang: str) -> None:
    spans = sentence_spans(text, lang)
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())

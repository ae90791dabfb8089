"""One unknown person in four scripts has one id; a page without capitals is read again for the names of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities import find_entities, reconcile
from khabar.models import Article, Described, Notes
from khabar.names import decisions


def described(lang: str, text: str) -> Described:
    article = Article(id=lang, content_id=lang, file=None, url=None, outlet=None, lang=lang, title="", text=text)
    return Described(article=article, notes=Notes(article=lang, entities=find_entities(Document(article))))


PAGES = {
    "fr": "Le maire Gontran Belvassier a parlé à Lyon. M. Belvassier a promis de l'aide.",
    "ru": "Мэр города Гонтран Бельвассье рассказал о пожаре.",
    "ar": "وقال العمدة غونتران بيلفاسييه إن الحريق انتهى.",
    "fa": "در این دیدار گونتران بلواسیه نیز حضور داشت.",
}


def test_one_id_across_scripts() -> None:
    notes = {n.article: n for n in reconcile([described(lang, text) for lang, text in PAGES.items()])}
    ids = {lang: {e.id for e in notes[lang].entities if e.type == "PER"} for lang in PAGES}
    assert all("gontran-belvassier" in found for found in ids.values()), ids
    person = next(e for e in notes["fa"].entities if e.id == "gontran-belvassier")
    assert person.surface == "گونتران بلواسیه"
    assert any("another page" in why for why in person.same_because)


def test_split_by_the_user_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHABAR_NAMES", str(tmp_path / "names.jsonl"))
    russian = described("ru", PAGES["ru"])
    other = next(e.id for e in russian.notes.entities if e.type == "PER")
    decisions.decide("split", "gontran-belvassier", other)
    notes = reconcile([described("fr", PAGES["fr"]), russian])
    assert other in {e.id for e in notes[1].entities}


def test_short_forms_and_acronyms_are_the_same_thing() -> None:
    text = "Emmanuel Macron a parlé. M. Macron a salué l'Agence de Sûreté des Barrages (ASB). L'ASB se tait."
    entities = described("fr", text).notes.entities
    assert [e.id for e in entities if e.type == "PER"] == ["emmanuel-macron"]
    body = next(e for e in entities if "ret" in e.surface)
    assert len(body.spans) == 3

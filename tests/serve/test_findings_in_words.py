"""What findings say, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from khabar.engine import Engine
from khabar.languages.parts import read_toml
from khabar.serve.web.sentences import _FIELD, say
from khabar.serve.web.words import HOME, locales

OTHERS = [c for c in locales() if c != "en"]


def sentences(engine: Engine) -> Iterator[str]:
    """All that the findings of a store say."""
    for stored in engine.stories():
        yield from (r.says for r in stored.importance.reasons)
        yield from stored.lineage.origins.why.values()
        yield from (e.says for k in stored.lineage.links for e in k.evidence)
    for view in engine.articles():
        yield view.article.published.why
        yield from (r.says for r in view.soundness.reasons) if view.soundness else ()
    yield from (g.why[0] for g in engine.sagas())


@pytest.mark.parametrize("locale", OTHERS)
def test_locales_say_everything_with_the_same_fields(locale: str) -> None:
    english, own = (read_toml(HOME / f"{code}.toml")["sentences"] for code in ("en", locale))
    assert set(own) == set(english)
    assert [k for k in own if set(_FIELD.findall(own[k])) != set(_FIELD.findall(english[k]))] == []


@pytest.mark.parametrize("locale", OTHERS)
def test_all_that_findings_say_is_said_in_the_language_of_the_reader(locale: str, engine: Engine) -> None:
    said = set(sentences(engine))
    assert len(said) > 20
    assert [s for s in said if say(s, locale) == s] == []


def test_names_and_terms_are_those_of_the_reader() -> None:
    assert say("Reuters signs its own dispatch. It has the same owner as TASS.", "ar") == "توقّع رويترز برقيتها. مالكها هو مالك تاس."
    assert say("Told in 4 languages.", "fa") == "به 4 زبان روایت شده است."
    assert say("3 things changed on the way here (number, hedge).", "fr") == "3 éléments ont changé en chemin (nombre changé, réserve perdue)."
    assert say("The byline and datePublished in the structured data state 2024-05-02.", "fr") == "2024-05-02 selon la signature, datePublished (les données structurées)."


def test_what_fits_no_form_stays() -> None:
    assert say("Something else altogether.", "ar") == "Something else altogether."
    assert say("Told in 4 languages. Something else.", "ar") == "Told in 4 languages. Something else."
    assert say("Told in 4 languages.", "en") == "Told in 4 languages."

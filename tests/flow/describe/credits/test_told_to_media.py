"""A medium to which somebody spoke, named with a head, also in a spelling that no data file lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.models import Credit
from khabar.sources.letters import spelled_out

Found = Callable[..., tuple[Credit, ...]]
CASES = [
    ("fr", "« Le pont tiendra », a déclaré la maire à la télévision publique ERT.", "ert-greece"),
    ("de", "«Die Brücke hält», sagte die frühere Leiterin des Bauamts, Maria Lange, dem Staatssender ERT.", "ert-greece"),
    ("es", "El puente aguantará, dijo la alcaldesa a la televisión pública ERT.", "ert-greece"),
    ("en", "The bridge will hold, the mayor told state broadcaster ERT.", "ert-greece"),
    ("ar", "وقالت رئيسة البلدية لقناة \"إي آر تي\" الحكومية إن الجسر متين.", "ert-greece"),
    ("fa", "شهردار در گفت‌وگو با شبکه ای‌آر‌تی گفت که پل محکم است.", "ert-greece"),
]


@pytest.mark.parametrize(("lang", "text", "source"), CASES)
def test_the_medium_is_cited(lang: str, text: str, source: str, body: dict[str, str], credits_of: Found, told: Callable[..., set[tuple[str, str]]]) -> None:
    assert told(credits_of(f"{body[lang]}\n\n{text}", lang)) == {(source, "cited")}


def test_an_abbreviation_that_nobody_spoke_to_is_none(body: dict[str, str], credits_of: Found) -> None:
    assert credits_of(f"{body['de']}\n\nDie Stadt will im Herbst ein ERT der neuen Art bauen.", "de") == ()


def test_letters_are_spelled_one_by_one() -> None:
    assert set(spelled_out({"en": ("RTX", "Radio X", "AB")})) == {"آر تي إكس", "آر تی ایکس"}

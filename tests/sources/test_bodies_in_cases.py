"""Offices in the cases of Russian and Ukrainian are found as in the nominative."""

from __future__ import annotations

import pytest

from khabar.languages import fold
from khabar.sources.bodies import find_bodies


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("ru", "В министерстве по чрезвычайным ситуациям Казахстана рассказали о пожаре.", "kazakhstan-disaster-authority"),
        ("ru", "Он обратился к управлению по чрезвычайным ситуациям Киргизии.", "kyrgyzstan-disaster-authority"),
        ("uk", "У міністерстві з надзвичайних ситуацій Вірменії повідомили про пожежу.", "armenia-disaster-authority"),
    ],
)
def test_bodies_in_other_cases(lang: str, text: str, source: str) -> None:
    assert [b.source for b in find_bodies(fold(text), lang)] == [source]

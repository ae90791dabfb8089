"""fold() keeps lengths, and lets one list of words hold for simplified and traditional Chinese."""

from __future__ import annotations

import pytest

from khabar.languages import fold
from khabar.languages.fold import SIMPLIFIED
from khabar.languages.phrases import alternatives, compiled


@pytest.mark.parametrize(("traditional", "simplified"), [("臺灣總統府發言人", "台湾总统府发言人"), ("東京電視臺記者", "东京电视台记者"), ("罹難者增至兩萬餘人", "罹难者增至两万余人")])
def test_traditional_characters_count_as_simplified(traditional: str, simplified: str) -> None:
    assert fold(traditional) == fold(simplified)
    assert len(fold(traditional)) == len(traditional)


def test_a_list_of_simplified_words_is_found_in_traditional_text() -> None:
    assert compiled(alternatives(["表示", "记者"])).search(fold("縣長向記者們說明")) is not None


def test_the_table_is_one_step_and_one_character_each() -> None:
    pairs = [p for line in SIMPLIFIED.read_text(encoding="utf-8").splitlines() if not line.startswith("#") for p in line.split()]
    assert len(pairs) > 2000
    assert all(len(p) == 2 and p[0] != p[1] for p in pairs)
    assert len({p[0] for p in pairs}) == len(pairs)

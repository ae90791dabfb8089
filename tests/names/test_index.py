"""Known names in folded text, with clitics, case endings and particles."""

from __future__ import annotations

import pytest

from khabar.languages import fold
from khabar.names.index import find_known
from khabar.names.tokens import words

SENTENCES = [
    ("ru", "Встреча Владимира Путина с Ким Чен Ыном", {"vladimir-putin": "Владимира Путина", "kim-jong-un": "Ким Чен Ыном"}),
    ("ar", "ولفلاديمير بوتين كلمة", {"vladimir-putin": "فلاديمير بوتين"}),
    ("fa", "دیدار با کیم جونگ‌اون", {"kim-jong-un": "کیم جونگ‌اون"}),
    ("ko", "김정은은 평양으로 돌아갔다", {"kim-jong-un": "김정은"}),
    ("zh", "金正恩会见了普京", {"kim-jong-un": "金正恩", "vladimir-putin": "普京"}),
    ("en", "leader Kim Jong-un said", {"kim-jong-un": "Kim Jong-un"}),
    ("de", "die Politik Frankreichs", {"france": "Frankreichs"}),
    ("tr", "Rusya'nın açıklaması", {"russia": "Rusya"}),
]


@pytest.mark.parametrize(("lang", "text", "expected"), SENTENCES)
def test_found(lang: str, text: str, expected: dict[str, str]) -> None:
    hits = find_known(fold(text), lang)
    found = {f.id: text[h.start : h.end] for h in hits for f in h.forms}
    assert expected.items() <= found.items()


def test_kim_yo_jong_is_not_kim_jong_un() -> None:
    assert {f.id for h in find_known(fold("Hamas freed hostages"), "en") for f in h.forms} == {"hamas"}  # no genitive of Hama
    assert "kim-jong-un" not in {f.id for h in find_known(fold("Kim Yo Jong spoke"), "en") for f in h.forms}


def test_words_keep_their_place() -> None:
    text = "U.S. 美国CrowdStrike公司 «ХАМАС»"
    assert [text[w.start : w.end] for w in words(fold(text))] == ["U.S.", "美国", "CrowdStrike", "公司", "ХАМАС"]

"""A name that stands beside nothing but words for media is that medium."""

from __future__ import annotations

import pytest

from khabar.sources import by_name


@pytest.mark.parametrize(("surface", "source"), [("پایگاه خبری تحلیلی انتخاب", "entekhab"), ("وكالة الأنباء رويترز", "reuters"), ("Reuters news agency website", "reuters")])
def test_known(surface: str, source: str) -> None:
    found = by_name(surface)
    assert found is not None
    assert found.id == source


def test_other_words_make_another_thing() -> None:
    assert by_name("انجمن هواداران صنعت پل و تونل انتخاب") is None

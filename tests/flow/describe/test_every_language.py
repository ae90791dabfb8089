"""A page in any language that is named goes through, with whatever its data are."""

import pytest

from khabar.flow.describe import describe
from khabar.languages.catalogue import codes
from khabar.models import Article

TEXT = (
    "Reuters, 3 May 2024 — “We met on Friday”, said Maria Example (UN). 12 killed. "
    "東京で5月3日、首相は「会談した」と述べた。12人が死亡。 记者李明报道，外交部发言人说，12人死亡。 "
    "นายกรัฐมนตรีกล่าวว่า 12 คนเสียชีวิต प्रधानमंत्री ने कहा कि 12 लोग मारे गए პრემიერმა თქვა Ο πρωθυπουργός είπε "
    "ראש הממשלה אמר Վարչապետն ասաց ጠቅላይ ሚኒስትሩ ተናገሩ وقال الوزير: «التقينا» الوزير قال پریس"
)


# One language of each script, and some that have none of their own data.
OTHERS = "am ba be bg bn bo ckb cs da dv dz el et fi gu ha he hi hr hu hy id it ja jv ka kk km kn ku lo lt lv mk ml mn mr ms my ne nl no or pa pl ps pt ro sd si sk sl so sq sr sv sw ta te tg th ti tk tl ug ur uz wuu yi yo zu"


@pytest.mark.parametrize("lang", [*codes(), *OTHERS.split()])
def test_it_is_described(lang: str) -> None:
    notes = describe(Article(id="a", content_id="c", file=None, url=None, outlet=None, lang=lang, title="Example", text=TEXT))
    assert all(TEXT[e.spans[0][0] : e.spans[0][1]] for e in notes.entities)

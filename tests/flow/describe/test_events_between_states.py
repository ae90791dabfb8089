"""Events between states in plain sentences of many languages, with the names as the product itself finds them."""

from __future__ import annotations

import pytest

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities import find_entities
from khabar.flow.describe.events import find_events
from khabar.models import Article

TOLD = [
    ("en", "The United States imposed new sanctions on Iran on Thursday.", ("united-states", "SANCTION", "iran")),
    ("en", "Israel's army bombed targets in southern Lebanon overnight.", ("israel-army", "ASSAULT", "lebanon")),
    ("en", "Colombia expelled the Nicaraguan ambassador.", ("colombia", "SANCTION", "nicaragua")),
    (
        "en",
        "Thousands of farmers blocked roads in Warsaw to protest against EU rules.",
        ("poland-farmers", "PROTEST", "european-union"),
    ),
    (
        "en",
        "North Korea fired two ballistic missiles toward the Sea of Japan on Sunday.",
        ("north-korea", "MOBILIZE", None),
    ),
    ("fr", "Le Mali a expulsé l'ambassadeur de France.", ("mali", "SANCTION", "france")),
    ("fr", "L'armée israélienne a bombardé le sud du Liban.", ("israel-army", "ASSAULT", "lebanon")),
    ("es", "Estados Unidos impuso sanciones a Venezuela.", ("united-states", "SANCTION", "venezuela")),
    ("de", "Israel griff Ziele im Süden des Libanon an.", ("israel", "ASSAULT", "lebanon")),
    ("de", "Polen wies 45 russische Diplomaten aus.", ("poland", "SANCTION", "russia")),
    ("ru", "Израиль нанес удары по югу Ливана.", ("israel", "ASSAULT", "lebanon")),
    ("uk", "Росія обстріляла Харків, загинули троє людей.", ("russia", "ASSAULT", "ukraine")),
    ("ar", "اتهمت إسرائيل حزب الله بقصف الجليل.", ("israel", "ACCUSE", "hezbollah")),
    ("ar", "طردت الجزائر السفير الفرنسي.", ("algeria", "SANCTION", "france")),
    ("ar", "قصف الجيش الإسرائيلي مواقع في جنوب لبنان.", ("israel-army", "ASSAULT", "lebanon")),
    ("fa", "رئیس‌جمهور فرانسه حمله روسیه به اوکراین را محکوم کرد.", ("france", "ACCUSE", "russia")),
    ("fa", "طالبان از سازمان ملل خواست تحریم‌ها را لغو کند.", ("taliban", "REQUEST", "united-nations")),
    ("tr", "ABD, İran'a yeni yaptırımlar uyguladı.", ("united-states", "SANCTION", "iran")),
    ("tr", "Almanya, Ukrayna'ya yardım gönderdi.", ("germany", "AID", "ukraine")),
    ("zh", "美国对伊朗实施新的制裁。", ("united-states", "SANCTION", "iran")),
    ("ko", "미국은 북한에 추가 제재를 부과했다.", ("united-states", "SANCTION", "north-korea")),
    ("vi", "Trung Quốc lên án Mỹ bán vũ khí cho Đài Loan.", ("china", "ACCUSE", "united-states")),
    ("en", "A strong earthquake shook Chile on Monday.", ("chile-earthquake", "OTHER", "chile")),
]


def events(lang: str, text: str) -> list[tuple[str | None, str, str | None]]:
    document = Document(
        Article(id="a", content_id="a", file=None, url=None, outlet=None, lang=lang, title="", text=text)
    )
    return [(e.actor, e.type, e.target) for e in find_events(document, find_entities(document), ()) if not e.mode]


@pytest.mark.parametrize(("lang", "text", "told"), TOLD)
def test_who_did_what_to_whom(lang: str, text: str, told: tuple[str, str, str | None]) -> None:
    assert told in events(lang, text)


def test_what_is_only_claimed_or_asked_is_no_event() -> None:
    assert events("en", "Ukraine denied that its forces had attacked the Kremlin.") == [("ukraine", "REJECT", None)]
    assert events("en", "Spain urged Portugal to expel the Cuban ambassador.") == [("spain", "REQUEST", "portugal")]

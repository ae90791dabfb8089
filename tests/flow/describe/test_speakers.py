"""Who speaks: names behind offices, the one described before, bodies, papers, channels; own sentences."""

from __future__ import annotations

import pytest
from quotes_of import quotes


@pytest.mark.parametrize(
    ("lang", "text", "kinds", "speaker"),
    [
        ("es", "«La carretera seguirá cerrada», ha prometido la presidenta del cabildo, Marta Lind.", {"Marta_Lind": "PER"}, "Marta Lind"),
        ("fr", "« La route restera fermée », a réagi la porte-parole du gouvernement, Marta Lind.", {"Marta_Lind": "PER"}, "Marta Lind"),
        ("en", "The mayor of Port Nell, Marta Lind, told reporters that the road would stay shut.", {"Port_Nell": "PER", "Marta_Lind": "PER"}, "Marta Lind"),
        ("de", "Marta Lind besuchte die Baustelle. Die Straße sei bald wieder offen, schrieb sie auf Telegram.", {"Marta_Lind": "PER", "Telegram": "ORG"}, "Marta Lind"),
        ("ar", 'ووصفت مارتا ليند الخطة بأنها "هدية للمهربين". وتوقع مسؤول محلي فتح الطريق قريبا.', {"مارتا_ليند": "PER"}, "مارتا ليند"),
        ("uk", "У «Зоряграді» запевнили, що дорога залишиться закритою до весни.", {"Зоряграді": "ORG"}, "Зоряграді"),
        ("fr", "La générale Marta Lind a promis « une route sûre avant l'hiver ».", {"Marta_Lind": "PER"}, "Marta Lind"),
        ("ar", 'وقال قائد الحرس الجنرال مارتا ليند: "ستبقى الطريق مغلقة حتى الربيع".', {"مارتا_ليند": "PER"}, "مارتا ليند"),
    ],
)
def test_the_person_or_body_that_speaks(lang: str, text: str, kinds: dict[str, str], speaker: str) -> None:
    assert {q.speaker_id for q in quotes(lang, text, **kinds)} == {speaker}


@pytest.mark.parametrize(
    ("lang", "text", "surface"),
    [
        ("en", "An officer of the harbour police climbed aboard. The ship was empty, the officer said.", "An officer of the harbour police climbed aboard"),
        ("fr", "Le navire était vide, a ajouté l'officier.", "l'officier"),
        ("fa", "به نوشته روزنامه محلی، «مارتا لیند» به خبرنگاران گفت: «جاده تا بهار بسته می‌ماند و راه دیگری نیست.»", "مارتا لیند"),
        ("hi", 'कस्बे की मेयर मार्ता लिंड ने पत्रकारों को बताया कि सड़क वसंत तक बंद रहेगी।', "मेयर मार्ता लिंड"),
        ("ru", "Как уточнили в экстренных службах региона, дорога останется закрытой до весны.", "экстренных службах региона"),
    ],
)  # fmt: skip
def test_speakers_without_an_entity(lang: str, text: str, surface: str) -> None:
    assert [q.surface for q in quotes(lang, text)] == [surface]


def test_a_conversation_is_no_verb_of_saying() -> None:
    """«گفت‌وگو» (conversation) begins with «گفت» (said)."""
    text = "مارتا لیند در گفت‌وگو با خبرنگاران از بسته شدن جاده ابراز نگرانی نکرد."
    assert quotes("fa", text, مارتا_لیند="PER") == []


def test_quelques_is_no_conjunction() -> None:
    text = "La mairie a annoncé quelques travaux sur la route de la côte avant la fin du printemps."
    assert quotes("fr", text) == []

"""Offices of regions and those of the whole country, told apart by the words beside the role."""

from __future__ import annotations

import pytest

from khabar.languages import fold
from khabar.sources import get
from khabar.sources.bodies import find_bodies
from khabar.sources.regional import national_id

REGIONAL = [
    ("ru", "russia", "О пострадавших рассказали в Минздраве Татарстана", "health-ministry"),
    ("ru", "russia", "В областном министерстве здравоохранения рассказали о пострадавших", "health-ministry"),
    ("ru", "russia", "Министерство образования Тверской области закрыло школы", "education-ministry"),
    ("ru", "russia", "Министерство образования Республики Карелия закрыло школы", "education-ministry"),
    ("uk", "ukraine", "Обласне управління з надзвичайних ситуацій повідомило", "disaster-authority"),
    ("uk", "ukraine", "Поліція Одеської області повідомила", "police"),
    ("ar", "iraq", "قالت وزارة الصحة في مقاطعة تفير", "health-ministry"),
    ("ar", "algeria", "أعلنت الحماية المدنية لولاية بجاية", "disaster-authority"),
    ("fa", "iran", "مدیریت بحران استان گلستان اعلام کرد", "disaster-authority"),
    ("fr", "brazil", "selon la défense civile de l'État", "disaster-authority"),
    ("fr", "france", "ont indiqué les pompiers du département", "fire-service"),
    ("es", "spain", "informó Protección Civil de la provincia de Jaén", "disaster-authority"),
    ("es", "mexico", "según la policía estatal", "police"),
    ("en", "united-states", "the state police said", "police"),
    ("en", "india", "according to the Assam state health department", "health-ministry"),
    ("en", "russia", "the health ministry of the Tver region said", "health-ministry"),
    ("en", "united-states", "Monroe County District Attorney Ann Lee said", "prosecution"),
    ("de", "brazil", "nach Angaben des Zivilschutzes des Bundesstaates Bahia", "disaster-authority"),
    ("de", "germany", "teilte das hessische Innenministerium mit", "interior-ministry"),
    ("ko", "south-korea", "경북소방본부에 따르면", "fire-service"),
    ("zh", "taiwan", "臺東縣消防局表示", "fire-service"),
    ("zh", "china", "湖南省卫健委通报", "health-ministry"),
    ("vi", "vietnam", "Sở Y tế tỉnh Nam Định cho biết", "health-ministry"),
    ("tr", "turkey", "İl sağlık müdürlüğü açıkladı", "health-ministry"),
    ("hi", "india", "राज्य स्वास्थ्य विभाग ने कहा", "health-ministry"),
]
NATIONAL = [
    ("ru", "russia", "Минздрав России сообщил о трех раненых в Тверской области"),
    ("ru", "russia", "В МЧС сообщили жителям области"),
    ("ru", "belarus", "Следственный комитет Республики Беларусь возбудил дело"),
    ("fr", "france", "selon la sécurité civile de l'État"),
    ("en", "ukraine", "Ukraine's State Emergency Service said"),
    ("en", "united-states", "the police said on Tuesday that the region was calm"),
    ("ar", "morocco", "قالت وزارة الصحة المغربية"),
    ("ko", "south-korea", "소방청에 따르면"),
    ("zh", "china", "国家卫健委通报"),
    ("de", "russia", "teilte das Gesundheitsministerium in Moskau mit"),
]


@pytest.mark.parametrize(("lang", "home", "text", "role"), REGIONAL)
def test_an_office_of_a_region(lang: str, home: str, text: str, role: str) -> None:
    assert f"{home}-regional-{role}" in {f.source for f in find_bodies(fold(text), lang, home)}


@pytest.mark.parametrize(("lang", "home", "text"), NATIONAL)
def test_an_office_of_the_country(lang: str, home: str, text: str) -> None:
    found = find_bodies(fold(text), lang, home)
    assert found
    assert not any(f.regional for f in found)


def test_its_record() -> None:
    record, national = get("russia-regional-health-ministry"), get("russia-health-ministry")
    assert record is not None
    assert national is not None
    assert (record.role, record.country, record.type) == (national.role, national.country, national.type)
    assert record.name("ar") != national.name("ar")
    assert national_id("japan-regional-government") == "japan-regional-government"
    assert get("nowhere-regional-police") is None

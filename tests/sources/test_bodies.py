"""Official bodies found by role and country, in the ways that papers of each language join the two."""

from __future__ import annotations

import pytest

from khabar.languages import fold
from khabar.languages.countries import countries
from khabar.sources import all_sources, get
from khabar.sources.bodies import body_id, find_bodies, roles
from khabar.sources.places import home_country
from khabar.sources.statements import find_statements

STATES = (
    "afghanistan", "algeria", "argentina", "armenia", "australia", "austria", "azerbaijan", "bangladesh", "belarus", "belgium", "brazil",
    "canada", "chile", "china", "colombia", "cuba", "egypt", "ethiopia", "finland", "france", "georgia", "germany", "greece", "hungary",
    "india", "indonesia", "iran", "iraq", "israel", "italy", "japan", "jordan", "kazakhstan", "kenya", "kuwait", "lebanon", "libya",
    "mexico", "morocco", "myanmar", "nepal", "netherlands", "nigeria", "north-korea", "norway", "oman", "pakistan", "peru", "philippines",
    "poland", "qatar", "romania", "russia", "saudi-arabia", "serbia", "south-africa", "south-korea", "spain", "sudan", "sweden",
    "switzerland", "syria", "thailand", "tunisia", "turkey", "ukraine", "united-kingdom", "united-states", "venezuela", "vietnam", "yemen",
)  # fmt: skip
ROLES = ("foreign-ministry", "interior-ministry", "defence-ministry", "health-ministry", "police", "election-commission", "disaster-authority")
# How a language joins a country's usual name and a role: in front, behind, or with a preposition.
JOINED = {
    "en": "the {role} of {country} said", "fr": "le {role} de {country} a annoncé", "es": "el {role} de {country} informó",
    "de": "das {role} von {country} teilte mit", "ru": "{role} {country}", "uk": "{role} {country}", "vi": "{role} {country} cho biết",
    "ar": "أعلنت {role} في {country}", "fa": "{role} {country} اعلام کرد", "tr": "{country} {role} açıkladı", "ko": "{country} {role}는", "zh": "{country}{role}表示",
}  # fmt: skip


@pytest.mark.parametrize("lang", sorted(JOINED))
@pytest.mark.parametrize("role", ROLES)
def test_role_and_country_by_name(lang: str, role: str) -> None:
    missed = []
    for state in STATES:
        name, phrase = countries()[state].names[lang][0], roles()[role][lang][0]
        text = fold(JOINED[lang].format(role=phrase, country=name))
        if not any(f.source == body_id(state, role) for f in find_bodies(text, lang)):
            missed.append((state, text))
    assert len(missed) <= len(STATES) // 20, missed


@pytest.mark.parametrize("lang", ["en", "fr", "es", "de", "ru", "uk", "ar", "fa", "tr"])
def test_role_and_adjective(lang: str) -> None:
    missed, tried = [], 0
    for state in STATES:
        words = [w for w in countries()[state].demonyms.get(lang, ()) if " " not in w]
        if words:
            tried += 1
            text = fold({"en": "the {w} foreign ministry said", "fr": "le ministère {w} des affaires étrangères", "es": "el ministerio {w} de exteriores",
                         "de": "das {w}e außenministerium", "ru": "{w} мид заявил", "uk": "{w} мзс", "ar": "وزارة الخارجية ال{w}", "fa": "وزارت خارجه {w}",
                         "tr": "{w} dışişleri bakanlığı"}[lang].format(w=words[-1] if lang == "ar" else words[0]))  # fmt: skip
            if not any(f.source == body_id(state, "foreign-ministry") for f in find_bodies(text, lang)):
                missed.append((state, text))
    assert tried > 40 or lang == "tr"
    assert len(missed) <= tried // 12, missed


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("en", "Seoul's spy agency", "nis-south-korea"), ("en", "Tehran's foreign ministry", "iran-foreign-ministry"), ("en", "the health ministry in Damascus", "syria-health-ministry"),
        ("ar", "وزارة الخارجية الكورية الجنوبية", "south-korea-foreign-ministry"), ("ar", "بلاغ للديوان الملكي المغربي", "morocco-royal-cabinet"),
        ("fr", "le ministère russe de l'Intérieur", "russia-interior-ministry"), ("es", "la cancillería argentina", "argentina-foreign-ministry"),
        ("ru", "МВД Турции", "turkey-interior-ministry"), ("uk", "Міноборони Польщі", "poland-defence-ministry"), ("zh", "俄国防部", "russia-defence-ministry"),
        ("ko", "미 국방부", "us-defence-department"), ("vi", "Bộ Ngoại giao Anh", "uk-foreign-ministry"), ("de", "das iranische Außenministerium", "iran-foreign-ministry"),
        ("tr", "İran Dışişleri Bakanlığından", "iran-foreign-ministry"), ("fa", "وزارت بهداشت لبنان", "lebanon-health-ministry"),
    ],
)  # fmt: skip
def test_ways_of_naming(lang: str, text: str, source: str) -> None:
    assert source in {f.source for f in find_bodies(fold(text), lang)}


def test_an_alef_of_the_name_is_no_article() -> None:
    assert find_bodies(fold("قالت وزارة الداخلية بأن الطريق مفتوح"), "ar") == []


def test_the_country_that_a_page_is_about() -> None:
    abroad = fold("Storm kills three. Three people died in Kenya, the interior ministry said.")
    assert home_country(abroad, "en", "united-kingdom") == "kenya"
    assert home_country(fold("Bus crash. Two people died near Leeds, the transport ministry said."), "en", "united-kingdom") == "united-kingdom"
    assert home_country(fold("RABAT, Sept 9 (Reuters) - The interior ministry said three villages were cut off."), "en") == "morocco"
    assert home_country(fold("وزارت کشور اعلام کرد که راه‌ها باز است."), "fa") == "iran"


def test_generated_bodies_are_sources() -> None:
    known = get("kenya-health-ministry")
    assert known is not None
    assert known.official
    assert known.country == "KE"
    assert known.name("en") == "Kenya's health ministry"
    assert get("nowhere-health-ministry") is None


def test_every_role_has_all_languages() -> None:
    for role, table in roles().items():
        assert all(table.get(lang) for lang in JOINED), role


def test_official_bodies_have_types_of_their_own() -> None:
    assert all(s.official == s.type.startswith("official") for s in all_sources().values())


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "in a joint statement"), ("ar", "في بيان مشترك"), ("fa", "در بیانیه مشترک"), ("fr", "un communiqué conjoint"), ("ru", "в совместном заявлении"),
     ("uk", "у спільній заяві"), ("vi", "tuyên bố chung"), ("ko", "공동성명에서"), ("zh", "发表联合声明"), ("es", "un comunicado conjunto"),
     ("de", "in einer gemeinsamen Erklärung"), ("tr", "ortak bildiride")],
)  # fmt: skip
def test_joint_statements(lang: str, text: str) -> None:
    assert [s for _, _, s in find_statements(fold(text), lang)] == ["joint-statement"]

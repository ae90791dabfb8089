"""The catalogue of known names: every home is a country."""

from __future__ import annotations

from khabar.languages.countries import countries
from khabar.names.catalogue import all_names, get, home


def test_every_home_is_a_country() -> None:
    assert {n.country for n in all_names().values() if n.country} <= set(countries())


def test_a_country_by_its_code_or_another_name() -> None:
    assert home("TR") == home("turkiye") == "turkey"
    erdogan = get("recep-tayyip-erdogan")
    assert erdogan is not None
    assert erdogan.country == "turkey"

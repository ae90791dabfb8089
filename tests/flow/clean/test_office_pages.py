"""Pages of official bodies and of outlets that only their title or a long site name names."""

from __future__ import annotations

import pytest

from khabar.flow.clean import Page, clean
from khabar.flow.clean.offices import office_named

TEXT = "<p>" + "Der Fluss ist am Montag um zwei Meter gestiegen, und die Brücke bleibt für Lastwagen gesperrt. " * 6 + "</p>"


@pytest.mark.parametrize(
    ("name", "lang", "office"),
    [
        ("Следственный комитет Республики Беларусь", "ru", "belarus-investigation"), ("국토교통부", "ko", "south-korea-transport-ministry"),
        ("Ministry of Health of Peru", "en", "peru-health-ministry"), ("Federal Reserve Board", "en", "federal-reserve"),
        ("Ministerio de Defensa de Chile", "es", "chile-defence-ministry"), ("وزارة الصحة اللبنانية", "ar", "lebanon-health-ministry"),
        ("Политика", "ru", None), ("Peru and its ministry of small things", "en", None), ("Police", "en", None),
    ],
)  # fmt: skip
def test_what_a_body_calls_its_site(name: str, lang: str, office: str | None) -> None:
    assert office_named(name, lang) == office


def page(head: str, body: str = "") -> str | None:
    html = f"<html><head>{head}</head><body>{body}<article><h1>Fluss steigt nach Regen um zwei Meter</h1>{TEXT}</article></body></html>"
    return clean(Page(content=html.encode(), path="x.html")).outlet


def test_a_long_site_name_is_read_piece_by_piece() -> None:
    assert page('<title>Fluss steigt nach Regen um zwei Meter</title><meta property="og:site_name" content="Nachrichten aus aller Welt | Der Spiegel | Politik">') == "der-spiegel"


def test_the_name_behind_the_title_wins_over_the_menu() -> None:
    menu = "<header><a>Die Zeit</a> <a>Politik</a></header>"
    assert page("<title>Fluss steigt nach Regen um zwei Meter - Der Spiegel</title>", menu) == "der-spiegel"

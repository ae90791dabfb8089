"""Pages without a day that tell of an event long before the window; old and new pages that come together."""

from __future__ import annotations

from pathlib import Path

import pytest
from stores import Open

from khabar.engine import window
from khabar.engine.regroup import _runs
from khabar.models import Placement

OLD = [
    "President Emmanuel Macron met Prime Minister Viktor Orban in Budapest to speak about nuclear energy and a dam on the Danube.",
    "In Budapest Emmanuel Macron and Viktor Orban spoke about nuclear energy and about the dam that is planned on the Danube.",
    "Viktor Orban received Emmanuel Macron in Budapest; nuclear energy and the dam on the Danube were on the table.",
    "Nuclear energy and a Danube dam: Emmanuel Macron spoke with Viktor Orban in Budapest about both.",
]
UNDATED = "Emmanuel Macron was in Budapest to speak with Viktor Orban about nuclear energy and the dam planned on the Danube."
OTHER = "Recep Tayyip Erdogan opened a museum of carpets in Ankara and praised the weavers of Anatolia."

PEOPLE = ["Olaf Scholz", "Justin Trudeau", "Narendra Modi", "Pedro Sanchez", "Donald Tusk", "Xi Jinping", "Lula da Silva", "Giorgia Meloni"]
MATTERS = ["fishing quotas", "wheat prices", "a football stadium", "school meals", "night trains", "a comet", "ship canals", "bee keeping"]
PLACES = ["Oslo", "Nairobi", "Lima", "Seoul", "Hanoi", "Lisbon", "Cairo", "Manila"]
FILLER = [f"{who} spoke in {where} about {what}, and {what} will be debated there again." for who, what, where in zip(PEOPLE, MATTERS, PLACES, strict=True)]


def write(folder: Path, name: str, text: str, day: str | None) -> str:
    more = " The two spoke for three hours, officials said, and agreed to meet again before the end of the year in Paris or in Vienna." * 2
    head = f'<meta property="article:published_time" content="{day}T08:00:00Z">' if day else ""
    path = folder / f"{name}.html"
    path.write_text(f"<html lang='en'><head><title>{text[:60]}</title>{head}</head><body><article><h1>{text[:60]}</h1><p>{text}</p><p>{text}{more}</p></article></body></html>")
    return str(path)


@pytest.mark.parametrize("looks_up", [True, False])
def test_an_undated_page_finds_its_story_of_another_year(opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looks_up: bool) -> None:
    monkeypatch.setattr(window, "WHOLE", 0)
    if not looks_up:
        monkeypatch.setattr(window, "recalled", lambda *_: [])
    engine = opened("recall")
    engine.ingest([write(tmp_path, f"old{n}", text, "2021-05-11") for n, text in enumerate([*OLD, *FILLER])])
    engine.ingest([write(tmp_path, f"new{n}", text, "2025-12-30") for n, text in enumerate([OTHER, *FILLER])])
    engine.ingest([write(tmp_path, "undated", UNDATED, None), write(tmp_path, "museum", OTHER.replace("opened", "closed"), None)])
    stories = {Path(engine.article(a).files[0]).stem: s for a, s in engine.store.memberships().items()}
    assert len({stories[f"old{n}"] for n in range(4)}) == 1
    assert (stories["undated"] == stories["old0"]) is looks_up
    assert stories["museum"] != stories["old0"]


def test_pages_of_far_days_are_grouped_each_in_its_window() -> None:
    pages = [Placement(name, day, "2026-01-01", None) for name, day in zip("abcde", ["2021-05-01", "2021-05-20", "2025-12-20", None, "2021-06-30"], strict=True)]
    assert [[p.article for p in run] for run in _runs(pages)] == [["a", "b", "e"], ["c", "d"]]
    assert _runs([]) == []

"""The web pages: there, safe, and in the reader's direction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from khabar.config import Config
from khabar.engine import Engine
from khabar.serve.web.app import make_app
from khabar.serve.web.words import locales, words

EVIL = """<html><head><title>Evil <script>alert(1)</script> page about the harbour</title><meta property="og:title" content="&lt;script&gt;alert(2)&lt;/script&gt; harbour closes"></head>
<body><h1>&lt;script&gt;alert(2)&lt;/script&gt; harbour closes</h1><p>The harbour closes on Monday, said &lt;img src=x onerror=alert(3)&gt; the director of the harbour, in a statement.</p>
<p>Ships will be sent to the next port until Friday, the office added in its note to captains and crews.</p><script>alert(4)</script></body></html>"""


@pytest.fixture
def client(engine: Engine) -> TestClient:
    return TestClient(make_app(engine), base_url="http://127.0.0.1")


def addresses(engine: Engine) -> Iterator[str]:
    stored = max(engine.stories(), key=lambda s: len(s.lineage.links))
    yield from ("/", "/?order=importance", "/sources", "/search?q=floods", "/docs", f"/story/{stored.story.id}", f"/article/{stored.story.articles[0]}")
    yield from (f"/compare/{stored.story.id}/{k.parent}/{k.child}" for k in stored.lineage.links if k.parent)
    yield from (f"/source/{s.id}" for s in engine.sources()[:3])
    yield from (f"/entity/{e}" for e in list(engine.store.entity_counts())[:3])


def test_every_page_answers_in_every_language_of_the_interface(client: TestClient, engine: Engine) -> None:
    for address in addresses(engine):
        for locale in locales():
            answer = client.get(f"{address}{'&' if '?' in address else '?'}ui={locale}")
            assert answer.status_code == 200, address
            assert f'<html lang="{locale}" dir="{"rtl" if locale in ("ar", "fa") else "ltr"}">' in answer.text


def test_texts_keep_their_own_language_and_direction(client: TestClient, engine: Engine) -> None:
    arabic = next(v for v in engine.articles() if v.article.lang == "ar")
    assert 'lang="ar" dir="rtl"' in client.get(f"/article/{arabic.article.id}?ui=en").text


def test_no_page_may_run_scripts_of_its_own(client: TestClient) -> None:
    answer = client.get("/")
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "<script>" not in answer.text
    assert " style=" not in answer.text


def test_a_hostile_page_stays_text(tmp_path: Path) -> None:
    page = tmp_path / "evil.html"
    page.write_text(EVIL, encoding="utf-8")
    with Engine.open(":memory:", Config(encoder="hashed", workers=1)) as engine:
        engine.ingest([str(page)])
        client = TestClient(make_app(engine), base_url="http://127.0.0.1")
        key = engine.store.article_ids()[0]
        for address in ("/", f"/article/{key}", f"/story/{engine.stories()[0].story.id}", "/search?q=<script>alert(5)</script>"):
            text = client.get(address).text
            assert "<script>alert" not in text
            assert "<img src=x" not in text


def test_another_host_name_is_refused(engine: Engine) -> None:
    assert TestClient(make_app(engine), base_url="http://evil.example").get("/").status_code == 421


def test_a_token_is_asked_for(engine: Engine) -> None:
    client = TestClient(make_app(engine, token="secret"), base_url="http://news.example")
    assert client.get("/").status_code == 401
    assert client.get("/api/stories", headers={"authorization": "Bearer secret"}).status_code == 200
    assert client.get("/?token=wrong").status_code == 401
    assert client.get("/?token=secret").status_code == 200
    assert client.get("/").status_code == 200  # by the cookie


def test_the_api_says_what_is_wrong(client: TestClient) -> None:
    answer = client.get("/api/stories/nonesuch")
    assert answer.status_code == 404
    assert "khabar stories" in answer.json()["do"]
    assert client.get("/api/search", params={"q": "x", "limit": 0}).status_code == 422
    assert client.get("/story/nonesuch").status_code == 404


def test_the_api_gives_what_the_pages_show(client: TestClient, engine: Engine) -> None:
    stories = client.get("/api/stories").json()
    assert len(stories) == len(engine.stories())
    one = client.get(f"/api/stories/{stories[0]['id']}").json()
    assert len(one["pages"]) == len(one["articles"])
    for path in ("/api/sources", "/api/sagas", "/api/timeline", "/openapi.json"):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("locale", [c for c in locales() if c != "en"])
def test_locales_have_the_same_keys(locale: str) -> None:
    from khabar.languages.parts import read_toml
    from khabar.serve.web.words import HOME

    assert set(read_toml(HOME / f"{locale}.toml")) == set(words("en"))


def test_stories_are_filtered_by_topic(client: TestClient, engine: Engine) -> None:
    floods = next(s for s in engine.stories(topic="disaster"))
    assert f"/story/{floods.story.id}" in client.get("/?topic=disaster").text
    assert f"/story/{floods.story.id}" not in client.get("/?topic=sport").text
    assert [s["id"] for s in client.get("/api/stories?topic=medtop:03000000").json()] == [s.story.id for s in engine.stories(topic="disaster")]
    assert client.get("/api/stories?topic=nonsense").status_code == 400
    assert "کوارث" in client.get("/?ui=ar").text.replace("ك", "ک")
    assert len(client.get("/api/topics").json()) == 17


def test_a_pair_of_actors_has_a_page_and_its_data(tmp_path: Path) -> None:
    page = tmp_path / "visit.txt"
    page.write_text(
        "Warsaw visit\n2 May 2024\n\nCanada's Prime Minister Justin Trudeau met Polish Prime Minister Donald Tusk in Warsaw on 2 May 2024.\n\n"
        "Canada accused Poland of breaking a fishing deal, a spokesman told reporters on Thursday after the meeting.\n",
        encoding="utf-8",
    )
    with Engine.open(":memory:", Config(encoder="hashed", workers=1)) as engine:
        assert engine.ingest([str(page)]).new == 1
        client = TestClient(make_app(engine), base_url="http://127.0.0.1")
        row = client.get("/api/relations/Canada/poland").json()
        assert (row["a"], row["b"], row["cooperation"], row["conflict"]) == ("canada", "poland", 1, 1)
        assert row["events"] == len(engine.timeline(between=("canada", "poland"))) == 2
        assert [r["b"] for r in client.get("/api/entities/canada").json()["relations"]] == ["poland"]
        for locale in locales():
            answer = client.get(f"/pair/canada/poland?ui={locale}")
            assert answer.status_code == 200
            assert "<svg" in answer.text
        assert client.get("/pair/canada/nowhere-at-all").status_code == 404


def test_the_page_of_an_article_shows_what_its_head_says(tmp_path: Path) -> None:
    page = tmp_path / "bridge.html"
    news = '{"@type": "LiveBlogPosting", "headline": "Old harbour bridge", "author": {"name": "Jane Roe"}, "articleSection": "Local", "keywords": ["quay"], "isAccessibleForFree": false, "image": {"caption": "Divers at work"}}'
    prose = "".join(f"<p>The council agreed on Monday to repair the old harbour bridge before storm number {i} comes, the mayor said.</p>" for i in range(4))
    page.write_text(f'<html><head><link rel="alternate" hreflang="fr" href="https://harbour.example/fr"><script type="application/ld+json">{news}</script></head><body><article>{prose}</article></body></html>', encoding="utf-8")
    with Engine.open(":memory:", Config(encoder="hashed", workers=1)) as engine:
        engine.ingest([str(page)])
        text = TestClient(make_app(engine), base_url="http://127.0.0.1").get(f"/article/{engine.store.article_ids()[0]}").text
    for shown in ("Live blog", "Open to subscribers only", "Jane Roe", "Local", "quay", "https://harbour.example/fr", "Divers at work"):
        assert shown in text

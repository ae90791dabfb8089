"""HTML pages: structured data in every form that sites write, captions, comments, paywalls, live blogs, galleries, translations."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from khabar.models import Article

Cleaned = Callable[..., Article]
_BODY = "".join(f"<p>{p}</p>" for p in (
    "The council agreed on Monday to repair the old harbour bridge before the winter storms come, the mayor said.",
    "Work on the bridge is to begin in November and will cost about two million, she told the council after the vote.",
    "The bridge has been closed to lorries since the spring, when divers found cracks in two of its pillars.",
))  # fmt: skip
_NEWS: dict[str, Any] = {
    "@type": "NewsArticle", "headline": "Council agrees to repair the old harbour bridge", "datePublished": "2023-05-05T10:00:00+02:00", "author": [{"@type": "Person", "name": "Jane Roe"}, {"name": "Ali Veli"}],
    "publisher": {"@type": "Organization", "name": "The Harbour Post"}, "articleSection": "Local", "keywords": "bridge, harbour", "isAccessibleForFree": False,
    "image": {"@type": "ImageObject", "url": "https://harbour.example/1.jpg", "caption": "Divers at the bridge in spring", "creditText": "AFP"},
}  # fmt: skip


def _page(head: str = "", body: str = _BODY, title: str = "Council agrees to repair the old harbour bridge") -> str:
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body><main><h1>{title}</h1><article>{body}</article></main></body></html>"


def _ld(*values: Any) -> str:
    return "".join(f'<script type="application/ld+json">{v if isinstance(v, str) else json.dumps(v)}</script>' for v in values)


@pytest.mark.parametrize("head", [
    _ld(_NEWS), _ld([{"@type": "BreadcrumbList"}, _NEWS]), _ld({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "The Harbour Post"}, _NEWS]}),
    _ld({"@type": "WebPage", "mainEntity": _NEWS}), _ld("{broken", _NEWS), _ld("<![CDATA[" + json.dumps(_NEWS) + "]]>"), _ld(json.dumps(_NEWS)[:-1] + ",}"), _ld(json.dumps(_NEWS) + ";"),
    _ld({**_NEWS, "@type": ["NewsArticle", "Thing"]}), _ld({**_NEWS, "@type": "ReportageNewsArticle"}),
    _ld({"@graph": [{**_NEWS, "author": [{"@id": "#a"}, {"@id": "#b"}], "image": {"@id": "#i"}, "publisher": {"@id": "#o"}}, {"@id": "#a", "@type": "Person", "name": "Jane Roe"}, {"@id": "#b", "name": "Ali Veli"},
                    {"@id": "#i", **_NEWS["image"]}, {"@id": "#o", "@type": "NewsMediaOrganization", "name": "The Harbour Post"}]}),
])  # fmt: skip
def test_json_ld_in_every_form(head: str, cleaned: Cleaned) -> None:
    article = cleaned(_page(head))
    assert article.title == "Council agrees to repair the old harbour bridge"
    assert article.authors == ("Jane Roe", "Ali Veli")
    assert article.published.value == "2023-05-05T10:00:00+02:00"
    assert article.outlet == "the-harbour-post"
    assert (article.section, article.keywords) == ("Local", ("bridge", "harbour"))
    assert article.paywalled
    assert any(m.where == "caption" and "Divers at the bridge in spring" in m.text and "AFP" in m.text for m in article.margins)
    assert "Divers at the bridge" not in article.text


def test_microdata(cleaned: Cleaned) -> None:
    body = (
        '<div itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">Council agrees to repair the old harbour bridge</h2>'
        '<span itemprop="author" itemscope><span itemprop="name">Jane Roe</span></span><span itemprop="articleSection">Local</span>'
        '<meta itemprop="datePublished" content="2023-05-05"><span itemprop="publisher" itemscope><meta itemprop="name" content="The Harbour Post"></span>'
        f'<div itemprop="articleBody">{_BODY}</div></div>'
    )
    article = cleaned(f"<html><head><title>x</title></head><body>{body}</body></html>")
    assert article.title == "Council agrees to repair the old harbour bridge"
    assert article.authors == ("Jane Roe",)
    assert article.section == "Local"
    assert article.outlet == "the-harbour-post"
    assert (article.published.value or "").startswith("2023-05-05")
    assert article.text.startswith("The council agreed")


def test_captions_stand_apart_from_the_body(cleaned: Cleaned) -> None:
    pictures = (
        "<figure><img src=a><figcaption>The bridge in April. Photo: Jane Roe</figcaption></figure>",
        "<div><img src=b><em>Lorries wait at the bridge</em></div>",
        "<div class='photo-credit'>Reuters</div>",
    )
    article = cleaned(_page(body=_BODY.replace("</p>", "</p>" + pictures[0], 1) + pictures[1] + pictures[2] + _BODY.replace("bridge", "quay")))
    captions = [m.text for m in article.margins if m.where == "caption"]
    assert captions == ["The bridge in April. Photo: Jane Roe", "Lorries wait at the bridge", "Reuters"]
    assert "Lorries wait" not in article.text


@pytest.mark.parametrize("comments", [
    "<section id='comments'><h3>2 comments</h3><p>Sam: The bridge should have been repaired by the council years ago, I say it again.</p></section>",
    "<div class='comment-list'><p>The council and the mayor agreed on the old bridge, and I do not like what they agreed on.</p></div>",
    "<div id='disqus_thread'><p>The council and the mayor agreed on the old bridge, and I do not like what they agreed on.</p></div>",
])  # fmt: skip
def test_comments_stand_apart(comments: str, cleaned: Cleaned) -> None:
    article = cleaned(_page(body=_BODY + comments))
    assert len(article.paragraphs) == 3
    assert any(("bridge" in d.text and "comment" in d.why) or "disqus" in d.why for d in article.dropped)


@pytest.mark.parametrize("page", [
    _page('<meta property="article:content_tier" content="locked">'), _page(_ld({**_NEWS, "isAccessibleForFree": "False"})),
    _page(_ld({**_NEWS, "isAccessibleForFree": True, "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paid"}})),
    _page(body=_BODY + "<p>This article is for subscribers. Subscribe to continue reading.</p>"),
])  # fmt: skip
def test_paywalls(page: str, cleaned: Cleaned) -> None:
    article = cleaned(page)
    assert article.paywalled
    assert "subscribers" not in article.text


def test_an_open_page_is_not_paywalled(cleaned: Cleaned) -> None:
    assert not cleaned(_page(_ld({**_NEWS, "isAccessibleForFree": True}))).paywalled
    assert not cleaned(_page("<nav>Already a subscriber? Log in</nav>")).paywalled


@pytest.mark.parametrize(("head", "title", "form"), [
    (_ld({**_NEWS, "@type": "LiveBlogPosting", "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "Vote begins", "articleBody": "The vote begins."}]}), "Council agrees to repair the old harbour bridge", "live-blog"),
    ("", "Harbour bridge: live updates from the council", "live-blog"), ("", "In pictures: the old harbour bridge", "gallery"),
    (_ld({**_NEWS, "@type": "MediaGallery"}), "The old harbour bridge through the years", "gallery"), (_ld({"@type": "VideoObject", "name": "The bridge"}), "The old harbour bridge from above", "video"),
    (_ld(_NEWS), "Council agrees to repair the old harbour bridge", "article"), ("", "Council agrees to repair the old harbour bridge, residents live in fear", "article"),
])  # fmt: skip
def test_forms(head: str, title: str, form: str, cleaned: Cleaned) -> None:
    assert cleaned(_page(head, title=title)).form == form


def test_translations_are_kept(cleaned: Cleaned) -> None:
    links = "".join(f'<link rel="alternate" hreflang="{c}" href="https://harbour.example/{c}/bridge">' for c in ("ar", "fr", "x-default", "pt-BR"))
    article = cleaned(_page(links + '<link rel="amphtml" href="https://harbour.example/amp/bridge"><link rel="canonical" href="https://harbour.example/en/bridge">'))
    assert article.alternates == {c: f"https://harbour.example/{c}/bridge" for c in ("ar", "fr")} | {"pt-br": "https://harbour.example/pt-BR/bridge"}
    assert article.url == "https://harbour.example/en/bridge"


def test_furniture_in_the_crop_is_left_out(cleaned: Cleaned) -> None:
    links = "<ul>" + "".join(f"<li>Five things to know: <a href=/{i}>what the mayor said about the quay and the port {i}</a></li>" for i in range(5)) + "</ul>"
    article = cleaned(_page(body="<h1>Council agrees to repair the old harbour bridge</h1>" + _BODY + links + "<div style='display: none'><p>" + "Hidden text of a form that no reader sees. " * 2 + "</p></div>"))
    assert len(article.paragraphs) == 3


_LINES = [p.removesuffix("</p>") for p in _BODY.split("<p>")[1:]]
_SIDE = "<div class='col2'><div>Weather</div><div>12 °C</div><div>Harbour lottery numbers drawn on Sunday night</div></div>"
_TEASER = "<div class='x1'><h3><a href=/1>Quay closed</a></h3><p>The quay will be closed on Sunday while cables are laid, the office said.</p></div>"


@pytest.mark.parametrize("layout", [
    f"<div>{'<br><br>'.join(_LINES)}</div>", "<div>" + "".join(f"<div><span>{p}</span></div>" for p in _LINES) + "</div>", f"<table><tr><td>{_BODY}</td><td>{_SIDE}</td></tr></table>",
    f"<div class=wrap><div class=col1>{_BODY}</div>{_SIDE}</div>", "<article>" + "".join(f"<p><a href=/x>{p[:40]}</a>{p[40:]}</p>" for p in _LINES) + "</article>", f"<article>{_BODY}{_TEASER * 2}</article>",
    f"<article><figure><img src=1><p>Divers at work. Photo: AFP</p></figure>{_BODY}</article>", "<div>" + "".join(f"<section><div><p>{p}</p></div></section>" for p in _LINES) + "</div>",
])  # fmt: skip
def test_layouts(layout: str, cleaned: Cleaned) -> None:
    article = cleaned(f"<html><head><title>Council agrees to repair the old harbour bridge</title></head><body><div class=nav><a href=/>Home</a></div><h1>Council agrees to repair the old harbour bridge</h1>{layout}</body></html>")
    assert article.text.split("\n\n") == _LINES


def test_the_picture_is_an_address_of_the_web_or_none(cleaned: Cleaned) -> None:
    meta = '<meta property="og:image" content="{}">'
    assert cleaned(_page(meta.format("https://pictures.example/quay.jpg"))).image == "https://pictures.example/quay.jpg"
    assert cleaned(_page(meta.format("data:image/png;base64,AAAA"))).image is None
    assert cleaned(_page("")).image is None

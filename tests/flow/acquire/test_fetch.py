from __future__ import annotations

from typing import Any

import httpx
import pytest

from khabar.config import Config
from khabar.errors import Rejected, Unreadable
from khabar.flow.acquire import fetch as module
from khabar.flow.acquire.addresses import check_address
from khabar.flow.acquire.feeds import feed_links, looks_like_feed
from khabar.models import Page

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><link>http://news.example/</link>
<item><title>One</title><link>/a</link></item><item><link>http://news.example/b</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="/s"/><link href="/c"/></entry></feed>"""
BOMB = b"""<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><rss><item><link>http://x.example/&b;</link></item></rss>"""


def test_feeds_list_their_items() -> None:
    assert feed_links(RSS, "http://news.example/feed") == ["http://news.example/a", "http://news.example/b"]
    assert feed_links(ATOM, "http://news.example/") == ["http://news.example/c"]
    assert looks_like_feed(RSS, None)
    assert not looks_like_feed(b"<html><body>rss</body></html>", "text/html")


def test_a_feed_with_its_own_entities_gives_nothing() -> None:
    assert feed_links(BOMB, "http://x.example/") == []


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://10.1.2.3/x", "http://[::1]/", "http://169.254.169.254/latest", "http://localhost/"])
def test_private_addresses_are_not_asked(url: str) -> None:
    with pytest.raises(Unreadable) as caught:
        check_address(url)
    assert caught.value.code in ("private-address", "no-host")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://x.example/", "http://"])
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(Unreadable, match="no http"):
        check_address(url)


_CLIENT = httpx.Client


def _pages(handler: Any, url: str, monkeypatch: pytest.MonkeyPatch, **settings: Any) -> list[Page | Rejected]:
    client = _CLIENT
    monkeypatch.setattr(module.httpx, "Client", lambda **kw: client(**{**kw, "transport": httpx.MockTransport(handler)}))
    return list(module.address_pages(url, "2026-01-01", Config(private_addresses=True, **settings)))


def test_a_feed_is_followed_and_one_dead_link_does_not_stop_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        bodies = {"/feed": RSS, "/a": b"<html>a</html>"}
        body = bodies.get(request.url.path)
        return httpx.Response(200, content=body) if body else httpx.Response(404)

    found = _pages(handler, "http://news.example/feed", monkeypatch)
    assert [type(f).__name__ for f in found] == ["Page", "Unreadable"]
    assert isinstance(found[1], Rejected)
    assert found[1].code == "http-404"


def test_robots_redirects_and_sizes_are_kept_to(monkeypatch: pytest.MonkeyPatch) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(200, text="User-agent: *\nDisallow: /no")
        if request.url.path == "/loop":
            return httpx.Response(302, headers={"location": "/loop"})
        return httpx.Response(200, content=b"x" * 2000)

    codes = [
        _pages(handler, f"http://site{n}.example{path}", monkeypatch, max_page_bytes=1000)[0]
        for n, path in enumerate(("/no", "/loop", "/big"))
    ]
    assert [c.code for c in codes if isinstance(c, Rejected)] == ["robots", "redirects", "too-large"]

"""Pages from the web: one address, or a feed and what it lists. Polite: robots.txt is read, sizes and redirects are bounded."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

import httpx

from khabar.config import Config
from khabar.errors import Rejected, Retry, Unreadable
from khabar.flow.acquire.addresses import check_address
from khabar.flow.acquire.feeds import feed_links, looks_like_feed
from khabar.models import Page

REDIRECTS = 5
SECONDS = 20
MAX_FEED_ITEMS = 200


def address_pages(url: str, first_seen: str, config: Config) -> Iterator[Page | Rejected]:
    """The page at `url`; if it is a feed, the pages that it lists."""
    with httpx.Client(timeout=SECONDS, headers={"User-Agent": config.user_agent}, follow_redirects=False) as client:
        try:
            page = fetch(client, url, first_seen, config)
        except (Rejected, Retry) as problem:
            yield _rejected(url, problem)
            return
        if not looks_like_feed(page.content, page.media_type):
            yield page
            return
        for link in feed_links(page.content, url)[:MAX_FEED_ITEMS]:
            try:
                yield fetch(client, link, first_seen, config)
            except (Rejected, Retry) as problem:
                yield _rejected(link, problem)


def _rejected(url: str, problem: Rejected | Retry) -> Rejected:
    return problem if isinstance(problem, Rejected) else Unreadable(url, problem.why, problem.do, "retry")


def fetch(client: httpx.Client, url: str, first_seen: str, config: Config) -> Page:
    """One address as a page, its redirects followed and each hop checked.

    Raises `Unreadable` if it is forbidden, private, too large or not there, `Retry` if the server or the network fails.
    """
    asked = url
    for _ in range(REDIRECTS + 1):
        check_address(url, config.private_addresses)
        if not _allowed(client, url, config):
            raise Unreadable(asked, f"The site's robots.txt does not allow {url}.", "Save the page by hand and ingest the file.", "robots")
        content, answer = _get(client, url, config.max_page_bytes)
        if answer.is_redirect and "location" in answer.headers:
            url = urljoin(url, answer.headers["location"])
            continue
        if answer.status_code == 429 or answer.status_code >= 500:
            raise Retry(f"{url} answered {answer.status_code}.", "Try again later.")
        if answer.status_code != 200:
            raise Unreadable(asked, f"{url} answered {answer.status_code}.", "Check the address.", f"http-{answer.status_code}")
        kind = answer.headers.get("content-type", "")
        return Page(content=content, path=asked, url=url, media_type=kind.split(";")[0].strip() or None,
                    charset=answer.charset_encoding, first_seen=first_seen)  # fmt: skip
    raise Unreadable(asked, f"{asked} redirects more than {REDIRECTS} times.", "Check the address.", "redirects")


def _get(client: httpx.Client, url: str, most: int) -> tuple[bytes, httpx.Response]:
    try:
        with client.stream("GET", url) as answer:
            parts, size = [], 0
            for part in answer.iter_bytes():
                size += len(part)
                if size > most:
                    raise Unreadable(url, f"{url} has more than {most / 1e6:.0f} MB.", "Raise max_page_bytes if you mean it.", "too-large")
                parts.append(part)
            return b"".join(parts), answer
    except httpx.HTTPError as problem:
        raise Retry(f"{url} cannot be had ({problem}).", "Check the network and try again.") from problem


def _allowed(client: httpx.Client, url: str, config: Config) -> bool:
    parts = urlsplit(url)
    rules = _robots(client, f"{parts.scheme}://{parts.netloc}/robots.txt")
    if not rules:
        return True
    from protego import Protego

    return bool(Protego.parse(rules).can_fetch(url, config.user_agent))


@lru_cache(maxsize=1024)
def _robots(client: httpx.Client, address: str) -> str:
    """The rules of a site, or "" where there are none."""
    try:
        answer = client.get(address)
    except httpx.HTTPError:
        return ""
    return answer.text[:500_000] if answer.status_code == 200 else ""

"""What a user names on the command line: paths, addresses and feeds, turned into one stream of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khabar.config import Config
from khabar.errors import Rejected
from khabar.flow.acquire.files import file_pages
from khabar.models import Page


def is_address(given: str) -> bool:
    """Whether what was given is a web address rather than a path."""
    return given.startswith(("http://", "https://"))


def pages_of(inputs: Iterable[str], first_seen: str, config: Config) -> Iterator[Page | Rejected]:
    """Pages of every input in order; what cannot be had comes as the error itself."""
    for given in inputs:
        if is_address(given):
            from khabar.flow.acquire.fetch import address_pages

            yield from address_pages(given, first_seen, config)
        else:
            yield from file_pages([given], first_seen, config.max_page_bytes)

"""What the tests of cleaning share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.flow.clean import clean
from khabar.models import Article, Page


@pytest.fixture
def cleaned() -> Callable[..., Article]:
    """Clean a text or bytes as a page seen on a fixed day."""

    def run(content: str | bytes, url: str | None = None, charset: str | None = None, media_type: str | None = None) -> Article:
        raw = content.encode() if isinstance(content, str) else content
        return clean(Page(content=raw, path="page", url=url, charset=charset, media_type=media_type, first_seen="2026-01-01T00:00:00+00:00"))

    return run

"""acquire -> Page: files, feeds, addresses and web archives become pages. The only stage that may touch the network."""

from __future__ import annotations

from khabar.flow.acquire.files import file_pages, page_hash

__all__ = ["file_pages", "page_hash"]

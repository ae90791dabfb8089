"""From a raw page to a clean, dated article: text and title, language, outlet, dates, identity; what was dropped and why."""

from __future__ import annotations

from khabar.errors import Rejected
from khabar.models import Article, Page

__all__ = ["clean"]


def clean(page: Page) -> Article:
    """Clean one page: decode it, take title and body out of its furniture, and read language, outlet and dates.

    Raises `Rejected` (`Unreadable` or `NotNews`), with the page's path, the reason and what to do, also for a page that takes
    more than `bound.SECONDS`. Reads nothing but `page`.
    """
    from khabar.flow.clean.bound import SECONDS, TimeUp
    from khabar.flow.clean.wording import wording

    loaded = wording.cache_info().misses
    try:
        try:
            return _bounded(page)
        except TimeUp:
            if wording.cache_info().misses == loaded:
                raise
            return _bounded(page)  # the first page of a language: loading its words took part of the time
    except TimeUp as problem:
        why = f"{page.path} takes more than {SECONDS:g} seconds to read."
        raise Rejected(page.path, why, "Leave it out, or give the article alone.", "too-slow") from problem
    except (RecursionError, MemoryError) as problem:
        why = f"{page.path} is too deep or too large to read ({type(problem).__name__})."
        raise Rejected(page.path, why, "Leave it out.", "too-deep") from problem


def _bounded(page: Page) -> Article:
    from khabar.flow.clean.bound import bounded
    from khabar.flow.clean.page import clean as clean_page

    with bounded():
        return clean_page(page)

"""From a raw page to a clean, dated article: text and title, language, outlet, dates, identity; what was dropped and why."""

from __future__ import annotations

from khabar.errors import Rejected
from khabar.models import Article, Page

__all__ = ["clean"]


def clean(page: Page) -> Article:
    """Clean one page: decode it, take title and body out of its furniture, and read language, outlet and dates.

    Raises `Rejected` (`Unreadable` or `NotNews`), with the page's path, the reason and what to do. Reads nothing but `page`.
    """
    from khabar.flow.clean.page import clean as clean_page

    try:
        return clean_page(page)
    except (RecursionError, MemoryError) as problem:
        why = f"{page.path} is too deep or too large to read ({type(problem).__name__})."
        raise Rejected(page.path, why, "Leave it out.", "too-deep") from problem

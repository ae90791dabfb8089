"""clean and describe, page by page: stateless, so it runs in several processes (see `workers`)."""

from __future__ import annotations

from khabar.errors import Rejected
from khabar.models import Described, Page


def analyse(page: Page) -> Described | Rejected:
    """One page cleaned and described, or the reason why not."""
    from khabar.flow.clean import clean
    from khabar.flow.describe import describe

    try:
        article = clean(page)
        return Described(article=article, notes=describe(article))
    except Rejected as problem:
        return problem
    except (RecursionError, MemoryError) as problem:
        return Rejected(page.path, f"{page.path} is too deep or too large to read ({type(problem).__name__}).", "Leave it out.", "too-deep")
    except Exception as problem:  # a bug met on one page must not cost the others
        return Rejected(
            page.path,
            f"{page.path} could not be analysed ({type(problem).__name__}: {problem}).",
            "Please report it with the page.",
            "bug",
        )


def crashed(page: Page) -> Rejected:
    """What is said of a page that kills the process that reads it."""
    return Rejected(page.path, f"{page.path} made the reader crash.", "Leave it out, and please report the page.", "crash")

"""clean and describe, page by page: stateless, so it runs in several processes (see `workers`)."""

from __future__ import annotations

from khabar.errors import Rejected
from khabar.flow.describe.vectors import Texts, texts_of
from khabar.models import Described, Page, Record


class Analysed(Record, frozen=True, kw_only=True):
    """A page cleaned and described, and what only needs its text: what the encoder is to see, and what grouping needs to know."""

    described: Described
    texts: Texts
    signature: bytes


def analyse(page: Page) -> Analysed | Rejected:
    """One page cleaned and described, or the reason why not."""
    from khabar.flow.clean import clean
    from khabar.flow.describe import describe
    from khabar.flow.group import signature
    from khabar.flow.group.kept import to_bytes

    try:
        article = clean(page)
        described = Described(article=article, notes=describe(article))
        return Analysed(described=described, texts=texts_of(article), signature=to_bytes(signature(described, None)))
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

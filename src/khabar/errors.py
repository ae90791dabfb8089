"""What can go wrong, as one tree.

    KhabarError
    ├── Rejected      this page cannot become an article; says why; the batch goes on
    │   ├── Unreadable    the file or address could not be read at all
    │   └── NotNews       it was read, but holds no article
    ├── Retry         nothing is wrong with the page; try again later (network, lock)
    ├── NotFound      an id or a name is not in the store
    ├── StoreError    the database cannot be used (corrupt, newer version, no permission)
    ├── UsageError    the caller asked for something that does not exist
    └── Unavailable   an optional part is not installed; says how to get it

Anything else that is raised is a bug.
"""

from __future__ import annotations


class KhabarError(Exception):
    """Base of every error that Khabar raises on purpose.

    `why` is a sentence for a person; `do` says what to do about it.
    """

    def __init__(self, why: str, do: str = "") -> None:
        self.why = why
        self.do = do
        super().__init__(f"{why} {do}".strip())


class Rejected(KhabarError):
    """This page cannot become an article. `path` names it, `code` is a stable slug of the reason."""

    def __init__(self, path: str, why: str, do: str = "", code: str = "rejected") -> None:
        self.path = path
        self.code = code
        super().__init__(why, do)

    def __reduce__(self) -> tuple[type[Rejected], tuple[str, str, str, str]]:
        return type(self), (self.path, self.why, self.do, self.code)


class Unreadable(Rejected):
    """The file or address could not be read."""


class NotNews(Rejected):
    """The page was read but holds no article text."""


class Retry(KhabarError):
    """Nothing is wrong with the page itself; the same call may go through later."""


class NotFound(KhabarError):
    """An id or a name is not in the store."""


class StoreError(KhabarError):
    """The database cannot be used."""


class UsageError(KhabarError):
    """The caller asked for something that does not exist; the message lists what does."""


class Unavailable(KhabarError):
    """An optional part is not installed; the message says how to get it."""

"""Pages from files and directories."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from khabar.errors import Rejected, Unreadable
from khabar.models import Page

IGNORED = frozenset({".json", ".jsonl", ".csv", ".md", ".py", ".toml", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".css", ".js",
                     ".pdf", ".zip", ".db", ".db-wal", ".db-shm", ".license"})  # fmt: skip
"""Endings passed over inside a directory; a file that is named itself is always read."""


def page_hash(content: bytes) -> str:
    """SHA-256 of the raw bytes, hexadecimal: the identity of a raw page."""
    return hashlib.sha256(content).hexdigest()


def file_pages(paths: Iterable[str], first_seen: str, max_bytes: int) -> Iterator[Page | Rejected]:
    """Every page under `paths`, in order of name within a directory; what cannot be read comes as the error itself.

    `first_seen` is ISO 8601 and is given to every page; files above `max_bytes` are rejected unread.
    """
    for given in paths:
        for found in _walk(given):
            if isinstance(found, Rejected):
                yield found
                continue
            try:
                yield read_file(found, first_seen, max_bytes)
            except Rejected as problem:
                yield problem


def _walk(given: str) -> Iterator[str | Rejected]:
    if not os.path.isdir(given):
        yield given
        return
    problems: list[OSError] = []
    count = 0
    for folder, folders, names in os.walk(given, onerror=problems.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() not in IGNORED:
                count += 1
                yield os.path.join(folder, name)
    for problem in problems:
        yield Unreadable(str(problem.filename), f"The directory {problem.filename} may not be read ({problem.strerror}).",
                         "Give yourself read permission, or leave it out.", "permission")  # fmt: skip
    if not count and not problems:
        yield Unreadable(given, f"The directory {given} holds no page.", "Name a directory with .html or .txt files.", "empty-directory")


def read_file(path: str, first_seen: str, max_bytes: int) -> Page:
    """One file as a page.

    Raises `Unreadable` if it is missing, not permitted, no regular file, empty, or larger than `max_bytes`.
    """
    try:
        size = os.stat(path).st_size
        if not os.path.isfile(path):
            raise Unreadable(path, f"{path} is no regular file.", "Name a file or a directory of files.", "not-a-file")
        if size == 0:
            raise Unreadable(path, f"{path} is empty.", "Fetch the page again or leave it out.", "empty")
        if size > max_bytes:
            raise Unreadable(
                path,
                f"{path} has {size / 1e6:.0f} MB; a news page has at most {max_bytes / 1e6:.0f} MB.",
                "Split it into pages, or raise max_page_bytes.",
                "too-large",
            )
        with open(path, "rb") as handle:
            content = handle.read(max_bytes + 1)
    except FileNotFoundError:
        raise Unreadable(path, f"There is no file {path}.", "Check the path.", "missing") from None
    except PermissionError:
        raise Unreadable(path, f"{path} may not be read.", "Give yourself read permission.", "permission") from None
    except OSError as problem:
        raise Unreadable(path, f"{path} cannot be read ({problem.strerror}).", "Check the disk and the path.", "io") from None
    return Page(content=content, path=path, first_seen=first_seen, media_type=_media_type(path))


def _media_type(path: str) -> str | None:
    return {".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".txt": "text/plain"}.get(Path(path).suffix.lower())

"""Numbered migrations, each a file with its reason on top, run once and in order."""

from __future__ import annotations

from importlib.resources import files


def migrations() -> list[tuple[int, str, str]]:
    """(number, name, SQL) of every migration, in order."""
    found = []
    for path in files("khabar.store").joinpath("migrations").iterdir():
        if path.name.endswith(".sql"):
            found.append((int(path.name.split("_")[0]), path.name, path.read_text(encoding="utf-8")))
    return sorted(found)


def statements(sql: str) -> list[str]:
    """The statements of a migration, comments left out."""
    lines = [line.split("--")[0] for line in sql.splitlines()]
    return [s.strip() for s in "\n".join(lines).split(";") if s.strip()]

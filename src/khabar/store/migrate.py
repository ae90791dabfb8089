"""Numbered migrations, each a file with its reason on top, run once and in order.

`0002_name.sql` serves every database; `0002_name.postgres.sql` stands in for it where PostgreSQL needs another form.
"""

from __future__ import annotations

from importlib.resources import files


def migrations(dialect: str = "sqlite") -> list[tuple[int, str, str]]:
    """(number, name, SQL) of every migration, in order, in the form that `dialect` needs."""
    found: dict[int, tuple[int, str, str]] = {}
    for path in sorted(files("khabar.store").joinpath("migrations").iterdir(), key=lambda p: p.name):
        number, own = path.name.split("_")[0], f".{dialect}.sql"
        if not path.name.endswith(".sql") or (path.name.count(".") > 1 and not path.name.endswith(own)):
            continue
        if int(number) not in found or path.name.endswith(own):
            found[int(number)] = (int(number), path.name, path.read_text(encoding="utf-8"))
    return [found[number] for number in sorted(found)]


def statements(sql: str) -> list[str]:
    """The statements of a migration, comments left out."""
    lines = [line.split("--")[0] for line in sql.splitlines()]
    return [s.strip() for s in "\n".join(lines).split(";") if s.strip()]

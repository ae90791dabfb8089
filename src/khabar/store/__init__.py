"""The only place with SQL. `open_store` takes a path (SQLite) or a `postgresql://` URL."""

from __future__ import annotations

from khabar.store.base import Reader, Store, Writer

__all__ = ["Reader", "Store", "Writer", "open_store"]


def open_store(where: str, create: bool = True) -> Store:
    """Open the store at `where`, migrated to the present form.

    Raises `khabar.errors.StoreError` if the database cannot be used, `Unavailable` if its driver is not installed.
    """
    if where.startswith(("postgresql://", "postgres://")):
        from khabar.store.postgres import PostgresStore

        return PostgresStore(where)
    from khabar.store.sqlite import SqliteStore

    return SqliteStore(where, create=create)

"""PostgreSQL through psycopg 3 (optional extra `khabar[postgres]`): the same tables, for more than one machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import regex

from khabar.errors import Retry, StoreError, Unavailable
from khabar.store.migrate import migrations, statements
from khabar.store.sql_reader import Row
from khabar.store.sql_writer import SqlWriter

LOCK = 0x6B686272
"""Advisory lock under which migrations run, so that two programs do not migrate at once."""
_TERM = regex.compile(r'"([^"]+)"|([^\s"()]+)')


class PostgresStore(SqlWriter):
    """A store in a PostgreSQL database.

    Raises `Unavailable` if psycopg is not installed, `StoreError` if the server refuses or the store is from a newer version.
    """

    def __init__(self, url: str) -> None:
        try:
            import psycopg
        except ImportError as problem:
            raise Unavailable("PostgreSQL needs the package psycopg.", "Get it with: pip install 'khabar[postgres]'") from problem
        self._errors = psycopg
        self._lock = threading.RLock()
        try:
            self._db = psycopg.connect(url, autocommit=True)
            self._prepare()
        except psycopg.Error as problem:
            raise StoreError(f"The PostgreSQL database cannot be used: {problem}".strip() + ".", "Check the address, the user and that the server runs.") from problem

    def _prepare(self) -> None:
        run = self._db.execute
        with self._db.transaction():
            run("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
            run("CREATE TABLE IF NOT EXISTS form (number INTEGER NOT NULL)")
            row = run("SELECT COALESCE(MAX(number), 0) FROM form").fetchone()
            number, known = int(row[0]) if row else 0, migrations("postgres")
            if number > known[-1][0]:
                raise StoreError(f"The store was written by a newer Khabar (form {number}).", "Upgrade Khabar.")
            for step, _, sql in known:
                if step > number:
                    for statement in statements(sql):
                        run(_types(statement))
                    run("INSERT INTO form (number) VALUES (%s)", (step,))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self._lock:
            try:
                with self._db.transaction():
                    yield
            except self._errors.OperationalError as problem:
                raise Retry(f"The PostgreSQL server failed: {problem}".strip() + ".", "Run the same command again.") from problem
            except self._errors.Error as problem:
                raise StoreError(f"PostgreSQL refused: {problem}".strip() + ".") from problem

    def rows(self, sql: str, args: Sequence[object] = ()) -> list[Row]:
        with self._lock:
            found: list[Any] = self._db.execute(_bound(sql), list(args)).fetchall()
            return found

    def run(self, sql: str, args: Sequence[object] = ()) -> None:
        self._db.execute(_bound(sql), list(args))

    def run_many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        if rows:
            with self._db.cursor() as cursor:
                cursor.executemany(_bound(sql), [list(r) for r in rows])

    def put_words(self, article: str, title: str, body: str) -> None:
        self.delete_words([article])
        self.run(
            "INSERT INTO words (article, title, body, terms) VALUES (?, ?, ?, "
            "setweight(to_tsvector('simple', ?), 'A') || setweight(to_tsvector('simple', ?), 'D'))",
            (article, title, body, title, body),
        )

    def delete_words(self, ids: Sequence[str]) -> None:
        self.run_many("DELETE FROM words WHERE article = ?", [(i,) for i in ids])

    def match_words(self, expression: str, limit: int) -> list[tuple[str, float]]:
        query = _query(expression)
        if not query:
            return []
        sql = (
            "SELECT article, ts_rank(terms, to_tsquery('simple', ?)) FROM words WHERE terms @@ to_tsquery('simple', ?) "
            "ORDER BY 2 DESC, article LIMIT ?"
        )
        return [(article, float(score)) for article, score in self.rows(sql, (query, query, limit))]

    def close(self) -> None:
        with self._lock:
            self._db.close()


def _bound(sql: str) -> str:
    return sql.replace("%", "%%").replace("?", "%s")


def _types(sql: str) -> str:
    return sql.replace("BLOB", "BYTEA")


def _query(expression: str) -> str:
    """An FTS5 expression (quoted terms joined by OR or AND) as a tsquery."""
    joined: list[str] = []
    operator = "&"
    for quoted, bare in _TERM.findall(expression):
        if bare in ("OR", "AND", "NOT"):
            operator = {"OR": "|", "AND": "&", "NOT": "& !"}[bare]
            continue
        term = regex.sub(r"[^\w]+", " ", quoted or bare).strip().replace(" ", " <-> ")
        if term:
            joined += [operator, f"({term})"] if joined else [f"({term})"]
            operator = "&"
    return " ".join(joined)

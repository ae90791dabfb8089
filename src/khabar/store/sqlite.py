"""SQLite in WAL mode: one file, readers beside one writer."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from khabar.errors import Retry, StoreError
from khabar.store.migrate import migrations, statements
from khabar.store.sql_reader import Row
from khabar.store.sql_writer import SqlWriter

BUSY_MS = 30_000
"""How long a writer waits for another before `Retry`."""
APPLICATION_ID = 0x6B686272  # "khbr"


class SqliteStore(SqlWriter):
    """A store in one SQLite file (or ":memory:").

    Raises `StoreError` if the file is damaged, is no Khabar store, is from a newer version or may not be read or written.
    """

    def __init__(self, where: str, create: bool = True) -> None:
        self.where = where
        self._lock = threading.RLock()
        if where != ":memory:":
            self._check_place(Path(where), create)
        try:
            self._db = sqlite3.connect(where, isolation_level=None, check_same_thread=False)
            self._prepare()
        except sqlite3.DatabaseError as problem:
            raise self._explain(problem) from problem

    def _check_place(self, path: Path, create: bool) -> None:
        if path.is_dir():
            raise StoreError(f"{path} is a directory, not a database.", "Name a file, such as news.db.")
        if not create and not path.exists():
            raise StoreError(f"There is no store at {path}.", "Make one with: khabar ingest PATH --db " + str(path))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise StoreError(f"{path.parent} cannot be made: {problem.strerror}.", "Name another place with --db.") from problem

    def _prepare(self) -> None:
        run = self._db.execute
        run(f"PRAGMA busy_timeout = {BUSY_MS}")
        run("PRAGMA trusted_schema = OFF")
        number = run("PRAGMA user_version").fetchone()[0]
        owner = run("PRAGMA application_id").fetchone()[0]
        known = migrations()
        if owner not in (0, APPLICATION_ID) or (owner == 0 and run("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]):
            raise StoreError(f"{self.where} is a database of another program.", "Name another file with --db.")
        if number > known[-1][0]:
            raise StoreError(
                f"{self.where} was written by a newer Khabar (form {number}; this one knows {known[-1][0]}).",
                "Upgrade Khabar, or name another file with --db.",
            )
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = NORMAL")
        run("PRAGMA cache_size = -65536")
        for step, _, sql in known:
            if step > number:
                self._migrate(step, sql)

    def _migrate(self, step: int, sql: str) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            if self._db.execute("PRAGMA user_version").fetchone()[0] < step:  # another process may have been faster
                for statement in statements(sql):
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA user_version = {step}")
                self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self._db.execute("COMMIT")
        except BaseException:
            self._db.execute("ROLLBACK")
            raise

    def _explain(self, problem: sqlite3.Error) -> StoreError | Retry:
        text = str(problem)
        if "locked" in text or "busy" in text:
            return Retry(f"{self.where} is being written by another process.", "Try again when it is done.")
        if "malformed" in text or "not a database" in text or "corrupt" in text:
            return StoreError(
                f"{self.where} is damaged or is no database ({text}).",
                "Restore a copy, or rescue it with: sqlite3 " + self.where + " .recover | sqlite3 rescued.db",
            )
        if "readonly" in text or "unable to open" in text:
            return StoreError(f"{self.where} cannot be opened or written ({text}).", "Check its permissions or name another with --db.")
        if "full" in text:
            return StoreError(f"The disk of {self.where} is full.", "Make room and run the same command again; nothing kept is lost.")
        return StoreError(f"{self.where}: {text}.")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self._lock:
            try:
                self._db.execute("BEGIN IMMEDIATE")
            except sqlite3.Error as problem:
                raise self._explain(problem) from problem
            try:
                yield
                self._db.execute("COMMIT")
            except sqlite3.Error as problem:
                self._rollback()
                raise self._explain(problem) from problem
            except BaseException:
                self._rollback()
                raise

    def _rollback(self) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def rows(self, sql: str, args: Sequence[object] = ()) -> list[Row]:
        with self._lock:
            try:
                return self._db.execute(sql, args).fetchall()
            except sqlite3.DatabaseError as problem:
                raise self._explain(problem) from problem

    def run(self, sql: str, args: Sequence[object] = ()) -> None:
        self._db.execute(sql, args)

    def run_many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        self._db.executemany(sql, rows)

    def put_words(self, article: str, title: str, body: str) -> None:
        self.delete_words([article])
        self.run("INSERT INTO words (rowid, article, title, body) SELECT rowid, id, ?, ? FROM article WHERE id = ?", (title, body, article))

    def delete_words(self, ids: Sequence[str]) -> None:
        # By rowid: a search by `article` would read the whole index.
        self.run_many("DELETE FROM words WHERE rowid = (SELECT rowid FROM article WHERE id = ?)", [(i,) for i in ids])

    def match_words(self, expression: str, limit: int) -> list[tuple[str, float]]:
        sql = "SELECT article, -bm25(words, 0, 4.0, 1.0) FROM words WHERE words MATCH ? ORDER BY 2 DESC, article LIMIT ?"
        return [(article, score) for article, score in self.rows(sql, (expression, limit))]

    def close(self) -> None:
        with self._lock:
            self._db.close()

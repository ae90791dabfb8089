"""Reading, in SQL that SQLite and PostgreSQL share; `?` marks a parameter and every value is bound."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import starmap
from typing import Any
from urllib.parse import urlsplit

from khabar.models import (
    Article,
    Correction,
    Described,
    Heart,
    Importance,
    Lineage,
    Narrative,
    Notes,
    Placement,
    Saga,
    Soundness,
    StoredPage,
    StoredStory,
    StoredVectors,
    Story,
    Version,
)
from khabar.store.codec import decompress, unpack

Row = Sequence[Any]
_PLACED = (
    "SELECT article.id, SUBSTR(published, 1, 10), SUBSTR(article.first_seen, 1, 10), member.story "
    "FROM article LEFT JOIN member ON member.article = article.id"
)
CHUNK = 500
"""Ids bound in one statement; SQLite's oldest limit is 999."""


def chunks(ids: Iterable[str], size: int = CHUNK) -> Iterator[list[str]]:
    """`ids` in lists of at most `size`, each id once, in order."""
    unique = list(dict.fromkeys(ids))
    for start in range(0, len(unique), size):
        yield unique[start : start + size]


def _host(url: str) -> str:
    return urlsplit(url).netloc.lower().removeprefix("www.")


class SqlReader(ABC):
    """The `Reader` of every SQL store; a subclass says how a statement is run."""

    @abstractmethod
    def rows(self, sql: str, args: Sequence[object] = ()) -> list[Row]:
        """All rows of a statement."""

    def one(self, sql: str, args: Sequence[object] = ()) -> Row | None:
        found = self.rows(sql, args)
        return found[0] if found else None

    def among(self, sql: str, ids: Iterable[str]) -> Iterator[Row]:
        """Rows of a statement that holds `IN (...)` as `{ids}`, for any number of ids."""
        for part in chunks(ids):
            yield from self.rows(sql.format(ids=", ".join("?" * len(part))), part)

    def _pairs(self, rows: Iterable[Row]) -> dict[str, Any]:
        return {row[0]: row[1] for row in rows}

    # ------------------------------------------------------------------------------------------------ pages, articles

    def locate(self, path: str, page_hash: str) -> str | None:
        row = self.one("SELECT article FROM location WHERE path = ? AND hash = ?", (path, page_hash))
        return row[0] if row else None

    def find_same(self, article: Article) -> Article | None:
        if article.url and (row := self.one("SELECT record FROM article WHERE url = ? OR id = ?", (article.url, article.id))):
            return unpack(row[0], Article)
        for row in self.rows("SELECT record FROM article WHERE content_id = ? ORDER BY id", (article.content_id,)):
            other = unpack(row[0], Article)
            if other.outlet == article.outlet and (not (other.url and article.url) or _host(other.url) == _host(article.url)):
                return other
        return None

    def described(self, ids: Iterable[str]) -> list[Described]:
        wanted = list(ids)
        found: dict[str, Described] = {}
        for key, final, record, notes in self.among("SELECT id, final, record, notes FROM article WHERE id IN ({ids})", wanted):
            found[key] = unpack(final, Described) if final else _fresh(record, notes)
        return [found[i] for i in wanted if i in found]

    def fresh(self, ids: Iterable[str]) -> list[Described]:
        wanted = list(ids)
        rows = self.among("SELECT id, record, notes FROM article WHERE id IN ({ids})", wanted)
        found = {key: _fresh(record, notes) for key, record, notes in rows}
        return [found[i] for i in wanted if i in found]

    def article_ids(self, pending: bool = False) -> list[str]:
        where = " WHERE pending = 1" if pending else ""
        return [row[0] for row in self.rows(f"SELECT id FROM article{where} ORDER BY id")]

    def placed(self, ids: Iterable[str]) -> list[Placement]:
        return list(starmap(Placement, self.among(_PLACED + " WHERE article.id IN ({ids})", ids)))

    def placed_between(self, days: tuple[str, str], seen: tuple[str, str]) -> list[Placement]:
        dated, undated = " WHERE published >= ? AND published < ?", " WHERE published IS NULL AND article.first_seen >= ? AND article.first_seen < ?"
        args = (days[0], _day_after(days[1]), seen[0], _day_after(seen[1]))
        return list(starmap(Placement, self.rows(f"{_PLACED}{dated} UNION ALL {_PLACED}{undated}", args)))

    def counts(self) -> tuple[int, int]:
        row = self.one("SELECT (SELECT COUNT(*) FROM article), (SELECT COUNT(*) FROM story)")
        return (row[0], row[1]) if row else (0, 0)

    def signatures(self, ids: Iterable[str]) -> dict[str, bytes]:
        return {key: bytes(record) for key, record in self.among("SELECT article, record FROM signature WHERE article IN ({ids})", ids)}

    def vectors(self, ids: Iterable[str]) -> dict[str, StoredVectors]:
        sql = "SELECT id, encoder, vector, sentences FROM article WHERE vector IS NOT NULL AND id IN ({ids})"
        return {
            key: StoredVectors(encoder=encoder, vector=bytes(vector), sentences=bytes(sentences or b""))
            for key, encoder, vector, sentences in self.among(sql, ids)
        }

    def paths(self, article: str) -> list[str]:
        return [row[0] for row in self.rows("SELECT DISTINCT path FROM location WHERE article = ? ORDER BY path", (article,))]

    def versions(self, article: str) -> list[Version]:
        sql = "SELECT number, record, seen FROM version WHERE article = ? ORDER BY number"
        return [Version(number=n, article=unpack(record, Article), seen=seen) for n, record, seen in self.rows(sql, (article,))]

    def raw(self, article: str) -> StoredPage | None:
        sql = (
            "SELECT page.hash, page.raw, page.media_type, page.charset, page.first_seen "
            "FROM page JOIN article ON article.hash = page.hash WHERE article.id = ?"
        )
        if (row := self.one(sql, (article,))) is None:
            return None
        return StoredPage(hash=row[0], content=decompress(row[1]), media_type=row[2], charset=row[3], first_seen=row[4])

    # ------------------------------------------------------------------------------------------------ stories, sagas

    def memberships(self, articles: Iterable[str] | None = None) -> dict[str, str]:
        if articles is None:
            return {article: story for article, story in self.rows("SELECT article, story FROM member ORDER BY article")}
        return self._pairs(self.among("SELECT article, story FROM member WHERE article IN ({ids})", articles))

    def members(self, stories: Iterable[str]) -> dict[str, str]:
        return self._pairs(self.among("SELECT article, story FROM member WHERE story IN ({ids}) ORDER BY article", stories))

    def story(self, story_id: str) -> StoredStory | None:
        for _ in range(64):  # redirects are kept short; the bound guards against a damaged table
            if found := next(self.stories([story_id]), None):
                return found
            if (row := self.one("SELECT new FROM redirect WHERE old = ?", (story_id,))) is None:
                return None
            story_id = row[0]
        return None

    def stories(self, ids: Iterable[str] | None = None) -> Iterator[StoredStory]:
        sql = "SELECT record, lineage, narrative, score FROM story"
        if ids is None:
            rows: Iterable[Row] = self.rows(f"{sql} ORDER BY last DESC, id")
        else:
            rows = self.among(sql + " WHERE id IN ({ids})", ids)
        for record, lineage, narrative, score in rows:
            yield StoredStory(
                story=unpack(record, Story),
                lineage=unpack(lineage, Lineage) if lineage else Lineage(),
                narrative=unpack(narrative, Narrative) if narrative else Narrative(),
                importance=unpack(score, Importance) if score else Importance(score=0),
            )

    def touched(self) -> list[str]:
        return [row[0] for row in self.rows("SELECT id FROM story WHERE touched = 1 ORDER BY id")]

    def sagas(self, ids: Iterable[str] | None = None) -> list[Saga]:
        sql = "SELECT record FROM saga"
        rows = self.rows(f"{sql} ORDER BY id") if ids is None else self.among(sql + " WHERE id IN ({ids})", ids)
        return [unpack(row[0], Saga) for row in rows]

    def saga_stories(self, sagas: Iterable[str]) -> dict[str, str]:
        return self._pairs(self.among("SELECT id, saga FROM story WHERE saga IN ({ids})", sagas))

    def saga_of(self, stories: Iterable[str]) -> dict[str, str]:
        return self._pairs(self.among("SELECT id, saga FROM story WHERE saga IS NOT NULL AND id IN ({ids})", stories))

    def hearts(self, stories: Iterable[str] | None = None) -> list[Heart]:
        if stories is None:
            rows: Iterable[Row] = self.rows("SELECT record FROM heart ORDER BY story")
        else:
            rows = self.among("SELECT record FROM heart WHERE story IN ({ids}) ORDER BY story", stories)
        return [unpack(row[0], Heart) for row in rows]

    def named_near(self, entity: str, day: str, most: int, later: bool = True) -> list[str]:
        before = self.rows("SELECT story FROM heart_name WHERE entity = ? AND day <= ? ORDER BY day DESC, story LIMIT ?", (entity, day, most))
        if not later:
            return [row[0] for row in before]
        after = self.rows("SELECT story FROM heart_name WHERE entity = ? AND day > ? ORDER BY day, story LIMIT ?", (entity, day, most))
        return [row[0] for row in (*before, *after)]

    def heart_counts(self, entities: Iterable[str]) -> dict[str, int]:
        return self._pairs(self.among("SELECT entity, stories FROM heart_count WHERE entity IN ({ids})", entities))

    # ------------------------------------------------------------------------------------------------ scores, entities

    def soundness(self, ids: Iterable[str]) -> dict[str, Soundness]:
        rows = self.among("SELECT article, record FROM soundness WHERE article IN ({ids})", ids)
        return {article: unpack(record, Soundness) for article, record in rows}

    def mentions(self, entity: str) -> list[str]:
        return [row[0] for row in self.rows("SELECT article FROM mention WHERE entity = ? ORDER BY article", (entity,))]

    def entity_counts(self) -> dict[str, int]:
        rows = self.rows("SELECT entity, COUNT(*) AS n FROM mention GROUP BY entity ORDER BY n DESC, entity")
        return {entity: count for entity, count in rows}

    def corrections(self, undone: bool = False) -> list[Correction]:
        where = "" if undone else " WHERE undone IS NULL"
        rows = self.rows(f"SELECT id, record, undone FROM correction{where} ORDER BY id")
        return [_numbered(unpack(record, Correction), number, when) for number, record, when in rows]

    def meta(self, key: str) -> str | None:
        row = self.one("SELECT value FROM meta WHERE key = ?", (key,))
        return row[0] if row else None


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _fresh(record: bytes, notes: bytes) -> Described:
    return Described(article=unpack(record, Article), notes=unpack(notes, Notes))


def _numbered(correction: Correction, number: int, undone: str | None) -> Correction:
    import msgspec

    return msgspec.structs.replace(correction, id=number, undone=undone)

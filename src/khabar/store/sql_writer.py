"""Writing, in SQL that SQLite and PostgreSQL share; `?` marks a parameter and every value is bound."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from khabar.models import (
    Article,
    Correction,
    Described,
    Heart,
    Notes,
    Page,
    Saga,
    Soundness,
    StoredStory,
    StoredVectors,
    Story,
)
from khabar.store.codec import compress, pack, unpack
from khabar.store.sql_reader import SqlReader


class SqlWriter(SqlReader):
    """The `Writer` of every SQL store; a subclass says how a statement is run."""

    @abstractmethod
    def run(self, sql: str, args: Sequence[object] = ()) -> None:
        """One changing statement."""

    @abstractmethod
    def run_many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """One changing statement for many rows."""

    def put_page(self, page: Page, page_hash: str) -> None:
        self.run(
            "INSERT INTO page (hash, raw, size, media_type, charset, first_seen) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING",
            (page_hash, compress(page.content), len(page.content), page.media_type, page.charset, page.first_seen),
        )

    def put_location(self, path: str, page_hash: str, article: str | None, seen: str) -> None:
        self.run(
            "INSERT INTO location (path, hash, article, seen) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (path, hash) DO UPDATE SET article = excluded.article",
            (path, page_hash, article, seen),
        )

    def put_article(self, described: Described, page_hash: str, vectors: StoredVectors | None) -> None:
        article = described.article
        self.run(
            "INSERT INTO article (id, content_id, url, outlet, lang, published, first_seen, hash, record, notes, vector, sentences, encoder, pending) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (id) DO UPDATE SET content_id = excluded.content_id, url = excluded.url, "
            "outlet = excluded.outlet, lang = excluded.lang, published = excluded.published, hash = excluded.hash, record = excluded.record, "
            "notes = excluded.notes, final = NULL, vector = excluded.vector, sentences = excluded.sentences, encoder = excluded.encoder, pending = 1",
            (
                article.id, article.content_id, article.url, article.outlet, article.lang, article.published.value, article.first_seen,
                page_hash, pack(article), pack(described.notes),
                vectors.vector if vectors else None, vectors.sentences if vectors else None, vectors.encoder if vectors else None,
            ),
        )  # fmt: skip
        self._put_mentions(article.id, described.notes)
        self.run("DELETE FROM signature WHERE article = ?", (article.id,))

    def _put_mentions(self, article: str, notes: Notes) -> None:
        self.run("DELETE FROM mention WHERE article = ?", (article,))
        speakers = (quote.speaker_id for quote in notes.quotes if quote.speaker_id)
        ids = dict.fromkeys([*(entity.id for entity in notes.entities), *speakers])
        self.run_many("INSERT INTO mention (article, entity) VALUES (?, ?)", [(article, i) for i in ids])

    def put_version(self, old: Article, page_hash: str, seen: str) -> None:
        row = self.one("SELECT COUNT(*) FROM version WHERE article = ?", (old.id,))
        self.run(
            "INSERT INTO version (article, number, hash, content_id, record, seen) VALUES (?, ?, ?, ?, ?, ?)",
            (old.id, (row[0] if row else 0) + 1, page_hash, old.content_id, pack(old), seen),
        )

    def put_final(self, described: Sequence[Described]) -> None:
        for item in described:
            self.run(
                "UPDATE article SET final = ?, published = ? WHERE id = ?",
                (pack(item), item.article.published.value, item.article.id),
            )
            self._put_mentions(item.article.id, item.notes)

    def reset_final(self, articles: Iterable[str]) -> None:
        sql = "SELECT id, record, notes FROM article WHERE final IS NOT NULL AND id IN ({ids})"
        for key, record, notes in list(self.among(sql, articles)):
            self.run("UPDATE article SET final = NULL, published = ? WHERE id = ?", (unpack(record, Article).published.value, key))
            self._put_mentions(key, unpack(notes, Notes))

    def put_memberships(self, changes: Mapping[str, str]) -> None:
        self.run_many(
            "INSERT INTO member (article, story) VALUES (?, ?) ON CONFLICT (article) DO UPDATE SET story = excluded.story",
            list(changes.items()),
        )
        self.run_many("UPDATE article SET pending = 0 WHERE id = ?", [(article,) for article in changes])

    def put_story(self, story: Story) -> None:
        self.run(
            "INSERT INTO story (id, first, last, saga, record, touched) VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT (id) DO UPDATE SET "
            "first = excluded.first, last = excluded.last, saga = excluded.saga, record = excluded.record, touched = 1",
            (story.id, story.first, story.last, story.saga, pack(story)),
        )
        self.run("DELETE FROM redirect WHERE old = ?", (story.id,))

    def put_results(self, stored: StoredStory, grades: Mapping[str, Soundness]) -> None:
        story = stored.story
        self.run(
            "UPDATE story SET first = ?, last = ?, saga = ?, importance = ?, record = ?, lineage = ?, narrative = ?, score = ?, touched = 0 WHERE id = ?",
            (story.first, story.last, story.saga, stored.importance.score, pack(story), pack(stored.lineage), pack(stored.narrative),
             pack(stored.importance), story.id),
        )  # fmt: skip
        self.run_many(
            "INSERT INTO soundness (article, record) VALUES (?, ?) ON CONFLICT (article) DO UPDATE SET record = excluded.record",
            [(article, pack(grade)) for article, grade in grades.items()],
        )

    def put_redirects(self, redirects: Mapping[str, str]) -> None:
        self.delete_stories(redirects)
        for old, new in redirects.items():
            self.run("UPDATE redirect SET new = ? WHERE new = ?", (new, old))
            self.run("INSERT INTO redirect (old, new) VALUES (?, ?) ON CONFLICT (old) DO UPDATE SET new = excluded.new", (old, new))

    def put_signatures(self, records: Mapping[str, bytes]) -> None:
        self.run_many(
            "INSERT INTO signature (article, record) VALUES (?, ?) ON CONFLICT (article) DO UPDATE SET record = excluded.record",
            list(records.items()),
        )

    def put_hearts(self, hearts: Sequence[Heart]) -> None:
        self._delete_hearts([h.story for h in hearts])
        self.run_many("INSERT INTO heart (story, record) VALUES (?, ?)", [(h.story, pack(h)) for h in hearts])
        names = [(name, h.day or "", h.story) for h in hearts for name in h.names]
        self.run_many("INSERT INTO heart_name (entity, day, story) VALUES (?, ?, ?)", names)
        self.run_many(
            "INSERT INTO heart_count (entity, stories) VALUES (?, 1) ON CONFLICT (entity) DO UPDATE SET stories = heart_count.stories + 1",
            [(name,) for name, _, _ in names],
        )

    def _delete_hearts(self, stories: Iterable[str]) -> None:
        rows = [(s,) for s in stories]
        self.run_many("UPDATE heart_count SET stories = stories - 1 WHERE entity IN (SELECT entity FROM heart_name WHERE story = ?)", rows)
        self.run_many("DELETE FROM heart WHERE story = ?", rows)
        self.run_many("DELETE FROM heart_name WHERE story = ?", rows)

    def put_sagas(self, sagas: Sequence[Saga], gone: Iterable[str] = ()) -> None:
        self.run_many("DELETE FROM saga WHERE id = ?", [(g,) for g in gone])
        self.run_many(
            "INSERT INTO saga (id, record) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET record = excluded.record",
            [(saga.id, pack(saga)) for saga in sagas],
        )

    def put_correction(self, correction: Correction) -> Correction:
        row = self.one("SELECT COALESCE(MAX(id), 0) + 1 FROM correction")
        numbered = msgspec.structs.replace(correction, id=row[0] if row else 1)
        self.run(
            "INSERT INTO correction (id, kind, record, made) VALUES (?, ?, ?, ?)",
            (numbered.id, numbered.kind, pack(numbered), numbered.made),
        )
        return numbered

    def undo_correction(self, number: int, when: str) -> Correction | None:
        found = next((c for c in self.corrections() if c.id == number), None)
        if found:
            self.run("UPDATE correction SET undone = ? WHERE id = ?", (when, number))
        return found

    def delete_articles(self, ids: Sequence[str]) -> list[str]:
        stories = sorted({row[0] for row in self.among("SELECT story FROM member WHERE article IN ({ids})", ids)})
        hashes = {row[0] for row in self.among("SELECT hash FROM article WHERE id IN ({ids})", ids)}
        hashes |= {row[0] for row in self.among("SELECT hash FROM version WHERE article IN ({ids})", ids)}
        hashes |= {row[0] for row in self.among("SELECT hash FROM location WHERE article IN ({ids})", ids)}
        rows = [(i,) for i in ids]
        self.delete_words(ids)
        for table, column in (
            ("article", "id"), ("member", "article"), ("mention", "article"), ("soundness", "article"), ("version", "article"),
            ("location", "article"), ("signature", "article"),
        ):  # fmt: skip
            self.run_many(f"DELETE FROM {table} WHERE {column} = ?", rows)
        self.run_many(
            "DELETE FROM page WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM article WHERE article.hash = page.hash) "
            "AND NOT EXISTS (SELECT 1 FROM location WHERE location.hash = page.hash)",
            [(h,) for h in sorted(hashes)],
        )
        return stories

    def delete_stories(self, ids: Iterable[str]) -> None:
        gone = list(ids)
        self.run_many("DELETE FROM story WHERE id = ?", [(i,) for i in gone])
        self._delete_hearts(gone)

    def touch(self, stories: Iterable[str]) -> None:
        self.run_many("UPDATE story SET touched = 1 WHERE id = ?", [(s,) for s in stories])

    def set_meta(self, key: str, value: str) -> None:
        self.run("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value))

    @abstractmethod
    def put_words(self, article: str, title: str, body: str) -> None:
        """Analysed words for full text; replaces what was there."""

    @abstractmethod
    def delete_words(self, ids: Sequence[str]) -> None:
        """Take articles out of the full text, before the articles themselves go."""

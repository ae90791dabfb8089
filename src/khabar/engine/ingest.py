"""Pages into the store: read, analyse, keep. Each page is one transaction, so a killed ingest resumes where it stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from khabar.engine.analyse import Analysed, analyse, crashed
from khabar.engine.workers import Workers
from khabar.errors import Rejected
from khabar.flow.acquire import page_hash
from khabar.flow.describe.document import Document
from khabar.flow.describe.topics import find_topics
from khabar.flow.describe.vectors import Encodes, embed, vector_of
from khabar.models import Article, Described, Failure, IngestReport, Page, StoredVectors
from khabar.search.analyser import words_of

if TYPE_CHECKING:
    from khabar.store import Store

BATCH = 24
"""Articles per call of the encoder: long enough to fill it, short enough to lose little on a kill."""

Progress = Callable[[str, Failure | None], None]
"""Called with the path of every page that was dealt with, and with what was wrong with it, if anything."""


def _silent(path: str, failure: Failure | None) -> None:
    return None


class Ingest:
    """One run over pages. `report()` tells what it did so far."""

    def __init__(self, store: Store, encoder: Callable[[], Encodes], workers: Workers, progress: Progress | None = None) -> None:
        self.store, self.encoder, self.workers = store, encoder, workers
        self.progress = progress or _silent
        self.read = self.new = self.versions = self.duplicates = 0
        self.failed: list[Failure] = []
        self.started = time.monotonic()

    def run(self, pages: Iterable[Page | Rejected]) -> None:
        """Take in all pages; those that cannot be taken in are listed and the rest goes on."""
        batch: list[tuple[Page, Analysed]] = []
        for page, result in self.workers.each(analyse, self._unseen(pages), crashed):
            if isinstance(result, Rejected):
                self._fail(result)
                continue
            batch.append((page, result))
            if len(batch) >= BATCH:
                self._keep(batch)
                batch = []
        self._keep(batch)

    def report(self, stories: int) -> IngestReport:
        """What was done; `stories` is the number of stories in the store now."""
        return IngestReport(
            read=self.read,
            new=self.new,
            versions=self.versions,
            duplicates=self.duplicates,
            failed=tuple(self.failed),
            stories=stories,
            seconds=round(time.monotonic() - self.started, 3),
        )

    def _unseen(self, pages: Iterable[Page | Rejected]) -> Iterator[Page]:
        for page in pages:
            self.read += 1
            if isinstance(page, Rejected):
                self._fail(page)
            elif self.store.locate(page.url or page.path, page_hash(page.content)):
                self.duplicates += 1
                self.progress(page.path, None)
            else:
                yield page

    def _fail(self, problem: Rejected) -> None:
        failure = Failure(path=problem.path, error=problem.code, why=str(problem))
        self.failed.append(failure)
        self.progress(problem.path, failure)

    def _keep(self, batch: list[tuple[Page, Analysed]]) -> None:
        if not batch:
            return
        vectors = embed([read.texts for _, read in batch], self.encoder())
        for (page, read), stored in zip(batch, vectors, strict=True):
            with self.store.transaction():
                self._keep_one(page, _with_topics(read.described, stored), stored, read.signature)
            self.progress(page.path, None)

    def _keep_one(self, page: Page, described: Described, vectors: StoredVectors, signature: bytes) -> None:
        article, digest = described.article, page_hash(page.content)
        same = self.store.find_same(article)
        self.store.put_page(page, digest)
        if same is not None and same.content_id == article.content_id:
            self.duplicates += 1
            self.store.put_location(page.url or page.path, digest, same.id, page.first_seen)
            return
        if same is not None:
            self.versions += 1
            described = _renamed(described, same)
            old = self.store.raw(same.id)
            self.store.put_version(same, old.hash if old else "", page.first_seen)
        else:
            self.new += 1
        self.store.put_article(described, digest, vectors)
        if same is None:
            self.store.put_signatures({article.id: signature})
        self.store.put_location(page.url or page.path, digest, described.article.id, page.first_seen)
        self.store.put_words(described.article.id, words_of(article.title, article.lang), words_of(article.text, article.lang))


def _with_topics(described: Described, vectors: StoredVectors) -> Described:
    """The topics found anew, now with the vector, which the processes that describe do not make."""
    topics = find_topics(Document(described.article), vector_of(vectors.vector), vectors.encoder)
    return Described(article=described.article, notes=msgspec.structs.replace(described.notes, topics=topics))


def _renamed(described: Described, same: Article) -> Described:
    """A new version keeps the id and the first-seen time of the article that it replaces."""
    article = msgspec.structs.replace(described.article, id=same.id, first_seen=same.first_seen)
    return Described(article=article, notes=msgspec.structs.replace(described.notes, article=same.id))

"""What a store must be able to do. Values in, values out; the engine knows no SQL, the store knows no stage.

A store is opened with `khabar.store.open_store`. All writing happens inside `transaction()`; nesting is not allowed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from khabar.models import (
    Article,
    Correction,
    Described,
    Heart,
    Page,
    Placement,
    Saga,
    Soundness,
    StoredPage,
    StoredStory,
    StoredVectors,
    Story,
    Version,
)


class Reader(Protocol):
    """Questions to a store. Unknown ids answer None or nothing; `khabar.engine` turns that into `NotFound`."""

    def locate(self, path: str, page_hash: str) -> str | None:
        """The article of this very page at this path; None if the pair was never seen or was rejected."""

    def find_same(self, article: Article) -> Article | None:
        """The stored article that is the same page: same address, or same content and outlet where one has no address."""

    def described(self, ids: Iterable[str]) -> list[Described]:
        """Articles with their notes, after their story had its say where it had; in the order of `ids`."""

    def fresh(self, ids: Iterable[str]) -> list[Described]:
        """Articles with the notes made from each page alone."""

    def article_ids(self, pending: bool = False) -> list[str]:
        """Ids of all (or only the ungrouped) articles, by id."""

    def placed(self, ids: Iterable[str]) -> list[Placement]:
        """Where articles stand: day, when first seen, story. Unknown ids are left out."""

    def placed_between(self, days: tuple[str, str], seen: tuple[str, str]) -> list[Placement]:
        """The same of articles published from one day to another (YYYY-MM-DD, both included), and of undated ones first seen then, in any order."""

    def counts(self) -> tuple[int, int]:
        """Number of articles and of stories."""

    def signatures(self, ids: Iterable[str]) -> dict[str, bytes]:
        """Signatures of articles that were kept for their present text."""

    def vectors(self, ids: Iterable[str]) -> dict[str, StoredVectors]:
        """Vectors of articles that have some."""

    def paths(self, article: str) -> list[str]:
        """All paths that hold the article."""

    def versions(self, article: str) -> list[Version]:
        """Earlier texts, oldest first."""

    def raw(self, article: str) -> StoredPage | None:
        """The raw page that the article's current text came from."""

    def memberships(self, articles: Iterable[str] | None = None) -> dict[str, str]:
        """article id -> story id, of these articles or of all."""

    def members(self, stories: Iterable[str]) -> dict[str, str]:
        """article id -> story id, of all articles of these stories."""

    def story(self, story_id: str) -> StoredStory | None:
        """A story by its id or by one that was merged into it."""

    def stories(self, ids: Iterable[str] | None = None) -> Iterator[StoredStory]:
        """Stories, the latest first."""

    def touched(self) -> list[str]:
        """Ids of stories whose lineage, narration and scores must be made again."""

    def sagas(self, ids: Iterable[str] | None = None) -> list[Saga]:
        """Sagas, or all by id."""

    def saga_stories(self, sagas: Iterable[str]) -> dict[str, str]:
        """story id -> saga id, of all stories of these sagas."""

    def saga_of(self, stories: Iterable[str]) -> dict[str, str]:
        """story id -> saga id, of those stories that have one."""

    def hearts(self, stories: Iterable[str] | None = None) -> list[Heart]:
        """Hearts of these stories, or of all."""

    def named_near(self, entity: str, day: str, most: int, later: bool = True) -> list[str]:
        """Stories with this name at their heart, those nearest to a day (YYYY-MM-DD or '') first, up to `most` before and, where
        `later`, as many after."""

    def heart_counts(self, entities: Iterable[str]) -> dict[str, int]:
        """name -> number of stories that have it at their heart."""

    def soundness(self, ids: Iterable[str]) -> dict[str, Soundness]:
        """Grades of articles."""

    def mentions(self, entity: str) -> list[str]:
        """Articles that mention an entity."""

    def entity_counts(self) -> dict[str, int]:
        """entity id -> number of articles that mention it."""

    def corrections(self, undone: bool = False) -> list[Correction]:
        """Corrections in force (or all), oldest first."""

    def match_words(self, expression: str, limit: int) -> list[tuple[str, float]]:
        """Articles that match a full-text expression of analysed words, best first, with a score (higher is better)."""

    def meta(self, key: str) -> str | None:
        """A setting of the store itself."""


class Writer(Protocol):
    """Changes to a store, each inside `transaction()`."""

    def transaction(self) -> AbstractContextManager[None]:
        """All changes inside are kept together or not at all. Raises `StoreError` or `Retry`."""

    def put_page(self, page: Page, page_hash: str) -> None:
        """Keep a raw page, compressed."""

    def put_location(self, path: str, page_hash: str, article: str | None, seen: str) -> None:
        """Remember that a page lay at a path."""

    def put_article(self, described: Described, page_hash: str, vectors: StoredVectors | None) -> None:
        """Insert or replace an article with its fresh notes; it becomes pending."""

    def put_version(self, old: Article, page_hash: str, seen: str) -> None:
        """Keep the text that an article had until now."""

    def put_final(self, described: Sequence[Described]) -> None:
        """What an article looks like after its story had its say."""

    def reset_final(self, articles: Iterable[str]) -> None:
        """Back to what each page says alone."""

    def put_words(self, article: str, title: str, body: str) -> None:
        """Analysed words for full text; replaces what was there."""

    def put_memberships(self, changes: Mapping[str, str]) -> None:
        """article id -> story id; the articles are no longer pending."""

    def put_story(self, story: Story) -> None:
        """Insert or update a story; it becomes touched."""

    def put_results(self, stored: StoredStory, grades: Mapping[str, Soundness]) -> None:
        """Lineage, narration and scores of a story; it is no longer touched."""

    def put_redirects(self, redirects: Mapping[str, str]) -> None:
        """old story id -> the id that it was merged into; the old stories are removed."""

    def put_signatures(self, records: Mapping[str, bytes]) -> None:
        """Keep signatures of articles (article id -> bytes) until their text changes."""

    def put_hearts(self, hearts: Sequence[Heart]) -> None:
        """Insert or replace hearts of stories."""

    def put_sagas(self, sagas: Sequence[Saga], gone: Iterable[str] = ()) -> None:
        """Insert or replace sagas, and remove those of the ids `gone`."""

    def put_correction(self, correction: Correction) -> Correction:
        """Add a correction; answers it with its id."""

    def undo_correction(self, number: int, when: str) -> Correction | None:
        """Mark a correction as undone; None if there is none in force with this number."""

    def delete_articles(self, ids: Sequence[str]) -> list[str]:
        """Remove articles with all that was derived from them; answers the ids of the stories that lost one."""

    def delete_stories(self, ids: Iterable[str]) -> None:
        """Remove stories that have no article left."""

    def touch(self, stories: Iterable[str]) -> None:
        """Ask for lineage, narration and scores of these stories to be made again."""

    def set_meta(self, key: str, value: str) -> None:
        """Keep a setting of the store itself."""


class Store(Reader, Writer, Protocol):
    """A store that can be read, written and closed."""

    def close(self) -> None:
        """Release the database."""

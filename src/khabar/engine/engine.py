"""`Engine`: open a store, take pages in, ask what is known. Everything that serves people goes through here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from types import TracebackType

import msgspec

from khabar.config import Config, data_dir
from khabar.engine.analyse import analyse
from khabar.engine.finding import find_entity
from khabar.engine.ingest import Ingest, Progress
from khabar.engine.reading import Hit, by_likeness, entity_view, facts_of
from khabar.engine.regroup import recompose, regroup
from khabar.engine.resaga import leave_sagas, resaga
from khabar.engine.results import infer_days, make_results
from khabar.engine.source_views import SourceView, source_views
from khabar.engine.window import Live
from khabar.engine.workers import Workers
from khabar.errors import NotFound, Rejected, UsageError
from khabar.export.base import Archive, narrowed
from khabar.flow.acquire import file_pages
from khabar.flow.clean.versions import Revision, revisions
from khabar.flow.describe.encoders import Encoder
from khabar.flow.describe.encoders import get as get_encoder
from khabar.flow.describe.topics import topic_named
from khabar.flow.narrate.encyclopaedia import EntityView
from khabar.flow.narrate.relations import Relation, relation
from khabar.models import ArticleView, Correction, Described, Fact, IngestReport, Page, Saga, StoredStory, Version
from khabar.store import Store, open_store

Step = Callable[[str, int, int], None]
"""Called with the name of a step of the work after ingest, how much of it is done and how much there is."""


def _quiet(step: str, done: int, of: int) -> None:
    return None


class Engine:
    """One open store. Use it as a context manager, or call `close()`.

    >>> with Engine.open(":memory:") as engine:
    ...     report = engine.ingest(["pages/"])
    ...     stories = engine.stories()
    """

    def __init__(self, store: Store, config: Config) -> None:
        self.store = store
        self.config = config
        self._encoder: Encoder | None = None
        self._live = Live(store)

    @classmethod
    def open(cls, db: str | None = None, config: Config | None = None, create: bool = True) -> Engine:
        """Open the store at `db` (a path, ":memory:" or a `postgresql://` URL; default: the user's data directory).

        Raises `StoreError` if it cannot be used.
        """
        config = config or Config()
        where = db or config.db or str(data_dir() / "khabar.db")
        return cls(open_store(where, create=create), config)

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Release the store."""
        self.store.close()

    @property
    def now(self) -> str:
        """The present time, ISO 8601 with offset; `Config.now` fixes it."""
        return self.config.now or datetime.now(UTC).isoformat(timespec="seconds")

    @property
    def encoder(self) -> Encoder:
        """The encoder that this store's vectors come from; chosen at the first ingest and kept."""
        if self._encoder is None:
            kept = self.store.meta("encoder")
            asked = self.config.encoder
            if kept and asked not in ("auto", kept):
                raise UsageError(
                    f"This store was made with the encoder {kept}; vectors of {asked} cannot be compared with them.",
                    "Leave --encoder out, or make another store with --db.",
                )
            self._encoder = get_encoder(kept or asked, self.config)
            if not kept:
                with self.store.transaction():
                    self.store.set_meta("encoder", self._encoder.name)
        return self._encoder

    # ---------------------------------------------------------------------------------------------------- taking in

    def ingest(self, inputs: Sequence[str], progress: Progress | None = None, step: Step = _quiet) -> IngestReport:
        """Read, clean, describe and keep every page of `inputs` (files, directories, addresses, feeds), then group, trace and score.

        Safe to repeat: a page that is known is not taken in twice. What cannot be read is listed in the report. A run that was
        killed is finished by the next one.
        """
        from khabar.flow.acquire.inputs import pages_of

        return self.ingest_pages(pages_of(inputs, self.now, self.config), progress, step)

    def ingest_pages(self, pages: Iterable[Page | Rejected], progress: Progress | None = None, step: Step = _quiet) -> IngestReport:
        """`ingest` for pages that are already in memory."""
        with Workers(self.config.workers, meanwhile=lambda: self.encoder) as workers:
            run = Ingest(self.store, lambda: self.encoder, workers, progress)
            run.run(pages)
            self.settle(step, workers)
        return run.report(stories=self.store.counts()[1])

    def settle(self, step: Step = _quiet, workers: Workers | None = None) -> None:
        """Group what is pending, link sagas, infer days, and make the results of every story that was touched."""
        regroup(self._live)
        touched = self.store.touched()
        if not touched:
            return
        affected = self._compose(touched)
        step("grouped", 1, 1)
        again = {*infer_days(self.store, sorted(affected | set(touched))), *self._live.inferred}
        if again:
            regroup(self._live, again=again)
            touched = self.store.touched()
            self._compose(touched)
        done = 0

        def one_more(_: str) -> None:
            nonlocal done
            done += 1
            step("traced", done, len(touched))

        make_results(self.store, touched, workers or Workers(), one_more)

    def _compose(self, touched: Sequence[str]) -> set[str]:
        with self.store.transaction():
            for story in recompose(self.store, touched):
                self.store.put_story(story)
        return resaga(self._live, touched)

    def read(self, inputs: Sequence[str]) -> Iterator[Described | Rejected]:
        """Analyse pages one by one and keep nothing."""
        for page in file_pages(inputs, self.now, self.config.max_page_bytes):
            read = page if isinstance(page, Rejected) else analyse(page)
            yield read if isinstance(read, Rejected) else read.described

    # ------------------------------------------------------------------------------------------------------ reading

    def article(self, article_id: str) -> ArticleView:
        """One article by its id, or by a beginning of it that no other shares. Raises `NotFound`."""
        found = next(self.articles([self._full_id(article_id)]), None)
        if found is None:
            raise NotFound(f"There is no article {article_id}.", "List them with: khabar stories")
        return found

    def _full_id(self, article_id: str) -> str:
        if self.store.described([article_id]):
            return article_id
        matches = [i for i in self.store.article_ids() if i.startswith(article_id)] if len(article_id) >= 4 else []
        return matches[0] if len(matches) == 1 else article_id

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[ArticleView]:
        """Articles with all that is known of them; all of them, by id, where no `ids` are given."""
        wanted = list(ids) if ids is not None else self.store.article_ids()
        story_of = self.store.memberships(wanted)
        sagas = self.store.saga_of(set(story_of.values()))
        for start in range(0, len(wanted), 256):
            part = wanted[start : start + 256]
            grades = self.store.soundness(part)
            for item in self.store.described(part):
                key = item.article.id
                story = story_of.get(key)
                yield ArticleView(
                    article=item.article,
                    notes=item.notes,
                    files=tuple(self.store.paths(key)),
                    story=story,
                    saga=sagas.get(story) if story else None,
                    soundness=grades.get(key),
                )

    def stories(self, lang: str = "", saga: str = "", topic: str = "") -> list[StoredStory]:
        """Stories, the latest first: all, or those with pages in a language, of a saga, on a topic.

        `topic` is a key ("health"), an IPTC code or a name; `UsageError` where there is none.
        """
        code = topic_named(topic).code if topic else ""
        return [
            s
            for s in self.store.stories()
            if (not lang or lang in s.story.languages)
            and (not saga or s.story.saga == saga)
            and (not code or any(t.code == code for t in s.story.topics))
        ]

    def story(self, story_id: str) -> StoredStory:
        """One story by its id, by one that was merged into it, or by a beginning of it. Raises `NotFound`."""
        if found := self.store.story(story_id):
            return found
        matches = [s for s in self.store.stories() if s.story.id.startswith(story_id)] if len(story_id) >= 3 else []
        if len(matches) == 1:
            return matches[0]
        raise NotFound(f"There is no story {story_id}.", "List them with: khabar stories")

    def sagas(self) -> list[Saga]:
        """All sagas."""
        return self.store.sagas()

    def saga(self, saga_id: str) -> Saga:
        """One saga by its id or a beginning of it. Raises `NotFound`."""
        matches = [s for s in self.store.sagas() if s.id == saga_id] or [s for s in self.store.sagas() if s.id.startswith(saga_id)]
        if len(matches) != 1:
            raise NotFound(f"There is no saga {saga_id}.", "List stories and their sagas with: khabar stories")
        return matches[0]

    def versions(self, article_id: str) -> list[Version]:
        """Earlier texts of an article, oldest first."""
        return self.store.versions(self._full_id(article_id))

    def revisions(self, article_id: str) -> list[Revision]:
        """What was edited from each text of an article to the next, oldest first; [] where there is one text."""
        article = self.article(article_id).article
        return revisions(self.store.versions(article.id), article)

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Articles that fit `query` by words or by meaning, across languages, the best first."""
        from khabar.search.query import expression
        from khabar.search.rank import fuse

        words = expression(query)
        by_words = [article for article, _ in self.store.match_words(words, 200)] if words else []
        by_meaning = by_likeness(self, query, 60) if query.strip() else []
        best = fuse(by_words, by_meaning)[:limit]
        views = {v.article.id: v for v in self.articles([article for article, _ in best])}
        return [_hit(views[article], score, query) for article, score in best if article in views]

    def who(self, name: str) -> EntityView:
        """What the store knows of an entity, by id or by a name in any script. Raises `NotFound`."""
        return entity_view(self, self._entity_id(name))

    def timeline(self, item: str | None = None, entity: str | None = None, between: tuple[str, str] | None = None) -> list[tuple[str, Fact]]:
        """(story id, fact) in order of time, of a story or a saga, of an entity, or of a pair of actors. Raises `NotFound`."""
        stories = self.stories()
        if item:
            saga = next((g for g in self.sagas() if g.id.startswith(item)), None)
            wanted = set(saga.stories) if saga else {self.story(item).story.id}
            stories = [s for s in stories if s.story.id in wanted]
        pair = (self._entity_id(between[0]), self._entity_id(between[1])) if between else None
        return facts_of(stories, pair, self._entity_id(entity) if entity else None)

    def relation(self, a: str, b: str) -> Relation:
        """What two actors did to each other: counts and tone of events, month by month. A state acts through its officials too.

        Raises `NotFound` for an actor that no article mentions.
        """
        return relation(facts_of(self.stories()), self._entity_id(a), self._entity_id(b))

    def _entity_id(self, name: str) -> str:
        if (found := find_entity(self, name)) is None:
            raise NotFound(f"No article mentions {name}.", "Try another spelling, or: khabar search " + name)
        return found

    def keyphrases(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """day (YYYY-MM-DD) -> language, or "*" across -> the phrases that mark the day among all days, the best first."""
        from khabar.flow.group.keyphrases import by_day

        return by_day(s.story for s in self.stories())

    def sources(self) -> list[SourceView]:
        """Every source that published, was credited or was linked to."""
        return source_views(self)

    def archive(self, story_id: str | None = None) -> Archive:
        """Everything, or one story of it, as exporters read it."""
        whole = Archive(articles=list(self.articles()), stories=self.stories(), sagas=self.sagas())
        return narrowed(whole, self.story(story_id).story.id) if story_id else whole

    # ------------------------------------------------------------------------------------------- forgetting, correcting

    def forget(self, article: str | None = None, outlet: str | None = None, between: tuple[str, str] | None = None) -> int:
        """Remove an article, all of an outlet, or all published in a range of days, with everything derived from them.

        Answers how many articles went. Raises `UsageError` if nothing is named, `NotFound` for an unknown article.
        """
        if article is None and outlet is None and between is None:
            raise UsageError("Nothing to forget was named.", "Give an article, an outlet or a range of days.")
        ids = [self.article(article).article.id] if article else self.store.article_ids()
        if outlet or between:
            ids = [d.article.id for d in self.store.described(ids) if _matches(d, outlet, between)]
        gone = set(ids)
        stories = set(self.store.memberships(ids).values())
        left: dict[str, list[str]] = {}
        for member, story in self.store.members(stories).items():
            if member not in gone:
                left.setdefault(story, []).append(member)
        leave_sagas(self.store, stories - left.keys())
        with self.store.transaction():
            self.store.delete_articles(ids)
            self.store.delete_stories(stories - left.keys())
            for stored in list(self.store.stories(left)):
                self.store.put_story(msgspec.structs.replace(stored.story, articles=tuple(left[stored.story.id])))
        self.settle()
        return len(ids)

    def correct(self, correction: Correction) -> Correction:
        """Lay a decision by hand over what was computed, and make what follows from it again."""
        if correction.kind == "merge":
            self.story(correction.target), self.story(correction.value)
            again = [*self.story(correction.target).story.articles, *self.story(correction.value).story.articles]
        else:
            again = [self.article(correction.target).article.id]
        with self.store.transaction():
            kept = self.store.put_correction(msgspec.structs.replace(correction, made=self.now))
        self._redo(again)
        return kept

    def undo(self, number: int) -> Correction:
        """Take a correction back. Raises `NotFound` if none with this number is in force."""
        with self.store.transaction():
            found = self.store.undo_correction(number, self.now)
        if found is None:
            raise NotFound(f"There is no correction {number} in force.", "List them with: khabar corrections")
        ids = self.store.article_ids()
        targets = [i for i in ids if i == found.target]
        for story_id in (found.target, found.value):
            stored = self.store.story(story_id) if story_id else None
            targets += stored.story.articles if stored else ()
        self._redo(targets)
        return found

    def _redo(self, articles: Sequence[str]) -> None:
        stories = set(self.store.memberships(articles).values())
        with self.store.transaction():
            self.store.reset_final(articles)
        regroup(self._live, again=articles)
        with self.store.transaction():
            self.store.touch(stories)
        self.settle()

    def corrections(self, undone: bool = False) -> list[Correction]:
        """Corrections in force, or all."""
        return self.store.corrections(undone)


def _hit(view: ArticleView, score: float, query: str) -> Hit:
    article = view.article
    wanted = set(query.lower().split())
    lines = [line for line in article.text.replace("\n\n", "\n").split("\n") if line]
    best = max(lines, key=lambda line: sum(w in line.lower() for w in wanted), default="")
    return Hit(article=article.id, story=view.story, title=article.title, lang=article.lang, outlet=article.outlet,
               published=article.published.value, score=round(score, 5), snippet=best[:240])  # fmt: skip


def _matches(described: Described, outlet: str | None, between: tuple[str, str] | None) -> bool:
    article = described.article
    if outlet and article.outlet != outlet:
        return False
    if between is None:
        return True
    day = (article.published.value or "")[:10]
    return bool(day) and between[0] <= day <= between[1]



"""Cost of grouping over a long stream: what page 100,000 costs beside page 10,000, memory, largest story, B-cubed, and two baselines.

usage: stream.py [PAGES] [--per-day N] [--batch N]     (default: 100000 pages, 280 a day, 100 a batch)

The pages are made (`made_stream.py`) and go through the store as in an ingest: grouping (candidates, linkage, stories written) and
sagas are timed, the rest is not. Time is CPU time on one core. At the end the two spans are run again from copies of the store, in
turn, since a machine's speed drifts over a long run. Baselines, on the first pages only: the same pair model over all
pairs, clustered anew for every batch, and connected titles by Jaccard likeness.
"""

from __future__ import annotations

import os

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

import argparse
import resource
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from made_stream import Made, stream

from khabar.engine.regroup import recompose, regroup
from khabar.engine.resaga import resaga
from khabar.engine.window import Live
from khabar.flow.group import Grouper
from khabar.flow.group.kept import to_bytes
from khabar.models import Article, Described, Entity, Notes, Published, StoredStory, StoredVectors
from khabar.serve.cli.evaluation import b_cubed
from khabar.store import Store, open_store

BASELINE_PAGES = 2_000
SPAN = 2_000
"""Pages whose cost is taken together."""
WARM = 3
"""Batches after which a window that was read anew is as one that grew."""
JACCARD = 0.4


def timed(work: Callable[[], object]) -> float:
    """CPU seconds that `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def put(store: Store, batch: Sequence[Made]) -> None:
    """Keep made pages as an ingest would."""
    with store.transaction():
        for made in batch:
            page = made.page
            seen = f"{np.datetime64('2023-01-01') + int(made.comes)}T00:00:00+00:00"
            article = Article(id=page.article, content_id=page.article, file=None, url=None, outlet=None, lang=page.lang, title=page.article, text="",
                              published=Published(value=page.day, origin="page" if page.day else "unknown"), first_seen=seen)  # fmt: skip
            entities = tuple(Entity(id=n, type="PER", name=n, surface=n) for n in sorted(page.names))
            vector = StoredVectors(encoder="made", vector=np.asarray(page.vector).astype("<f2").tobytes())
            store.put_article(Described(article=article, notes=Notes(article=page.article, entities=entities)), page.article, vector)
        store.put_signatures({m.page.article: to_bytes(m.page) for m in batch})


def settle(live: Live, spent: Counter[str]) -> None:
    """Group what is pending and link sagas, as `Engine.settle` does; adds the seconds to `spent`."""
    start = time.process_time()
    touched = regroup(live)
    grouped = time.process_time()
    with live.store.transaction():
        for story in recompose(live.store, touched):
            live.store.put_story(story)
    composed = time.process_time()
    resaga(live, touched)
    spent["grouping"] += grouped - start
    spent["sagas"] += time.process_time() - composed
    with live.store.transaction():
        for stored in list(live.store.stories(touched)):
            live.store.put_results(StoredStory(story=stored.story), {})


class Mark(NamedTuple):
    """Cost along the way: pages stored, seconds a page by part, MB at most so far."""

    stored: int
    rates: dict[str, float]
    memory: float


def run(pages: Sequence[Made], batch: int, scratch: Path) -> tuple[list[Mark], dict[str, str]]:
    """All pages in batches; answers the costs along the way and article -> story. Copies of the store are left for `beside`."""
    marks: list[Mark] = []
    copies = {start: scratch / f"at-{start}.db" for start in starts(len(pages))}
    live, spent, since = Live(open_store(str(scratch / "stream.db"))), Counter[str](), 0
    for start in range(0, len(pages), batch):
        if start in copies:
            live.store.close()
            shutil.copy(scratch / "stream.db", copies[start])
            live.store = open_store(str(scratch / "stream.db"))
        put(live.store, pages[start : start + batch])
        settle(live, spent)
        stored = min(start + batch, len(pages))
        if stored - since >= SPAN:
            rates = {k: v / (stored - since) for k, v in spent.items()}
            marks.append(Mark(stored, rates, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000))
            print(f"{stored:>8} stored  {1000 * rates['grouping']:6.2f} ms grouping  {1000 * rates['sagas']:6.2f} ms sagas  "
                  f"{len(live.grouper):>6} in the window  {marks[-1].memory:6.0f} MB", flush=True)  # fmt: skip
            spent, since = Counter(), stored
    found = live.store.memberships()
    listed = {(article, s.story.id) for s in live.store.stories() for article in s.story.articles}
    print(f"pages that their story does not list, or that another lists: {len(listed ^ {*found.items()})}")
    live.store.close()
    return marks, found


def starts(count: int) -> tuple[int, int]:
    """Where the two spans that are compared begin: those before a tenth of the pages and before the last one."""
    return max(0, count // 10 - SPAN), max(0, count - SPAN)


def beside(pages: Sequence[Made], batch: int, scratch: Path) -> list[Counter[str]]:
    """Seconds of both spans, batch by batch in turn: the speed of a machine drifts more in a long run than what is measured."""
    first = starts(len(pages))
    lives = [Live(open_store(str(scratch / f"at-{start}.db"))) for start in first]
    spent = [Counter[str](), Counter[str]()]
    for step in range(0, SPAN, batch):
        for live, start, seconds in zip(lives, first, spent, strict=True):
            put(live.store, pages[start + step : start + step + batch])
            settle(live, seconds)
            if step < WARM * batch:
                seconds.clear()
    return spent


def all_pairs(pages: Sequence[Made], batch: int) -> float:
    """CPU seconds a page where every batch clusters all pages anew."""
    def every() -> None:
        for end in range(batch, len(pages) + 1, batch):
            grouper = Grouper(whole=len(pages))
            grouper.add([m.page for m in pages[:end]])
            grouper.repair()

    return timed(every) / len(pages)


def jaccard(pages: Sequence[Made]) -> dict[str, str]:
    """Connected pages whose titles share enough words."""
    label = {m.page.article: m.page.article for m in pages}

    def root(key: str) -> str:
        while label[key] != key:
            key = label[key]
        return key

    for n, one in enumerate(pages):
        for other in pages[:n]:
            if len(one.title & other.title) > JACCARD * len(one.title | other.title):
                label[root(one.page.article)] = root(other.page.article)
    return {key: root(key) for key in label}


def quality(pages: Sequence[Made], found: dict[str, str]) -> dict[str, float]:
    """B-cubed of pages that have a story."""
    truth = {m.page.article: m.story for m in pages if m.story and m.page.article in found}
    return b_cubed(truth, {a: found[a] for a in truth})


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("pages", nargs="?", type=int, default=100_000)
    parser.add_argument("--per-day", type=int, default=280)
    parser.add_argument("--batch", type=int, default=100)
    options = parser.parse_args()
    pages = list(stream(options.pages, options.per_day))
    with tempfile.TemporaryDirectory() as scratch:
        marks, found = run(pages, options.batch, Path(scratch))
        early, late = beside(pages, options.batch, Path(scratch))
    first = next((m for m in marks if m.stored >= options.pages / 10), marks[0])
    last = marks[-1]
    for part in ("grouping", "sagas"):
        print(f"{part}: page {last.stored} costs {late[part] / max(early[part], 1e-9):.2f} x page {first.stored} in turn with it "
              f"({last.rates[part] / max(first.rates[part], 1e-9):.2f} x along the way); {1 / last.rates[part]:.0f} pages/s")  # fmt: skip
    print(f"memory: {last.memory / first.memory:.2f} x, {last.memory - first.memory:.0f} MB more; largest story {max(Counter(found.values()).values())} of {len(set(found.values()))}, "
          f"true {max(Counter(m.story for m in pages if m.story).values())}")  # fmt: skip
    print("B-cubed", quality(pages, found))
    part = pages[:BASELINE_PAGES]
    start = time.process_time()
    titles = jaccard(part)
    print(f"titles by Jaccard, {len(part)} pages: B-cubed {quality(part, titles)}, {(time.process_time() - start) / len(part) * 1000:.2f} ms a page")
    print(f"all pairs, {len(part)} pages: {all_pairs(part, options.batch) * 1000:.2f} ms a page, B-cubed of ours on these {quality(part, found)}")


if __name__ == "__main__":
    main()

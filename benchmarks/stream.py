"""Cost of grouping over a long stream: what page 100,000 costs beside page 10,000, memory, largest story, B-cubed, and two baselines.

usage: stream.py [PAGES] [--per-day N] [--batch N]     (default: 100000 pages, 280 a day, 100 a batch)

The pages are made (`made_stream.py`) and go through the store as in an ingest: grouping (candidates, linkage, stories written) and
sagas are timed, the rest is not. Time is CPU time on one core. Baselines, on the first pages only: the same pair model over all
pairs, clustered anew for every batch, and connected titles by Jaccard likeness.
"""

from __future__ import annotations

import os

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

import argparse
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

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


def run(pages: Iterable[Made], batch: int) -> tuple[list[Made], list[tuple[int, Counter[str], float, int]], dict[str, str]]:
    """All pages, (stored, seconds a page, MB at most so far, pages in the window) along the way, and article -> story."""
    taken: list[Made] = []
    marks: list[tuple[int, Counter[str], float, int]] = []
    with tempfile.TemporaryDirectory() as scratch:
        store = open_store(f"{scratch}/stream.db")
        live, spent, since, stream_ = Live(store), Counter[str](), 0, iter(pages)
        while part := list(islice(stream_, batch)):
            put(store, part)
            settle(live, spent)
            taken += part
            if len(taken) - since >= 2_000:
                rates = Counter({k: v / (len(taken) - since) for k, v in spent.items()})
                marks.append((len(taken), rates, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, len(live.grouper)))
                print(f"{len(taken):>8} stored  {1000 * rates['grouping']:6.2f} ms grouping  {1000 * rates['sagas']:6.2f} ms sagas  "
                      f"{marks[-1][3]:>6} in the window  {marks[-1][2]:6.0f} MB", flush=True)  # fmt: skip
                spent, since = Counter(), len(taken)
        found = store.memberships()
        store.close()
    return taken, marks, found


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
    pages, marks, found = run(stream(options.pages, options.per_day), options.batch)
    first = next((m for m in marks if m[0] >= options.pages / 10), marks[0])
    last = marks[-1]
    for part in ("grouping", "sagas"):
        print(f"{part}: page {last[0]} costs {last[1][part] / max(first[1][part], 1e-9):.2f} x page {first[0]}; {1 / last[1][part]:.0f} pages/s")
    print(f"memory: {last[2] / first[2]:.2f} x; largest story {max(Counter(found.values()).values())} of {len(set(found.values()))}, "
          f"true {max(Counter(m.story for m in pages if m.story).values())}")  # fmt: skip
    print("B-cubed", quality(pages, found))
    part = pages[:BASELINE_PAGES]
    start = time.process_time()
    titles = jaccard(part)
    print(f"titles by Jaccard, {len(part)} pages: B-cubed {quality(part, titles)}, {(time.process_time() - start) / len(part) * 1000:.2f} ms a page")
    print(f"all pairs, {len(part)} pages: {all_pairs(part, options.batch) * 1000:.2f} ms a page, B-cubed of ours on these {quality(part, found)}")


if __name__ == "__main__":
    main()

"""Speed and memory of the stages on the example pages: pages a second, and ratios to trafilatura alone in the same run.

usage: pipeline.py [FOLDER …]   (default: examples/pages)
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from khabar.config import Config
from khabar.engine import Engine
from khabar.errors import Rejected
from khabar.flow.acquire import file_pages
from khabar.flow.clean import clean
from khabar.flow.describe import describe
from khabar.flow.describe.vectors import embed, texts_of
from khabar.models import Article, Page


def timed(work: Callable[[], object]) -> float:
    """Seconds that `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def peak_mb() -> float:
    """The largest memory of this process so far, MB (Linux counts kB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def cleaned(pages: list[Page]) -> list[Article]:
    """The pages that are articles."""
    found = []
    for page in pages:
        try:
            found.append(clean(page))
        except Rejected:
            continue
    return found


def main() -> None:
    """Measure and print the table."""
    import trafilatura

    folders = sys.argv[1:] or [str(Path(__file__).parents[1] / "examples" / "pages")]
    pages = [p for p in file_pages(folders, "2026-01-01T00:00:00+00:00", 20_000_000) if isinstance(p, Page)]
    articles = cleaned(pages)
    for article in articles:  # once unmeasured: language data are loaded and compiled
        describe(article)
    texts = [p.content.decode("utf-8", "replace") for p in pages if p.media_type == "text/html"]
    per_page = timed(lambda: [trafilatura.extract(t) for t in texts]) / max(len(texts), 1)
    print(f"{'stage':12} {'pages/s':>9} {'x trafilatura':>14} {'peak MB':>9}")

    def row(name: str, seconds: float, count: int) -> None:
        print(f"{name:12} {count / seconds:9.1f} {seconds / count / per_page:14.2f} {peak_mb():9.0f}")

    row("trafilatura", per_page * max(len(texts), 1), max(len(texts), 1))
    row("clean", timed(lambda: cleaned(pages)), len(pages))
    row("describe", timed(lambda: [describe(a) for a in articles]), len(articles))
    with tempfile.TemporaryDirectory() as scratch, Engine.open(f"{scratch}/bench.db", Config(workers=1)) as engine:
        embed([texts_of(a) for a in articles[:1]], engine.encoder)
        row("encode", timed(lambda: embed([texts_of(a) for a in articles], engine.encoder)), len(articles))
        row("whole", timed(lambda: engine.ingest(folders)), len(pages))


if __name__ == "__main__":
    main()

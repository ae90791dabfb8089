"""Speed of `trace` on stories of growing size, and how it grows.

usage: python benchmarks/lineage.py [--most N]

Pages are made with the structure of a real story: a few wires, whole and half copies, copies with edits, translations (other words,
the same sentence vectors but for noise) and reports of their own. Prints one JSON object: seconds for each size, and the ratio of
seconds from one size to the next beside the ratio of pages.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from khabar.flow.describe.document import Document
from khabar.flow.lineage import trace
from khabar.models import Article, Credit, Described, Notes, Published

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIZES = (50, 100, 200, 500, 1000)
DIM = 384
SENTENCES = 14
WIRES = ("reuters", "afp", "xinhua", "tass", "dpa")
PRESENT = 3
"""Wires that have a page of their own; the others are only credited."""
LANGUAGES = ("en", "fr", "ru", "de", "es")
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "ji", "ke", "lo", "mu", "na", "pe", "qui", "ro", "sa", "te", "vi", "wo", "yu", "za")
Vectors = dict[str, "NDArray[np.float32]"]


def story(pages: int, seed: int = 7) -> tuple[list[Described], Vectors]:
    """Members of a story of so many pages, and their sentence vectors."""
    pick = random.Random(seed)
    noise = np.random.default_rng(seed)
    wires = [_text(pick) for _ in WIRES]
    meaning = [noise.normal(size=(SENTENCES, DIM)) for _ in WIRES]
    members, vectors = [], {}
    for number in range(pages):
        wire = pick.randrange(len(WIRES))
        kind = pick.choices(("copy", "half", "edited", "translated", "own"), weights=(4, 2, 2, 2, 1))[0]
        sentences, rows = list(wires[wire]), meaning[wire]
        if number < PRESENT:
            wire, sentences, rows = number, list(wires[number]), meaning[number]
        elif kind == "own":
            sentences, rows = _text(pick), noise.normal(size=(SENTENCES, DIM))
        elif kind == "half":
            sentences, rows = sentences[: SENTENCES // 2], rows[: SENTENCES // 2]
        elif kind == "edited":
            sentences = [s if pick.random() < 0.6 else _sentence(pick) for s in sentences]
        elif kind == "translated":
            sentences = _text(pick)
        member = _member(number, wire, kind, sentences, pick)
        members.append(member)
        rows = rows + noise.normal(scale=0.4, size=rows.shape)
        count = len(Document(member.article).sentences)
        vectors[member.article.id] = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)[:count]
    return members, vectors


def _member(number: int, wire: int, kind: str, sentences: list[str], pick: random.Random) -> Described:
    source = number < PRESENT
    outlet = WIRES[wire] if source else f"paper-{number}"
    credited = source or (kind != "own" and pick.random() < 0.6)
    lang = pick.choice(LANGUAGES) if kind == "translated" and not source else "en"
    article = Article(id=f"a{number:05}", content_id=f"c{number}", file=None, url=None, outlet=outlet, lang=lang, title="Bridge",
                      text="\n\n".join(" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)),
                      published=Published(value=f"2024-05-0{1 + (not source) + number % 3}", origin="page"))  # fmt: skip
    credits = (Credit(source=WIRES[wire], kind="credit", surface=WIRES[wire], where="byline", rule="byline line"),) if credited else ()
    return Described(article=article, notes=Notes(article=article.id, credits=credits))


def _text(pick: random.Random) -> list[str]:
    return [_sentence(pick) for _ in range(SENTENCES)]


def _sentence(pick: random.Random) -> str:
    words = ["".join(pick.choices(SYLLABLES, k=pick.randint(1, 4))) for _ in range(pick.randint(14, 26))]
    return " ".join(words).capitalize() + f" {pick.randrange(10, 9999)}."


def seconds(pages: int) -> float:
    """Processor time of one trace, which other programs on the machine do not stretch."""
    members, vectors = story(pages)
    start = time.process_time()
    trace(members, vectors)
    return time.process_time() - start


def main(most: int) -> None:
    """Print one JSON object."""
    seconds(10)  # loads the data
    sizes = [s for s in SIZES if s <= most]
    taken: Mapping[int, float] = {size: seconds(size) for size in sizes}
    growth = [{"pages": round(b / a, 2), "seconds": round(taken[b] / taken[a], 2)} for a, b in pairwise(sizes)]
    print(json.dumps({"seconds": {str(s): round(t, 3) for s, t in taken.items()}, "growth": growth}, indent=1))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest story")
    main(parser.parse_args().most)

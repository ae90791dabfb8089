"""Scoring against gold files: which figures a task prints and how they are made."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khabar.models import Article, Described, Notes, Published

if TYPE_CHECKING:
    from khabar.flow.group import Signature

Row = dict[str, Any]
SPLIT_DAYS = 14
"""Two items of one subject further apart than this are two events."""


def stories(gold: Path, threshold: float | None = None) -> Row:
    """B-cubed, pairs, NMI and participation by language of the grouper alone, beside two baselines on the same vectors.

    `gold` is JSONL with `id, lang, text, published, story`, or a gold folder with `labels.jsonl` (titles and required strings).
    """
    from khabar.flow.group import Grouper

    rows, signatures, vectors = read_signatures(gold)
    truth = {r["id"]: r["story"] for r in rows}
    langs = {r["id"]: r["lang"] for r in rows}
    grouper = Grouper() if threshold is None else Grouper(threshold)
    grouper.add(signatures)
    grouper.repair()
    found = {a: str(n) for n, cluster in enumerate(grouper.clusters()) for a in cluster}
    days = {s.article: s.day for s in signatures}
    return {
        "pages": len(rows),
        "stories": len(set(truth.values())),
        **figures(truth, found, langs),
        "baseline_vectors": _best_components(truth, vectors, None),
        "baseline_vectors_and_time": _best_components(truth, vectors, days),
    }


def read_signatures(gold: Path) -> tuple[list[Row], list[Signature], Any]:
    """Rows of a gold file, with the signature and the vector (float32[n, dim]) of each."""
    from khabar.flow.describe.dates import find_dates
    from khabar.flow.describe.document import Document
    from khabar.flow.describe.encoders import get
    from khabar.flow.describe.entities import find_entities
    from khabar.flow.describe.vectors import query_text
    from khabar.flow.group import signature

    rows = _split(_rows(gold))
    articles = [_article(r) for r in rows]
    vectors = get("auto").encode([query_text(a) for a in articles], "query")
    described = []
    for article in articles:
        document = Document(article)
        notes = Notes(article=article.id, entities=find_entities(document), dates=find_dates(document))
        described.append(Described(article=article, notes=notes))
    return rows, [signature(d, v) for d, v in zip(described, vectors, strict=True)], vectors


def _rows(gold: Path) -> list[Row]:
    path = gold / "labels.jsonl" if gold.is_dir() else gold
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for row in rows:
        if "text" not in row:
            row["text"] = f"{row.get('title', '')}\n\n" + "\n\n".join(row.get("body_must", []))
            row["published"] = row["published"] if row.get("published_stated", True) else None
    return rows


def _split(rows: Sequence[Row]) -> list[Row]:
    """A subject whose neighbouring items lie too far apart in time is several events; undated items of a split subject are left out."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["story"]].append(row)
    kept: list[Row] = []
    for story, items in groups.items():
        dated = sorted((r for r in items if r.get("published")), key=lambda r: str(r["published"]))
        part, last = 0, None
        for row in dated:
            day = date.fromisoformat(str(row["published"])[:10])
            part += last is not None and (day - last).days > SPLIT_DAYS
            last = day
            kept.append({**row, "story": f"{story}/{part}"})
        if part == 0:
            kept += [{**r, "story": f"{story}/0"} for r in items if not r.get("published")]
    return kept


def _article(row: Row) -> Article:
    title, _, body = row["text"].partition("\n")
    return Article(id=row["id"], content_id=row["id"], file=None, url=None, outlet=None, lang=row["lang"], title=title if body.strip() else "",
                   text=body.strip() or title, published=Published(value=row.get("published"), origin="page" if row.get("published") else "unknown"))  # fmt: skip


def b_cubed(truth: Mapping[str, str], found: Mapping[str, str]) -> Row:
    """B-cubed precision, recall and F1 (Bagga and Baldwin, 1998)."""
    gold, pred = _groups(truth), _groups(found)
    precision = sum(len(gold[truth[i]] & pred[found[i]]) / len(pred[found[i]]) for i in truth) / len(truth)
    recall = sum(len(gold[truth[i]] & pred[found[i]]) / len(gold[truth[i]]) for i in truth) / len(truth)
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(2 * precision * recall / (precision + recall), 4)}


def figures(truth: Mapping[str, str], found: Mapping[str, str], langs: Mapping[str, str]) -> Row:
    """All figures of a clustering."""
    pairs: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    ids = sorted(truth)
    total: Counter[str] = Counter()
    for n, a in enumerate(ids):
        for b in ids[n + 1 :]:
            same, said = truth[a] == truth[b], found[a] == found[b]
            if same or said:
                kind = "tp" if same and said else "fp" if said else "fn"
                total[kind] += 1
                pairs[min(langs[a], langs[b]), max(langs[a], langs[b])][kind] += 1
    return {
        "b3": b_cubed(truth, found),
        "pairs": _f1(total),
        "nmi": round(_nmi(truth, found), 4),
        "largest": max(Counter(found.values()).values()),
        "participation": _participation(truth, found, langs),
        "by_language_pair": {f"{a}-{b}": _f1(c)["f1"] for (a, b), c in sorted(pairs.items()) if sum(c.values()) > 4},
    }


def _participation(truth: Mapping[str, str], found: Mapping[str, str], langs: Mapping[str, str]) -> Row:
    """language -> share of its pages in a story of several languages, and that share in the gold."""

    def share(clusters: Mapping[str, str]) -> dict[str, float]:
        across = {c for c, ids in _groups(clusters).items() if len({langs[i] for i in ids}) > 1}
        count, inside = Counter(langs.values()), Counter(langs[i] for i, c in clusters.items() if c in across)
        return {lang: inside[lang] / n for lang, n in count.items()}

    mine, gold = share(found), share(truth)
    return {lang: {"found": round(mine[lang], 3), "gold": round(gold[lang], 3)} for lang in sorted(gold)}


def _groups(clusters: Mapping[str, str]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for key, cluster in clusters.items():
        groups[cluster].add(key)
    return groups


def _f1(c: Mapping[str, int]) -> Row:
    tp, fp, fn = c.get("tp", 0), c.get("fp", 0), c.get("fn", 0)
    p, r = tp / (tp + fp) if tp + fp else 0.0, tp / (tp + fn) if tp + fn else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}


def _nmi(truth: Mapping[str, str], found: Mapping[str, str]) -> float:
    """Normalised mutual information, by the arithmetic mean of the entropies."""
    from math import log

    n = len(truth)
    joint = Counter((truth[i], found[i]) for i in truth)
    one, other = Counter(truth.values()), Counter(found[i] for i in truth)
    mutual = sum(c / n * log(c * n / (one[a] * other[b])) for (a, b), c in joint.items())

    def entropy(counts: Iterable[int]) -> float:
        return -sum(c / n * log(c / n) for c in counts)

    mean = (entropy(one.values()) + entropy(other.values())) / 2
    return mutual / mean if mean else 1.0


def _best_components(truth: Mapping[str, str], vectors: Any, days: Mapping[str, str | None] | None) -> Row:
    """The baseline at the threshold that suits this very gold best: no grouper on vectors alone could know it beforehand."""
    tried = [{"threshold": t / 100, **b_cubed(truth, _components(vectors, list(truth), days, t / 100))} for t in range(80, 99)]
    return max(tried, key=lambda row: row["f1"])


def _components(vectors: Any, ids: Sequence[str], days: Mapping[str, str | None] | None, threshold: float, gap: int = 4) -> dict[str, str]:
    """Connected pages of cosine above a threshold; with `days` only within a few days, and undated pages with any."""
    import numpy as np
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    near = np.asarray(vectors) @ np.asarray(vectors).T > threshold
    if days is not None:
        ordinal = np.array([date.fromisoformat(str(days[i])).toordinal() if days[i] else 0 for i in ids])
        near &= (np.abs(ordinal[:, None] - ordinal[None, :]) <= gap) | (ordinal[:, None] == 0) | (ordinal[None, :] == 0)
    _, labels = connected_components(csr_matrix(near), directed=False)
    return {key: str(label) for key, label in zip(ids, labels, strict=True)}


TASKS: dict[str, Callable[[Path, float | None], Row]] = {"stories": stories}

"""Score quotations and their speakers on PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018), English news with every attribution marked.

usage: python evals/score_polnear.py POLNEAR.jsonl [--misses]

A line holds `text` and `attributions` of `source`, `cue` and `content` strings. The corpus marks plans, beliefs, findings and
deeds ("wants", "shows", "overruled") as well as speech, so recall is given of speech too: attributions whose cue is a verb of saying
or "according to". Direct are the stretches of three words and more that stand in quotation marks inside a content (the corpus joins
the halves of a split quotation and takes in the words around a fragment); indirect are contents without quotation marks whose cue is
one of speech. Contents are the same where the share of common characters reaches 0.3 (loose) or 0.8 (strict), as in the Gender Gap Tracker's
evaluation (Asr et al., PLOS ONE 2021). A speaker is right where the two strings share half their characters, or one holds the other's
family name; sources that are pronouns are left out.
Prints one JSON object.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from khabar.flow.describe import describe
from khabar.flow.describe.quotes.lexicon import lexicon
from khabar.models import Article, Quote

LOOSE, STRICT = 0.3, 0.8
KINDS = ("all", "speech", "direct", "indirect")
_MARK = re.compile(r"[“”\"]")
_QUOTED = re.compile(r"[“\"]([^”\"]*)[”\"]")
_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "you", "who", "that", "which", "him", "her", "them", "his", "its", "their"])
_OPENING = re.compile(r"^(?:that|how|as)\s+")


def quotes_of(number: int, text: str) -> tuple[Quote, ...]:
    """The quotations that the engine finds in one English text."""
    name = f"polnear-{number}"
    article = Article(id=name, content_id=name, file=None, url=None, outlet=None, lang="en", title="", text=text)
    return describe(article).quotes


def plain(text: str) -> str:
    """Lower case, without quotation marks, a conjunction in front and stops at the ends."""
    bare = " ".join(re.sub(r"[“”\",;:()]|''", " ", text).lower().split()).strip(" .")
    return _OPENING.sub("", bare)


def is_speech(cue: str) -> bool:
    """Whether a cue holds a verb of saying or opens with "according to"."""
    words = lexicon("en")
    return bool(words.speech.search(cue.lower()) or words.according.search(cue.lower()) or cue.strip() in (":", "―"))


def quoted(content: str) -> list[str]:
    """The stretches of a content that stand in quotation marks, of three words and more."""
    return [part for part in _QUOTED.findall(content) if len(part.split()) > 2]


def told(row: dict[str, Any], kind: str) -> list[tuple[str, str, str]]:
    """(content, source, cue) of the attributions of one kind."""
    rows = [(" ".join(a["content"]).replace("''", '"'), " ".join(a.get("source") or []), " ".join(a.get("cue") or [])) for a in row["attributions"]]
    if kind == "direct":
        return [(part, source, cue) for content, source, cue in rows for part in quoted(content)]
    if kind == "indirect":
        return [r for r in rows if is_speech(r[2]) and not _MARK.search(r[0])]
    return [r for r in rows if kind == "all" or is_speech(r[2])]


def overlap(one: str, two: str) -> float:
    """Share of the longer string's characters that both have in common, in order."""
    a, b = plain(one), plain(two)
    if not a or not b:
        return 0.0
    if a in b or b in a:
        return min(len(a), len(b)) / max(len(a), len(b))
    blocks = difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(a), len(b))


def matches(gold: Sequence[str], found: Sequence[str], floor: float) -> list[tuple[int, int]]:
    """One-to-one pairs of indexes, best first."""
    scored = sorted(((overlap(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), key=lambda s: -s[0])
    taken: tuple[set[int], set[int]] = set(), set()
    pairs = []
    for score, i, j in scored:
        if score >= floor and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return pairs


def same_speaker(source: str, quote: Quote) -> bool:
    """Whether a source of the corpus names the speaker that was found."""
    names = [plain(n) for n in (quote.surface, quote.speaker) if n]
    whole = plain(source)
    return any(overlap(source, n) >= 0.5 or n.split()[-1] in whole.split() or whole.split()[-1] in n.split() for n in names if n and whole)


def count(row: dict[str, Any], found: Sequence[Quote], totals: Counter[str], misses: bool) -> None:
    """Adds the hits, misses and extras of one article to `totals`."""
    for kind in KINDS:
        gold = told(row, kind)
        here = [q for q in found if kind in ("all", "speech") or q.direct == (kind == "direct")]
        for name, floor in (("loose", LOOSE), ("strict", STRICT)):
            pairs = matches([t[0] for t in gold], [q.content for q in here], floor)
            totals[f"{kind}_{name}_tp"] += len(pairs)
            totals[f"{kind}_{name}_gold"] += len(gold)
            totals[f"{kind}_{name}_found"] += len(here)
            if kind in ("direct", "indirect") and name == "loose":
                named = [(gold[i][1], here[j]) for i, j in pairs if gold[i][1] and gold[i][1].lower() not in _PRONOUNS]
                totals["speaker_n"] += len(named)
                totals["speaker_ok"] += sum(same_speaker(s, q) for s, q in named)
                if misses:
                    _show(row, gold, here, pairs)


def _show(row: dict[str, Any], gold: list[tuple[str, str, str]], found: Sequence[Quote], pairs: list[tuple[int, int]]) -> None:
    for i, j in pairs:
        if gold[i][1].lower() not in _PRONOUNS and not same_speaker(gold[i][1], found[j]):
            print("speaker", row["id"], gold[i][1], "got", found[j].surface, "|", found[j].content, sep="\t", file=sys.stderr)
    for i in sorted(set(range(len(gold))) - {i for i, _ in pairs}):
        print("lost", row["id"], *gold[i], sep="\t", file=sys.stderr)
    for j in sorted(set(range(len(found))) - {j for _, j in pairs}):
        print("extra", row["id"], found[j].surface, found[j].direct, found[j].content, sep="\t", file=sys.stderr)


def figures(totals: Counter[str]) -> dict[str, Any]:
    """Precision, recall and F1 by kind and floor, and the share of right speakers."""
    out: dict[str, Any] = {}
    for kind in KINDS:
        for name in ("loose", "strict"):
            tp, gold, found = (totals[f"{kind}_{name}_{what}"] for what in ("tp", "gold", "found"))
            p, r = tp / max(found, 1), tp / max(gold, 1)
            out[f"{kind}_{name}"] = {"p": round(p, 3), "r": round(r, 3), "f1": round(2 * p * r / max(p + r, 1e-9), 3), "gold": gold}
    out["speaker_accuracy"] = round(totals["speaker_ok"] / max(totals["speaker_n"], 1), 3)
    return out


def main() -> None:
    """Reads the arguments and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--misses", action="store_true", help="list what was missed, and what was found besides, on stderr")
    given = parser.parse_args()
    totals: Counter[str] = Counter()
    for number, line in enumerate(given.path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        count(row, quotes_of(number, row["text"]), totals, given.misses)
    print(json.dumps(figures(totals), indent=1))


if __name__ == "__main__":
    main()

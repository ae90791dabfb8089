"""Date expressions: Khabar's engine beside dateparser on the same rows, and the speed over whole articles.

usage: python benchmarks/dates.py EXPRESSIONS.jsonl [--misses LANG] [--news]
       python benchmarks/dates.py --speed FOLDER-OF-TEXTS [LANG]

Rows: {"lang", "text", "reference", "expected": [{"surface", "type", "value", "start", "end", "all_values"}]}. A row's
expectation is right where a result begins on `value`, `start` or one of `all_values`. The last column leaves out the
moments within the reference day ("in 5 minutes", "now"), which are no dates in news reading. These are chat-like phrases, so both engines are asked for the future of a bare day; --news
scores the news reading instead, in which a bare day lies in the past.
"""

from __future__ import annotations

import json
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from khabar.languages import dates

_MINUTES = re.compile(r"PT\d+[MS]|T\d\d:\d\d:\d\d")
VI_REFERENCE = "2017-02-02"
"""The Vietnamese rows carry another reference in the file than the one their values were made with ("hôm nay" is 2017-02-02)."""


def main() -> None:
    """Score a file, or measure speed."""
    warnings.filterwarnings("ignore")
    args = sys.argv[1:]
    if "--speed" in args:
        speed(Path(args[args.index("--speed") + 1]), args[args.index("--speed") + 2] if len(args) > 2 else "en")
        return
    prefer = "news" if "--news" in args else "future"
    shown = args[args.index("--misses") + 1] if "--misses" in args else None
    rows = [json.loads(line) for line in Path(args[0]).read_text(encoding="utf-8").splitlines()]
    ours: Counter[str] = Counter()
    dated: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row in rows:
        anchor = date.fromisoformat(VI_REFERENCE if row["lang"] == "vi" else row["reference"][:10])
        found = dates.find(row["text"], row["lang"], anchor, prefer=prefer)
        other = [] if shown else by_dateparser(row, anchor, prefer)
        for wanted in row["expected"]:
            total[row["lang"]] += 1
            good = any(right(wanted, f.start, f.end) for f in found) or (unresolved(wanted) and not any(f.start for f in found))
            ours[row["lang"]] += good
            if not no_date(wanted, anchor):
                whole[row["lang"]] += 1
                dated[row["lang"]] += good
            theirs[row["lang"]] += any(right(wanted, d, None) for d in other) or (unresolved(wanted) and not other)
            if shown == row["lang"] and not good:
                print(anchor, row["text"], "|", wanted["surface"], wanted["type"], wanted.get("value"), wanted.get("start"),
                      wanted.get("end"), "| got", [(f.surface, f.value) for f in found])  # fmt: skip
    print(f"{'language':10}{'rows':>6}{'khabar':>9}{'dateparser':>12}{'of dates':>12}")
    for lang in sorted(total):
        if shown in (None, lang):
            parts = ours[lang] / total[lang], theirs[lang] / total[lang], dated[lang] / whole[lang]
            print(f"{lang:10}{total[lang]:6}{parts[0]:9.3f}{parts[1]:12.3f}{parts[2]:9.3f}/{whole[lang]}")


def unresolved(wanted: Mapping[str, Any]) -> bool:
    """Rows whose makers say that the expression names no day ("29/2/2019")."""
    return wanted.get("value") == "not resolved"


def right(wanted: Mapping[str, Any], start: date | None, end: date | None) -> bool:
    """Whether a result begins on `value`, `start` or one of `all_values`; where only an end is given, ends there."""
    if start is None or unresolved(wanted):
        return False
    if wanted["type"] in ("month", "year"):
        return start.isoformat().startswith(str(wanted["value"]))
    options = {v[:10] for v in [wanted.get("value"), wanted.get("start"), *wanted.get("all_values", [])] if v}
    if options:
        return start.isoformat() in options
    last = date.fromisoformat(wanted["end"][:10]) if wanted.get("end") else None
    return last is not None and (end or start) in (last, last - timedelta(days=1))


def no_date(wanted: Mapping[str, Any], anchor: date) -> bool:
    """A moment within the reference day that names no day ("in 5 minutes", "now"): no date in news reading."""
    values = [wanted.get("value"), wanted.get("start"), wanted.get("end"), *wanted.get("all_values", [])]
    timex = str(wanted.get("timex", ""))
    moved = any(v and v[:10] != anchor.isoformat() for v in values)
    return wanted["type"].startswith("datetime") and not moved and ("PRESENT" in timex or "FUTURE" in timex or bool(_MINUTES.search(timex)))


def by_dateparser(row: Mapping[str, Any], anchor: date, prefer: str) -> list[date]:
    """What dateparser makes of the expression itself (easier) and of the whole text."""
    from datetime import datetime

    import dateparser
    from dateparser.search import search_dates

    settings: Any = {"RELATIVE_BASE": datetime(anchor.year, anchor.month, anchor.day),
                     "PREFER_DATES_FROM": "future" if prefer == "future" else "past", "PREFER_DAY_OF_MONTH": "first"}  # fmt: skip
    found = []
    for wanted in row["expected"]:
        try:
            made = dateparser.parse(wanted["surface"], languages=[row["lang"]], settings=settings)
        except Exception:
            made = None
        if made is not None:
            found.append(made.date())
    if not found:
        try:
            found = [d.date() for _, d in search_dates(row["text"], languages=[row["lang"]], settings=settings) or []]
        except Exception:
            found = []
    return found


def speed(folder: Path, lang: str) -> None:
    """Articles a second over the text files of a folder, first-use costs left out."""
    texts = [p.read_text(encoding="utf-8", errors="replace") for p in sorted(folder.glob("*.txt"))]
    dates.find(texts[0], lang, date(2024, 1, 1))
    start = time.perf_counter()
    for text in texts:
        dates.find(text, lang, date(2024, 1, 1))
    took = time.perf_counter() - start
    chars = sum(map(len, texts))
    print(f"{len(texts)} articles, {chars} characters: {len(texts) / took:.0f} articles/s, {chars / took / 1000:.0f} k characters/s")


if __name__ == "__main__":
    main()

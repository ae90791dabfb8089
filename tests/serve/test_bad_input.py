"""What cannot be read is named, with what to do; the rest goes on; nothing stored is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = next((Path(__file__).parents[2] / "examples" / "pages" / "noto-earthquake").glob("*-en.html"))
ROOT = os.geteuid() == 0
# Root reads everything, so it is run without the rights to do so.
_RIGHTS = "-dac_override,-dac_read_search"
PLAIN = ["setpriv", "--bounding-set", _RIGHTS, "--inh-caps", _RIGHTS] if ROOT and shutil.which("setpriv") else []
RUN = [sys.executable, "-c", "from khabar.serve.cli.main import run; run()"]


def khabar(*given: str) -> subprocess.CompletedProcess[str]:
    """One command in a process of its own, which may read no more than a plain user."""
    return subprocess.run([*PLAIN, *RUN, *given], capture_output=True, text=True, timeout=120, check=False)


def ingest(folder: Path, *paths: Path) -> tuple[int, dict[str, object]]:
    """Exit status and report."""
    done = khabar("ingest", *map(str, paths), "--db", str(folder / "x.db"), "--encoder", "hashed", "--workers", "1", "--json")
    assert "Traceback" not in done.stderr
    report: dict[str, object] = json.loads(done.stdout)
    return done.returncode, report


def test_each_bad_page_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    bad = {
        "empty.html": b"",
        "binary.html": bytes(range(256)) * 40,
        "deep.html": b"<html><body>" + b"<div>" * 10_000,
        "surrogate.txt": b"\xed\xa0\x80",
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    with (tmp_path / "huge.html").open("wb") as sparse:
        sparse.truncate(200_000_000)
    names = [*bad, "huge.html", "missing.html"]
    status, report = ingest(tmp_path, *(tmp_path / n for n in names), GOOD)
    failed = {Path(f["path"]).name: f for f in report["failed"]}  # type: ignore[attr-defined]
    assert status == 1
    assert set(failed) == set(names)
    assert all(name in item["why"] for name, item in failed.items())
    assert report["new"] == 1


TEXTS = {
    "windows-1256": "أعلنت الحكومة اليوم خطة جديدة لإصلاح الطرق في المحافظات الشمالية، وقال الوزير إن العمل يبدأ في الربيع المقبل. ",
    "windows-1251": "Правительство сегодня объявило новый план ремонта дорог в северных областях, работы начнутся весной. ",
    "euc-kr": "정부는 오늘 북부 지역의 도로를 보수하는 새로운 계획을 발표했으며 공사는 내년 봄에 시작된다고 장관이 말했다. ",
    "gb18030": "政府今天宣布了一项修复北部各省道路的新计划，部长表示，工程将于明年春天开始，预计需要两年时间才能完成。",
}


@pytest.mark.parametrize("real", TEXTS)
def test_wrong_declared_charset(tmp_path: Path, real: str) -> None:
    body = "".join(f"<p>{TEXTS[real] * 3}</p>" for _ in range(3))
    page = tmp_path / "page.html"
    page.write_bytes(f'<html><head><meta charset="utf-8"><title>{TEXTS[real][:30]}</title></head><body>{body}</body></html>'.encode(real))
    done = khabar("read", str(page), "--json")
    assert done.returncode == 0, done.stderr
    assert TEXTS[real].strip()[:25] in json.loads(done.stdout)[0]["text"]


@pytest.mark.skipif(ROOT and not PLAIN, reason="root may read everything, and setpriv is not here to take that away")
def test_directory_without_permission(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    status, report = ingest(tmp_path, closed, GOOD)
    closed.chmod(0o700)
    assert status == 1
    assert report["new"] == 1
    assert "closed" in str(report["failed"])


def test_corrupt_store_is_named_and_left_alone(tmp_path: Path) -> None:
    store = tmp_path / "broken.db"
    store.write_bytes(b"this is no database" * 400)
    done = khabar("ingest", str(GOOD), "--db", str(store), "--encoder", "hashed")
    assert done.returncode == 1
    assert "broken.db" in done.stderr
    assert "Traceback" not in done.stderr
    assert store.read_bytes() == b"this is no database" * 400


def test_wrong_usage_is_two(tmp_path: Path) -> None:
    assert khabar("ingest").returncode == 2
    assert khabar("stories", "--by", "colour", "--db", str(tmp_path / "x.db")).returncode == 2

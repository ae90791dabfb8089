"""The house: the order of the stages, the public names, what an import costs."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import khabar

SRC = Path(khabar.__file__).parent
STAGES = [p.name for p in sorted((SRC / "flow").iterdir()) if p.is_dir() and not p.name.startswith("_")]


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_the_alphabet_is_the_order_of_the_data() -> None:
    assert STAGES == ["acquire", "clean", "describe", "group", "lineage", "narrate", "scores"]


def test_no_stage_reads_from_a_later_one() -> None:
    for number, stage in enumerate(STAGES):
        later = tuple(f"khabar.flow.{s}" for s in STAGES[number + 1 :])
        for path in (SRC / "flow" / stage).rglob("*.py"):
            wrong = {m for m in _imports(path) if m.startswith(later)}
            # The day of publication is inferred again once pages are grouped, by the same rules.
            assert not wrong, f"{path.relative_to(SRC)} imports {wrong}"


def test_public_names_are_sorted_and_there() -> None:
    assert khabar.__all__ == sorted(khabar.__all__)
    for name in khabar.__all__:
        assert getattr(khabar, name) is not None
    assert dir(khabar) == khabar.__all__


def test_import_is_cheap_and_loads_nothing_heavy() -> None:
    script = (
        "import sys, time; t = time.process_time(); import khabar; took = time.process_time() - t; import json;"
        "print(json.dumps([took, [m for m in ('numpy', 'onnxruntime', 'fastapi', 'trafilatura', 'rich', 'scipy') if m in sys.modules]]))"
    )
    runs = [json.loads(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout) for _ in range(3)]
    assert runs[0][1] == []
    assert min(took for took, _ in runs) < 0.15


def test_help_loads_nothing_heavy() -> None:
    script = "import sys; sys.argv = ['khabar', '--help']\nfrom khabar.serve.cli.main import run\ntry:\n    run()\nexcept SystemExit:\n    pass\n"
    script += "print([m for m in ('numpy', 'onnxruntime', 'fastapi', 'trafilatura', 'scipy', 'babel') if m in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "ingest" in done.stdout


def test_files_stay_small() -> None:
    sizes = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in SRC.rglob("*.py")}
    assert not {str(p): n for p, n in sizes.items() if n > 480}

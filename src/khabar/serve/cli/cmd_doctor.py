"""khabar doctor: what is installed, what works, what is missing and how to get it."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version

import typer

from khabar.serve.cli.common import Db, Json

OPTIONAL = {"psycopg": "PostgreSQL stores; pip install 'khabar[postgres]'", "sentence_transformers": "other encoders; pip install 'khabar[transformers]'"}


def doctor(db: Db = None, as_json: Json = False) -> None:
    """Check the installation: encoders, languages, knowledge, store."""
    from khabar.serve.cli.common import console, print_json, table

    checks = [*_installation(), *_encoders(), *_knowledge(), _store(db)]
    if as_json:
        print_json([{"what": w, "works": ok, "says": says} for w, ok, says in checks])
    else:
        rows = [(w, "yes" if ok else "no", says) for w, ok, says in checks]
        console().print(table("khabar doctor", ("what", "works", "says"), rows, wide="says"))
    if not all(ok for w, ok, _ in checks if w in ("store", "languages", "sources")):
        raise typer.Exit(1)


def _installation() -> list[tuple[str, bool, str]]:
    from importlib.util import find_spec

    found = [("python", sys.version_info >= (3, 11), sys.version.split()[0])]
    try:
        found.append(("khabar", True, version("khabar")))
    except PackageNotFoundError:
        found.append(("khabar", True, "not installed as a package"))
    for name, use in OPTIONAL.items():
        there = find_spec(name) is not None
        found.append((name, there, "installed" if there else f"optional: {use}"))
    return found


def _encoders() -> list[tuple[str, bool, str]]:
    from khabar.config import load
    from khabar.flow.describe.encoders import ORDER, statuses

    config = load()
    found = statuses(config)
    auto = next((n for n in ORDER if not found[n]), "")
    return [(f"encoder {name}", not why, (why or "works") + (" (chosen by auto)" if name == auto else "")) for name, why in found.items()]


def _knowledge() -> list[tuple[str, bool, str]]:
    from khabar.languages import codes
    from khabar.names import all_names
    from khabar.sources import all_sources

    return [
        ("languages", bool(codes()), " ".join(codes())),
        ("sources", bool(all_sources()), f"{len(all_sources())} outlets, agencies and bodies"),
        ("names", bool(all_names()), f"{len(all_names())} people, organisations and places"),
    ]


def _store(db: str | None) -> tuple[str, bool, str]:
    from khabar.errors import KhabarError
    from khabar.serve.cli.common import open_engine

    try:
        with open_engine(db) as engine:
            return "store", True, f"{len(engine.store.article_ids())} articles, encoder {engine.store.meta('encoder') or 'not chosen yet'}"
    except KhabarError as problem:
        return "store", "There is no store" in problem.why, str(problem)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(doctor)

"""What commands share: options, opening the engine, printing as a table or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from khabar.engine import Engine
    from khabar.models import Article

Db = Annotated[
    str | None,
    typer.Option("--db", metavar="PATH|URL", envvar="KHABAR_DB", help="The store: a file (SQLite) or a postgresql:// URL.", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON on stdout and everything else on stderr.")]
Now = Annotated[str | None, typer.Option("--now", metavar="ISO", help='Fix "today" wherever the clock would matter.', show_default=False)]


def open_engine(db: str | None, now: str | None = None, create: bool = False, **settings: object) -> Engine:
    """The engine on the store that was asked for; reading commands do not create one."""
    from khabar.config import data_dir, load
    from khabar.engine import Engine

    config = load(data_dir() / "khabar.toml", db=db, now=now, **settings)
    return Engine.open(config=config, create=create)


def console(as_json: bool = False) -> Console:
    """Where tables and messages go."""
    from rich.console import Console

    return Console(stderr=as_json, highlight=False, soft_wrap=False)


def print_json(value: object) -> None:
    """One JSON value on stdout, UTF-8, indented for people."""
    import msgspec

    data = msgspec.json.format(msgspec.json.encode(value), indent=2)
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], wide: str = "", folds: Sequence[str] = ()) -> Any:
    """A table; the column named `wide` takes what room is left, those in `folds` may break, the others (ids, days) are never cut.

    Right-to-left text is set apart so that columns hold.
    """
    from rich import box
    from rich.cells import cell_len
    from rich.table import Table

    cells = [[str(cell) for cell in row] for row in rows]
    made = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for number, name in enumerate(columns):
        if name == wide:
            made.add_column(name, overflow="fold", ratio=1, min_width=12)
        elif name in folds:
            made.add_column(name, overflow="fold")
        else:
            made.add_column(name, overflow="fold", no_wrap=True, min_width=min(24, max(map(cell_len, (name, *(row[number] for row in cells))))))
    for row in cells:
        made.add_row(*map(isolate, row))
    return made


def outlet_of(article: Article) -> str:
    """The outlet's usual name if it is known, else as the page writes it."""
    from khabar import sources

    known = sources.get(article.outlet)
    return known.name() if known else article.outlet_surface or article.outlet or "?"


def interval(low: int, high: int) -> str:
    """ "2" or "1–3"."""
    return str(low) if low == high else f"{low}–{high}"


def stacked(head: str, words: str, longest: int = 240) -> Any:
    """Two lines of one cell: a bold head and under it words of a page, cut where they are long."""
    from rich.text import Text

    cut = words if len(words) <= longest else words[: words.rfind(" ", 0, longest)] + " …"
    return Text("\n").join((Text(head, style="bold"), isolate(" ".join(cut.split()))))


def isolate(text: str) -> Any:
    """Text for a table cell: control characters taken out, right-to-left runs kept from reordering their neighbours."""
    import unicodedata

    from rich.text import Text

    clean = "".join(c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") else " " for c in text)
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in clean):
        clean = f"\u2068{clean}\u2069"
    return Text(clean)

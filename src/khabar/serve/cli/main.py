"""The command line: a file a command. Tables and progress go to stderr where `--json` is given, so that stdout holds JSON alone.

Exit status: 0 done, 1 something that was asked for failed (the rest was done), 2 wrong usage.
"""

from __future__ import annotations

import sys

import typer

from khabar.errors import KhabarError, UsageError
from khabar.serve.cli.registry import add_commands

app = typer.Typer(
    name="khabar",
    help="One story for all the pages that tell it, in any language, and the chain of every page back to its origins.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)


@app.callback()
def _root(version: bool = typer.Option(False, "--version", help="Show the version and stop.", is_eager=True)) -> None:
    if version:
        from khabar import __version__

        typer.echo(f"khabar {__version__}")
        raise typer.Exit


add_commands(app)


def run() -> None:
    """Entry point of the `khabar` command."""
    try:
        app()
    except UsageError as problem:
        sys.stderr.write(f"khabar: {problem}\n")
        raise SystemExit(2) from None
    except KhabarError as problem:
        sys.stderr.write(f"khabar: {problem}\n")
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        sys.stderr.write("khabar: stopped. What was kept stays; run the same command again to go on.\n")
        raise SystemExit(130) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None

"""khabar serve: web pages and HTTP API."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Db, Now

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; any but loopback needs a token.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8377,
    token: Annotated[str | None, typer.Option(envvar="KHABAR_TOKEN", help="Secret that readers must show.", show_default=False)] = None,
    db: Db = None,
    now: Now = None,
) -> None:
    """Serve the store as web pages, and as JSON under /api (documented at /docs)."""
    from khabar.serve.cli.common import open_engine

    with open_engine(db, now) as engine:
        run_server(engine, host, port, token)


def run_server(engine: object, host: str, port: int, token: str | None) -> None:
    """Serve an open engine until Ctrl-C. Raises `UsageError` for a public address without a token or a port in use."""
    import socket

    import uvicorn

    from khabar.errors import UsageError
    from khabar.serve.cli.common import console
    from khabar.serve.web.app import make_app

    if host not in LOOPBACK and not token:
        raise UsageError(f"{host} can be reached by others.", "Give --token SECRET, or leave --host out.")
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise UsageError(f"Port {port} of {host} cannot be used ({problem.strerror}).", "Choose another with --port.") from None
    suffix = f"?token={token}" if token else ""
    console().print(f"Khabar is at [bold]http://{host}:{port}/{suffix}[/]  (stop it with Ctrl-C)")
    uvicorn.run(make_app(engine, token), host=host, port=port, log_level="warning", server_header=False)  # type: ignore[arg-type]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(serve)

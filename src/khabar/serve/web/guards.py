"""Who may read: a token where the server can be reached by others, a host check against DNS rebinding, strict headers."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

COOKIE = "khabar_token"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]", "testserver"})
Next = Callable[[Request], Awaitable[Response]]


def guard(app: FastAPI, token: str | None) -> None:
    """Put the checks in front of every answer of `app`.

    Without a token only loopback names are answered, so that a page elsewhere cannot reach the server through a name of its own.
    """

    @app.middleware("http")
    async def check(request: Request, call_next: Next) -> Response:
        host = request.headers.get("host", "").rsplit(":", 1)[0] if not request.headers.get("host", "").endswith("]") else request.headers["host"]
        if token is None and host not in LOCAL_HOSTS:
            return PlainTextResponse("This server answers to its own machine only.", 421)
        if token is not None and not _shown(request, token):
            return PlainTextResponse("A token is needed: open /?token=… once, or send Authorization: Bearer …", 401)
        if token is not None and "token" in request.query_params:
            answer: Response = RedirectResponse(request.url.path, 303)
            answer.set_cookie(COOKIE, token, httponly=True, samesite="strict")
        else:
            answer = await call_next(request)
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        return answer


def _shown(request: Request, token: str) -> bool:
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    given = (request.query_params.get("token", ""), request.cookies.get(COOKIE, ""), bearer)
    return any(secrets.compare_digest(g.encode(), token.encode()) for g in given)

"""The application: pages for people, JSON for programs, over one engine."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates
from starlette.responses import HTMLResponse, JSONResponse, Response

from khabar import __version__
from khabar.errors import KhabarError, NotFound, UsageError
from khabar.flow.describe.topics import by_code
from khabar.languages import direction, name_of
from khabar.serve.api.routes import make_routes
from khabar.serve.web import pages
from khabar.serve.web.guards import guard
from khabar.serve.web.sentences import say
from khabar.serve.web.words import choose, locales, reader, words

if TYPE_CHECKING:
    from khabar.engine import Engine

HERE = Path(__file__).parent
LANG_COOKIE = "khabar_lang"


def make_app(engine: Engine, token: str | None = None) -> FastAPI:
    """The web application on an open engine; with a `token`, readers must show it."""
    app = FastAPI(title="Khabar", version=__version__, description="Stories, chains and origins as JSON.", docs_url=None, redoc_url=None)
    guard(app, token)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    app.include_router(make_routes(engine))
    show = Shown(engine)
    for path, page in pages.PAGES.items():
        app.add_api_route(path, show.route(page), methods=["GET"], response_class=HTMLResponse, include_in_schema=False)
    app.add_exception_handler(KhabarError, show.problem)  # type: ignore[arg-type]
    return app


class Shown:
    """Renders pages in the reader's language."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.templates = Jinja2Templates(HERE / "templates")
        self.templates.env.globals.update(direction=direction, name_of=name_of, media_topics=by_code())

    def route(self, page: pages.Page) -> Any:
        """The endpoint of one page function."""

        def answer(request: Request) -> Response:
            reader.set(_locale(request))
            template, context = page(self.engine, request)
            return self.render(request, template, context)

        return answer

    def render(self, request: Request, template: str, context: dict[str, Any], status: int = 200) -> Response:
        """A template with the words of the interface and the direction of the page."""
        asked, locale = request.query_params.get("ui"), _locale(request)
        frame = {"t": words(locale), "locale": locale, "page_dir": direction(locale), "locales": {c: words(c)["name"] for c in locales()},
                 "part": request.headers.get("hx-request") == "true", "say": partial(say, locale=locale)}  # fmt: skip
        answer = self.templates.TemplateResponse(request, template, {**frame, **context}, status_code=status)
        if asked in locales():
            answer.set_cookie(LANG_COOKIE, locale, samesite="lax", max_age=31_536_000)
        return answer

    def problem(self, request: Request, error: KhabarError) -> Response:
        """What went wrong, as a page or as JSON."""
        status = 404 if isinstance(error, NotFound) else 400 if isinstance(error, UsageError) else 500
        if request.url.path.startswith("/api"):
            return JSONResponse({"error": error.why, "do": error.do}, status)
        return self.render(request, "problem.html", {"error": error}, status)


def _locale(request: Request) -> str:
    return choose(request.query_params.get("ui"), request.cookies.get(LANG_COOKIE), request.headers.get("accept-language"))

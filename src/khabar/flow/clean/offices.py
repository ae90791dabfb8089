"""Sites of official bodies, known by what they call themselves."""

from __future__ import annotations

from khabar.languages import fold
from khabar.names import is_body
from khabar.names.index import find_known
from khabar.sources.bodies import body_called

WHOLE = 0.8
"""Share of a site name that the name of a body must make up."""


def office_named(name: str, lang: str) -> str | None:
    """The id of the official body that a site name names by its role and country ("Ministry of Health of Ukraine", 국토교통부), or by a
    name of the names data ("Board of Governors of the Federal Reserve System")."""
    if called := body_called(name, lang):
        return called
    whole = (hit for hit in find_known(fold(name), lang) if hit.end - hit.start >= WHOLE * len(name.strip()))
    return min((form.id for hit in whole for form in hit.forms if is_body(form.id)), default=None)

"""What the product says of its findings, in the reader's language.

Findings are kept with one English sentence each ("Told in 4 languages."). A locale says how such a sentence reads in its language, in
the table `sentences`: the key is a name, the value a form with the same fields as the English one. Text that fits no form stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import regex

from khabar.languages.parts import read_toml
from khabar.serve.web.words import HOME, locales, words
from khabar.sources import by_name

_FIELD = regex.compile(r"\{(\w+)\}")
_LISTS = frozenset({"kinds", "parts"})
"""Fields that hold terms of the interface, joined by commas or "and"."""
_JOINT = regex.compile(r",\s+|\s+and\s+")
_INSIDE = regex.compile(r"(.+) in the (metadata|structured data)")
MOST = 2_000
"""Characters above which nothing is tried."""


class Form(NamedTuple):
    """An English form: its key in the locales, and how its sentences look."""

    key: str
    pattern: regex.Pattern[str]


def say(text: str, locale: str) -> str:
    """`text`, sentence by sentence, in `locale`; unchanged where a sentence fits no form or the locale lacks it."""
    own = _table(locale)
    if locale == "en" or not own or len(text) > MOST:
        return text
    said, at = [], 0
    while at < len(text):
        found = next(((form.key, m) for form in _forms() if form.key in own and (m := form.pattern.match(text, at))), None)
        if found is None:
            return text
        key, match = found
        said.append(_filled(own[key], match.groupdict(), locale))
        at = match.end()
    return " ".join(said)


def _filled(form: str, values: Mapping[str, str], locale: str) -> str:
    return _FIELD.sub(lambda m: _value(m[1], values[m[1]], locale), form)


def _value(field: str, value: str, locale: str) -> str:
    """A field as the reader's language has it: names of sources, terms of the interface; the rest as it is."""
    if field.startswith("source"):
        known = by_name(value)
        return known.name(locale) if known else value
    if field in _LISTS:
        return ("، " if locale in ("ar", "fa") else ", ").join(_term(part, locale) for part in _JOINT.split(value))
    return _term(value, locale) if field.startswith("term") else value


def _term(value: str, locale: str) -> str:
    if inside := _INSIDE.fullmatch(value):
        return f"{inside[1]} ({_term(inside[2], locale)})"
    table, plain = words(locale), value[:1].lower() + value[1:]
    return next((table[k] for k in (f"term_{plain.replace(' ', '_')}", f"{plain}_m", plain) if isinstance(table.get(k), str)), value)


@lru_cache(maxsize=16)
def _table(locale: str) -> Mapping[str, str]:
    return dict(read_toml(HOME / f"{locale}.toml").get("sentences", {})) if locale in locales() else {}


@lru_cache(maxsize=1)
def _forms() -> tuple[Form, ...]:
    """English forms, the one with most words of its own first."""
    english = sorted(_table("en").items(), key=lambda item: -len(_FIELD.sub("", item[1])))
    return tuple(Form(key, _compiled(form)) for key, form in english)


def _compiled(form: str) -> regex.Pattern[str]:
    pieces = _FIELD.split(form)
    body = "".join(regex.escape(piece) if n % 2 == 0 else rf"(?P<{piece}>.+?)" for n, piece in enumerate(pieces))
    return regex.compile(rf"{body}(?:\s+|$)", regex.DOTALL)

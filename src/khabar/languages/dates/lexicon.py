"""The words of one language that can stand in a date, as an automaton over folded text.

Month and weekday names come from CLDR (babel, regional variants as the data names them); everything else from
`languages/<code>/dates.toml`. Sections of that file and the class of token each gives:

    months, months_short  m, ma     1-12          solar_months sm (with "month": smf), hijri_months hm
    weekdays, weekdays_short  w, wa  1-7, Monday first       centuries  year  years in words
    long_units  lu  units that no suffix need follow, where "12 days" could be the 12th
    numbers  n  counts ("1.5" nf: no day; day_counts nd: "three days" as one word; "{ten} {one}" in settings.number composes)
    ordinals  o     units  u    day week month year decade century quarter …     pairs pair  two of a unit in one word
    days     rel  offset from the day of publication          anaphora  ana  offset from the day last named
    periods  per  "week-1", "month+1", "year0"                seasons, parts, eras, holidays
    words    k:<name>  lists that patterns use as {name}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from typing import Any

import ahocorasick

from khabar.languages import fold, part
from khabar.languages.dates.expand import expand

_SECTIONS = {"months": "m", "months_short": "ma", "solar_months": "sm", "solar_months_full": "smf", "hijri_months": "hm", "numbers": "n",
             "ordinals": "o", "day_counts": "nd"}  # fmt: skip
_NAMED = {"units": "u", "long_units": "lu", "pairs": "pair", "periods": "per", "seasons": "season", "eras": "era", "holidays": "hol"}
_OFFSETS = {"days": "rel", "anaphora": "ana"}


class Lexicon:
    """All words of a language with their classes and values, and the settings of its data."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.data: Mapping[str, Any] = part(lang, "dates").data
        settings = self.data.get("settings", {})
        self.order: str = settings.get("order", "dmy")
        self.short_dates: tuple[str, ...] = tuple(settings.get("short_dates", ()))
        self.day_words: str = settings.get("day_words", "")
        self.boundary: str = settings.get("boundary", "both")
        self.clitics = frozenset(fold(c) for c in settings.get("clitics", ()))
        self.suffixes = frozenset(s for phrase in settings.get("suffixes", ()) for s in expand(fold(phrase)))
        self.day_suffix = tuple(s for phrase in settings.get("day_suffix", ()) for s in expand(fold(phrase)))
        self.capital = frozenset(s for phrase in settings.get("capital", ()) for s in expand(fold(phrase)))
        self.short_only, self.led, self.led_small = (
            frozenset(w for phrase in settings.get(name, ()) for w in expand(fold(phrase))) for name in ("short_only", "led", "led_small"))
        self.decade_suffix = frozenset(settings.get("decade_suffix", ()))
        self.week_starts: int = settings.get("week_starts", 1) - 1
        self.entries: dict[str, set[tuple[str, Any]]] = {}
        self._fill()

    def add(self, phrases: Iterable[str], kind: str, value: Any) -> None:
        """Take phrases of the data (see `expand`) up under a class and value."""
        for phrase in phrases:
            for word in expand(fold(phrase)):
                named = f"{kind}a" if kind in ("m", "w") and word in self.short_only else kind
                self.entries.setdefault(word, set()).add((named, value))

    def either(self, name: str) -> str:
        """A regular expression for any word of the list `name` of [words]; matches nothing where the list is empty."""
        found = {w for phrase in self.data.get("words", {}).get(name, ()) for w in expand(fold(phrase))}
        return "|".join(re.escape(w) for w in sorted(found, key=lambda w: (-len(w), w))) or r"(?!)"

    def automaton(self) -> Any:
        """The Aho-Corasick automaton: each word leads to its length and its (class, value) pairs."""
        made = ahocorasick.Automaton()
        for word, meanings in self.entries.items():
            made.add_word(word, (len(word), tuple(sorted(meanings, key=str)), word))
        if self.entries:
            made.make_automaton()
        return made

    def _fill(self) -> None:
        self._cldr()
        for section, kind in _SECTIONS.items():
            for number, phrases in self.data.get(section, {}).items():
                self.add(phrases, *((kind, int(number)) if number.isdigit() else ("nf", float(number))))
        self._compose()
        for section, kind in (("weekdays", "w"), ("weekdays_short", "wa")):
            for number, phrases in self.data.get(section, {}).items():
                self.add(phrases, kind, int(number) - 1)
        for section, kind in _OFFSETS.items():
            for offset, phrases in self.data.get(section, {}).items():
                self.add(phrases, kind, int(offset))
        for section, kind in _NAMED.items():
            for name, phrases in self.data.get(section, {}).items():
                self.add(phrases, kind, name)
        for name, phrases in self.data.get("words", {}).items():
            self.add(phrases, f"k:{name}", name)

    def _compose(self) -> None:
        """Numbers from 21 on that the data leave to the rule of the language: "{ten}-{one}", "{one}und{ten}"."""
        shapes = [fold(shape) for shape in self.data.get("settings", {}).get("number", ())]
        words = {int(k): [w for p in phrases for w in expand(fold(p))] for k, phrases in self.data.get("numbers", {}).items() if k.isdigit()}
        for ten, one in product((t for t in range(20, 100, 10) if t in words), (o for o in range(1, 10) if o in words)):
            if ten + one not in words:
                words[ten + one] = [s.replace("{ten}", t).replace("{one}", o) for s in shapes for t in words[ten] for o in words[one]]
                for word in words[ten + one]:
                    self.entries.setdefault(word, set()).add(("n", ten + one))
        self._spelled_years(words)

    def _spelled_years(self, numbers: Mapping[int, Iterable[str]]) -> None:
        """Years in words: a beginning of [centuries] ("nineteen", "two thousand and") before a number below a hundred."""
        gap = self.data.get("settings", {}).get("number_gap", " ")
        for century, phrases in self.data.get("centuries", {}).items():
            for beginning in (w for p in phrases for w in expand(fold(p))):
                for number in range(1, 100):
                    for word in numbers.get(number, ()):
                        self.entries.setdefault(f"{beginning}{gap}{word}", set()).add(("year", int(century) + number))

    def _cldr(self) -> None:
        from babel import Locale, UnknownLocaleError

        for code in (self.lang, *self.data.get("settings", {}).get("locales", ())):
            try:
                locale = Locale.parse(code)
            except (UnknownLocaleError, ValueError):
                continue
            for form in ("format", "stand-alone"):
                for width, month_kind, weekday_kind in (("wide", "m", "w"), ("abbreviated", "ma", "wa")):
                    self._names(locale.months[form][width], month_kind, 0)
                    self._names(locale.days[form][width], weekday_kind, 0)

    def _names(self, names: Mapping[int, str], kind: str, shift: int) -> None:
        for number, name in names.items():
            plain = fold(name).strip()
            common = plain in self.short_only and kind in ("m", "w")  # a common word too: a name only beside another date word
            if len(plain) > 1 and not any(c.isdigit() for c in plain):
                self.entries.setdefault(plain, set()).add((f"{kind}a" if common else kind, number + shift))
                full = {(kind[0], number + shift)} <= self.entries[plain]
                if kind in ("ma", "wa") and not full and not "\u0600" <= plain[0] <= "\u06ff":  # an abbreviation with and without its point
                    other = plain[:-1] if plain.endswith(".") else f"{plain}."
                    self.entries.setdefault(other, set()).add((kind, number + shift))


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language, built on first use."""
    return Lexicon(lang)

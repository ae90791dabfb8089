"""Knowledge of languages: one folder each, the same file names in each, read on demand.

    languages/fr/language.toml    the language as such: script, direction, quotation marks
    languages/fr/<part>.toml      the words that one part of the flow needs (clean, credits, dates, events, numbers …)
    languages/fr/stopwords.txt    function words, one a line
    languages/fr/examples/<part>.jsonl   examples that the contract tests replay

`part("fr", "dates")` looks in the language, then in its script (`_scripts/<Script>/`), then in `_default/`, and says which
level answered. To add a language, add a folder; nothing else has to know it.
"""

from __future__ import annotations

from khabar.languages.catalogue import Language, codes, direction, get, name_of, script_of
from khabar.languages.fold import fold
from khabar.languages.parts import Part, part, stopwords

__all__ = ["Language", "Part", "codes", "direction", "fold", "get", "name_of", "part", "script_of", "stopwords"]

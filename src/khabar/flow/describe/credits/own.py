"""Signs that a page reports for itself: the outlet's own reporter, people who told the outlet, its own tally."""

from __future__ import annotations

import regex

from khabar.flow.describe.credits.lexicon import lexicon
from khabar.flow.describe.document import Document, Sentence
from khabar.models import Span
from khabar.sources import find_names

REACH = 40
"""Characters on either side of the name in which the sign may stand."""
HEAD = 60
"""Characters of the dateline, which names the outlet in any case."""
# The dative that marks whom somebody told, where it is no word of its own: «ل«رويترز»», «به ایرنا گفت».
_TOLD = {"ar": (regex.compile(r"(?<!\w)ل(?:ـ)?[\"(]?\s?(?:وکاله\s|صحیفه\s|قناه\s)?$"), None),
         "fa": (regex.compile(r"(?<!\w)به\s(?:خبرگزاری\s|روزنامه\s)?$"), regex.compile(r"[^.؛]{0,60}گفت")),
         "ko": (None, regex.compile(r"에\s?(?:\"|[^.]{0,40}(?:말했|밝혔|전했|설명했|고\s했))"))}  # fmt: skip


def own_reporting(document: Document, source: str) -> Span | None:
    """Where a page shows first-hand work of `source` (its own outlet, or the agency whose dispatch it is), or None."""
    for name in find_names(document.folded):
        sentence = document.sentence_at(name.start)
        if name.source != source or name.start < HEAD or sentence is None:
            continue
        if beside_work(document, sentence, (name.start, name.end)):
            return name.start, name.end
    staff = next((m for s in document.sentences[1:] if (m := lexicon(s.lang).staff.search(document.folded, s.start, s.end))), None)
    return staff.span() if staff else None


def beside_work(document: Document, sentence: Sentence, span: Span) -> bool:
    """Whether the words beside the name of a medium say that somebody spoke to it, or that it saw or counted something."""
    before = document.folded[max(sentence.start, span[0] - REACH) : span[0]]
    after = document.folded[span[1] : min(sentence.end, span[1] + REACH)]
    return lexicon(sentence.lang).own_work.search(f"{before} {after}") is not None or _told(before, after, sentence.lang)


def _told(before: str, after: str, lang: str) -> bool:
    ahead, behind = _TOLD.get(lang, (None, None))
    if ahead is None and behind is None:
        return False
    return (ahead is None or ahead.search(before) is not None) and (behind is None or behind.match(after) is not None)

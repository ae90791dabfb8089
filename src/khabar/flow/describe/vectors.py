"""Which texts of an article the encoder sees, and its vectors as the store keeps them. One pass per article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from khabar.flow.describe.document import Document
from khabar.models import Article, StoredVectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAD_CHARS = 420
"""Title and lead come to about 128 tokens; longer inputs bring different events of one saga closer together."""
SENTENCE_CHARS = 320
MAX_SENTENCES = 60
"""Sentences encoded per article: enough to align a copy or a translation, bounded for endless live blogs."""


class Encodes(Protocol):
    """The part of an encoder that is needed here."""

    name: str

    def encode(self, texts: Sequence[str], kind: str) -> NDArray[np.float32]:
        """float32[len(texts), dim], rows of length one."""


def query_text(article: Article) -> str:
    """Title and lead: the text that stands for the article when stories are compared."""
    lead = article.text[:LEAD_CHARS].replace("\n\n", " ")
    return f"{article.title}. {lead}".strip(". ") if article.title else lead


class Texts(NamedTuple):
    """What the encoder sees of an article: its query text, and the sentences of the body in the order of `Document.sentences`."""

    query: str
    sentences: tuple[str, ...]


def texts_of(article: Article) -> Texts:
    """The texts of one article, each sentence cut at `SENTENCE_CHARS`."""
    sentences = Document(article).sentences[:MAX_SENTENCES]
    return Texts(query_text(article), tuple(article.text[s.start : min(s.end, s.start + SENTENCE_CHARS)] for s in sentences))


def embed(articles: Sequence[Texts], encoder: Encodes) -> list[StoredVectors]:
    """Vectors of each article's texts, float16, in one call of the encoder; what pages share is encoded once."""
    import numpy as np

    texts = [a.query for a in articles] + [s for a in articles for s in a.sentences]
    if not texts:
        return []
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    matrix = encoder.encode(list(places), "query").astype("<f2")[[places[text] for text in texts]]
    found, at = [], len(articles)
    for row, group in enumerate(a.sentences for a in articles):
        block = np.ascontiguousarray(matrix[at : at + len(group)])
        found.append(StoredVectors(encoder=encoder.name, vector=matrix[row].tobytes(), sentences=block.tobytes()))
        at += len(group)
    return found


def matrix_of(data: bytes, dim: int) -> NDArray[np.float32]:
    """Stored bytes as float32[n, dim]."""
    import numpy as np

    return np.frombuffer(data, dtype="<f2").reshape(-1, dim).astype(np.float32)


def vector_of(data: bytes) -> NDArray[np.float32]:
    """Stored bytes as float32[dim]."""
    import numpy as np

    return np.frombuffer(data, dtype="<f2").astype(np.float32)

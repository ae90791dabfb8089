"""What an encoder's vector says of the topics: a linear head over vectors centred on their language.

`head.npz` is written by `evals/make_topics.py` from short sentences of this project's own in twelve languages (multinomial logistic
regression). It speaks for one encoder; vectors of another get no answer.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from khabar.flow.describe.topics.catalogue import media_topics

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HEAD = Path(__file__).with_name("head.npz")


@lru_cache(maxsize=1)
def _head() -> dict[str, NDArray[np.float32]]:
    import numpy as np

    with np.load(HEAD) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files if name != "encoder"}


@lru_cache(maxsize=1)
def encoder_of_head() -> str:
    """The encoder whose vectors the head was fitted to."""
    import numpy as np

    with np.load(HEAD) as stored:
        return str(stored["encoder"])


def log_odds(vector: NDArray[np.float32], lang: str) -> dict[str, float]:
    """Topic key -> logarithm of how much likelier than an even share, from float32[dim] of length one."""
    import numpy as np

    head = _head()
    centred = vector - head.get(f"mean_{lang}", head["mean"])
    centred /= max(float(np.linalg.norm(centred)), 1e-9)
    raw = head["weights"] @ centred + head["bias"]
    share = raw - (raw.max() + np.log(np.exp(raw - raw.max()).sum())) + np.log(len(raw))
    return {topic.key: float(value) for topic, value in zip(media_topics(), share, strict=True)}

"""Encoders by name."""

from __future__ import annotations

import pkgutil
from functools import lru_cache
from importlib import import_module
from types import ModuleType

from khabar.config import Config
from khabar.errors import Unavailable, UsageError
from khabar.flow.describe.encoders.base import Encoder

ORDER = ("e5", "hashed")
"""What "auto" tries, the best first; the others need a choice or an address."""


@lru_cache(maxsize=1)
def _modules() -> dict[str, ModuleType]:
    import khabar.flow.describe.encoders as package

    found = {}
    for info in pkgutil.iter_modules(package.__path__):
        module = import_module(f"{package.__name__}.{info.name}")
        if hasattr(module, "NAME") and hasattr(module, "make"):
            found[str(module.NAME)] = module
    return dict(sorted(found.items()))


def names() -> tuple[str, ...]:
    """Names of all encoders there are, working or not."""
    return tuple(_modules())


def statuses(config: Config) -> dict[str, str]:
    """Encoder name -> "" if it works here, else why not and what to do."""
    return {name: str(module.check(config)) for name, module in _modules().items()}


def get(name: str, config: Config | None = None) -> Encoder:
    """The encoder `name`, ready to use.

    Raises `UsageError` for an unknown name and `Unavailable` for one that does not work here.
    """
    config = config or Config()
    if name == "auto":
        name = next(n for n in ORDER if not _modules()[n].check(config))
    module = _modules().get(name)
    if module is None:
        raise UsageError(f"There is no encoder {name}.", f"Encoders are: auto, {', '.join(names())}.")
    if why := str(module.check(config)):
        raise Unavailable(f"The encoder {name} does not work here: {why}", "See: khabar doctor")
    encoder: Encoder = module.make(config)
    return encoder

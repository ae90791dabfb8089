"""group -> Story: pages about the same event, whatever the language; stories linked into sagas."""

from __future__ import annotations

from khabar.flow.group.compose import compose
from khabar.flow.group.grouper import Grouper
from khabar.flow.group.sagas import find_sagas
from khabar.flow.group.signature import Signature, signature

__all__ = ["Grouper", "Signature", "compose", "find_sagas", "signature"]

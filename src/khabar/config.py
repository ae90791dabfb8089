"""One `Config`; a file is overridden by the environment, the environment by an argument. Nothing happens at import."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

ENVIRONMENT_PREFIX = "KHABAR_"


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """Settings that a user may want to change.

    `db` is a path (SQLite) or a `postgresql://` URL; empty means the user's data directory. `encoder` names an
    encoder plug-in. `now` fixes "today" (ISO 8601) wherever the clock would matter. Sizes are in bytes.
    """

    db: str = ""
    encoder: str = "auto"
    encoder_url: str = ""
    encoder_model: str = ""
    now: str = ""
    workers: int = 0
    """Processes for clean and describe; 0 chooses from the number of cores."""
    max_page_bytes: int = 20_000_000
    max_archive_pages: int = 1_000_000
    private_addresses: bool = False
    """Whether acquire may ask private and loopback addresses."""
    user_agent: str = "khabar/0.1 (+offline news analysis)"


def data_dir() -> Path:
    """The user's data directory for Khabar (not created here)."""
    import platformdirs

    return Path(platformdirs.user_data_dir("khabar"))


def cache_dir() -> Path:
    """The user's cache directory for Khabar (not created here); `KHABAR_CACHE` overrides it."""
    import platformdirs

    return Path(os.environ.get("KHABAR_CACHE") or platformdirs.user_cache_dir("khabar"))


def keep_cached(path: Path, content: bytes) -> None:
    """Write a cache file beside and rename, so that a reader never meets half of it; a cache that cannot be written is no error."""
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        os.replace(file.name, path)
    except OSError:
        return


def load(path: Path | None = None, **arguments: object) -> Config:
    """Settings from the file at `path` (TOML), then `KHABAR_*` variables, then `arguments` that are not None.

    Raises `khabar.errors.UsageError` for an unknown key or a value of the wrong type.
    """
    from khabar.errors import UsageError

    values: dict[str, object] = {}
    if path is not None and path.exists():
        import tomllib

        try:
            values.update(tomllib.loads(path.read_text(encoding="utf-8")))
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
            raise UsageError(f"{path} is not a readable TOML file: {problem}.", "Mend or remove it.") from problem
    known = Config.__struct_fields__
    for key in known:
        if (value := os.environ.get(ENVIRONMENT_PREFIX + key.upper())) is not None:
            values[key] = value
    values.update({key: value for key, value in arguments.items() if value is not None})
    if unknown := sorted(set(values) - set(known)):
        raise UsageError(f"Unknown setting {', '.join(unknown)}.", f"Settings are: {', '.join(known)}.")
    try:
        return msgspec.convert(values, Config, strict=False)
    except msgspec.ValidationError as problem:
        raise UsageError(f"A setting has a wrong value: {problem}.") from problem

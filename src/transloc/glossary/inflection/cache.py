"""Forms are kept on disk, as making those of 10,000 terms takes a quarter of a minute and a lexicon most of a second to load.

One file a language and set of versions, in the user's cache folder, or in the folder that ``TRANSLOC_CACHE`` names; where that is set and
empty nothing is kept. A file that is damaged or cannot be written is as if there was none.
"""

import atexit
import json
import os
import time
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import sha256
from os.path import commonprefix
from pathlib import Path

from transloc import files
from transloc.errors import TranslocError
from transloc.glossary.inflection import morphology
from transloc.glossary.inflection.morphology import Morphology

FOLDER = "TRANSLOC_CACHE"
_MOST = 100_000  # terms of all projects; those not asked for longest go first
_SECONDS = 2.0  # between two times of writing while a process goes on
_DAYS = 60  # after which files of other versions go


class Cache:
    """The forms of the terms of one language: ``path`` is None where nothing is kept."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._kept = _read(path) if path else {}
        self._new: dict[str, str] = {}
        self._written = float("-inf")

    def get(self, key: str) -> tuple[str, ...] | None:
        """Return the forms that were put under ``key``."""
        packed = self._new.get(key, self._kept.get(key))
        if packed is None:
            return None
        prefix, *endings = packed.split("\t")
        return tuple(prefix + ending for ending in endings)

    def put(self, key: str, forms: tuple[str, ...]) -> None:
        """Remember the forms of ``key``."""
        prefix = commonprefix(forms)  # noqa: RUF071 — letters, not folders
        self._new[key] = "\t".join((prefix, *(form[len(prefix) :] for form in forms)))

    def save(self, *, now: bool = False) -> None:
        """Write what is new, with what other processes have written since; not more often than every few seconds unless ``now``."""
        if not self._new or (not now and time.monotonic() - self._written < _SECONDS):
            return
        self._written = time.monotonic()
        new, self._new = self._new, {}
        self._kept |= new
        if self._path is not None:
            merged = _read(self._path) | self._kept
            lasting = dict(list(merged.items())[-_MOST:])
            with suppress(TranslocError, OSError):
                files.write(self._path, json.dumps(lasting, ensure_ascii=False).encode())
                _sweep(self._path)


def of(language: str) -> Cache:
    """Return the forms of a language, as the libraries that are installed and chosen make them."""
    return _opened(language, morphology.chosen(), os.environ.get(FOLDER))


def save(*, now: bool = False) -> None:
    """Write what is new of every language."""
    for opened in _all:
        opened.save(now=now)


_all: list[Cache] = []
atexit.register(save, now=True)


@lru_cache(maxsize=64)
def _opened(language: str, choice: Morphology, told: str | None) -> Cache:
    folder = _folder() if told is None else Path(told) if told else None
    made = sha256(f"{_code()} {morphology.versions(choice)}".encode()).hexdigest()[:16]
    opened = Cache(folder / "forms" / f"{language}-{made}.json" if folder else None)
    _all.append(opened)
    return opened


def _folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("transloc", appauthor=False)


@cache
def _code() -> str:
    """Return the digest of our own rules: forms made by others are out of date."""
    told = sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        told.update(path.read_bytes())
    return told.hexdigest()


def _read(path: Path) -> dict[str, str]:
    with suppress(TranslocError, ValueError, RecursionError):
        kept = json.loads(files.read(path))
        if isinstance(kept, dict) and all(isinstance(value, str) for value in kept.values()):
            return kept
    return {}


def _sweep(path: Path) -> None:
    """Remove what other versions have left behind."""
    for other in path.parent.glob("*.json"):
        if other != path and time.time() - other.stat().st_mtime > _DAYS * 86_400:
            other.unlink(missing_ok=True)

"""Models on disk: a folder a pair (``uk-en``), fetched from Mozilla or taken from files, with the SHA-256 of each file on record.

A native reader trusts its files: they are compared with the record before it gets them.
"""

import gzip
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from itertools import pairwise
from pathlib import Path

from transloc import files
from transloc.engines.engine import EngineBusy
from transloc.engines.owner import within
from transloc.engines.pivot import PIVOT, legs
from transloc.errors import EngineError, InputError
from transloc.languages import fallbacks, language
from transloc.wording import say

RECORD = "transloc.json"

#: The files of a model: weights, vocabularies, and the words likely to stand for others.
_FILES = ("model.*", "vocab.*", "srcvocab.*", "trgvocab.*", "lex.*")
_PACKED = (".gz", ".zst")

_LIST_SECONDS = 20.0
_MODEL_SECONDS = 900.0


class State(StrEnum):
    """How a model's files stand to its record."""

    SOUND = "as recorded"
    CHANGED = "changed since it was recorded"
    UNRECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Installed:
    """A model at hand; ``origin`` is where it came from, as far as that is on record."""

    folder: Path
    size: int
    state: State
    origin: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The languages."""
        source, _, target = self.folder.name.partition("-")
        return source, target


def default_models() -> Path:
    """Return the folder where ``fxtranslate`` keeps its models on this platform."""
    from fxtranslate import Cache

    return Path(Cache().root)


def route(models: Path, source: str, target: str) -> tuple[Path, ...]:
    """Return the folders of the models at hand that lead from ``source`` to ``target``; empty where one is missing."""
    return legs(partial(_folder, models), source, target)


def _folder(models: Path, source: str, target: str) -> Path | None:
    names = (f"{s}-{t}" for t in fallbacks(target) for s in fallbacks(source))
    return next((models / name for name in names if any((models / name).glob("model.*"))), None)


def installed(models: Path) -> tuple[Installed, ...]:
    """Return the models at hand, by name."""
    folders = sorted({path.parent for path in models.glob("[!.]*-*/model.*")})
    return tuple(Installed(folder, sum(p.stat().st_size for p in _parts(folder)), *_standing(folder)) for folder in folders)


def verify(folder: Path) -> None:
    """Raise EngineError where the files of ``folder`` are not those of its record; without a record they are taken as they are."""
    if _standing(folder)[0] is State.CHANGED:
        hint = say("Bring it in again: transloc models remove {folder}, then transloc models add {folder}", folder=_words(folder))
        raise EngineError(say("the model in {folder} was changed since it was recorded", folder=folder), hint=hint)


def remove(models: Path, source: str, target: str) -> Path:
    """Remove a model; raises InputError where there is none, with those that there are."""
    folder = _folder(models, source, target)
    if folder is None:
        known = ", ".join(one.folder.name for one in installed(models)) or "none"
        raise InputError(
            say("there is no model {source}-{target} in {models}", source=source, target=target, models=models),
            hint=say("Models there: {known}", known=known),
        )
    shutil.rmtree(folder)
    return folder


def fetch(source: str, target: str, models: Path, *, progress: bool = False) -> tuple[Path, ...]:
    """Fetch the models of a pair from Mozilla, in both legs where one of its own is missing, and return their folders.

    Each file is verified by the SHA-256 that Mozilla lists. Raises EngineBusy where the server cannot be reached in time, EngineError
    where there is no such model. ``progress``: a line on standard error tells how far it is.
    """
    from fxtranslate import discovery

    hint = by_hand(source, target, models)
    try:
        listed = within(_LIST_SECONDS, discovery.fetch_records_body)
    except (TimeoutError, ValueError):
        raise EngineBusy(
            say("Mozilla's server with the model {source}→{target} cannot be reached", source=source, target=target), hint=hint
        ) from None
    try:
        found = discovery.resolve_route(listed, source, target)
    except ValueError:
        raise EngineError(
            say("there is no Firefox model from {source} to {target}", source=source, target=target),
            hint=say("Use DeepL, or translate by hand"),
        ) from None
    try:
        within(_MODEL_SECONDS, lambda: discovery.add_models(source, target, str(models), progress))
    except (TimeoutError, ValueError, OSError) as error:
        why = str(error) or say("it took too long")
        raise EngineBusy(
            say("the model {source}→{target} could not be fetched ({why})", source=source, target=target, why=why), hint=hint
        ) from None
    stops = [found["src"], found["pivot"], found["trg"]] if "pivot" in found else [found["src"], found["trg"]]
    folders = tuple(models / f"{start}-{stop}" for start, stop in pairwise(stops))
    hashes: dict[str, set[str]] = {}  # of one name there may be several versions
    for record in discovery.parse_records(listed):
        hashes.setdefault(record["name"] or "", set()).add(record["decompressedHash"] or "")
    for folder in folders:
        _compare(folder, hashes)
        _record(folder, "Mozilla")
    return folders


def take(directory: Path, source: str, target: str, models: Path, prove: Callable[[Path], object]) -> tuple[Path, ...]:
    """Take the models of a pair from files in ``directory``, or in a folder a pair below it, and return their new folders.

    Files may be packed (``.gz``, ``.zst``). Where they bring the record of another machine along, they must be as it says. ``prove``
    loads a model; nothing is put in its place before that has worked. Raises InputError or EngineError.
    """
    pair = language(source), language(target)
    taken = []
    for start, stop, there in _sources(directory, *pair):
        with _new(models / f"{start}-{stop}") as folder:
            for path in _parts(there):
                _unpack(path, folder)
            if (there / RECORD).is_file():
                _compare(folder, {name: {digest} for name, digest in _recorded(there)[1].items()})
            _record(folder, str(there.resolve()))
            prove(folder)
        taken.append(models / f"{start}-{stop}")
    return tuple(taken)


def by_hand(source: str, target: str, models: Path) -> str:
    """Return the ways to a model that is missing."""
    there = models / f"{source}-{target}"
    return say(
        "Put its files into {folder}, let a run with a network fetch them (transloc models add {source} {target}), or set {key}",
        folder=there,
        source=source,
        target=target,
        key="DEEPL_AUTH_KEY",
    )


def _sources(directory: Path, source: str, target: str) -> list[tuple[str, str, Path]]:
    if any(directory.glob("model.*")):
        return [(source, target, directory)]
    found = route(directory, source, target)
    if not found:
        hint = say("It must hold model.* and vocab.*, or a folder {source}-{target} with them", source=source, target=target)
        raise InputError(
            say("{directory} has no Firefox model from {source} to {target}", directory=directory, source=source, target=target), hint=hint
        )
    return [(source, target, found[0])] if len(found) == 1 else [(source, PIVOT, found[0]), (PIVOT, target, found[1])]


@contextmanager
def _new(place: Path) -> Iterator[Path]:
    """Give an empty folder that takes the place of ``place`` if all goes well, and leaves nothing behind if not."""
    making = place.with_name(f".{place.name}.new")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    try:
        yield making
        shutil.rmtree(place, ignore_errors=True)
        making.rename(place)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _parts(folder: Path) -> list[Path]:
    return sorted(path for pattern in _FILES for path in folder.glob(pattern) if path.is_file())


def _unpack(path: Path, folder: Path) -> None:
    from fxtranslate import discovery

    data = files.read(path)
    try:
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        elif path.suffix == ".zst":
            data = discovery.verify_and_decompress(data, None)
    except (OSError, EOFError, ValueError) as error:
        raise InputError(say("the file cannot be unpacked ({error})", error=str(error)), path=path, hint=say("Fetch it again")) from None
    (folder / (path.stem if path.suffix in _PACKED else path.name)).write_bytes(data)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _compare(folder: Path, hashes: Mapping[str, Set[str]]) -> None:
    """Raise EngineError, and remove the folder, where a file is none of those that ``hashes`` tell of."""
    for path in _parts(folder):
        if _digest(path) not in hashes.get(path.name, ()):
            shutil.rmtree(folder)
            raise EngineError(
                say("{name} is not the file that it should be: its SHA-256 differs", name=path.name), hint=say("Fetch it again")
            )


def _record(folder: Path, origin: str) -> None:
    told = {"origin": origin, "at": datetime.now(UTC).isoformat(timespec="seconds"), "sha256": {p.name: _digest(p) for p in _parts(folder)}}
    files.write(folder / RECORD, (json.dumps(told, indent=2) + "\n").encode())


def _recorded(folder: Path) -> tuple[str, dict[str, str]]:
    """Return where the model came from, and the digest of each file."""
    try:
        told = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        return str(told["origin"]), {str(name): str(digest) for name, digest in told["sha256"].items()}
    except (ValueError, KeyError, AttributeError, TypeError):
        raise EngineError(
            say("{path} is no record of a model", path=folder / RECORD), hint=say("Remove that file, or the folder")
        ) from None


def _standing(folder: Path) -> tuple[State, str]:
    if not (folder / RECORD).is_file():
        return State.UNRECORDED, ""
    origin, digests = _recorded(folder)
    same = digests == {path.name: _digest(path) for path in _parts(folder)}
    return (State.SOUND if same else State.CHANGED), origin


def _words(folder: Path) -> str:
    return folder.name.replace("-", " ", 1)

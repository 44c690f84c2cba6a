"""One tool at one document: what it keeps, what it finds, and how long it takes.

A tool works in a process in which nothing else happens, and is judged in another, later: judging needs far more of the processor
and of its caches than most tools do. Import and export of each document are timed several times, of which the least counts: so it is for
somebody who has more than one document, and what else the machine does adds to a figure as little as can be. Between two times
all caches that remember what they met are emptied, whosever they are, so that no tool answers from memory, and garbage is collected.
"""

import contextlib
import gc
import html
import re
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeVar

from benchmarks import corpus, judge, peers
from benchmarks.fuzz.checks import alike, cased

_T = TypeVar("_T")
_P = ParamSpec("_P")

#: So often each document is taken and given, unless all of it has taken so many seconds: a tool that slow is measured well enough.
_TIMES, _ENOUGH = 20, 2.0
#: So many documents made by ``corpus`` have front matter of every form: a tool may need more for one than for another.
_WARM = 8
#: What a translator leaves as it is: tags, references, destinations, addresses, code, shortcodes, placeholders.
_MARKUP = {
    "codes": re.compile(r"(</?\d+/?>)"),
    "html": re.compile(r"(<!--.*?-->|<[^>]*>|&#?\w+;)", re.DOTALL),
    "markdown": re.compile(
        r"(<!--.*?-->|`+[^`]*`+|\]\([^)]*\)|\]\[[^\]]*\]|^\s*\[[^\]]+\]:.*$|\[\^[^\]]*\]|<[^>\s][^>]*>|&#?\w+;|https?://\S+|\S+@\S+"
        r"|\{\{.*?\}\}|\{%.*?%\}|\{[^}]*\}|\[[ xX]\]|:::.*$)",
        re.DOTALL | re.MULTILINE,
    ),
}


class Task(NamedTuple):
    """A tool, a kind and a file."""

    peer: str
    kind: str
    path: Path


@dataclass(frozen=True)
class Done:
    """What a tool did: ``taken`` are the texts that it found, ``new`` those it was given for the document ``written``.

    ``kept`` is the document with its own texts. Seconds are of the processor, import and export.
    """

    task: Task
    taken: Sequence[str] = ()
    new: Sequence[str] = ()
    kept: bytes = b""
    written: bytes = b""
    unchanged_seconds: float = 0.0
    changed_seconds: float = 0.0
    crash: str = ""


@dataclass(frozen=True)
class Trial:
    """``exact``: the changed texts come back when the result is read again. Seconds are as in Done."""

    size: int
    identical: bool = False
    structure: bool = False
    exact: bool = False
    recall: float | None = None
    leaked: int = 0
    extracted: int = 0
    unchanged_seconds: float = 0.0
    changed_seconds: float = 0.0
    crash: str = ""


def work(task: Task) -> Done:
    """Let a tool do its work; a failure of the tool is told in ``crash``."""
    _warm(task.peer, task.kind)
    try:
        return _worked(peers.named(task.peer), task)
    except Exception as error:  # whatever a tool raises is what its user would see
        return Done(task, crash=f"{type(error).__name__}: {error}"[:300])


def _worked(peer: peers.Peer, task: Task) -> Done:
    _, kind, path = task
    rounds: list[tuple[float, float, float]] = []
    with _forgetful() as forget:
        while not rounds or (len(rounds) < _TIMES and sum(map(sum, rounds)) < _ENOUGH):
            forget()
            took, taken = _timed(peer.take, kind, path)
            unchanged, kept = _timed(peer.give, kind, path, peer.fill(taken, taken.texts))
            new = peer.fill(taken, [change(text, peer.syntax(kind)) for text in taken.texts])
            changed, written = _timed(peer.give, kind, path, new)
            rounds.append((took, unchanged, changed))
    took, unchanged, changed = map(min, zip(*rounds, strict=True))
    return Done(task, _texts(peer, kind, taken), new.texts, kept, written, took + unchanged, took + changed)


def judged(done: Done) -> Trial:
    """Return what became of a document."""
    (name, kind, path), data = done.task, done.task.path.read_bytes()
    if done.crash:
        return Trial(len(data), crash=done.crash)
    shown = judge.shown(kind, data)
    leaked, extracted = judge.leaked(shown, done.taken)
    return Trial(
        size=len(data),
        identical=alike(kind, done.kept, data),
        structure=judge.structure(kind, done.written) == judge.structure(kind, data),
        exact=_again(peers.named(name), kind, path, done.written) == [" ".join(text.split()) for text in done.new],
        recall=judge.recall(shown, done.taken),
        leaked=leaked,
        extracted=extracted,
        unchanged_seconds=done.unchanged_seconds,
        changed_seconds=done.changed_seconds,
    )


def _texts(peer: peers.Peer, kind: str, taken: peers.Taken) -> list[str]:
    """Return the texts with what stands for a character as that character; tags and addresses within them count as words.

    Word cuts words into runs, so that our codes may stand within a word of a DOCX.
    """
    texts = list(taken.spoken() if taken.spoken else taken.texts)
    if peer.syntax(kind) != "codes":
        return [html.unescape(text) for text in texts]
    return [re.sub(r"</?\d+>", "", text) for text in texts] if kind == "docx" else texts


def change(text: str, syntax: str) -> str:
    """Return ``text`` with every letter changed and its markup as it was."""
    return "".join(part if at % 2 else cased(part, 0) for at, part in enumerate(_MARKUP[syntax].split(text)))


def _again(peer: peers.Peer, kind: str, path: Path, written: bytes) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(written)
        try:
            return [" ".join(text.split()) for text in peer.take(kind, copy).texts]
        except Exception:  # what a tool cannot read again has not come back
            return ["\0"]


def _timed(step: Callable[_P, _T], *given: _P.args, **named: _P.kwargs) -> tuple[float, _T]:
    """Return the seconds of the processor that ``step`` took, in this process and those it started, and its result."""
    began = _clock()
    result = step(*given, **named)
    return _clock() - began, result


def _clock() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


@contextlib.contextmanager
def _forgetful() -> Iterator[Callable[[], None]]:
    """Give what empties the caches of a bounded size; one without bounds holds what is made once, such as a table.

    What this process holds meanwhile, by the tool and by all else, is not gone through for garbage on the time of a document.
    """
    caches = [
        held
        for held in gc.get_objects()
        # Not isinstance alone: it asks a lazy object for its class, which makes what it stands for, or fails.
        if type(held) is type(_warm) and isinstance(held, type(_warm)) and held.cache_parameters()["maxsize"] is not None
    ]

    def forget() -> None:
        for cached in caches:
            cached.cache_clear()
        gc.collect()

    gc.collect()
    gc.freeze()
    try:
        yield forget
    finally:
        gc.unfreeze()


@cache
def _warm(name: str, kind: str) -> None:
    """Let a tool import what it needs before it is timed."""
    with tempfile.TemporaryDirectory() as folder:
        path, peer = Path(folder) / f"x.{kind}", peers.named(name)
        for number in range(_WARM):
            path.write_bytes(corpus.KINDS[kind](number, 2))
            with contextlib.suppress(Exception):
                taken = peer.take(kind, path)
                peer.give(kind, path, peer.fill(taken, taken.texts))

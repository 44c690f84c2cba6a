"""One tool at one document: what it keeps, what it finds, and how long it takes."""

import contextlib
import html
import re
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from benchmarks import corpus, judge, peers
from benchmarks.fuzz.checks import alike, cased

_T = TypeVar("_T")

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
class Trial:
    """``exact``: the changed texts come back when the result is read again. Seconds are of the processor, import and export."""

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


def trial(task: Task) -> Trial:
    """Return what became of a document; a failure of the tool is told in ``crash``."""
    _warm(task.peer, task.kind)
    try:
        return _tried(task)
    except Exception as error:  # whatever a tool raises is what its user would see
        return Trial(task.path.stat().st_size, crash=f"{type(error).__name__}: {error}"[:300])


def _tried(task: Task) -> Trial:
    peer, (_, kind, path) = peers.named(task.peer), task
    data = path.read_bytes()
    took, taken = _timed(lambda: peer.take(kind, path))
    same = peer.fill(taken, taken.texts)
    unchanged, kept = _timed(lambda: peer.give(kind, path, same))
    new = peer.fill(taken, [change(text, peer.syntax(kind)) for text in taken.texts])
    changed, written = _timed(lambda: peer.give(kind, path, new))
    shown, texts = judge.shown(kind, data), _texts(peer, kind, taken)
    leaked, extracted = judge.leaked(shown, texts)
    return Trial(
        size=len(data),
        identical=alike(kind, kept, data),
        structure=judge.structure(kind, written) == judge.structure(kind, data),
        exact=_again(peer, kind, path, written) == [" ".join(text.split()) for text in new.texts],
        recall=judge.recall(shown, texts),
        leaked=leaked,
        extracted=extracted,
        unchanged_seconds=took + unchanged,
        changed_seconds=took + changed,
    )


def _texts(peer: peers.Peer, kind: str, taken: peers.Taken) -> list[str]:
    """Return the texts with what stands for a character as that character; tags and addresses within them count as words.

    Word cuts words into runs, so that our codes may stand within a word of a DOCX.
    """
    texts = list(taken.spoken or taken.texts)
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


def _timed(work: Callable[[], _T]) -> tuple[float, _T]:
    """Return the seconds of the processor that ``work`` took, in this process and those it started, and its result."""
    began = _clock()
    result = work()
    return _clock() - began, result


def _clock() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


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

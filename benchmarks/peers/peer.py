"""What a tool is asked: to take a document in, and to write it again with other texts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol


@dataclass(frozen=True)
class Taken:
    """A document as a tool took it in: the texts that it gives to translators, and whatever it needs to write them.

    ``spoken`` gives the texts with what they protect in its place (the agency of a photograph), where that differs. Not timed.
    """

    texts: Sequence[str]
    held: Any
    spoken: Callable[[], Sequence[str]] | None = None


class Peer(Protocol):
    """One tool. ``syntax`` tells how its texts show markup: codes (ours), html or markdown."""

    name: str
    kinds: tuple[str, ...]

    def version(self) -> str:
        """Return its version; raises what an absent tool raises."""
        ...

    def syntax(self, kind: str) -> str:
        """Return how markup stands in its texts of a kind."""
        ...

    def take(self, kind: str, path: Path) -> Taken:
        """Import the document at ``path``. Timed."""
        ...

    def fill(self, taken: Taken, texts: Sequence[str]) -> Taken:
        """Return what a translator hands back: ``texts`` in place of those that were given. Not timed."""
        ...

    def give(self, kind: str, path: Path, filled: Taken) -> bytes:
        """Export the document. Timed."""
        ...


def present(peer: Peer) -> bool:
    """Tell whether a tool is installed."""
    try:
        return bool(peer.version())
    except (metadata.PackageNotFoundError, FileNotFoundError):
        return False

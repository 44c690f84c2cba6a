"""The tools that do what we do, each run as its users would, with the options that keep most of a document."""

from benchmarks.peers.mdpo import Mdpo
from benchmarks.peers.peer import Peer, Taken, present
from benchmarks.peers.po4a import Po4a
from benchmarks.peers.toolkit import Toolkit
from benchmarks.peers.transloc import Transloc

ALL: tuple[Peer, ...] = (Transloc(), Toolkit(), Mdpo(), Po4a())

__all__ = ["ALL", "Peer", "Taken", "named", "present"]


def named(name: str) -> Peer:
    """Return the tool called so."""
    return next(peer for peer in ALL if peer.name == name)

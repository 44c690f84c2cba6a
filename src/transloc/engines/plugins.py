"""Engines of other distributions, through the entry point group ``transloc.engines``: a name, and what makes an engine of wishes."""

from importlib.metadata import EntryPoint, entry_points

from transloc.engines.engine import Engine
from transloc.engines.wishes import Wishes
from transloc.errors import InputError, TranslocError

GROUP = "transloc.engines"


def names() -> tuple[str, ...]:
    """Return the names of the engines that are installed beside transloc."""
    return tuple(sorted({found.name for found in entry_points(group=GROUP)}))


def make(name: str, wishes: Wishes) -> Engine:
    """Make the engine ``name``, one of ``names``; raises InputError, naming the distribution, where it cannot be made."""
    (found, *_) = entry_points(group=GROUP, name=name)
    try:
        engine: Engine = found.load()(wishes)
    except TranslocError:
        raise
    except Exception as error:  # whatever somebody else's code may raise
        raise InputError(f"the engine “{name}” of {_origin(found)} cannot be made ({error})", hint="Name another one") from error
    if missing := [part for part in _PARTS if not hasattr(engine, part)]:
        raise InputError(f"the engine “{name}” of {_origin(found)} lacks {', '.join(missing)}", hint="See docs/how-to/engines.md")
    return engine


_PARTS = ("name", "abilities", "variety", "size", "price", "translate", "close")


def _origin(found: EntryPoint) -> str:
    return f"{found.dist.name} {found.dist.version}" if found.dist else found.value

"""Engines of other distributions, through the entry point group ``transloc.engines``: a name, and what makes an engine of wishes.

Nothing that somebody else's code does ends a run with a trace: it is told in one sentence, and what was drafted is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar

from transloc.engines.engine import Abilities, Answer, BadAnswer, Engine, Examined, Health, Request
from transloc.engines.wishes import Wishes
from transloc.errors import EngineError, InputError, TranslocError
from transloc.wording import say

GROUP = "transloc.engines"

_PARTS = ("name", "abilities", "variety", "size", "price", "translate", "close")

_Result = TypeVar("_Result")


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
        raise InputError(
            say("the engine “{name}” of {origin} cannot be made ({error})", name=name, origin=_origin(found), error=str(error)),
            hint=say("Name another one"),
        ) from error
    if missing := [part for part in _PARTS if not hasattr(engine, part)]:
        raise InputError(
            say("the engine “{name}” of {origin} lacks {missing}", name=name, origin=_origin(found), missing=", ".join(missing)),
            hint=say("See docs/how-to/engines.md"),
        )
    return Guarded(engine, _origin(found))


def _origin(found: EntryPoint) -> str:
    return f"{found.dist.name} {found.dist.version}" if found.dist else found.value


@dataclass(frozen=True)
class Guarded:
    """Somebody else's ``engine``; ``origin`` is its distribution with its version."""

    engine: Engine
    origin: str

    @property
    def name(self) -> str:
        """Its own."""
        return self.engine.name

    @property
    def abilities(self) -> Abilities:
        """Its own."""
        return self.engine.abilities

    @property
    def variety(self) -> str:
        """Its own, and the distribution's version: a new one may answer otherwise."""
        return f"{self.origin} {self.engine.variety}"

    def size(self, text: str) -> int:
        """Return what it returns."""
        return self._told(lambda: self.engine.size(text))

    def price(self, text: str) -> int:
        """Return what it returns."""
        return self._told(lambda: self.engine.price(text))

    def translate(self, request: Request) -> Answer:
        """Return its answer; raises BadAnswer where that is none, or has another number of texts."""
        answer: object = self._told(lambda: self.engine.translate(request))
        count = len(answer.texts) if isinstance(answer, Answer) else 0
        if isinstance(answer, Answer) and count == len(request.texts):
            return answer
        hint = say("Tell the makers of {origin}, or translate them by hand", origin=self.origin)
        raise BadAnswer(
            say("{name} returned {count} translations for {texts} texts", name=self.name, count=count, texts=len(request.texts)), hint=hint
        )

    def examine(self) -> Health:
        """Return how it stands, if it tells."""
        engine = self.engine
        return self._told(engine.examine) if isinstance(engine, Examined) else Health(self.origin)

    def close(self) -> None:
        """Close it."""
        self._told(self.engine.close)

    def _told(self, call: Callable[[], _Result]) -> _Result:
        try:
            return call()
        except TranslocError:
            raise
        except Exception as error:  # as above
            hint = say("Tell the makers of {origin}, or name another engine", origin=self.origin)
            raise EngineError(
                say("the engine {name} failed ({kind}: {error})", name=self.name, kind=type(error).__name__, error=str(error)),
                hint=hint,
            ) from error

"""What an engine is: text in, text out, with declared abilities; what it lacks is done around it (``protection``)."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, Self, runtime_checkable

from transloc.errors import EngineError
from transloc.glossary.pairs import Pairs
from transloc.wording import say


class EngineBusy(EngineError):
    """It may pass by itself: too many requests, a server fault, a time-out, a cut connection. Worth another try later.

    ``after``: the seconds to wait for, where the server names them. ``asked``: how often the request may have been billed all the same.
    """

    def __init__(self, message: str, *, hint: str = "", after: float | None = None, asked: int = 0) -> None:
        super().__init__(message, hint=hint)
        self.after = after
        self.asked = asked


class BadAnswer(EngineError):
    """The engine answered, perhaps for money, with something that is no translation: this batch is left to people.

    ``asked``: how often it was asked, and may have billed its price.
    """

    def __init__(self, message: str, *, hint: str = "", asked: int = 1) -> None:
        super().__init__(message, hint=hint)
        self.asked = asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """What an engine takes.

    ``glossary`` and ``context``: whether it can use them at all. ``local``: no text leaves the machine.
    One request holds at most ``max_texts`` texts, whose sizes together with the context's are at most ``max_bytes``,
    measured by ``Engine.size``. ``parallel`` requests may be under way at once.
    """

    glossary: bool
    context: bool
    local: bool
    max_texts: int
    max_bytes: int
    parallel: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Texts of one article with their inline codes (``<1>…</1>``), to go from ``source`` to ``target`` (BCP 47).

    ``context`` is read but not translated. ``terms`` has an item for each text, or none: the terms that stand in it, each as it stands
    there, with its preferred target. ``glossary`` are those of the whole article, for engines that keep them on their side.
    """

    texts: tuple[str, ...]
    source: str
    target: str
    context: str = ""
    terms: tuple[Pairs, ...] = ()
    glossary: Pairs = ()

    def terms_of(self, at: int) -> Pairs:
        """Return the terms that stand in the text at position ``at``."""
        return self.terms[at] if self.terms else ()

    def only(self, positions: Sequence[int]) -> Self:
        """Return the request for the texts at ``positions`` alone."""
        terms = tuple(self.terms[at] for at in positions) if self.terms else ()
        return replace(self, texts=tuple(self.texts[at] for at in positions), terms=terms)


@dataclass(frozen=True, slots=True)
class Note:
    """What a person should know about an answer; ``index`` is the text it concerns, None the whole request."""

    message: str
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One text for each text of the request, in order; ``billed`` counts characters as the engine bills them.

    A text may be empty or lack codes: whoever takes it verifies it (``steps.accept.accept``).
    """

    texts: tuple[str, ...]
    billed: int = 0
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Health:
    """How an engine stands, in words; ``fine`` False where somebody should act soon."""

    message: str
    fine: bool = True


class Engine(Protocol):
    """A machine translation system. Methods may be called from any thread."""

    @property
    def name(self) -> str:
        """How settings and origins call it: ``deepl``."""

    @property
    def abilities(self) -> Abilities:
        """What it takes."""

    @property
    def variety(self) -> str:
        """The settings that change its answers, such as a formality; part of what identical requests are known by."""

    def size(self, text: str) -> int:
        """Return the bytes that a text with inline codes, or a context, takes in a request."""

    def price(self, text: str) -> int:
        """Return the characters that will be billed for a text with inline codes."""

    def translate(self, request: Request) -> Answer:
        """Translate one batch; raises EngineError, EngineBusy where it may pass, BadAnswer where only this batch is lost.

        A request beyond the limits is refused before anything is sent: cut it with ``batches.split`` first.
        """

    def close(self) -> None:
        """Give back threads and connections."""


@runtime_checkable
class Examined(Protocol):
    """An engine that can tell ``transloc doctor`` how it stands."""

    def examine(self) -> Health:
        """Return how it stands; raises EngineError where it would not work."""


def identity(engine: Engine, request: Request, at: int) -> str:
    """Return what two requests for the translation of one text have in common, as a digest of 64 hex digits.

    The context is left out: a resumed run cuts its batches elsewhere, and must find what was paid for. Of the glossary the terms
    of the text itself count: a row that is changed elsewhere costs nothing.
    """
    terms = request.terms_of(at) if engine.abilities.glossary else ()
    parts = [engine.name, engine.variety, request.source, request.target, sorted(terms), request.texts[at]]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def refuse_beyond_limits(engine: Engine, request: Request) -> None:
    """Raise EngineError, before anything is sent or paid, where ``request`` is more than the engine takes at once."""
    limits = engine.abilities
    if len(request.texts) > limits.max_texts:
        raise EngineError(
            say(
                "{name} takes {max_texts} texts at once, not {texts}",
                name=engine.name,
                max_texts=limits.max_texts,
                texts=len(request.texts),
            ),
            hint=say("Send smaller batches"),
        )
    size = sum(map(engine.size, request.texts)) + (engine.size(request.context) if limits.context else 0)
    if size > limits.max_bytes:
        raise EngineError(
            say("{name} takes {max_bytes} bytes at once, not {size}", name=engine.name, max_bytes=limits.max_bytes, size=size),
            hint=say("Split the segment, or translate it by hand"),
        )

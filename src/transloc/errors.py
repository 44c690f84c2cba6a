"""Everything that can be told to a user as one sentence: what is wrong, where, and the way out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from transloc.wording import Said, in_turn, say


class TranslocError(Exception):
    """An expected failure; caught once, at the edge, and shown as ``path:line: message. hint``.

    ``line`` counts from 1. ``exit_status`` is what the command line ends with (see docs/reference/cli.md).
    """

    exit_status = 2

    def __init__(self, message: str, *, path: Path | str | None = None, line: int | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        return self.told(str)

    @property
    def whole(self) -> str:
        """Place, message and hint as one sentence, which can be told in another language where they can."""
        place = "" if self.path is None else f"{self.path}:" if self.line is None else f"{self.path}:{self.line}:"
        body = say("{place} {message}", place=place, message=self.message) if place else self.message
        return in_turn([body, self.hint])

    def told(self, say: Callable[[str], str]) -> str:
        """Return all of it on one line, as ``say`` puts it for who reads it."""
        return visible(say(self.whole))


_ABOUT = "segment {segment}: {why}"


def about(segment: str, why: str) -> Said:
    """Return why something is refused to a segment, with its id before it."""
    return say("segment {segment}: {why}", segment=segment, why=why)


def parted(message: str) -> tuple[str, str]:
    """Return the id of the segment that ``about`` has put before a message, empty where it has not, and the message without it."""
    if isinstance(message, Said) and message.one == _ABOUT:
        segment, why = message.values["segment"], message.values["why"]
        assert isinstance(segment, str)
        assert isinstance(why, str)
        return segment, why
    return "", message


@contextmanager
def located(path: Path | str | None) -> Iterator[None]:
    """Give ``path`` to an InputError that is raised within: what reads a text does not know which file it is of."""
    try:
        yield
    except InputError as error:
        error.path = path
        raise


def visible(text: str) -> str:
    """Return ``text`` on one line, with what a terminal would obey escaped; bytes of a file's name read as UTF-8 where they are."""
    with suppress(UnicodeEncodeError):
        text = text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() or c in "\u00a0\u202f\u00ad" else c.encode("unicode_escape").decode() for c in text)


class InputError(TranslocError):
    """A file, argument or setting cannot be used as it is."""


class EngineError(TranslocError):
    """A machine translation engine refused or could not be reached; what was drafted before is kept."""


class Refused(TranslocError):
    """A rule of the desk forbids the step: findings, conflicts, unfinished work. Nothing was changed."""

    exit_status = 1


class StaleRevision(Refused):
    """Somebody wrote the segment after it was read; both texts are in hand and neither is lost."""

    def __init__(self, segment: str, *, seen: int, revision: int, theirs: str, mine: str) -> None:
        super().__init__(
            say(
                "segment {segment} has changed since you read it (revision {revision}, you saw {seen})",
                segment=segment,
                revision=revision,
                seen=seen,
            ),
            hint=say("Read it again and decide between the two texts"),
        )
        self.segment = segment
        self.seen = seen
        self.revision = revision
        self.theirs = theirs
        self.mine = mine

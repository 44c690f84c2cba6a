"""One back-off for every engine: what may pass is tried again, after the time that the server names, or after ever longer pauses."""

import random
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic, sleep
from typing import TypeVar

from transloc.engines.engine import EngineBusy
from transloc.wording import say, say_many

TRIES = 6

#: Tries of what may be billed each time, such as an answer that did not come in time.
_IF_COSTLY = 2

#: Seconds after which no further try is begun: with the slowest answer after it, a job's lease must still hold.
ENDURANCE = 150.0

#: Seconds of the first pause, and of the longest; each is twice the one before, give or take a fifth, so that runs do not meet again.
_FIRST, _LONGEST = 1.0, 60.0
_SPREAD = 0.2

#: Seconds from which a person is told why nothing moves.
_WORTH_TELLING = 5.0

_Result = TypeVar("_Result")


def persist(ask: Callable[[], _Result], *, tries: int = TRIES, tell: Callable[[str], None] = lambda _: None) -> _Result:
    """Return what ``ask`` returns, tried again while it raises EngineBusy; the last one is raised, with how long to wait.

    A pause that the server asks for (``EngineBusy.after``) is kept to; one that is too long to wait for ends the tries at once.
    """
    end, asked = monotonic() + ENDURANCE, 0
    for tried in range(1, tries + 1):
        try:
            return ask()
        except EngineBusy as busy:
            asked += busy.asked
            pause = _backoff(tried) if busy.after is None else busy.after
            if tried >= (min(tries, _IF_COSTLY) if busy.asked else tries) or monotonic() + pause > end:
                raise _ended(busy, asked) from busy
            if pause >= _WORTH_TELLING:
                tell(f"{busy.message}; the next try is in {pause:.0f} s")
            sleep(pause)
    raise AssertionError("the last try returns or raises")


def _backoff(tried: int) -> float:
    return min(_FIRST * 2.0 ** (tried - 1), _LONGEST) * random.uniform(1 - _SPREAD, 1 + _SPREAD)  # noqa: S311 -- no secret is made of it


def _ended(busy: EngineBusy, asked: int) -> EngineBusy:
    hint = busy.hint if busy.after is None else say("Try again in {after}; what was drafted is kept", after=_told(busy.after))
    return EngineBusy(busy.message, hint=hint, after=busy.after, asked=asked)


#: Seconds: no server means to be waited for longer than that, whatever number it sends.
_YEAR = 365 * 24 * 3600


def _told(seconds: float) -> str:
    if seconds < 90:
        return say_many("{number} second", "{number} seconds", max(1, round(seconds)))
    return say_many("{number} minute", "{number} minutes", round(min(seconds, _YEAR) / 60))


def retry_after(header: str | None) -> float | None:
    """Return the seconds that a Retry-After header asks for (RFC 9110, 10.2.3: a number or a date); None where it has neither."""
    value = (header or "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)).total_seconds())

"""Batches on their way to an engine: several at once where it takes that, handed on in order, each as soon as it is answered.

What is under way at once is limited in texts, not only in requests: so much, and no more, a killed run may have paid for in vain.
"""

import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field

from transloc import markup
from transloc.engines.engine import Answer, BadAnswer, Engine, EngineBusy, Request, identity
from transloc.errors import EngineError
from transloc.jobs.newsroom import Newsroom, now
from transloc.steps.draft import Batch
from transloc.store import Batch as Paid
from transloc.store import CachedAnswer
from transloc.wording import say

#: Texts that are under way at once, in all requests together.
UNDER_WAY = 40

#: Unusable answers one after the other that end a run: it is not the texts then, and each may have cost money.
_PATIENCE = 3


def texts_at_once(engine: Engine) -> int:
    """Return how many texts one request to ``engine`` holds."""
    return UNDER_WAY // _at_once(engine)


def _at_once(engine: Engine) -> int:
    return min(max(1, engine.abilities.parallel), UNDER_WAY)


def identities(engine: Engine, batch: Batch) -> list[str]:
    """Return by what each text of a batch is known, should it be asked for again."""
    return [identity(engine, batch.request, at) for at in range(len(batch.request.texts))]


def spent(newsroom: Newsroom, engine: Engine) -> int:
    """Return the characters that ``engine`` billed this month, as the newsroom's calendar has it."""
    return newsroom.store.billed(engine.name, now().astimezone(newsroom.project.zone()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """What became of a batch. ``texts`` are its answers in order; with a ``fault`` there are none.

    ``paid`` is None where nothing had to be asked for, ``fresh`` are the answers that were not known before.
    """

    batch: Batch
    texts: tuple[str, ...] = ()
    fault: str = ""
    paid: Paid | None = None
    fresh: tuple[CachedAnswer, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def billed(self) -> int:
        """Characters that the engine billed, or may have billed."""
        return self.paid.billed if self.paid else 0


@dataclass(frozen=True, slots=True)
class _Flight:
    """A batch under way: ``known`` are answers by identity, ``missing`` the texts that were asked for, at ``price`` characters."""

    batch: Batch
    keys: list[str]
    known: dict[str, str]
    missing: dict[str, int]
    price: int
    answer: Future[Answer] | None


@dataclass(slots=True)
class Sending:
    """The batches of one job; ``unsent`` are those that have not gone out, or came back without an answer."""

    newsroom: Newsroom
    engine: Engine
    job: int
    unsent: deque[Batch]
    stopped: bool = False
    _flights: deque[_Flight] = field(default_factory=deque)

    def stop(self) -> None:
        """Send nothing more; what is under way still lands."""
        self.stopped = True

    def land(self) -> Iterator[Landed]:
        """Yield what became of each batch, in order; what was paid for before comes from the database.

        Raises EngineError where the engine fails, the budget is used up, or its answers are of no use; when what is under way has landed.
        """
        failed: Exception | None = None
        useless = 0
        while self._flights or (self.unsent and not failed and not self.stopped):
            try:
                self._fill(grounded=bool(failed) or self.stopped)
                landed = self._landed(self._flights.popleft())
            except Exception as error:  # one that nobody foresaw, too, waits for what is paid for
                failed = failed or error
                continue
            useless = useless + 1 if landed.fault else 0
            if useless == _PATIENCE:
                said = say("{number} answers of {name} one after the other were unusable", number=useless, name=self.engine.name)
                failed = failed or EngineError(said, hint=landed.fault)
            yield landed
        if failed:
            raise failed

    def _fill(self, *, grounded: bool) -> None:
        while self.unsent and not grounded and len(self._flights) < _at_once(self.engine):
            self._flights.append(self._sent(self.unsent[0]))
            self.unsent.popleft()

    def _sent(self, batch: Batch) -> _Flight:
        keys = identities(self.engine, batch)
        known = self.newsroom.store.answers(keys)
        missing = {key: at for at, key in enumerate(keys) if key not in known}
        if not missing:
            return _Flight(batch, keys, known, missing, 0, None)
        request = batch.request.only(tuple(missing.values()))
        price = self._within_budget(request)
        answer: Future[Answer] = Future()
        if _at_once(self.engine) == 1:
            _ask(self.engine, request, answer)
        else:  # a thread that keeps nobody from ending the program
            threading.Thread(target=_ask, args=(self.engine, request, answer), daemon=True).start()
        return _Flight(batch, keys, known, missing, price, answer)

    def _landed(self, flight: _Flight) -> Landed:
        if flight.answer is None:
            return Landed(batch=flight.batch, texts=tuple(flight.known[key] for key in flight.keys))
        try:
            answer = flight.answer.result()
        except BadAnswer as error:
            return Landed(batch=flight.batch, fault=str(error), paid=self._vain(flight, error))
        except Exception as error:
            self.unsent.appendleft(flight.batch)
            if isinstance(error, EngineBusy) and error.asked:
                self.newsroom.store.record_batch(self._vain(flight, error))
            raise
        new = dict(zip(flight.missing, (markup.ILLEGAL.sub("", text) for text in answer.texts), strict=True))
        fresh = (CachedAnswer(key, self.engine.name, text, now()) for key, text in new.items() if text.strip())  # an empty one is none
        texts = flight.known | new
        return Landed(
            batch=flight.batch,
            texts=tuple(texts[key] for key in flight.keys),
            paid=Paid(job=self.job, texts=len(new), billed=answer.billed, at=now()),
            fresh=tuple(fresh),
            notes=tuple(note.message for note in answer.notes),
        )

    def _vain(self, flight: _Flight, error: BadAnswer | EngineBusy) -> Paid:
        """Return what a request may have cost that brought nothing, so that the budget knows."""
        return Paid(job=self.job, texts=len(flight.missing), billed=flight.price * error.asked, at=now(), error=str(error))

    def _within_budget(self, request: Request) -> int:
        """Return the price of a request; raises EngineError where the month's budget does not hold it beside what is under way."""
        budget, price = self.newsroom.project.monthly_characters, sum(map(self.engine.price, request.texts))
        if budget <= 0 or price <= 0:  # a budget of 0 is none, and what costs nothing exceeds none
            return price
        before = spent(self.newsroom, self.engine) + sum(flight.price for flight in self._flights)
        if before + price > budget:
            raise EngineError(
                say(
                    "this month's budget of {budget} characters would be exceeded: {before} are spent, the next batch costs {price}",
                    budget=budget,
                    before=before,
                    price=price,
                ),
                hint=say("Raise monthly_characters in transloc.toml, or go on by hand"),
            )
        return price


def _ask(engine: Engine, request: Request, answer: Future[Answer]) -> None:
    try:
        answer.set_result(engine.translate(request))
    except BaseException as error:  # a panic in native code is no Exception, and whoever waits must hear of it
        answer.set_exception(error)

"""Several requests at once: answered in any order, committed in reading order, and never more under way than may be lost."""

import threading
from collections import deque
from dataclasses import dataclass, field, replace
from inspect import signature

import pytest

from fakes.deepl_server import FakeDeepL
from fakes.long_article import SIZE, drafted, furnish, open_newsroom, rows, sentences, translate, use
from transloc.engines import patience
from transloc.engines.deepl import DeepL
from transloc.engines.engine import Abilities, Answer, BadAnswer, EngineBusy, Request
from transloc.engines.firefox import models
from transloc.engines.llm import Llm
from transloc.errors import EngineError
from transloc.jobs import translate as job
from transloc.jobs.sending import UNDER_WAY, Sending, spent, texts_at_once
from transloc.model import Segment
from transloc.steps.draft import Batch, Work
from transloc.store import jobs

COUNT = 100
ABILITIES = Abilities(glossary=False, context=False, local=True, max_texts=50, max_bytes=9999, parallel=3)


@pytest.fixture
def fake(monkeypatch):
    with FakeDeepL() as server:
        use(server.url, monkeypatch)
        monkeypatch.setattr(DeepL, "abilities", replace(DeepL.abilities, parallel=2))
        yield server


@pytest.fixture
def root(tables, tmp_path):
    return furnish(tmp_path / "desk", tables, {"long": sentences(COUNT)})


@dataclass
class Fickle:
    """An engine for three requests at once whose answers come the last first; ``faults`` are raised by the number of the request."""

    faults: dict[int, Exception] = field(default_factory=dict)
    name: str = "fickle"
    variety: str = ""
    abilities: Abilities = ABILITIES
    asked: list[Request] = field(default_factory=list)
    most: int = 0
    _under_way: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _all: threading.Barrier = field(default_factory=lambda: threading.Barrier(3))

    def size(self, text: str) -> int:
        return len(text)

    def price(self, text: str) -> int:
        return len(text)

    def translate(self, request: Request) -> Answer:
        with self._lock:
            self.asked.append(request)
            self._under_way += 1
            self.most = max(self.most, self._under_way)
        try:
            self._all.wait(0.2)
        except threading.BrokenBarrierError:
            self._all.reset()
        number = int(request.texts[0].split()[-1])
        with self._lock:
            self._under_way -= 1
        if number in self.faults:
            raise self.faults[number]
        return Answer(tuple(f"Text {text.split()[-1]}" for text in request.texts), sum(map(len, request.texts)))

    def close(self) -> None:
        """Nothing is open."""


def batches(count: int) -> deque[Batch]:
    made = []
    for number in range(count):
        work = Work((Segment(id=f"u{number:08}.s1", source=f"Рядок {number}"),), f"Рядок {number}", number)
        made.append(Batch(Request(texts=(work.text,), source="uk", target="en"), (work,)))
    return deque(made)


@pytest.fixture
def sending(root):
    def make(engine: Fickle, count: int = 7) -> Sending:
        started = newsroom.store.start_job("long", "en", engine.name, total=count, at=job.now())
        return Sending(newsroom, engine, started.id, batches(count))

    with open_newsroom(root) as newsroom:
        yield make


def test_several_requests_are_under_way_and_land_in_order(sending):
    engine = Fickle()
    landed = list(sending(engine).land())
    assert [one.texts for one in landed] == [(f"Text {number}",) for number in range(7)]
    assert engine.most == 3
    assert sum(one.billed for one in landed) == sum(len(text) for request in engine.asked for text in request.texts)


def test_after_a_failure_what_is_under_way_still_lands_and_nothing_more_is_sent(sending):
    engine = Fickle({1: EngineError("the line is dead")})
    flying = sending(engine)
    landed = []
    with pytest.raises(EngineError, match="the line is dead"):
        landed.extend(flying.land())
    assert len(engine.asked) <= 4
    assert len(landed) == len(engine.asked) - 1
    assert "u00000001.s1" in {work.segments[0].id for batch in flying.unsent for work in batch.work}


def test_told_to_stop_it_sends_nothing_more_and_lands_what_is_paid_for(sending):
    engine = Fickle()
    flying = sending(engine)
    landed = []
    for one in flying.land():
        landed.append(one)
        flying.stop()
    assert len(landed) == len(engine.asked) == 3
    assert len(flying.unsent) == 4


def test_an_unusable_answer_costs_its_price_and_three_of_them_end_the_run(sending):
    engine = Fickle({number: BadAnswer("no JSON") for number in range(7)})
    seen = []
    flying = sending(engine)
    with pytest.raises(EngineError, match="3 answers of fickle one after the other were unusable"):
        seen.extend(flying.land())
    assert all(one.fault == "no JSON" and one.billed == len("Рядок 0") for one in seen)
    assert 3 <= len(seen) <= 5


def test_a_fault_that_nobody_foresaw_is_raised_where_the_answer_is_awaited(sending):
    with pytest.raises(ZeroDivisionError):
        list(sending(Fickle({0: ZeroDivisionError()})).land())


def test_after_a_fault_that_nobody_foresaw_what_is_paid_for_still_lands(sending):
    engine, landed = Fickle({0: ZeroDivisionError()}), []
    flying = sending(engine)
    with pytest.raises(ZeroDivisionError):
        landed.extend(flying.land())
    assert len(landed) == len(engine.asked) - 1 > 0
    assert "u00000000.s1" in {work.segments[0].id for batch in flying.unsent for work in batch.work}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_panic_in_native_code_keeps_nobody_waiting(sending):
    class Panic(BaseException):
        """As what is compiled raises it: no Exception."""

    with pytest.raises(Panic):
        list(sending(Fickle({0: Panic()})).land())


def test_what_neither_database_nor_file_holds_is_left_out_of_an_answer(sending, monkeypatch):
    monkeypatch.setattr(Fickle, "translate", lambda self, request: Answer(("So\ud83d far\x00\x1b[2J",)))
    (landed,) = sending(Fickle(), 1).land()
    assert landed.texts == ("So far[2J",)
    assert landed.fresh[0].text == "So far[2J"


def test_an_answer_that_was_asked_for_twice_in_vain_costs_twice(sending):
    (landed,) = sending(Fickle({0: BadAnswer("no JSON", asked=2)}), 1).land()
    assert landed.billed == 2 * len("Рядок 0")


def test_a_request_without_an_answer_counts_as_often_as_it_may_have_been_billed(sending):
    flying = sending(Fickle({0: EngineBusy("it did not answer in time", asked=2)}), 1)
    with pytest.raises(EngineBusy):
        list(flying.land())
    assert spent(flying.newsroom, flying.engine) == 2 * len("Рядок 0")
    assert len(flying.unsent) == 1


def test_what_is_under_way_counts_against_the_budget(root, fake, tables, tmp_path):
    texts = sentences(COUNT)
    budget = sum(map(len, texts[: 2 * SIZE])) + 1
    poor = furnish(tmp_path / "poor", tables, {"long": texts}, settings=f"[engine]\nmonthly_characters = {budget}\n")
    with open_newsroom(poor) as newsroom, pytest.raises(EngineError, match="budget"):
        translate(newsroom)
    assert len(drafted(poor)) == 2 * SIZE
    assert fake.billed <= budget


def test_a_whole_run_drafts_each_segment_once(root, fake):
    with open_newsroom(root) as newsroom:
        ((_, report),) = translate(newsroom).items()
    assert len(drafted(root)) == COUNT
    assert report.billed == fake.billed == sum(map(len, sentences(COUNT)))
    assert rows(root, "SELECT count(*) FROM store_event WHERE action = 'draft'") == [(COUNT,)]


@pytest.mark.parametrize(("parallel", "texts"), [(1, UNDER_WAY), (2, UNDER_WAY // 2), (8, UNDER_WAY // 8), (99, 1), (0, UNDER_WAY)])
def test_the_more_requests_the_smaller_they_are(parallel, texts):
    engine = Fickle()
    engine.abilities = replace(engine.abilities, parallel=parallel)
    assert texts_at_once(engine) == texts


def test_nobody_takes_a_job_over_while_its_slowest_batch_is_under_way():
    thinking = signature(Llm).parameters["timeout"].default
    three_times = 3 * (patience.ENDURANCE + thinking)  # without the extras that a server refuses, for what came back spoilt
    assert jobs.LEASE.total_seconds() > max(three_times, models._LIST_SECONDS + models._MODEL_SECONDS)


@pytest.mark.parametrize("parallel", [0, 99])
def test_an_engine_that_promises_too_much_or_nothing_is_held_to_reason(sending, parallel):
    engine = Fickle()
    engine.abilities = replace(engine.abilities, parallel=parallel)
    assert len(list(sending(engine, 60).land())) == 60
    assert engine.most <= UNDER_WAY

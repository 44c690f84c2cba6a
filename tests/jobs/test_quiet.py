"""The background gives way to those who wait for an answer."""

import threading
import time

import pytest

from transloc.jobs import quiet
from transloc.jobs.quiet import Quiet


class Waiting:
    """Something that waits for a quiet moment in its own thread."""

    def __init__(self, moments, most=30.0):
        self._thread = threading.Thread(target=moments.wait, args=(most,), daemon=True)
        self._thread.start()

    def done(self, seconds=10.0):
        self._thread.join(seconds)
        return not self._thread.is_alive()


@pytest.fixture
def nobody_reads(monkeypatch):
    monkeypatch.setattr(quiet, "_READING", (0.0, 3600.0))
    monkeypatch.setattr(quiet, "_AWAY", 3600.0)


class TestQuiet:
    def test_where_nobody_has_asked_it_is_quiet(self):
        assert Waiting(Quiet()).done()

    def test_nothing_begins_while_somebody_waits(self, nobody_reads):
        moments = Quiet()
        with moments.answering():
            waiting = Waiting(moments)
            assert not waiting.done(0.2)
        assert waiting.done()

    def test_one_of_two_answers_is_not_enough(self, nobody_reads):
        moments = Quiet()
        with moments.answering():
            waiting = Waiting(moments)
            with moments.answering():
                pass
            assert not waiting.done(0.2)
        assert waiting.done()

    def test_a_request_that_fails_is_answered_too(self, nobody_reads):
        moments = Quiet()
        with pytest.raises(ZeroDivisionError), moments.answering():
            raise ZeroDivisionError
        assert Waiting(moments).done()

    def test_long_after_an_answer_the_next_key_may_come_at_any_moment(self, monkeypatch):
        monkeypatch.setattr(quiet, "_READING", (0.0, 0.0))
        monkeypatch.setattr(quiet, "_AWAY", 3600.0)
        moments = Quiet()
        with moments.answering():
            pass
        time.sleep(0.01)
        assert not Waiting(moments).done(0.2)

    def test_it_gives_way_for_so_long_and_no_longer(self):
        moments = Quiet()
        with moments.answering():
            assert Waiting(moments, most=0.05).done()

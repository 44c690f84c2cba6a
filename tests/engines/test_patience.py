from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from transloc.engines.engine import EngineBusy
from transloc.engines.patience import ENDURANCE, persist, retry_after
from transloc.errors import EngineError


def busy(*afters):
    """Return what is busy so many times, and then answers."""
    left = list(afters)

    def ask():
        if left:
            raise EngineBusy("it is busy", hint="Wait", after=left.pop(0))
        return "answer"

    return ask


def test_what_answers_is_asked_once(pauses):
    assert persist(busy()) == "answer"
    assert pauses == []


def test_pauses_grow_and_the_last_fault_is_raised(pauses):
    with pytest.raises(EngineBusy, match=r"it is busy\. Wait"):
        persist(busy(*[None] * 6))
    assert len(pauses) == 5
    assert all(0.8 * 2**n <= pause <= 1.2 * 2**n for n, pause in enumerate(pauses))


def test_what_the_server_asks_for_counts(pauses):
    assert persist(busy(3.0, None, 0.0)) == "answer"
    assert (pauses[0], pauses[2]) == (3.0, 0.0)


@pytest.mark.parametrize(
    ("after", "words"), [(ENDURANCE + 30, "Try again in 3 minutes"), (7200, "Try again in 120 minutes"), (float("inf"), "Try again in")]
)
def test_what_is_too_long_to_wait_for_is_told_at_once(pauses, after, words):
    with pytest.raises(EngineBusy, match=words):
        persist(busy(after))
    assert pauses == []


def test_what_may_be_billed_each_time_is_tried_once_more_and_no_oftener(pauses):
    def ask():
        raise EngineBusy("no answer", asked=1)

    with pytest.raises(EngineBusy) as caught:
        persist(ask)
    assert len(pauses) == 1
    assert caught.value.asked == 2


def test_what_cannot_pass_is_raised_at_once(pauses):
    def ask():
        raise EngineError("no such key")

    with pytest.raises(EngineError, match="no such key"):
        persist(ask)
    assert pauses == []


def test_long_pauses_are_told_and_short_ones_are_not():
    said = []
    persist(busy(1.0, 20.0), tell=said.append)
    assert said == ["it is busy; the next try is in 20 s"]


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("120", 120.0), (" 0 ", 0.0), (None, None), ("", None), ("soon", None), ("-5", None), ("1.5", None), ("²", None)],
)
def test_retry_after_in_seconds(header, seconds):
    assert retry_after(header) == seconds


def test_retry_after_as_a_date():
    then = datetime.now(UTC) + timedelta(seconds=90)
    assert 60 < retry_after(format_datetime(then, usegmt=True)) <= 90
    assert retry_after("Sun, 06 Nov 1994 08:49:37 GMT") == 0.0

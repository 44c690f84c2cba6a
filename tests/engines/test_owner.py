import threading

import pytest

from transloc.engines.owner import Owner, within


def test_every_call_runs_in_the_same_other_thread():
    owner = Owner("owner")
    seen = {owner.call(threading.get_ident) for _ in range(3)}
    assert len(seen) == 1
    assert threading.get_ident() not in seen
    owner.close()


def test_what_it_raises_reaches_the_caller_and_the_thread_lives_on():
    class Panic(BaseException):
        pass

    def panic():
        raise Panic

    owner = Owner("owner")
    with pytest.raises(Panic):
        owner.call(panic)
    assert owner.call(lambda: 1) == 1
    owner.close()


def test_after_close_the_thread_ends_and_a_new_call_starts_another():
    owner = Owner("owner")
    first = owner.call(threading.current_thread)
    owner.close()
    first.join(10)
    assert not first.is_alive()
    assert owner.call(threading.current_thread) is not first
    owner.close()


def test_closing_twice_or_unused_is_fine():
    owner = Owner("owner")
    owner.close()
    owner.close()


def test_within_gives_the_result_or_stops_waiting():
    stop = threading.Event()
    assert within(10, lambda: 1) == 1
    with pytest.raises(TimeoutError):
        within(0.01, lambda: stop.wait(10))
    stop.set()

from datetime import UTC, datetime

import pytest

from transloc.model import Person, Role
from transloc.steps.duty import HOLD, Duty

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ALICE, BOB, CHARLIE = Person("p1", "Alice"), Person("p2", "Bob"), Person("p3", "Charlie", Role.EDITOR)
FREE = Duty()
ALICES = Duty(assignee="p1")
HELD = Duty(holder="p1", held=NOON + HOLD)
OVER = Duty(holder="p1", held=NOON)


@pytest.mark.parametrize(
    ("duty", "to", "actor", "may"),
    [
        (FREE, "p1", ALICE, True),
        (FREE, "p2", ALICE, False),
        (FREE, "", ALICE, False),
        (FREE, "p2", CHARLIE, True),
        (ALICES, "p2", ALICE, True),
        (ALICES, "", ALICE, True),
        (ALICES, "p2", BOB, False),
        (ALICES, "p2", CHARLIE, True),
        (HELD, "p3", ALICE, True),
        (HELD, "p2", BOB, True),
        (HELD, "p3", BOB, False),
        (OVER, "p3", ALICE, False),
    ],
)
def test_who_may_give_it_to_whom(duty, to, actor, may):
    assert duty.may_assign(to, actor, NOON) is may


def test_a_claim_is_over_at_its_end():
    assert HELD.at_it(NOON) == "p1"
    assert OVER.at_it(NOON) == ""
    assert OVER.free(NOON)
    assert not HELD.free(NOON)
    assert not ALICES.free(NOON)


def test_it_waits_for_who_is_to_do_it_and_for_who_is_at_it():
    both = Duty(assignee="p2", holder="p1", held=NOON + HOLD)
    assert [both.waits_for(person.id, NOON) for person in (ALICE, BOB, CHARLIE)] == [True, True, False]


@pytest.mark.parametrize(("actor", "may"), [(ALICE, True), (BOB, False), (CHARLIE, True)])
def test_who_may_release_a_claim(actor, may):
    assert HELD.may_release(actor, NOON) is may

"""Comments: said, settled, and never deleted."""

from datetime import timedelta

import pytest

from store.desk import ALICE, BOB, NOON
from transloc.errors import InputError, Refused

FIRST, SECOND = "u00000000.s1", "u00000001.s1"
LATER = NOON + timedelta(minutes=5)


def say(desk, text, *, segment=SECOND, author=ALICE):
    return desk.store.comment("talks", "en", segment, author=author, text=text, at=NOON)


def test_a_comment_names_who_said_what_and_when(desk):
    said = say(desk, " Which ministers? ")
    assert (said.segment, said.author, said.by, said.text, said.at, said.settled) == (
        SECOND,
        "Alice",
        "p1",
        "Which ministers?",
        NOON,
        None,
    )
    assert desk.store.comments("talks", "en") == (said,)


def test_comments_are_read_in_order_of_one_segment_or_of_all(desk):
    one, two, three = say(desk, "Which?"), say(desk, "Shorter?", segment=FIRST), say(desk, "Of defence.", author=BOB)
    assert desk.store.comments("talks", "en") == (one, two, three)
    assert desk.store.comments("talks", "en", SECOND) == (one, three)


def test_a_settled_comment_stays_with_the_time_of_the_first_settling(desk):
    said = say(desk, "Which?")
    assert desk.store.settle(said.id, actor=BOB, at=LATER).settled == LATER
    assert desk.store.settle(said.id, actor=ALICE, at=LATER + timedelta(days=1)).settled == LATER
    assert [comment.settled for comment in desk.store.comments("talks", "en")] == [LATER]


def test_a_comment_changes_nothing_of_the_segment(desk):
    before = desk.store.catalog("talks", "en")
    say(desk, "Which?")
    assert desk.store.catalog("talks", "en") == before


def test_what_cannot_be_said(desk):
    with pytest.raises(InputError, match="no words"):
        say(desk, " \n")
    with pytest.raises(Refused, match="there is no segment u9\\.s1"):
        say(desk, "?", segment="u9.s1")
    with pytest.raises(InputError, match="there is no comment 7"):
        desk.store.settle(7, actor=BOB, at=NOON)
    assert desk.store.comments("talks", "en") == ()

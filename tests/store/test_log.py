"""The log: every Event, the latest first, by what somebody looks for."""

from datetime import timedelta

import pytest

from store.desk import ALICE, BOB, NOON, Desk, article, catalog
from transloc.states import Action
from transloc.store import Asked

FIRST, SECOND = "u00000000.s1", "u00000001.s1"
HOUR = timedelta(hours=1)


@pytest.fixture
def worked(desk):
    """Two articles, and what two people did to one of them."""
    other = article("other")
    desk.store.add_article(other, [catalog(other)], actor=BOB, at=NOON)
    desk.translate(FIRST, "Talks in Warsaw", at=NOON + HOUR)
    desk.do(FIRST, Action.CONFIRM, at=NOON + 2 * HOUR)
    desk.do(FIRST, Action.REJECT, by=BOB, reason="=where?", at=NOON + 3 * HOUR)
    return desk


def told(desk: Desk, **asked):
    return [(one.event.action, one.event.actor) for one in desk.store.log(Asked(**asked))]


def test_the_latest_stands_first(worked):
    assert told(worked)[:4] == [("reject", "Bob"), ("confirm", "Alice"), ("edit", "Alice"), ("added", "Bob")]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"person": "p1"}, ["confirm", "edit"]),
        ({"action": "reject"}, ["reject"]),
        ({"article": "other"}, ["added", "added"]),
        ({"article": "talks", "person": "p1", "action": "edit"}, ["edit"]),
        ({"person": "p2", "action": "confirm"}, []),
        ({"since": NOON + HOUR, "until": NOON + 3 * HOUR}, ["confirm", "edit"]),
        ({"since": NOON + 3 * HOUR}, ["reject"]),
        ({"person": "p9"}, []),
        ({"article": "%"}, []),
    ],
)
def test_it_shows_what_is_asked_for(worked, asked, found):
    assert [action for action, _ in told(worked, **asked)] == found


def test_pages_follow_each_other_without_a_gap_though_moments_are_alike(worked):
    whole = worked.store.log(Asked())
    assert [one.event.at for one in whole].count(NOON) == 4
    pages, after = [], None
    while page := worked.store.log(Asked(), after=after, limit=2):
        pages += page
        after = page[-1].id
    assert tuple(pages) == whole


def test_what_is_written_meanwhile_is_not_in_what_is_being_read(worked):
    reading = worked.store.logged(Asked())
    first = next(reading)
    worked.translate(SECOND, "The ministers met.", by=ALICE, at=NOON + 4 * HOUR)
    assert (first.event.action, len(list(reading))) == ("reject", 6)


def test_an_export_stands_in_it_with_its_formats(worked):
    worked.store.exported("talks", "en", actor=BOB, kinds=("own", "html"), draft=True, at=NOON + 5 * HOUR)
    latest = worked.store.log(Asked(), limit=1)[0].event
    assert (latest.action, latest.actor, latest.article, latest.locale) == ("exported", "Bob", "talks", "en")
    assert latest.note == "own, html, unreviewed draft"

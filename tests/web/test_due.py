from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from transloc.web.due import in_words

KYIV = ZoneInfo("Europe/Kyiv")
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)  # 14:00 in Kyiv


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        ("2026-11-23T16:00Z", "due today, 18:00"),
        ("2026-11-23T21:59Z", "due today, 23:59"),
        ("2026-11-23T22:00Z", "due tomorrow, 00:00"),
        ("2026-12-03T07:30Z", "due 3 December, 09:30"),
        ("2027-01-02T10:00Z", "due 2 January 2027, 12:00"),
        ("2026-11-23T11:59:30Z", "overdue by less than a minute"),
        ("2026-11-23T11:58Z", "overdue by 2 minutes"),
        ("2026-11-23T10:30Z", "overdue by 1 hour"),
        ("2026-11-20T10:30Z", "overdue by 3 days"),
    ],
)
def test_a_deadline_is_said_as_the_newsroom_says_it(deadline, words):
    due = in_words(datetime.fromisoformat(deadline), NOW, KYIV)
    assert due.words == words
    assert due.overdue == words.startswith("overdue")


def test_no_deadline_no_words():
    assert in_words(None, NOW, KYIV) is None

"""The log as a table."""

import csv
import io
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from transloc.model import Event
from transloc.steps.log import COLUMNS, table

KYIV = ZoneInfo("Europe/Kyiv")


def event(**values):
    given = {"at": datetime(2026, 11, 24, 22, 30, tzinfo=UTC), "actor": "Bob", "action": "edit", "article": "talks"} | values
    return Event(**given)


def read(events):
    return list(csv.reader(io.StringIO("".join(table(events, KYIV)))))


def test_the_columns_are_named_and_moments_are_those_of_the_newsroom():
    head, row = read([event(by="p2", locale="en", segment="u1.s1", note="why", before="a", after="b", origin="deepl")])
    assert tuple(head) == COLUMNS
    assert row == ["2026-11-25T00:30:00+02:00", "Bob", "p2", "edit", "talks", "en", "u1.s1", "why", "a", "b", "deepl"]


@pytest.mark.parametrize("evil", ["=1+1", "+380", "-5", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(evil):
    _, row = read([event(note=evil, actor=evil)])
    assert row[1] == row[7] == f"'{evil}"


def test_quotes_commas_and_lines_stay_in_their_cells():
    _, row = read([event(note='a, "b"\nc')])
    assert row[7] == 'a, "b"\nc'


def test_many_come_in_pieces_and_none_is_lost():
    pieces = list(table((event(note=str(number)) for number in range(1201)), KYIV))
    assert len(pieces) == 3
    assert [row[7] for row in csv.reader(io.StringIO("".join(pieces)))][1:] == [str(number) for number in range(1201)]


def test_nothing_is_a_table_with_a_head():
    assert read([]) == [list(COLUMNS)]

import os

import pytest

from transloc.errors import InputError, Refused, StaleRevision


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (InputError("not UTF-8"), "not UTF-8"),
        (InputError("not UTF-8", path="a.csv"), "a.csv: not UTF-8"),
        (InputError("not UTF-8.", path="a.csv", line=3, hint="Save it again"), "a.csv:3: not UTF-8. Save it again"),
        (InputError("“a\nb” is no tag", path="x\x1b[31m\u202e.md"), "x\\x1b[31m\\u202e.md: “a\\nb” is no tag"),
        (InputError("is gone", path=os.fsdecode("так".encode() + b"\xff")), "так\\xff: is gone"),
        (InputError("half \ud83d", path="a"), "a: half \\ud83d"),
    ],
)
def test_an_error_is_one_sentence_with_place_and_way_out(error, told):
    assert str(error) == told


def test_exit_status_tells_bad_input_from_unfinished_work():
    assert InputError("x").exit_status == 2
    assert Refused("x").exit_status == 1


def test_a_stale_write_has_both_texts_in_hand():
    error = StaleRevision("u1.s1", seen=3, revision=5, theirs="A", mine="B")
    assert (error.theirs, error.mine) == ("A", "B")
    assert "revision 5, you saw 3" in str(error)

import pytest

from transloc.steps.disk import Spool, Table


def test_a_spool_gives_back_in_order_what_it_was_given_as_often_as_asked():
    spool = Spool[str]()
    for number in range(12_345):
        spool.add(f"рядок {number}")
    assert len(spool) == 12_345
    assert list(spool) == list(spool) == [f"рядок {number}" for number in range(12_345)]


def test_two_readers_of_a_spool_do_not_disturb_each_other():
    spool = Spool[int]()
    for number in range(10_001):
        spool.add(number)
    assert all(one == other for one, other in zip(spool, spool, strict=True))


def test_a_spool_knows_what_it_holds():
    spool = Spool[int]()
    assert not spool
    for number in range(6_000):
        spool.add(number)
    assert spool
    assert 17 in spool
    assert 6_000 not in spool


@pytest.mark.parametrize("before", [0, 99_999, 100_000])
def test_the_first_word_under_a_number_stays(before):
    table, most = Table(), 2**63 - 1
    for number in range(1, before + 1):
        assert table.setdefault(number, (number, -number)) == (number, -number)
    assert table.setdefault(most, (most, 1)) == (most, 1)
    assert table.setdefault(most, (2, 3)) == (most, 1)
    assert table.setdefault(0, (2, 3)) == (2, 3)
    assert all(table.setdefault(number, (0, 0)) == (number, -number) for number in range(1, before + 1))

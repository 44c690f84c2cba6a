import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.engines.batches import split


def test_both_limits_close_a_batch():
    assert split([1, 1, 1, 9, 1], max_texts=2, max_bytes=10).batches == ((0, 1), (2, 3), (4,))


def test_one_text_beyond_every_limit_is_set_aside_and_the_rest_goes_on():
    cut = split([5, 11, 5], max_texts=50, max_bytes=10)
    assert (cut.batches, cut.too_long) == (((0, 2),), (1,))


def test_nothing_makes_no_batch():
    assert split([], max_texts=50, max_bytes=10).batches == ()


@pytest.mark.parametrize(("count", "batches"), [(50, 1), (51, 2), (100, 2), (101, 3)])
def test_fifty_texts_a_batch(count, batches):
    assert len(split([1] * count, max_texts=50, max_bytes=1000).batches) == batches


@given(st.lists(st.integers(0, 30), max_size=40), st.integers(1, 7), st.integers(1, 25))
def test_every_position_comes_once_in_order_and_within_the_limits(sizes, max_texts, max_bytes):
    cut = split(sizes, max_texts=max_texts, max_bytes=max_bytes)
    sent = [at for batch in cut.batches for at in batch]
    assert sent == sorted(sent)
    assert sorted([*sent, *cut.too_long]) == list(range(len(sizes)))
    assert all(len(batch) <= max_texts and sum(sizes[at] for at in batch) <= max_bytes for batch in cut.batches)
    assert all(sizes[at] > max_bytes for at in cut.too_long)

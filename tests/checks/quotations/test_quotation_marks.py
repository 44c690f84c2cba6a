from hypothesis import given
from hypothesis import strategies as st

from transloc.checks.quotations.quotation_marks import Quotations


def test_pairs_are_told_by_their_neighbours_not_by_their_shape():
    for text in ("„ja“ nein", "“yes” no", "»ja« nein", "”ja” nej", "« oui » non", '"yes" no', "(«так»)"):
        found = Quotations(text)
        assert len(found.pairs) == 1, text
        assert not found.opened
        assert not found.closed


def test_depth_counts_the_quotations_around():
    found = Quotations("«Він сказав: „Я чув: “ні””».")
    assert sorted(pair.depth for pair in found.pairs) == [0, 1, 2]
    assert found.held()[0] == "ні"


def test_single_marks_are_told_from_apostrophes():
    assert Quotations("the workers' council isn't 'so very' good").singles == ((27, 36),)
    assert Quotations("’tis the rock ’n’ roll of the ’90s").pairs == ()
    assert Quotations("Mary's and John's").none


def test_a_loose_single_mark_counts_apart():
    assert Quotations("He said: 'We know this.").loose == (1, 0)
    assert Quotations("We know this,' he said.").loose == (0, 1)
    assert Quotations("We don't know.").loose == (0, 0)


@given(st.text(alphabet="aб \"«»“”„‘’' .,—", max_size=40))
def test_every_mark_is_counted_once(text):
    found = Quotations(text)
    counted = [mark.at for pair in found.pairs for mark in pair[:2]] + [mark.at for mark in found.opened + found.closed]
    assert len(counted) == len(set(counted))
    assert all(text[at] in '"«»“”„' for at in counted)
    assert all(pair.opening.at < pair.closing.at for pair in found.pairs)

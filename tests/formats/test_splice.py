from hypothesis import given
from hypothesis import strategies as st

from transloc.formats.splice import Edit, Gone, Held, Inner, filled, ordered, splice
from transloc.model import Code


def test_edits_come_in_any_order():
    assert splice("один два три", [Edit((9, 12), "three"), Edit((0, 4), "one")]).text == "one два three"


def test_an_insertion_stands_after_what_ends_where_it_does():
    assert splice("один два", [Edit((4, 4), "!"), Edit((0, 4), "one")]).text == "one! два"


def test_removals_that_touch_are_one():
    assert ordered([Edit((5, 9), ""), Edit((0, 5), "")]) == [Edit((0, 9), "")]


def test_what_lies_in_a_removal_goes_with_it_and_an_insertion_stands_behind():
    done = splice("<p>так</p> ні", [Edit((0, 10), ""), Edit((3, 6), "yes"), Edit((6, 6), "+")])
    assert done.text == "+ ні"


def test_an_edit_may_begin_earlier_and_not_before_the_one_before_it():
    asked = []

    def earlier(edit, floor):
        asked.append(floor)
        return max(floor, edit.span[0] - 2)

    assert splice("а\n\nб\n\nв", [Edit((3, 4), ""), Edit((6, 7), "")], earlier).text == "а"
    assert asked == [0, 4]


def test_texts_within_an_edit_are_found_where_they_came_to_stand():
    done = splice("а один б два", [Edit((2, 6), "[one]", holds=(Held(1, 4, ("=one",), 7),)), Edit((9, 12), "two")])
    assert [(done.text[held.start : held.end], held.owner) for held in done.holds] == [("one", 7)]


def test_what_stays_is_found_behind_and_before_insertions():
    done = splice("ab", [Edit((1, 1), "++")])
    assert (done.start(1), done.end(1)) == (3, 1)


def test_texts_inside_of_codes_are_put_into_them():
    codes = (Code(1, "![опис](a)"), Code(2, "[", '](b "титул")'))
    inner = [Inner(2, "close", 5, 5, "title", (Held(0, 5, ("=title",), 1),)), Inner(1, "open", 2, 4, "alt")]
    found, placed = filled(codes, inner)
    assert found == {1: Code(1, "![alt](a)"), 2: Code(2, "[", '](b "title")')}
    assert [(one.number, one.side, one.held.start) for one in placed] == [(2, "close", 5)]


def test_blocks_go_when_all_their_units_go():
    gone = Gone([0, 5, 10], [True, True, False])
    assert gone.all_in((0, 10))
    assert not gone.all_in((5, 11))
    assert not gone.all_in((6, 9))


@given(st.text("аб", max_size=30), st.data())
def test_what_is_not_replaced_stays_and_is_found(text, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    edits = [Edit((a, b), data.draw(st.text("XY", max_size=3))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    done = splice(text, data.draw(st.permutations(edits)))
    at, expected = 0, ""
    for (a, b), new, *_ in edits:
        expected += text[at:a] + new
        at = b
    assert done.text == expected + text[at:]
    kept = [at for at in range(len(text)) if not any(a <= at < b for (a, b), *_ in edits)]
    assert all(done.text[done.start(at)] == text[at] == done.text[done.end(at + 1) - 1] for at in kept)

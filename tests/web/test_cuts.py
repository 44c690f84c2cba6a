from transloc.web.cuts import places


def test_the_end_of_a_sentence_is_proposed_first():
    assert [cut.at for cut in places("Buy now. It is cheap.")] == [9, 4, 12, 15]


def test_a_place_is_before_a_word_whatever_the_gap():
    assert [cut.at for cut in places("one   two")] == [6]
    assert places("one") == ()
    assert places("") == ()


def test_a_code_at_the_end_of_a_sentence_hides_it_not():
    first = places("See <1>this.</1> Then go.")[0]
    assert (first.at, first.ends) == (17, True)


def test_what_stands_on_both_sides_is_shown_without_codes():
    cut = places("<1>Buy</1> now")[0]
    assert (cut.before, cut.after) == ("Buy", "now")

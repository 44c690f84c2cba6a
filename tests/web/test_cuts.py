from transloc.web.cuts import places


def test_the_end_of_a_sentence_is_proposed_first():
    assert [cut.at for cut in places("Buy now. It is cheap.")] == [9, 4, 12, 15]


def test_a_place_is_before_a_word_whatever_the_gap():
    assert [cut.at for cut in places("one   two")] == [6]
    assert places("one") == ()
    assert places("") == ()


def test_a_text_without_spaces_is_cut_behind_its_punctuation():
    text = "他说：“我们一起做。”<1>马克龙</1>去了柏林。后来，他回家了。"
    assert [text[cut.at :][:3] for cut in places(text)] == ["后来，", "“我们", "他回家"]


def test_a_code_at_the_end_of_a_sentence_hides_it_not():
    first = places("See <1>this.</1> Then go.")[0]
    assert (first.at, first.ends) == (17, True)


def test_what_stands_on_both_sides_is_shown_without_codes():
    cut = places("<1>Buy</1> now")[0]
    assert (cut.before, cut.after) == ("Buy", "now")

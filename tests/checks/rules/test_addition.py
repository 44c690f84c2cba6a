SOURCE = "Рада ухвалила бюджет міста на наступний рік після тригодинних дебатів."
TARGET = "The council adopted the city's budget for next year after three hours of debate."
MORE = " The mayor called the vote a victory for common sense and promised that every school would be repaired before the autumn."


def test_a_right_length_is_no_addition(judge):
    assert judge("addition", SOURCE, TARGET) == []


def test_a_text_of_three_lengths_is_a_warning(judge):
    (found,) = judge("addition", SOURCE, TARGET + MORE)
    assert (found.severity, found.target_spans) == ("warning", ((0, len(TARGET + MORE)),))
    assert "more sentences" in found.message


def test_a_short_source_may_grow(judge):
    assert judge("addition", "До зустрічі в ефірі!", "We look forward to seeing you all on the air again!") == []


def test_a_negation_of_the_target_alone_is_info(judge):
    (found,) = judge("addition", "Він підписав угоду.", "He never signed the agreement.")
    assert (found.severity, "never" in found.message) == ("info", True)
    assert judge("addition", "Він відмовився підписати угоду.", "He would not sign the agreement.") == []

import pytest

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


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Законопроєкт № 13335 ухвалено.", "Bill No. 13335 has been passed."),
        ("Він підписав наказ № 12.", "He signed Order No 12."),
        ("Він підписав накази № 12 і 13.", "He signed Orders Nos. 12 and 13."),
        ("Він підписав закон № 7.", "He signed Law No.7."),
        ("Уночі 5 градусів морозу.", "Five degrees below zero at night."),
        ("Температура впала до нуля.", "Temperatures fell to zero."),
        ("Уночі близько 0 градусів.", "Around zero degrees at night."),
        ("Нульова терпимість до корупції.", "Zero tolerance of corruption."),
    ],
)
def test_the_sign_of_a_number_and_a_zero_that_counts_deny_nothing(judge, source, target):
    assert judge("addition", source, target) == []
    assert judge("omission", target, source, "en uk") == []


@pytest.mark.parametrize(
    ("source", "target", "word"),
    [
        ("Він підписав угоду.", "No agreement was signed.", "No"),
        ("Постраждали 5 осіб.", "No 5 people were hurt.", "No"),
        ("Є гарантія на 100%.", "There is no 100% guarantee.", "no"),
        ("У країні є 5G.", "In that country, No 5G is to be had.", "No"),
        ("Він підписав закон № 7.", "He did not sign Law No. 7.", "not"),
        ("Були жертви.", "There were zero casualties.", "zero"),
    ],
)
def test_a_negation_beside_numbers_is_still_one(judge, source, target, word):
    (found,) = judge("addition", source, target)
    assert f"“{word}”" in found.message


def test_the_sign_of_a_number_answers_no_negation(judge):
    (found,) = judge("omission", "Він не підписав закон № 7.", "He signed Law No. 7.")
    assert "не" in found.message

import pytest


@pytest.mark.parametrize(
    ("uk", "en", "column", "fix"),
    [
        ("Kиїв", "Kyiv", 4, "Київ"),
        ("Верховна Рaда", "Parliament", 14, "Верховна Рада"),
        ("Київ", "Кyiv", 9, "Kyiv"),
        ("Київ", "Kyіv", 11, None),
    ],
)
def test_a_letter_of_another_script_is_told_with_the_word_that_was_meant(look, uk, en, column, fix):
    found = look(f"a,,{uk},{en}", only="mixed-script")
    assert [(fault.column, fault.fix) for fault in found] == ([(column, fix)] if fix else [(11, "Kyiv")])


@pytest.mark.parametrize("uk", ["Київ", "Starlinkом", "Starlinkа", "ІТ-компанія", "IT-компанія", "Т-72", "Twitter-акаунт", "CNN"])
def test_words_of_two_scripts_that_are_meant_so_are_fine(places, uk):
    assert places("mixed-script", f"a,,{uk},x", "b,,Верховна Рада України,y") == []


def test_the_apostrophe_that_a_column_has_less_often_is_told(look):
    (fault,) = look("a,,м’яч,ball", "b,,пам'ять,Donald's memory", "c,,об’єкт,Shaun's object", only="apostrophe-mixed")
    assert (fault.line, fault.column, fault.fix) == (3, 7, "пам’ять")


def test_each_column_may_have_its_own_apostrophe(places):
    assert places("apostrophe-mixed", "a,,м’яч,Donald's ball", "b,,об’єкт,‘x’") == []

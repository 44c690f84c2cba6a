import pytest

from transloc.checks.pair import side

RULE = "brackets"


@pytest.mark.parametrize(
    ("source", "target", "message", "at"),
    [
        ("Рада (Київ)", "The council (Kyiv", "The bracket “(” is never closed", "("),
        ("Рада (Київ)", "The council Kyiv)", "The bracket “)” was never opened", ")"),
        ("Рада [так]", "The council (so]", "The bracket “(” is never closed", "("),
        ("<1>Рада</1> (Київ)", "<1>The council (Kyiv</1>", "The bracket “(” is never closed", "("),
    ],
)
def test_an_unpaired_bracket_is_told_where_it_stands(judge, source, target, message, at):
    finding = judge(RULE, source, target)[0]
    assert (finding.severity, finding.message) == ("warning", message)
    assert target[slice(*finding.target_spans[0])] == at


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Рада (Київ)", "The council (Kyiv)"),
        ("Рада", "The council (parliament) [sic]"),
        ("(Перше.", "(The first."),
        ("а) перше", "a) first"),
        ("пункт 12) друге", "12) second; b) third (in 2011, 12)"),
        ("Привіт :)", "Hello :)"),
    ],
)
def test_pairs_items_and_faces_are_right(judge, source, target):
    assert judge(RULE, source, target) == []


def test_a_bracket_may_close_in_another_sentence_of_the_unit(judge):
    assert judge(RULE, "Рада (тут).", "The council (here.", others=(side("And there.)", "en"),)) == []
    assert judge(RULE, "Рада (тут).", "The council (here.", others=(None,)) == []
    assert judge(RULE, "Рада (тут).", "The council (here.", others=(side("And there.", "en"),))
    assert judge(RULE, "Рада тут.", "And there.)", others=(side("The council (here.", "en"), side("So it is.)", "en")))

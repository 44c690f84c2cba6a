import pytest

RULE = "whitespace"


@pytest.mark.parametrize(
    ("source", "target", "message", "fix"),
    [
        ("Рада тут", "The  council", "Several spaces in a row", "The council"),
        ("12 осіб", "12\u00a0 people  here", "Several spaces in a row", "12\u00a0people here"),
        ("Рада", "The\tcouncil", "Several spaces in a row", "The council"),
        ("Рада", " The council", "The target begins or ends with space, the source does not", "The council"),
        ("Рада ", "The council", "The source begins or ends with space, the target does not", "The council "),
        ("Рада\n", "The council ", "The target begins or ends with other space than the source", "The council\n"),
    ],
)
def test_wrong_space_is_told_and_mended(judge, source, target, message, fix):
    (finding,) = judge(RULE, source, target)
    assert (finding.severity, finding.message, finding.fix) == ("warning", message, fix)


def test_a_line_break_that_the_source_lacks(judge):
    (finding,) = judge(RULE, "Рада тут", "The\ncouncil")
    assert finding.message == "The target has a line break that the source does not have"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Рада", "The council"),
        ("а  б", "a  b"),
        ("Рада\nтут", "The\ncouncil"),
        (" Рада\n", " Council\n"),
        ("Рада <1/> тут", "The council <1/> here"),
        ("12\u00a0осіб", "12\u00a0people"),
    ],
)
def test_what_the_source_does_itself_is_right(judge, source, target):
    assert judge(RULE, source, target) == []

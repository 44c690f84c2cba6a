import pytest

RULE = "email"


def test_a_lost_address(judge):
    (finding,) = judge(RULE, "Пишіть на desk@example.org.", "Write to us.")
    assert (finding.severity, finding.message) == ("error", "The mail address desk@example.org is missing from the target")


def test_a_changed_address_can_be_put_back(judge):
    (finding,) = judge(RULE, "Пишіть на desk@example.org.", "Write to desk@exmaple.org.")
    assert finding.message == "The mail address desk@example.org became desk@exmaple.org"
    assert finding.fix == "Write to desk@example.org."


@pytest.mark.parametrize(
    ("source", "target"),
    [("desk@example.org", "Desk@Example.org"), ("Пишіть @ukrinform", "Write to @ukrinform"), ("Рада", "a@example.org")],
)
def test_what_is_kept_or_added_is_right(judge, source, target):
    assert judge(RULE, source, target) == []

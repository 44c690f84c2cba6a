import pytest

RULE = "hashtag"


@pytest.mark.parametrize(
    ("source", "target", "message", "fix"),
    [
        ("тег #MeToo", "the tag #MeTo", "The hashtag #MeToo became #MeTo", "the tag #MeToo"),
        ("тег #MeToo", "the tag", "The hashtag #MeToo is missing from the target", None),
        ("тег #Київ", "the tag", "The hashtag #Київ is missing from the target", None),
        ("пише @ukrinform", "writes @ukrinfrom", "The handle @ukrinform became @ukrinfrom", "writes @ukrinform"),
    ],
)
def test_a_lost_or_changed_tag(judge, source, target, message, fix):
    (finding,) = judge(RULE, source, target)
    assert (finding.severity, finding.message, finding.fix) == ("error", message, fix)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("тег #MeToo (@ukrinform)", "#metoo, @Ukrinform"),
        ("тег #Київ", "the tag #Kyiv"),
        ("тег #Київ", "the tag #Київ"),
        ("місце #1", "number one"),
        ("пишіть desk@example.org", "write"),
        ("Рада", "The council #news"),
    ],
)
def test_a_tag_kept_or_translated_from_other_letters(judge, source, target):
    assert judge(RULE, source, target) == []


def test_one_tag_cannot_stand_for_two(judge):
    (finding,) = judge(RULE, "#Київ #Львів", "#Kyiv")
    assert finding.message.endswith("is missing from the target")

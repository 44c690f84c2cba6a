import pytest

RULE = "hashtag"


@pytest.mark.parametrize(
    ("source", "target", "message", "fix"),
    [
        ("тег #MeToo", "the tag #MeTo", "The hashtag #MeToo became #MeTo", "the tag #MeToo"),
        ("тег #MeToo", "the tag", "The hashtag #MeToo is missing from the target", None),
        ("тег #Київ", "the tag", "The hashtag #Київ is missing from the target", None),
        ("тег #Київ", "the tag #Кієв", "The hashtag #Київ became #Кієв", "the tag #Київ"),
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


def test_a_translated_tag_is_in_letters_of_the_target(judge):
    assert judge(RULE, "the tag #StandWithUkraine", "тег #РазомЗУкраїною", "en uk") == []
    (respelt,) = judge(RULE, "the tag #StandWithUkraine", "тег #StandWithUkrane", "en uk")
    assert (respelt.message, respelt.fix) == ("The hashtag #StandWithUkraine became #StandWithUkrane", "тег #StandWithUkraine")
    (other,) = judge(RULE, "the tag #War", "тег #Peace", "en uk")
    assert other.message == "The hashtag #War is missing from the target"


@pytest.mark.parametrize("source", ["#StandWithUkraine #Kyiv", "#Kyiv #StandWithUkraine"])
def test_of_two_tags_the_misspelt_one_is_told(judge, source):
    (finding,) = judge(RULE, source, "#StandWithUkrane #Київ", "en uk")
    assert finding.message == "The hashtag #StandWithUkraine became #StandWithUkrane"


def test_one_tag_cannot_stand_for_two(judge):
    (finding,) = judge(RULE, "#Київ #Львів", "#Kyiv")
    assert finding.message.endswith("is missing from the target")

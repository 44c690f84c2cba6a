import pytest

from transloc import markup


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("<1>Київ</1> тут", "Kyiv is here", "The inline code <1>…</1> is missing from the target"),
        ("Київ<2/> тут", "Kyiv here", "The inline code <2/> is missing from the target"),
        ("<1>Київ</1>", "<1>Kyiv", "The inline code </1> is missing from the target"),
        ("Київ", "<1>Kyiv</1>", "The target has the inline code <1>…</1> once more than the source"),
        ("<1>a</1>", "</1>a<1>", "The inline code </1> closes before it opens, or across another one"),
        ("<1>a <2>b</2></1>", "<1>a</1> <2>b</2>", "The inline code <2> has left the code that holds it in the source"),
    ],
)
def test_each_fault_is_told_with_its_code(judge, source, target, message):
    (finding,) = judge("inline-code", source, target)
    assert finding.message == message
    assert finding.severity == "error"


@pytest.mark.parametrize(
    ("source", "target"),
    [("Київ", "Kyiv"), ("<1>a</1> <2/>", "<2/> <1>b</1>"), ("a < b", "a > b"), ("<1>початок", "<1>the beginning")],
)
def test_codes_that_moved_with_their_words_are_right(judge, source, target):
    assert judge("inline-code", source, target) == []


def test_two_lost_codes_are_two_findings(judge):
    assert len(judge("inline-code", "<1>a</1> <2/>", "a")) == 2


def test_a_code_around_the_whole_segment_can_be_put_back(judge):
    (finding, *_) = judge("inline-code", "<1><2>Київ тут</2></1>", "Kyiv is here")
    assert finding.fix == "<1><2>Kyiv is here</2></1>"
    assert markup.valid("<1><2>Київ тут</2></1>", finding.fix)
    assert judge("inline-code", "<1>Київ</1> тут", "Kyiv is here")[0].fix is None

import pytest

RULE = "repeated-word"


@pytest.mark.parametrize(
    ("target", "locales", "word", "fix"),
    [
        ("Access to the the towns is limited.", "uk en", "the", "Access to the towns is limited."),
        ("The the council", "uk en", "The", "The council"),
        ("Рада ухвалила ухвалила закон", "en uk", "ухвалила", "Рада ухвалила закон"),
        ("Mogli stać się\u00a0się bogaci", "uk pl", "się", "Mogli stać się bogaci"),
        ("Der Rat hat hat es beschlossen", "uk de", "hat", "Der Rat hat es beschlossen"),
        ("Le conseil a a voté", "uk fr", "a", "Le conseil a voté"),
    ],
)
def test_a_doubled_word_is_told_and_can_be_removed(judge, target, locales, word, fix):
    (finding,) = judge(RULE, "Рада" if locales[0] == "u" else "The council", target, locales)
    assert (finding.severity, finding.message, finding.fix) == ("warning", f"“{word}” stands twice", fix)
    assert len(finding.target_spans) == 2


def test_a_word_is_doubled_across_a_code_too(judge):
    (finding,) = judge(RULE, "<1>Рада</1> тут", "<1>The council</1> council")
    assert finding.fix == "<1>The council</1>"
    (finding,) = judge(RULE, "<1>Рада</1> тут", "The council <1>council</1>")
    assert finding.fix is None


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Він мав", "He had had enough of that that day", "uk en"),
        ("люди, які", "Menschen, die die Welt sehen", "uk de"),
        ("подивився", "spojrzał na nie nie od razu", "uk pl"),
        ("у готелі Roa Roa", "at the Roa Roa Hotel", "uk en"),
        ("im Roa-Roa-Hotel", "at the Roa Roa Hotel", "de en"),
        ("Ні, ні", "No, no: he went. Went home", "uk en"),
        ("повільно", "yavaş yavaş", "uk tr"),
        ("10 10", "10 10 in into", "uk en"),
    ],
)
def test_what_grammar_or_the_source_doubles_is_right(judge, source, target, locales):
    assert judge(RULE, source, target, locales) == []


def test_a_doubled_name_of_the_source_does_not_excuse_another_word(judge):
    (finding,) = judge(RULE, "у готелі Roa Roa", "at the the Roa Roa Hotel")
    assert finding.message == "“the” stands twice"

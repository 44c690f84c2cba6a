import pytest

RULE = "punctuation"


@pytest.mark.parametrize(
    ("source", "target", "locales", "message"),
    [
        ("Чому він пішов?", "Why did he leave.", "uk en", "The target lacks a question mark, the source ends with one"),
        ("Він пішов.", "He left?", "uk en", "The target ends with a question mark, the source does not"),
        ("Він пішов!", "He left.", "uk en", "The target lacks an exclamation mark, the source ends with one"),
        ("Він пішов...", "He left.", "uk en", "The target lacks an ellipsis, the source ends with one"),
        ("«Чому?»", "„Warum.“", "uk de", "The target lacks a question mark, the source ends with one"),
        ("Як так?!", "How so.", "uk en", "The target lacks a question mark, the source ends with one"),
        ("Чому?..", "Why.", "uk en", "The target lacks a question mark, the source ends with one"),
        ("Він пішов.", "He left?!", "uk en", "The target ends with a question mark, the source does not"),
        ("Він пішов!", "He left?", "uk en", "The target lacks an exclamation mark, the source ends with one"),
        ("<1>Чому?</1>", "<1>Γιατί.</1>", "uk el", "The target lacks a question mark, the source ends with one"),
    ],
)
def test_a_final_mark_that_changes_the_meaning(judge, source, target, locales, message):
    (finding,) = judge(RULE, source, target, locales)
    assert (finding.severity, finding.message) == ("warning", message)
    assert source[slice(*finding.source_spans[0])] in "?!.…"


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Чому?", "Why?", "uk en"),
        ("Як так?!", "How so?", "uk en"),
        ("Як так?!", "How so!", "uk en"),
        ("How so?", "Як так?!", "en uk"),
        ("Чому?..", "Why?", "uk en"),
        ("Чому?..", "Why…", "uk en"),
        ("Він у США.", "He is in the U.S..", "uk en"),
        ("Чому?", "Γιατί;", "uk el"),
        ("Чому?", "لماذا؟", "uk ar"),
        ("Чому?", "为什么？", "uk zh"),
        ("Він пішов…", "He left...", "uk en"),
        ("Він пішов", "He left.", "uk en"),
        ("Чому він пішов? Ніхто не знає.", "Nobody knows: why did he leave?", "uk en"),
        ("хто догляне за собакою.", "Who will care for the dog?", "uk en"),
        ("Перше;", "The first.", "uk en"),
        ("<1>Так.</1> https://example.com/?", "<1>Yes.</1> https://example.com/?", "uk en"),
    ],
)
def test_marks_that_mean_the_same(judge, source, target, locales):
    assert judge(RULE, source, target, locales) == []


@pytest.mark.parametrize(
    ("target", "marks"),
    [("The team., and I", ".,"), ("The team,, and I", ",,"), ("He left.. Then", ".."), ("Kyiv; , Lviv", None), ("He left,.", ",.")],
)
def test_doubled_marks(judge, target, marks):
    findings = judge(RULE, "Команда, і я.", target)
    assert ([finding.message for finding in findings if "doubled" in finding.message] == [f"The punctuation mark is doubled: {marks}"]) is (
        marks is not None
    )


def test_more_marks_than_the_source_has(judge):
    (finding,) = judge(RULE, "Так! Ні", "Yes!!! No")
    assert (finding.message, finding.fix) == ("More marks than the source has: !!!", "Yes! No")
    assert judge(RULE, "Так!!! Ні", "Yes!!! No") == []


@pytest.mark.parametrize(
    "target",
    ["in the U.S., and", "at Inc., and", "Really?! Yes", "Wait... No", "in 2017\u00a0r., which", "see: :) so", "Baton Rouge, La., and"],
)
def test_points_of_abbreviations_and_ellipses_are_not_doubled(judge, target):
    assert judge(RULE, "Так", target) == []


@pytest.mark.parametrize(
    ("target", "locales", "mark", "fix"),
    [
        ("No , no", "uk en", ",", "No, no"),
        ("reported .", "uk en", ".", "reported."),
        ("Nie ,Anno", "uk pl", ",", "Nie, Anno"),
        ("So\u00a0: ja", "uk de", ":", "So: ja"),
        ("Так ; ні", "en uk", ";", "Так; ні"),
    ],
)
def test_a_space_before_a_mark(judge, target, locales, mark, fix):
    (finding,) = judge(RULE, "Так" if locales[:2] == "uk" else "Yes", target, locales)
    assert (finding.message, finding.fix) == (f"There is a space before “{mark}”", fix)


@pytest.mark.parametrize("target", ["inquisitive ... they", "the .NET and .5 mm", "so :) and :-(", "a , b"])
def test_spaces_that_are_right_or_the_source_s_own(judge, target):
    assert judge(RULE, "а , б", target) == []


@pytest.mark.parametrize(
    ("target", "locale", "message", "fix"),
    [
        ("Pourquoi?", "fr", "French has a no-break space before “?”", "Pourquoi\u202f?"),
        ("Pourquoi ?", "fr", "French has a no-break space before “?”", "Pourquoi\u202f?"),
        ("Ainsi : oui", "fr", "French has a no-break space before “:”", "Ainsi\u00a0: oui"),
        ("Le «deal\u00a0» est mort", "fr", "French has a no-break space behind “«”", "Le «\u00a0deal\u00a0» est mort"),
        ("Le «\u00a0deal» est mort", "fr", "French has a no-break space before “»”", "Le «\u00a0deal\u00a0» est mort"),
        ("Pourquoi\u00a0?", "fr-CA", "French has no space before “?”", "Pourquoi?"),
    ],
)
def test_the_spaces_of_french(judge, target, locale, message, fix):
    findings = [finding for finding in judge(RULE, "Так", target, f"uk {locale}") if "French" in finding.message]
    assert [(finding.message, finding.fix) for finding in findings] == [(message, fix)]


@pytest.mark.parametrize(
    ("target", "locale"),
    [
        ("Pourquoi\u202f? Oui\u00a0! Ainsi\u00a0: à 14:30, https://example.com", "fr"),
        ("Le «\u202fdeal\u202f» est mort", "fr-BE"),
        ("Pourquoi? Le «\u00a0deal\u00a0»", "fr-CA"),
        ("Pourquoi? Ainsi: «deal»", "fr-CH"),
    ],
)
def test_french_as_it_should_be(judge, target, locale):
    assert judge(RULE, "Так", target, f"uk {locale}") == []

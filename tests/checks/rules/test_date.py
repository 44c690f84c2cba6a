import pytest

SAME = [
    ("4 лютого 2026 року", "4 February 2026", "uk en"),
    ("4 лютого 2026 року", "February 4, 2026", "uk en"),
    ("4 лютого 2026 року", "Feb. 4, 2026", "uk en"),
    ("04.02.2026", "4 February 2026", "uk en"),
    ("29 травня", "29 and 30 May", "uk en"),
    ("04.02.2026", "04/02/2026", "uk en-GB"),
    ("04.02.2026", "02/04/2026", "uk en-US"),
    ("04.02.2026", "2026-02-04", "uk en-US"),
    ("У лютому вибори", "The vote is in February", "uk en"),
    ("у середині липня", "in mid-July", "uk en"),
    ("липневий саміт", "the July summit", "uk en"),
    ("у понеділок, 4 травня", "on Monday, May 4", "uk en"),
    ("у п'ятничному твіті", "in Friday's tweet", "uk en"),
    ("суботній візит", "Saturday’s visit", "uk en"),
    ("між 4 та 6 березня", "between March 4 and 6", "uk en"),
    ("4–6 березня", "4th–6th of March", "uk en"),
    ("4 лютого", "4 lutego", "uk pl"),
    ("w lutym, w środę", "im Februar, am Mittwoch", "pl de"),
    ("am Sonntagabend im Jänner", "у неділю ввечері в січні", "de uk"),
    ("в среду, 5 марта", "у середу, 5 березня", "ru uk"),
    ("le 5 mars, un mercredi", "у середу, 5 березня", "fr uk"),
]


@pytest.mark.parametrize(("source", "target", "locales"), SAME)
def test_one_date_in_any_writing_and_inflection_is_no_fault(judge, source, target, locales):
    assert judge("date", source, target, locales) == []
    assert judge("date", target, source, " ".join(reversed(locales.split()))) == []


@pytest.mark.parametrize(
    ("source", "target", "locales", "message"),
    [
        ("4 лютого 2026 року", "4 March 2026", "uk en", "The source has лютого (4), the target March (4)"),
        ("у лютому", "in March", "uk en", "The source has лютому, the target March"),
        ("04.02.2026", "4 March 2026", "uk en", "The source has 04.02.2026, the target March (4)"),
        ("4 лютого 2026", "04/02/2026", "uk en-US", "The source has лютого (4), the target 04/02/2026"),
        ("у середу", "on Thursday", "uk en", "The source has середу, the target Thursday"),
        ("в суботу, у суботу й у неділю", "on Saturday, Sunday and Sunday", "uk en", "The source has суботу, the target Sunday"),
        ("4 лютого і 5 березня", "5 February and 4 March", "uk en", "The source has лютого (4), the target February (5)"),
        ("30 травня 2005 року", "May 2005, 30", "uk en", "The source has травня (30), the target May"),
        ("w piątek", "am Samstag", "pl de", "The source has piątek, the target Samstag"),
        ("im Mai 2026", "у березні 2026", "de uk", "The source has Mai, the target березні"),
    ],
)
def test_another_date_is_told(judge, source, target, locales, message):
    found = judge("date", source, target, locales)
    assert found[0].message == message
    assert found[0].severity == "error"
    assert found[0].source_spans
    assert found[0].target_spans


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Тереза Мей приїде у жовтні", "Theresa May comes in October"),
        ("Марш жінок у жовтні", "The March for Women in October"),
        ("Це може бути в жовтні", "May it be in October"),
        ("Лютий ворог прийшов у березні", "A fierce enemy came in March"),
        ("Ейпріл Раян, жовтень", "April Ryan, October"),
        ("торік навесні", "in April last year"),
        ("1 жовтня", "on Monday"),
    ],
)
def test_a_month_that_is_another_word_or_stands_alone_says_nothing(judge, source, target):
    assert judge("date", source, target) == []
    assert judge("date", target, source, "en uk") == []


def test_spans_show_the_names_in_the_coded_texts(judge):
    (found,) = judge("date", "у <1>лютому</1> цього року", "in <1>March</1> this year")
    assert found.source_spans == ((5, 11),)
    assert found.target_spans == ((6, 11),)

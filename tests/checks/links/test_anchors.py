import pytest

from transloc.glossary import read

RULE = "inline-code"
GLOSSARY = read("id,kind,uk,en,pl\nrada,org,Верховна Рада,Verkhovna Rada,Rada Najwyższa\n".encode()).glossary


@pytest.mark.parametrize(
    ("source", "target", "locales", "held", "found"),
    [
        ("<1>Макрон</1> сказав це", "Macron <1>said</1> it", "uk en", "Макрон", "Macron"),
        ("у <1>Харкові</1> сьогодні", "in Kharkiv <1>today</1>", "uk en", "Харкові", "Kharkiv"),
        ("<1>12 500</1> осіб", "12,500 <1>people</1>", "uk en", "12 500", "12,500"),
        ("Так <1>said Zelensky</1> here", "Так <1>сказав</1> Зеленський тут", "en uk", "Zelensky", "Зеленський"),
        ("у <1>Верховній Раді</1> голосували", "they <1>voted</1> in the Verkhovna Rada", "uk en", "Верховній Раді", "Verkhovna Rada"),
        ("w <1>Krakowie</1> dziś", "heute <1>wieder</1> in Krakow", "pl de", "Krakowie", "Krakow"),
    ],
)
def test_a_link_that_moved_to_another_word(judge, source, target, locales, held, found):
    (finding,) = judge(RULE, source, target, locales, glossary=GLOSSARY)
    assert finding.severity == "warning"
    assert finding.message == f"The inline code <1> held “{held}”, which stands outside it in the target: “{found}”"
    assert source[slice(*finding.source_spans[0])] == held
    assert target[slice(*finding.target_spans[0])] == found


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("<1>Макрон</1> сказав це", "said <1>Macron</1>"),
        ("<1>Макрон</1> сказав це", "<1>He</1> said it"),
        ("<1>Макрон</1> сказав про Макрона", "<1>He</1> said of Macron"),
        ("<1>Макрон сказав 12</1>", "<1>Macron said 12</1>"),
        ("<1>Президент Макрон</1> сказав", "<1>French President Macron</1> said"),
        ("<1>тут</1> Макрон сказав", "Macron <1>said</1> here"),
        ("<1>12 осіб</1> з 500", "<1>twelve people</1> of 500"),
        ("<1>Макрон", "Macron <1>said"),
    ],
)
def test_a_link_that_kept_its_words_or_whose_words_cannot_be_told(judge, source, target):
    assert judge(RULE, source, target, glossary=GLOSSARY) == []


def test_two_codes_that_changed_places(judge):
    findings = judge(RULE, "<1>Макрон</1> і <2>Туск</2>", "<2>Macron</2> and <1>Tusk</1>")
    assert [finding.message.split("“")[1].split("”")[0] for finding in findings] == ["Макрон", "Туск"]

import pytest

from transloc.checks.pair import side
from transloc.checks.terms.answers import answers, present
from transloc.glossary import read

CSV = """\
id,kind,uk,en,de,cs,case
us,place,США,United States|US,USA|Vereinigte Staaten,USA,
ru,place,Росія,Russia,Russland,Rusko,any
cz,place,Крутогори,Krutohory,Krutohoren,Krutohory,
pol,org,поліція,police,Polizei,policie,
mer,person,Ангела Меркель,Angela Merkel,Angela Merkel,Angela Merkelová,
"""
GLOSSARY = read(CSV.encode()).glossary


def said(text, row, locale):
    return [text[slice(*span)] for span in answers(side(text, locale), GLOSSARY.concept(row), GLOSSARY)]


@pytest.mark.parametrize(
    ("text", "row", "locale", "words"),
    [
        ("the US-led force of the U.S. and Americans", "us", "en", ["US", "U.S", "Americans"]),
        ("tell us", "us", "en", []),
        ("pro-<1>Russian</1> forces in Russia's south", "ru", "en", ["Russian", "Russia"]),
        ("russia", "ru", "en", []),
        ("der Polizeisprecher der Bundespolizei", "pol", "de", ["Polizeisprecher", "Bundespolizei"]),
        ("Merkels Merkelismus", "mer", "de", ["Merkels"]),
        ("Russlandreise", "ru", "de", ["Russlandreise"]),
        ("die Krutohorer Bürger", "cz", "de", ["Krutohorer"]),
        ("krutohorský soud", "cz", "cs", ["krutohorský"]),
        ("the policing", "pol", "en", []),
    ],
)
def test_what_a_target_says_for_a_concept(text, row, locale, words):
    assert said(text, row, locale) == words


def test_a_locale_without_a_column_says_nothing():
    assert said("la Russie", "ru", "fr") == []


@pytest.mark.parametrize("text", ["the US", "US, and others", "a USB stick", "BUS", "US2", "US-led", "<1>US</1>", "“US”", "US’s", "us", ""])
def test_what_the_last_target_said_is_looked_for_where_it_stands_by_itself(text):
    assert present(side("the US came", "en"), GLOSSARY.concept("us"), GLOSSARY)
    assert present(side(text, "en"), GLOSSARY.concept("us"), GLOSSARY) is bool(said(text, "us", "en"))

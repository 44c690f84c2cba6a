import pytest

from transloc.glossary import read
from transloc.glossary.families import surname_forms


def person(name, speaks="", kind="person"):
    return read(f"id,kind,en,uk,speaks\nx,{kind},{name},{name},{speaks}\n".encode()).glossary.concepts[0]


@pytest.mark.parametrize(
    ("name", "speaks", "surnames"),
    [
        ("Emmanuel Macron", "", {"Macron", "Macrons"}),
        ("Ursula von der Leyen", "", {"Leyen", "Leyens"}),
        ("Martin Luther King Jr.", "", {"King"}),
        ("George Bush Sr", "", {"Bush"}),
        ("Xi Jinping", "zh", {"Xi", "Jinping", "Jinpings"}),
        ("Viktor Orbán", "hu-HU", {"Viktor", "Orbán", "Orbáns"}),
        ("Rihanna", "", set()),
    ],
)
def test_a_person_is_called_by_the_surname(name, speaks, surnames):
    assert surnames <= set(surname_forms(person(name, speaks), "en"))
    assert bool(surnames) == bool(set(surname_forms(person(name, speaks), "en")))


def test_surnames_inflect():
    assert {"Макрона", "Макроном", "Макроні"} <= set(surname_forms(person("Емманюель Макрон"), "uk"))


def test_others_have_no_surname():
    assert set(surname_forms(person("Supreme Court", kind="org"), "en")) == set()

import pytest

from transloc.glossary import ConceptKind
from transloc.glossary.inflection.citation import citation


@pytest.mark.parametrize(
    ("seen", "kind", "name"),
    [
        ({"Емманюелем Макроном": 1}, "person", "Емманюель Макрон"),
        ({"Емманюель Макрон": 2, "Емманюеля Макрона": 1}, "person", "Емманюель Макрон"),
        ({"Урсули Каллас": 1}, "person", "Урсула Каллас"),
        ({"Ользі Петренко": 1}, "person", "Ольга Петренко"),
        ({"Верховної Ради": 3}, "org", "Верховна Рада"),
        ({"Стамбулі": 2, "Стамбула": 1}, "place", "Стамбул"),
        ({"Туреччина": 1}, "place", "Туреччина"),
        ({"Одеси": 2, "Одесою": 1}, "place", "Одеса"),
        ({"МЗС": 3}, "abbr", "МЗС"),
    ],
)
def test_a_name_is_led_back_to_its_nominative(seen, kind, name):
    assert citation(seen, "uk", ConceptKind(kind)) == name


@pytest.mark.parametrize(
    ("seen", "locale", "name"), [({"NATO": 2}, "en", "NATO"), ({"Kyiv": 3, "Kyivs": 1}, "en", "Kyiv"), ({"Ҡазан": 1}, "ba", "Ҡазан")]
)
def test_a_language_without_rules_keeps_what_was_seen(seen, locale, name):
    assert citation(seen, locale, ConceptKind.PLACE) == name

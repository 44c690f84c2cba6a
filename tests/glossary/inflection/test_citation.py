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
        ({"Ролан Дюма": 1}, "person", "Ролан Дюма"),
        ({"Томмі Флітвуд": 1, "Томмі Флітвуда": 2, "Флітвудом": 1}, "person", "Томмі Флітвуд"),
        ({"Кріштіану Роналду": 3, "Роналду": 6}, "person", "Кріштіану Роналду"),
        ({"Джона Кеннеді": 1, "Джон Кеннеді": 1, "Кеннеді": 2}, "person", "Джон Кеннеді"),
        ({"Льюїса Гемілтона": 1, "Гемілтон": 1, "Гемілтона": 3}, "person", "Льюїс Гемілтон"),
        ({"Велику Британію": 1, "Великої Британії": 1}, "org", "Велика Британія"),
        ({"Палу": 5}, "place", "Палу"),
        ({"Гейгер": 2, "Гейгера": 3}, "term", "Гейгер"),
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
    ("seen", "locale", "name"),
    [({"NATO": 2}, "en", "NATO"), ({"Kyiv": 3, "Kyivs": 1}, "en", "Kyiv"), ({"Ҡазан": 1}, "ba", "Ҡазан"), ({"北京": 2}, "zh", "北京")],
)
def test_a_language_without_rules_keeps_what_was_seen(seen, locale, name):
    assert citation(seen, locale, ConceptKind.PLACE) == name

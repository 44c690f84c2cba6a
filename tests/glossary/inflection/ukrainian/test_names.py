import pytest

from transloc.glossary.inflection.ukrainian import names


@pytest.mark.parametrize(
    ("name", "gender", "forms"),
    [
        ("Емманюель Макрон", "", ["Емманюеля Макрона", "Емманюелем Макроном", "Емманюелю Макрону", "Емманюелеві Макронові"]),
        ("Дональд Трамп", "m", ["Дональдові Трампові", "Дональду Трампу", "Дональдові Трампу"]),
        ("Урсула фон дер Ляєн", "f", ["Урсули фон дер Ляєн", "Урсулою фон дер Ляєн"]),
        ("Олена Зеленська", "", ["Олени Зеленської", "Оленою Зеленською"]),
        ("Олена Кондратюк", "f", ["Олени Кондратюк", "Оленою Кондратюк"]),
        ("Дмитро Кулеба", "m", ["Дмитра Кулеби", "Дмитром Кулебою"]),
        ("Фрідріх Мерц", "", ["Фрідріха Мерца", "Фрідріхом Мерцом", "Фрідріхом Мерцем"]),
        ("Марк Рютте", "", ["Марка Рютте", "Марком Рютте"]),
        ("Віталій Кличко", "m", ["Віталія Кличка", "Віталієм Кличком", "Віталієві Кличкові"]),
        ("Юрій Салтиков", "m", ["Юрія Салтикова", "Юрієм Салтиковим"]),
        ("Іван Нечуй-Левицький", "m", ["Івана Нечуя-Левицького", "Івана Нечуй-Левицького"]),
        ("Цимбалюк Михайло", "m", ["Цимбалюку Михайлу", "Цимбалюка Михайла"]),
        ("Володимир Олександрович Зеленський", "m", ["Володимира Олександровича Зеленського", "Володимира Зеленського"]),
        ("Макрон", "", ["Макрона", "Макронові", "Макронів"]),
    ],
)
def test_every_word_of_a_name_inflects(words, name, gender, forms):
    assert set(forms) <= names.decline(name, gender, words).keys()


@pytest.mark.parametrize(
    ("name", "gender", "wrong"),
    [
        ("Дональд Трамп", "m", "Дональда Трампом"),
        ("Олена Кондратюк", "f", "Олени Кондратюка"),
        ("Макрон", "f", "Макрона"),
        ("Міро", "m", "Міри"),
        ("Зеленський", "m", "Зеленська"),
    ],
)
def test_cases_and_genders_do_not_mix(words, name, gender, wrong):
    assert wrong not in names.decline(name, gender, words)


def test_a_person_is_named_with_an_initial_and_by_the_surname_alone(words):
    assert "Е. Макрона" in set(names.initialled("Емманюель Макрон", "m", words))
    assert "Макронові" in names.surname("Емманюель Макрон", "m", words)
    assert "фон дер Ляєн" in names.surname("Урсула фон дер Ляєн", "f", words)
    assert "Зеленського" in names.surname("Володимир Олександрович Зеленський", "m", words)


@pytest.mark.parametrize("name", ["Макрон", "Петрович", "Іван Петрович", "Іван-", "-", "де"])
def test_a_name_without_a_surname_brings_no_other(words, name):
    assert names.surname(name, "", words).keys() <= names.decline("Петрович", "", words).keys()
    assert name in names.decline(name, "", words) or name in ("Іван-", "-")


def test_names_inflect_by_their_endings_where_shevchenko_is_overwritten(words, monkeypatch):
    names._by_rules.cache_clear()
    monkeypatch.setattr(names, "overwritten", lambda: True)
    assert "Дональдом Трампом" in names.decline("Дональд Трамп", "m", words)
    names._by_rules.cache_clear()

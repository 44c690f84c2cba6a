import pytest

from transloc.formats.kinds.dates import prefix, single, stamped, whole


@pytest.mark.parametrize(
    "words",
    [
        "24 листопада 2026",
        "24 листопада 2026 року, 10:15",
        "Вівторок, 3 листопада 2026 року",
        "Опубліковано 24.11.2026 о 10:15",
        "Сьогодні, 10:15",
        "Листопад 2026",
        "20–22 липня 2026 року",
        "November 24, 2026 at 10:15 a.m. EST",
        "Updated: 24 Nov 2026",
        "Stand: 24. November 2026, 10:15 Uhr",
        "24 listopada 2026 r., godz. 10:15",
        "24 ноября 2026 года",
        "2026-11-24T10:15:00+02:00",
    ],
)
def test_dates_and_nothing_else(words):
    assert whole(words)


@pytest.mark.parametrize(
    "words", ["", "Листопад", "24", "May", "12:30", "24 листопада у Києві", "Лист 5", "5 людей", "2026 рік", "1 " * 80]
)
def test_no_dates(words):
    assert not whole(words)


@pytest.mark.parametrize("words", ["24 листопада 2026 року, 10:15", "Updated: 24 Nov 2026", "2026-11-24", "24.11.2026"])
def test_one_date(words):
    assert single(words)


@pytest.mark.parametrize(
    "words",
    ["3 грудня 2026;", "3 грудня 2026,", "з 20 по 22 грудня.", "з 1 вересня на 1 листопада", "20–22 липня 2026", "3 грудня у Києві"],
)
def test_ranges_and_items_that_go_on_are_not_one_date(words):
    assert not single(words)


@pytest.mark.parametrize(("words", "told"), [("Оновлено: 24 листопада", True), ("24 листопада, 10:15", True), ("24 листопада 2026", False)])
def test_what_happened_to_an_article_then(words, told):
    assert stamped(words) is told


@pytest.mark.parametrize(
    ("words", "form", "mark"),
    [
        ("24 лютого — росія почала вторгнення", "day", "—"),
        ("У березні 2014-го — окупація", "day", "—"),
        ("20–22 липня 2022 року – переговори", "day", "–"),
        ("24.02.2022: вторгнення", "day", ":"),
        ("On Thursday, Feb 8th, 2024, we stopped", "day", ","),
        ("15. März 2024 – Treffen", "day", "–"),
        ("15 marca 2024 r. – spotkanie", "day", "–"),
        ("2014: перший рік", "year", ":"),
        ("2014 року почалася війна", "year", ""),
        ("14:30 — початок", "time", "—"),
    ],
)
def test_what_begins_with_a_date(words, form, mark):
    found = prefix(words)
    assert found
    assert (found.form, found.mark) == (form, mark)


@pytest.mark.parametrize("words", ["28 країн", "У Києві 4 лютого", "24 лютого", "Лютий холод", "2014", "14:30 на годиннику", ""])
def test_what_does_not(words):
    assert prefix(words) is None


def test_a_date_ends_where_its_words_do():
    words = "24 лютого 2022 року — росія"
    found = prefix(words)
    assert found
    assert words[: found.end] == "24 лютого 2022 року"

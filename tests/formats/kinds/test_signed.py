"""A line that is a name and a date."""

import pytest

from transloc.formats.kinds.signed import line, parted
from transloc.model import Kind, Unit

SIGNED = "Соломія Гнатюк, 26 листопада 2026 року"
TEXT = "Пором ходитиме тричі на тиждень."


@pytest.mark.parametrize(
    ("words", "name", "date"),
    [
        (SIGNED, "Соломія Гнатюк", "26 листопада 2026 року"),
        ("26.11.2026 | Соломія Гнатюк", "Соломія Гнатюк", "26.11.2026"),
        ("Соломія Гнатюк, Калуш, 26 листопада 2026, 10:15", "Соломія Гнатюк, Калуш", "26 листопада 2026, 10:15"),
        ("Автор: Соломія Гнатюк, 26 листопада 2026", "Соломія Гнатюк", "26 листопада 2026"),
        ("Соломія Гнатюк\n26 листопада 2026", "Соломія Гнатюк", "26 листопада 2026"),
        ("By Jane Doe, 26 November 2026", "Jane Doe", "26 November 2026"),
        ("Anna-Maria O’Neill — November 26, 2026", "Anna-Maria O’Neill", "November 26, 2026"),
    ],
)
def test_a_name_and_a_date(words, name, date):
    assert parted(words) == (name, date)


@pytest.mark.parametrize(
    "words",
    [
        "26 листопада 2026 року",
        "Соломія Гнатюк",
        "Соломія Гнатюк, 26 листопада",
        "Соломія Гнатюк, 20–26 листопада 2026 року",
        "Пором повернеться, 26 листопада 2026 року",
        "Він повернеться 26 листопада 2026 року",
        "Соломія Гнатюк, 26 листопада 2026 року, прийшла до міста",
        ", " * 50 + "2026",
        "",
    ],
)
def test_what_is_not_both(words):
    assert parted(words) is None


def of(*texts):
    found = line(Unit(id=f"u{n}", kind=kind, source=source, span=(n, n)) for n, (source, kind) in enumerate(texts))
    return found.source if found else ""


def test_it_stands_at_the_head_or_at_the_end():
    headline, text, signed = ("Пором", Kind.HEADLINE), (TEXT, Kind.PARAGRAPH), (SIGNED, Kind.PARAGRAPH)
    assert of(headline, signed, text, text) == SIGNED
    assert of(headline, text, signed, text) == SIGNED
    assert of(headline, text, text, text, signed) == SIGNED
    assert of(headline, text, text, signed, text) == ""
    assert of(headline, text, (SIGNED, Kind.ITEM)) == ""

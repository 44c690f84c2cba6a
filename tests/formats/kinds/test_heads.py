"""A date that is an item of a list: the article's own at its head, part of the text anywhere else."""

import pytest

from transloc import formats
from transloc.formats.kinds import settled
from transloc.model import Kind, Unit

NAME, DAY = "Соломія Гнатюк", "26 листопада 2026 року"
HEADLINE = ("Пором повернеться", Kind.HEADLINE)
TEXT = ("Пором ходитиме тричі на тиждень.", Kind.PARAGRAPH)


def items(*words):
    return [(one, Kind.ITEM) for one in words]


def dates(*units):
    found = settled(Unit(id=f"u{n}", kind=kind, source=source, span=(n, n)) for n, (source, kind) in enumerate(units))
    return [unit.source for unit in found if unit.kind is Kind.DATE]


@pytest.mark.parametrize(
    "units",
    [
        [HEADLINE, *items(NAME, DAY), TEXT],
        [HEADLINE, *items(DAY, "Соломія Гнатюк, Калуш"), TEXT],
        [HEADLINE, *items(DAY), TEXT],
        [HEADLINE, ("Пором знову ходить", Kind.LEDE), *items("Автор: Соломія Гнатюк", DAY, "5 хв читання"), TEXT],
        [HEADLINE, (NAME, Kind.BYLINE), *items(DAY), TEXT],
        [HEADLINE, ("Пором на річці", Kind.CAPTION), *items(NAME, DAY), TEXT],
        [HEADLINE, TEXT, *items(NAME, DAY), TEXT],
        [*items(NAME, DAY), HEADLINE, TEXT],
        [("Пором повернеться", Kind.SUBHEAD), *items(NAME, DAY), TEXT],
    ],
)
def test_the_date_of_a_small_list_at_the_head_is_the_article_s(units):
    assert dates(*units) == [DAY]


def test_a_date_of_publication_and_one_of_an_update_may_stand_together():
    published, updated = "Опубліковано: 26 листопада 2026, 10:15", "Оновлено: 27 листопада 2026"
    assert dates(HEADLINE, *items(NAME, published, updated), TEXT) == [published, updated]


@pytest.mark.parametrize(
    "units",
    [
        [HEADLINE, TEXT, *items("3 грудня 2026;", "15 грудня 2026;", "з 20 по 22 грудня.")],
        [HEADLINE, *items("3 грудня 2026;", "15 грудня 2026.")],
        [HEADLINE, *items("3 грудня 2026", "15 грудня 2026"), TEXT],
        [HEADLINE, *items("з 1 вересня на 1 листопада"), TEXT],
        [HEADLINE, TEXT, *items(DAY), TEXT],
        [HEADLINE, TEXT, *items(DAY)],
        [HEADLINE, TEXT, *items(NAME, DAY, "Калуш"), TEXT],
        [HEADLINE, ("Виступатимуть:", Kind.PARAGRAPH), *items(NAME, DAY), TEXT],
        [HEADLINE, TEXT, TEXT, *items(NAME, DAY), TEXT],
        [HEADLINE, *items("Львів", DAY, "вхід вільний"), TEXT],
        [HEADLINE, ("Коротко", Kind.LABEL), *items(NAME, DAY), TEXT],
        [HEADLINE, TEXT, ("Розклад", Kind.SUBHEAD), *items(NAME, DAY)],
        [*items(DAY), TEXT],
    ],
)
def test_an_item_of_any_other_list_stays_one(units):
    assert dates(*units) == []
    assert [unit.kind for unit in settled(Unit(id="u", kind=kind, source=source, span=(0, 0)) for source, kind in units)] == [
        kind for _, kind in units
    ]


def test_a_byline_of_front_matter_does_not_stand_beside_the_body():
    source = "---\ntitle: Пором\nauthor: Соломія Гнатюк\n---\n\n- 3 грудня 2026\n\nПором ходитиме.\n"
    assert [unit.kind for unit in formats.named("markdown").parse(source.encode()).units][2:] == [Kind.ITEM, Kind.PARAGRAPH]


def test_the_paragraph_above_a_list_of_dates_is_no_lede():
    source = "# Пором\n\nПором ходитиме тричі:\n\n1. з 1 вересня на 1 листопада;\n2. з 1 листопада на 1 січня.\n"
    assert [unit.kind for unit in formats.named("markdown").parse(source.encode()).units] == [
        *(Kind.HEADLINE, Kind.PARAGRAPH, Kind.ITEM, Kind.ITEM)
    ]


PAGE = """<!doctype html><html lang="uk"><head><title>Пором поїде</title></head><body><article><h1>Пором поїде</h1>{head}
<p>{text}</p><ul><li>3 грудня 2026;</li><li><time datetime="2026-12-15">15 грудня 2026</time></li></ul>
<p>{text}</p></article></body></html>"""


@pytest.mark.parametrize(
    "head",
    [
        '<ul class="meta"><li>Соломія Гнатюк</li><li>26 листопада 2026 року</li></ul>',
        "<ul><li>Соломія Гнатюк</li><li>26 листопада 2026 року</li></ul>",
        '<ul class="post-meta"><li class="author">Соломія Гнатюк</li><li><time>26 листопада 2026 року</time></li></ul>',
        '<p>Підводка до статті про пором.</p><ul class="meta"><li>26 листопада 2026 року</li><li>Калуш</li></ul>',
    ],
)
def test_a_page_has_the_date_of_its_head_and_none_of_its_lists(head):
    page = PAGE.format(head=head, text="Пором ходитиме тричі на тиждень, кажуть у місті. " * 4)
    found = [unit.source for unit in formats.named("html").parse(page.encode()).article if unit.kind is Kind.DATE]
    assert found == [DAY]

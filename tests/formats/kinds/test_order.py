import pytest

from transloc.formats.kinds import settled
from transloc.formats.markdown import Markdown
from transloc.model import Kind, Unit

BOLD = '{"as":"line","wrap":[["**","**"]]}'
ITALIC = '{"as":"line","wrap":[["*","*"]]}'
LEDE = "Франція, Німеччина та Польща зберуть 2,4 млрд євро на оборону."


def unit(source, kind=Kind.PARAGRAPH, **more):
    return Unit(id=f"u{source[:4]}", kind=kind, source=source, span=(0, 0), **more)


def kinds(*units):
    return [one.kind for one in settled(units)]


@pytest.mark.parametrize(
    ("syntax", "source", "kind"),
    [
        (BOLD, LEDE, Kind.LEDE),
        ('{"as":"line","wrap":[["*","*"],["**","**"]]}', LEDE, Kind.LEDE),
        ('{"as":"html","wrap":[["<strong>","</strong>"]]}', LEDE, Kind.LEDE),
        (ITALIC, LEDE, Kind.PARAGRAPH),
        (BOLD, "Примітка: " + LEDE, Kind.PARAGRAPH),
        (BOLD, "Коротке слово", Kind.PARAGRAPH),
        ("", LEDE, Kind.PARAGRAPH),
    ],
)
def test_the_first_paragraph_is_the_lede_when_it_is_bold(syntax, source, kind):
    headline, caption = unit("Назва", Kind.HEADLINE), unit("Фото", Kind.CAPTION)
    assert kinds(headline, caption, unit(source, syntax=syntax), unit(LEDE, syntax=BOLD))[2:] == [kind, Kind.PARAGRAPH]


def test_the_paragraph_between_headline_and_byline_is_the_lede():
    headline, body = unit("Назва", Kind.HEADLINE), unit("Абзац.")
    assert kinds(headline, unit(LEDE), unit("Автор: О.", Kind.BYLINE), body) == [Kind.HEADLINE, Kind.LEDE, Kind.BYLINE, Kind.PARAGRAPH]
    assert kinds(headline, unit(LEDE), body) == [Kind.HEADLINE, Kind.PARAGRAPH, Kind.PARAGRAPH]


@pytest.mark.parametrize(("above", "below"), [("Перший рейс буде у четвер:", ["Абзац."]), (LEDE, [])])
def test_what_leads_into_a_date_or_is_all_of_the_text_is_no_lede(above, below):
    units = [unit("Назва", Kind.HEADLINE), unit(above), unit("3 грудня 2026", Kind.DATE), *map(unit, below)]
    assert kinds(*units)[1] is Kind.PARAGRAPH


def test_a_name_and_a_place_are_a_byline_beside_the_headline_or_a_date():
    name = unit("Олена Коваленко, Київ")
    assert kinds(unit("Назва", Kind.HEADLINE), name, unit("Абзац."))[1] is Kind.BYLINE
    assert kinds(unit("Абзац."), name, unit("24 лютого", Kind.DATE))[1] is Kind.BYLINE
    assert kinds(unit("Абзац."), name, unit("Абзац."))[1] is Kind.PARAGRAPH
    assert kinds(unit("Назва", Kind.HEADLINE), unit("Новини тижня"), unit("Абзац."))[1] is Kind.PARAGRAPH


def test_under_a_chronology_a_paragraph_that_begins_with_a_date_is_an_entry():
    dated = unit("<1>24 лютого</1> росія почала вторгнення.")
    found = kinds(dated, unit("Хронологія подій", Kind.SUBHEAD), dated, unit("Абзац."), unit("Що далі", Kind.SUBHEAD), dated)
    assert [found[0], *found[2:4], found[5]] == [Kind.PARAGRAPH, Kind.TIMELINE, Kind.PARAGRAPH, Kind.PARAGRAPH]


@pytest.mark.parametrize(
    ("line", "kind"),
    [("— Emmanuel Macron, Le Monde", Kind.PARAGRAPH), ("— Emmanuel Macron, Le Monde", Kind.QUOTE), ("Emmanuel Macron", Kind.QUOTE)],
)
def test_the_line_under_a_quotation_names_the_quotation(line, kind):
    quote, said = settled([unit("«Ми приїхали по графік».", Kind.QUOTE), unit(line, kind)])
    assert (said.kind, said.note) == (Kind.QUOTE, f"attribution of {quote.id}")
    assert quote.note == ""


@pytest.mark.parametrize("line", ["Він сказав це журналістам.", "— Так. А потім ще й ні. І знову так.", "«І тепер він у нас є»."])
def test_what_goes_on_after_a_quotation_is_no_attribution(line):
    assert settled([unit("«Ми приїхали по графік».", Kind.QUOTE), unit(line)])[1].note == ""


def test_an_article_closes_with_its_sources_and_its_category():
    according, world = unit("За матеріалами Reuters", Kind.SOURCES), unit("Світ", Kind.LABEL)
    assert kinds(unit("Абзац."), according, world) == [Kind.PARAGRAPH, Kind.SOURCES, Kind.CATEGORY]
    assert kinds(world, according, unit("Абзац.")) == [Kind.LABEL, Kind.PARAGRAPH, Kind.PARAGRAPH]
    assert kinds(unit("Джерела: ООН", Kind.SOURCES), unit("Абзац."))[0] is Kind.SOURCES


def test_furniture_and_what_lies_in_markup_do_not_count():
    quote, said = unit("«Ми приїхали по графік».", Kind.QUOTE), unit("— Emmanuel Macron", Kind.QUOTE)
    between = [unit("Поділитися", Kind.LABEL, aside="share bar"), unit("Опис", Kind.ATTRIBUTE, parent="u1")]
    assert settled([quote, *between, said])[3].note == f"attribution of {quote.id}"


def test_a_whole_article():
    text = """# Заголовок

**Франція, Німеччина та Польща зберуть 2,4 млрд євро на оборону.**

Олена Коваленко, Київ

24 листопада 2026, 10:15

![Площа](a.jpg)

Площа. Фото: Benoit Tessier / EPA

**Коротко**

- Перше.

> «Ми приїхали по графік».

— Emmanuel Macron, Le Monde

## Що далі (аналітика)

Абзац статті.

## Хронологія

24 лютого 2022 року росія почала вторгнення.

## Підсумок

Абзац статті.

За матеріалами Le Monde

Світ
"""
    assert [one.kind.value for one in Markdown().parse(text.encode()).units] == [
        *("headline", "lede", "byline", "date", "attribute", "caption", "label", "item", "quote", "quote", "subhead", "paragraph"),
        *("subhead", "timeline", "subhead", "paragraph", "sources", "category"),
    ]

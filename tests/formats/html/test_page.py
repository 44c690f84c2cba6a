from transloc.formats.html import Html
from transloc.formats.html.tokens import tokens
from transloc.model import Kind

from .pages import PAGE

HTML = Html()
DOCUMENT = HTML.parse(PAGE.encode())


def aside(words: str) -> str:
    return next(unit.aside for unit in DOCUMENT.units if words in unit.source)


def test_the_article_is_found_and_its_furniture_left_out():
    article = [unit.source for unit in DOCUMENT.article]
    assert article[5:9] == [
        "Світ",
        "Міністри домовилися про спільний фонд",
        "Троє міністрів за столом",
        "Фото: Троє міністрів за столом у Варшаві",
    ]
    assert article[-1].startswith("Абзац останній")
    assert sum(source.startswith("Абзац") for source in article) == 6


def test_furniture_is_told_by_what_it_is():
    assert aside("Головна") == "navigation"
    assert aside("Ми використовуємо") == "cookie notice"
    assert aside("Поділитися") == "share bar"
    assert aside("Поділитися в Телеграмі") == "share bar"
    assert aside("Підпишіться") == "newsletter"
    assert aside("Ваша пошта") == "newsletter"
    assert aside("Дуже цікава") == "comments"
    assert aside("Усі права") != ""


def test_every_verdict_has_a_confidence():
    assert all(0 < unit.confidence < 1 for unit in DOCUMENT.units)


def test_the_headline_is_the_one_that_the_title_tells():
    (headline,) = [unit for unit in DOCUMENT.article if unit.kind is Kind.HEADLINE]
    assert headline.source == "Міністри домовилися про спільний фонд"


def test_what_the_page_states():
    told = DOCUMENT.metadata
    assert {name: stated.value for name, stated in told.items()} == {
        "title": "Міністри домовилися про спільний фонд",
        "description": "Троє міністрів назвали суму.",
        "author": "Олена Коваленко",
        "date": "2026-11-20T10:15:00+02:00",
        "category": "Світ",
        "language": "uk",
        "address": "https://example.org/news/fond",
    }
    assert told["date"].origin == "JSON-LD"
    assert told["language"].confidence < told["date"].confidence


def test_the_verdict_is_the_same_when_letters_change_case():
    swapped = HTML.rebuild(DOCUMENT, {unit.id: unit.source.swapcase() for unit in DOCUMENT.article if not unit.codes})
    again = HTML.parse(swapped)
    assert [unit.aside for unit in again.units] == [unit.aside for unit in DOCUMENT.units]


def test_a_fragment_has_no_furniture():
    assert not any(unit.aside for unit in HTML.parse(b"<div class=share>Share this</div><p>Text</p>").units)


def test_a_page_without_an_article_is_taken_whole_but_for_its_furniture():
    document = HTML.parse("<html><body><nav>Меню</nav><p>Слово</p></body></html>".encode())
    assert [unit.source for unit in document.article] == ["Слово"]


def test_pictures_of_the_article_are_listed():
    assert [(embed.kind, embed.address) for embed in DOCUMENT.embeds] == [("picture", "p.jpg")]


def test_no_tag_moves():
    swapped = HTML.rebuild(DOCUMENT, {unit.id: unit.source.upper() for unit in DOCUMENT.units if not unit.codes}).decode()
    assert [t.name for t in tokens(swapped) if t.name] == [t.name for t in tokens(PAGE) if t.name]


LONG = "Міністри трьох держав зустрілися у Варшаві, щоб домовитися про спільний фонд, і назвали суму, якої вистачить на рік."


def headline(page: str) -> str:
    return next((unit.source for unit in HTML.parse(page.encode()).article if unit.kind is Kind.HEADLINE), "")


def test_a_heading_in_capitals_of_an_old_page_is_the_headline():
    page = f"<HTML><HEAD><TITLE>Сайт</TITLE></HEAD><BODY><H1>Мир у Веймарі</H1><P>{LONG}<P>{LONG} Далі буде.</BODY></HTML>"
    assert headline(page) == "Мир у Веймарі"


def test_neither_a_summary_nor_a_second_heading_is_the_headline():
    details = f"<details><summary>Докладніше про це</summary><p>{LONG} А це ще не все.</p></details>"
    page = f"<html><head><title>Сайт</title></head><body><article><h1><a href=/>Мир у Веймарі</a></h1><p>{LONG}</p>{details}"
    assert headline(page + f"<h1>Друга назва</h1><p>{LONG} І наостанок.</p></article></body></html>") == "Мир у Веймарі"

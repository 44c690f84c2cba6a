"""The sample newsroom is part of the product: what its articles promise to readers of the documentation."""

import re
import zipfile
from html import unescape
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARTICLES = sorted(path for path in (ROOT / "articles").iterdir() if path.is_file())
PAGES = [path for path in ARTICLES if path.suffix == ".html"]
DISCLAIMER = "Навчальний зразок: новину, співрозмовників і цитати вигадано."


def words(path):
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as parts:
            return unescape(re.sub(r"<[^>]*>", "", parts.read("word/document.xml").decode().replace("</w:p>", "\n")))
    text = path.read_text(encoding="utf-8")
    return unescape(re.sub(r"(?s)<(script|style)\b.*?</\1>|<[^>]*>", "", text)) if path in PAGES else text


def test_there_are_six_articles_in_three_formats():
    assert [path.name for path in ARTICLES] == [
        "black-sea-corridor.md",
        "enlargement-report.md",
        "museum-interview.html",
        "paris-guarantees.html",
        "weimar-meeting.md",
        "winter-grid.docx",
    ]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_article_says_that_it_is_invented_and_is_as_long_as_an_article(path):
    assert DISCLAIMER in words(path)
    assert len(words(path).split()) > 500


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_saved_page_fetches_nothing(path):
    text = path.read_text(encoding="utf-8")
    fetched = re.findall(r"""<(?:img|script|iframe|source|video|audio|embed)\b[^>]*?\s(?:src|srcset)\s*=\s*["']?([^"'\s>]*)""", text)
    fetched += re.findall(r"""<link\b[^>]*?rel=["']?(?:shortcut )?(?:icon|stylesheet)["']?[^>]*?href=["']?([^"'\s>]*)""", text)
    assert fetched
    assert not [address for address in fetched if not address.startswith(("data:", "about:blank"))]
    assert "@import" not in text
    assert "url(http" not in text


def test_the_first_page_has_every_element_of_a_news_page_in_order():
    text = unescape((ROOT / "articles" / "paris-guarantees.html").read_text(encoding="utf-8")).replace("\u00a0", " ")
    at = 0
    for element in (
        "<h1",
        '<p class="lead">',
        ">18437<",
        "Поділитися:",
        "<figcaption>Фото: ",
        " / EPA</figcaption>",
        ">Коротко<",
        "<h2>",
        "<blockquote",
        "»",
        "— Бенуа Лакруа",
        "Le Figaro",
        "(аналітика)</h2>",
        "«телефонною дипломатією»",
        "«залізні»",
        ">Хронологія</h2>",
        "16 червня 2022 року",
        "16 лютого 2024 року",
        "17 листопада 2025 року",
        "по-перше, ",
        "; по-друге, ",
        "Джерела: ",
        ">Світ</a>",
    ):
        at = text.index(element, at) + len(element)


def test_the_document_of_word_has_a_footnote_a_table_and_a_list():
    with zipfile.ZipFile(ROOT / "articles" / "winter-grid.docx") as parts:
        assert parts.testzip() is None
        document, notes = (parts.read(f"word/{name}.xml").decode() for name in ("document", "footnotes"))
    assert "<w:footnoteReference " in document
    assert "повноправним учасником" in notes
    assert (document.count("<w:tr "), document.count("<w:tc>")) == (4, 12)
    assert document.count("<w:numPr>") == 3
    assert "<w:hyperlink " in document


def test_links_between_articles_lead_to_articles():
    linked = {
        name for path in PAGES for name in re.findall(r"""href=["']?([\w-]+\.(?:md|html|docx))\b""", path.read_text(encoding="utf-8"))
    }
    assert linked == {"weimar-meeting.md", "black-sea-corridor.md", "paris-guarantees.html"}

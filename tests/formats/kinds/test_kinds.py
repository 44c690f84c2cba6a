import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.formats import kinds
from transloc.formats.kinds import Place, of_block, of_field, of_names, of_tag
from transloc.formats.kinds.vocabulary import GENRES, LABELS
from transloc.model import Kind

PARAGRAPH = Place(block="paragraph")
ITEM = Place(block="paragraph", holders=("item",))
QUOTE = Place(block="paragraph", holders=("quote",))
PICTURE = Place(block="paragraph", after_picture=True)


def swapped(text):
    """Change the case of every letter that can be changed back."""
    return "".join(o if len(o := c.swapcase()) == 1 and o.swapcase() == c else c for c in text)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("title", Kind.HEADLINE),
        ("Excerpt", Kind.LEDE),
        ("og_description", Kind.SOCIAL),
        ("social_description", Kind.SOCIAL),
        ("photo_caption", Kind.CAPTION),
        ("image_alt", Kind.ATTRIBUTE),
        ("categories", Kind.CATEGORY),
        ("tags", Kind.TAG),
    ],
)
def test_fields(key, kind):
    assert of_field(key) is kind


BLOCKS = [
    (Place(block="heading", headline=True), "Заголовок", Kind.HEADLINE),
    (Place(block="heading"), "Що далі", Kind.SUBHEAD),
    (Place(block="heading"), "Три сценарії (аналітика)", Kind.SUBHEAD),
    (Place(block="cell"), "Комірка", Kind.CELL),
    (PARAGRAPH, "Звичайний абзац.", Kind.PARAGRAPH),
    (PARAGRAPH, "Коротко", Kind.LABEL),
    (PARAGRAPH, "Читайте також:", Kind.LABEL),
    (PARAGRAPH, "Світ", Kind.LABEL),
    (PARAGRAPH, "Поділитися:", Kind.LABEL),
    (PARAGRAPH, "Das Wichtigste", Kind.LABEL),
    (PARAGRAPH, "Довідково:", Kind.LABEL),
    (PARAGRAPH, "Наприклад:", Kind.PARAGRAPH),
    (PARAGRAPH, "Рада вирішила таке:", Kind.PARAGRAPH),
    (PARAGRAPH, "Коротко про головне розповів міністр.", Kind.PARAGRAPH),
    (PARAGRAPH, "Фото: Benoit Tessier / EPA", Kind.CAPTION),
    (PARAGRAPH, "На фото — площа у Веймарі", Kind.CAPTION),
    (PARAGRAPH, "(Photo by John Doe/Getty Images)", Kind.CAPTION),
    (PARAGRAPH, "Fot. Jan Kowalski / PAP", Kind.PARAGRAPH),
    (PARAGRAPH, "© AFP", Kind.CAPTION),
    (PARAGRAPH, "Джерело фото: МЗС України", Kind.CAPTION),
    (PARAGRAPH, "Фото з місця події оприлюднили рятувальники.", Kind.PARAGRAPH),
    (PARAGRAPH, "Відео, яке оприлюднила поліція, зняли вночі.", Kind.PARAGRAPH),
    (PICTURE, "Площа у Веймарі.", Kind.CAPTION),
    (PICTURE, "Fot. Jan Kowalski / PAP", Kind.CAPTION),
    (PICTURE, "Перевірмо це:", Kind.PARAGRAPH),
    (PICTURE, "Далі йде стаття. " * 20, Kind.PARAGRAPH),
    (PICTURE, "Прапори країн на площі перед театром, де зустрілися міністри трьох країн. Фото: Clara Weiss / EPA", Kind.CAPTION),
    (PICTURE, "Коротко", Kind.LABEL),
    (Place(block="paragraph", after_picture=True, emphasised=True), "Довгий підпис. " * 20, Kind.CAPTION),
    (PARAGRAPH, "Джерела: Reuters, NV", Kind.SOURCES),
    (PARAGRAPH, "За матеріалами Reuters та AFP", Kind.SOURCES),
    (PARAGRAPH, "За матеріалами справи суд дійшов висновку, що обвинувачений діяв свідомо.", Kind.PARAGRAPH),
    (QUOTE, "«Так»", Kind.QUOTE),
    (QUOTE, "Коротко", Kind.LABEL),
    (PARAGRAPH, "«Ми приїхали не по співчуття. Ми приїхали по графік».", Kind.QUOTE),
    (PARAGRAPH, "«Ми приїхали по графік, а не „по співчуття“», — Олена Гайдук, Le Monde", Kind.QUOTE),
    (PARAGRAPH, "“We came for a timetable, and now we have one.” — Emmanuel Macron", Kind.QUOTE),
    (PARAGRAPH, "«Слуга народу»", Kind.PARAGRAPH),
    (PARAGRAPH, "«Лабораторія європейської інтеграції та розвитку» — це мозковий центр", Kind.PARAGRAPH),
    (PARAGRAPH, "«Це не покарання, а пропорція», — пояснює Левчук. Решту можна отримати впродовж року.", Kind.PARAGRAPH),
    (Place(block="paragraph", holders=("item", "quote")), "Пункт", Kind.ITEM),
    (Place(block="paragraph", holders=("footnote",)), "Примітка", Kind.NOTE),
    (Place(block="term"), "Термін", Kind.ITEM),
    (ITEM, "28 серпня 1991 року — зустріч", Kind.TIMELINE),
    (ITEM, "24 лютого росія почала вторгнення", Kind.TIMELINE),
    (ITEM, "У березні 2014-го — окупація Криму", Kind.TIMELINE),
    (ITEM, "2024-03-15: переговори", Kind.TIMELINE),
    (ITEM, "14:30 — початок", Kind.TIMELINE),
    (ITEM, "28 країн підписали угоду", Kind.ITEM),
    (ITEM, "3 грудня 2026", Kind.ITEM),
    (ITEM, "3 грудня 2026;", Kind.ITEM),
    (ITEM, "з 20 по 22 грудня.", Kind.ITEM),
    (ITEM, "1.2.10 released", Kind.ITEM),
    (PARAGRAPH, "24 лютого — росія почала вторгнення.", Kind.TIMELINE),
    (PARAGRAPH, "24 лютого росія почала вторгнення.", Kind.PARAGRAPH),
    (PARAGRAPH, "24 листопада 2026, 10:15", Kind.DATE),
    (PARAGRAPH, "Оновлено: 24 листопада 2026, 10:15", Kind.DATE),
    (PARAGRAPH, "(аналітика)", Kind.GENRE),
    (PARAGRAPH, "Інтерв’ю", Kind.GENRE),
    (PARAGRAPH, "Opinion", Kind.GENRE),
    (PARAGRAPH, "Автор: Олена Коваленко", Kind.BYLINE),
    (PARAGRAPH, "Текст: Олена Коваленко, фото автора", Kind.BYLINE),
    (PARAGRAPH, "By Jane Doe", Kind.BYLINE),
    (PARAGRAPH, "By morning the whole city knew of it.", Kind.PARAGRAPH),
    (PARAGRAPH, "Автор: невідомо. Слідчі шукають свідків.", Kind.PARAGRAPH),
    (PARAGRAPH, "Теги: Франція, дипломатія", Kind.TAG),
    (PARAGRAPH, "#дипломатія #Франція", Kind.TAG),
    (PARAGRAPH, "Категорія: Світ", Kind.CATEGORY),
]


@pytest.mark.parametrize(("place", "words", "kind"), BLOCKS)
def test_blocks(place, words, kind):
    assert of_block(place, words) is kind


@pytest.mark.parametrize(("place", "words"), [(place, words) for place, words, _ in BLOCKS])
def test_letter_case_tells_nothing(place, words):
    assert of_block(place, swapped(words)) is of_block(place, words) is of_block(place, words.upper())


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("h2", Kind.SUBHEAD),
        ("li", Kind.ITEM),
        ("td", Kind.CELL),
        ("figcaption", Kind.CAPTION),
        ("blockquote", Kind.QUOTE),
        ("div", Kind.PARAGRAPH),
        ("", Kind.PARAGRAPH),
    ],
)
def test_html(tag, kind):
    assert of_tag(tag, "Слово") is kind


@pytest.mark.parametrize(
    ("names", "words", "kind"),
    [
        (("p", "article__lead"), "Міністри домовилися створити спільний фонд.", Kind.LEDE),
        (("p", "lead-image"), "Міністри домовилися створити спільний фонд.", Kind.PARAGRAPH),
        (("span", "photo-credit", "figure"), "Clara Weiss", Kind.CAPTION),
        (("p", "figure"), "Площа у Веймарі", Kind.CAPTION),
        (("div", "wp-caption-text"), "Площа у Веймарі", Kind.CAPTION),
        (("p", "blockquote", "pull"), "Ми приїхали по графік", Kind.QUOTE),
        (("li", "ul", "blockquote"), "Пункт", Kind.ITEM),
        (("div", "post-author"), "Ірина Дорошенко", Kind.BYLINE),
        (("a", "authorName"), "Ірина Дорошенко", Kind.BYLINE),
        (("div", "author-bio"), "Журналістка", Kind.PARAGRAPH),
        (("div", "author"), "Журналістка, пише про дипломатію. Живе в Києві.", Kind.PARAGRAPH),
        (("span", "date"), "5 хв тому, 12:30", Kind.DATE),
        (("time",), "19 листопада 2026, 18:40", Kind.DATE),
        (("div", "datePublished"), "учора о 12:40", Kind.DATE),
        (("time", "li", "ul"), "3 грудня 2026", Kind.ITEM),
        (("span", "date", "li", "ul", "schedule"), "3 грудня 2026", Kind.ITEM),
        (("div", "date", "li", "mini-info-list__item", "ul"), "24 July 2015", Kind.DATE),
        (("li", "date", "ul"), "3 грудня 2026", Kind.DATE),
        (("li", "ul", "meta"), "26 листопада 2026", Kind.DATE),
        (("time", "li", "ul", "post-meta"), "26 листопада 2026, 10:15", Kind.DATE),
        (("dd", "dl", "article-info"), "Опубліковано: 26 листопада 2026", Kind.DATE),
        (("li", "ul", "meta"), "Соломія Гнатюк", Kind.ITEM),
        (("li", "ul", "info-list"), "26 листопада 2026", Kind.ITEM),
        (("div", "update-box"), "Дрони 5", Kind.PARAGRAPH),
        (("li", "ul", "tags"), "дипломатія", Kind.TAG),
        (("article", "tag-france"), "дипломатія", Kind.PARAGRAPH),
        (("div", "article-category"), "Світ", Kind.CATEGORY),
        (("li", "ul", "timeline"), "24 лютого росія почала вторгнення", Kind.TIMELINE),
        (("li", "ul", "timeline"), "Про це пишуть", Kind.ITEM),
        (("p", "src"), "Le Monde, Reuters", Kind.SOURCES),
        (("p", "open-source"), "Le Monde, Reuters", Kind.PARAGRAPH),
        (("h2", "timeline"), "Хронологія", Kind.SUBHEAD),
        (("p", "brief__t"), "Коротко", Kind.LABEL),
        (("p", "footnotes"), "Слово редакції про джерела", Kind.NOTE),
        (("p", *["div"] * 11, "byline"), "Слово редакції", Kind.PARAGRAPH),
    ],
)
def test_names_of_elements_and_classes(names, words, kind):
    assert of_names(names, words) is kind
    assert of_names(names, swapped(words)) is kind


def test_a_place_takes_names_too():
    assert of_block(Place(block="paragraph", names=("p", "byline")), "Ірина Дорошенко") is Kind.BYLINE
    assert of_block(Place(block="heading", names=("h1", "lead"), headline=True), "Назва") is Kind.HEADLINE


def test_a_caption_has_a_note_of_rights_that_folding_tools_leave_whole():
    assert "rights" in kinds.note(Kind.CAPTION)
    assert len(kinds.note(Kind.CAPTION)) < 74
    assert kinds.note(Kind.PARAGRAPH) == ""


PARTS = st.sampled_from(
    [
        *(
            "24",
            "лютого",
            "2026",
            "року",
            "—",
            ":",
            "«",
            "»",
            "“",
            "„",
            "#",
            "Фото",
            "Photo by",
            "Автор",
            "Джерела",
            "©",
            "/",
            " ",
            ", ",
            ".",
        ),
        *("EPA", "Коротко", "аналітика", "оновлено", "10:15", "by", "теги", "\n", "ß", "İ", "ς", "́", "3.4.2024", "("),
    ]
)
WORDS = st.lists(PARTS | st.text(max_size=6), max_size=12).map("".join)


@given(WORDS, st.sampled_from([PARAGRAPH, ITEM, QUOTE, PICTURE]))
def test_any_words_have_the_same_kind_in_other_letter_case(words, place):
    assert of_block(place, swapped(words)) is of_block(place, words)


@pytest.mark.parametrize(
    "unit",
    [
        "24 лютого ",
        "«",
        "Фото: ",
        "Фото ",
        "/ ",
        "a / ",
        " ",
        "# ",
        "by ",
        "— ",
        "(c) ",
        "теги",
        "1",
        "а",
        "..",
        "«а» — ",
        "\u00a0",
        "'",
        "14:",
    ],
)
@pytest.mark.parametrize("place", [PARAGRAPH, ITEM, QUOTE, PICTURE])
def test_time_grows_no_faster_than_the_words(unit, place):
    """Steps of the pattern engine cannot be counted, so the bound is a factor: ten times the words, not a hundred times the time."""

    def took(count):
        text = unit * count
        began = time.thread_time_ns()
        for _ in range(3):
            of_block(place, text)
        return time.thread_time_ns() - began

    took(1000)
    assert took(100_000) < 60 * took(10_000) + 50_000_000


def test_lists_are_written_as_they_are_looked_up():
    for word in LABELS | GENRES:
        assert word == word.casefold() == re.sub(r"\s+", " ", word).strip()
        assert not set("’ʼ:") & set(word)

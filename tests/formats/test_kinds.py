import pytest

from transloc.formats.kinds import Place, of_block, of_field, of_tag
from transloc.model import Kind


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


@pytest.mark.parametrize(
    ("place", "words", "kind"),
    [
        (Place(block="heading", headline=True), "Заголовок", Kind.HEADLINE),
        (Place(block="heading"), "Що далі", Kind.SUBHEAD),
        (Place(block="cell"), "Комірка", Kind.CELL),
        (Place(block="paragraph"), "Звичайний абзац.", Kind.PARAGRAPH),
        (Place(block="paragraph"), "Коротко", Kind.PARAGRAPH),
        (Place(block="paragraph"), "Фото: Benoit Tessier / EPA", Kind.CAPTION),
        (Place(block="paragraph", after_picture=True), "Площа у Веймарі.", Kind.CAPTION),
        (Place(block="paragraph", after_picture=True), "Далі йде стаття. " * 20, Kind.PARAGRAPH),
        (Place(block="paragraph", after_picture=True, emphasised=True), "Довгий підпис. " * 20, Kind.CAPTION),
        (Place(block="paragraph"), "Джерела: Reuters, NV", Kind.SOURCES),
        (Place(block="paragraph", holders=("quote",)), "«Так»", Kind.QUOTE),
        (Place(block="paragraph", holders=("item", "quote")), "Пункт", Kind.ITEM),
        (Place(block="paragraph", holders=("footnote",)), "Примітка", Kind.NOTE),
        (Place(block="term"), "Термін", Kind.ITEM),
        (Place(block="paragraph", holders=("item",)), "28 серпня 1991 року — зустріч", Kind.TIMELINE),
        (Place(block="paragraph", holders=("item",)), "2024-03-15: переговори", Kind.TIMELINE),
        (Place(block="paragraph", holders=("item",)), "14:30 — початок", Kind.TIMELINE),
        (Place(block="paragraph", holders=("item",)), "28 країн підписали угоду", Kind.ITEM),
    ],
)
def test_blocks(place, words, kind):
    assert of_block(place, words) is kind


@pytest.mark.parametrize(
    ("tag", "kind"), [("h2", Kind.SUBHEAD), ("li", Kind.ITEM), ("td", Kind.CELL), ("figcaption", Kind.CAPTION), ("div", Kind.PARAGRAPH)]
)
def test_html(tag, kind):
    assert of_tag(tag, "Слово") is kind

"""The preview beside the rows: choosing a sentence in one shows it in the other."""

import pytest
from playwright.sync_api import expect

from fakes.browser import until
from fakes.desk import ENGLISH
from transloc.states import Action

pytestmark = pytest.mark.needs("chromium")

COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
PRICE = "Вони коштують 480 млн гривень."
LIT = "() => [...document.querySelector('#preview iframe').contentWindow.CSS.highlights.get('open') ?? []].map(String).join('')"


@pytest.fixture
def shown(site, article):
    for source in (COUNCIL, PRICE):
        site.change(source, Action.EDIT, target=ENGLISH[source])
    article.open()
    article.stand(site.segment(COUNCIL))
    article.page.keyboard.press("p")
    article.page.frame_locator("#preview iframe:not(.coming)").get_by_text(ENGLISH[PRICE]).wait_for()
    return article.page.frame_locator("#preview iframe:not(.coming)")


def test_the_open_sentence_is_lit_in_the_preview(site, article, shown):
    until(lambda: article.page.evaluate(LIT).strip() == ENGLISH[COUNCIL])
    article.page.keyboard.press("ArrowDown")
    until(lambda: article.page.evaluate(LIT).strip() == ENGLISH[PRICE])


def test_a_sentence_that_is_clicked_in_the_preview_opens_its_row(site, article, shown):
    paragraph = shown.get_by_text(ENGLISH[PRICE])
    box = paragraph.bounding_box()
    paragraph.click(position={"x": 20, "y": 8})
    assert article.opened == site.segment(COUNCIL).id
    assert article.writing
    assert box["height"] > 0


def test_what_is_typed_shows_in_the_preview(site, article, shown):
    article.write(site.segment(PRICE)).fill("They cost half a billion.")
    shown.get_by_text("They cost half a billion.").wait_for()
    assert article.writing, "the preview takes no focus"


def test_it_is_hidden_again_and_stays_so(site, article, shown):
    article.page.keyboard.press("p")
    article.page.locator("#preview").wait_for(state="hidden")
    article.open()
    expect(article.page.locator("#preview")).to_be_hidden()

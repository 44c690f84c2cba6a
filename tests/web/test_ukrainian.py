"""A whole review by somebody who reads Ukrainian: from the queue to the exported file, in a real browser."""

import pytest

from fakes.browser import Article, until
from fakes.desk import ENGLISH
from transloc.model import State
from transloc.web import owner

pytestmark = pytest.mark.needs("chromium")

PRICE = "Вони коштують 480 млн гривень."


@pytest.fixture
def page(chromium, served):
    context = chromium.new_context(locale="uk-UA")
    context.request.get(f"{served.at}start/{owner.issue()}/")
    yield context.new_page()
    context.close()


def test_an_article_is_reviewed_signed_off_and_exported(page, served, site):
    article = Article(page, served.at)
    page.goto(served.at)
    page.get_by_role("heading", name="Черга").wait_for()
    page.get_by_role("link", name="Львів купує 12 трамваїв", exact=True).click()
    page.locator("#desk[data-ready]").wait_for()
    for segment in site.store.catalog("tram", "en"):
        article.write(segment).fill("They cost 48 million hryvnias." if segment.source == PRICE else ENGLISH[segment.source])
        page.keyboard.press("Control+Enter")
        if segment.source == PRICE:
            let_pass(article, segment)
        until(lambda one=segment: site.segment(one.source).state is State.REVIEWED)
    page.locator("#counts", has_text="підтверджено 8 з 8").wait_for()
    assert article.errors == []
    page.get_by_role("link", name="Вичитка").click()
    page.get_by_role("heading", name="Вичитка", exact=True).wait_for()
    page.get_by_role("button", name="Підписати статтю").click()
    page.locator(".notice", has_text="Підписано 8 речень.").wait_for()
    page.get_by_role("link", name="Експортувати", exact=True).click()
    page.get_by_role("button", name="Експортувати").click()
    page.locator(".notice", has_text="Експортовано.").wait_for()
    assert "They cost 48 million hryvnias." in site.desk.read("exports/en/tram.md")


def let_pass(article, segment):
    """A finding forbids to confirm; it is let pass for a reason, and then it does not."""
    article.page.locator(".is-open .trouble", has_text="Number: В оригіналі 480").wait_for()
    panel = article.page.locator("#panel .finding", has_text="помилка").first
    panel.get_by_text("Пропустити").first.click()
    panel.locator("[name=reason]").fill("так сказала міська рада")
    panel.get_by_role("button", name="Пропустити").click()
    article.said("Зауваження пропущено")
    article.field.focus()
    article.page.keyboard.press("Control+Enter")

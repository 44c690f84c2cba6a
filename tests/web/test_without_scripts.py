"""The desk without JavaScript, and before the first article: a newsroom of its own each, so apart from the tour of the other pages."""

import pytest
from playwright.sync_api import expect

from fakes.axe import look
from fakes.browser import Served, until
from fakes.desk import ENGLISH
from transloc.model import State
from transloc.states import Action
from transloc.web import owner

pytestmark = pytest.mark.needs("chromium")


def test_nothing_stands_in_anybodys_way_before_the_first_article(chromium, bare):
    served = Served(bare.newsroom)
    context = chromium.new_context(reduced_motion="reduce")
    context.request.get(f"{served.at}start/{owner.issue()}/")
    page = context.new_page()
    page.goto(served.at)
    look(page)
    context.close()
    served.stop()


@pytest.fixture
def plain(chromium, served):
    """A browser in which no script runs."""
    context = chromium.new_context(java_script_enabled=False, accept_downloads=True)
    context.request.get(f"{served.at}start/{owner.issue()}/")
    yield context.new_page()
    context.close()


def test_without_javascript_an_article_goes_from_the_queue_to_its_file(site, served, plain, tmp_path):
    site.review(ENGLISH)
    last = "Решта — до кінця року."
    site.change(last, Action.REJECT, reason="Say it better")
    plain.goto(served.at)
    plain.locator("#open-tram-en").click()
    expect(plain.locator(".rows")).to_contain_text("Lviv buys 12 trams")
    plain.locator(f'[id="s-{site.segment(last).id}"] .open').click()
    plain.get_by_label("English, item").fill("The others will come by the end of the year.")
    plain.get_by_role("button", name="Confirm", exact=True).click()
    until(lambda: site.segment(last).state is State.REVIEWED)
    plain.get_by_role("link", name="The article").click()
    plain.get_by_role("link", name="Read through").click()
    expect(plain.locator("article")).to_contain_text("The others will come by the end of the year.")
    plain.get_by_role("button", name="Sign off article").click()
    until(lambda: {one.state for one in site.store.catalog("tram", "en")} == {State.FINAL})
    plain.get_by_role("link", name="Export", exact=True).click()
    plain.get_by_role("button", name="Export").click()
    with plain.expect_download() as download:
        plain.get_by_role("link", name="tram.md").click()
    download.value.save_as(tmp_path / "tram.md")
    assert "The others will come by the end of the year." in (tmp_path / "tram.md").read_text(encoding="utf-8")


def test_without_javascript_a_stale_save_shows_both_texts(site, served, plain):
    source = "Вони коштують 480 млн гривень."
    plain.goto(f"{served.at}a/tram/en/s/{site.segment(source).id}/")
    site.change(source, Action.EDIT, target="Theirs: 480 million hryvnias.")
    plain.get_by_label("English, paragraph").fill("Mine: 480 million hryvnias.")
    plain.get_by_role("button", name="Save", exact=True).click()
    expect(plain.locator(".conflict")).to_contain_text("Theirs: 480 million hryvnias.")
    expect(plain.locator(".conflict")).to_contain_text("Mine: 480 million hryvnias.")
    assert site.segment(source).target == "Theirs: 480 million hryvnias."

"""A session ends in the middle of a sentence: nothing that was written is lost, and nothing is sent in another person's name."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from fakes.browser import Article, until
from fakes.desk import ENGLISH
from fakes.site import PASSWORD
from transloc.jobs.newsroom import now
from transloc.model import Role, State

pytestmark = pytest.mark.needs("chromium")

COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
PRICE = "Вони коштують 480 млн гривень."


def sign_in(page, name):
    page.get_by_label("Name or e-mail address").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


@pytest.fixture
def tabs(chromium, site, served):
    """One browser in which Олена has signed in; Тарас has an account as well."""
    site.join("Олена")
    site.join("Тарас", Role.EDITOR)
    context = chromium.new_context()
    page = context.new_page()
    page.goto(served.at)
    sign_in(page, "Олена")
    page.get_by_role("heading", name="Queue").wait_for()
    yield context
    context.close()


@pytest.fixture
def article(tabs, served):
    found = Article(tabs.pages[0], served.at).open()
    yield found
    assert found.errors == []


def sign_in_again(article, name):
    """Follow the link of the page into a new tab, and sign in there."""
    with article.page.expect_popup() as opened:
        article.page.locator("#line").get_by_role("link", name="Sign in again").click()
    tab = opened.value
    sign_in(tab, name)
    tab.get_by_text("You can go back to your other tab").wait_for()
    return tab


def begin(article, segment):
    """Open a sentence of which no panel can be loaded."""
    article.row(segment).locator(".source").click()
    article.field.wait_for()


def written_by(site, segment):
    return {event.actor for event in site.store.history("tram", "en", segment.id) if event.action in ("edit", "confirm")}


def test_what_is_written_while_nobody_is_signed_in_arrives_when_the_same_person_is_again(site, article):
    article.write(site.segment(PRICE)).fill("They cost")
    Session.objects.all().delete()
    article.page.keyboard.type(" 480 million hryvnias.")
    article.page.locator("#line", has_text="You are signed out").wait_for()
    article.page.keyboard.press("Control+Enter")
    until(lambda: article.opened != site.segment(PRICE).id)
    begin(article, site.segment(COUNCIL))
    article.page.keyboard.type(ENGLISH[COUNCIL])
    article.page.keyboard.press("Control+Enter")
    assert site.segment(PRICE).target == site.segment(COUNCIL).target == ""
    assert article.row(site.segment(PRICE)).get_attribute("data-state") == "initial", "painted as saved only when it is"
    sign_in_again(article, "Олена")
    until(lambda: site.segment(PRICE).state is State.REVIEWED)
    until(lambda: site.segment(COUNCIL).state is State.REVIEWED)
    assert site.segment(PRICE).target == "They cost 480 million hryvnias."
    assert written_by(site, site.segment(PRICE)) == {"Олена"}
    until(lambda: article.row(site.segment(PRICE)).get_attribute("data-state") == "reviewed")
    article.page.locator("#line").wait_for(state="hidden")


def test_an_unsaved_draft_arrives_too(site, article):
    article.write(site.segment(PRICE))
    Session.objects.all().delete()
    article.page.keyboard.type("They cost 480")
    article.page.locator("#line", has_text="You are signed out").wait_for()
    sign_in_again(article, "Олена")
    olena = site.store.person("Олена")
    until(lambda: [draft.text for draft in site.store.drafts("tram", "en", person=olena)] == ["They cost 480"])
    expect(article.field).to_have_value("They cost 480")


def test_nothing_is_sent_in_the_name_of_another_person(site, article, served):
    article.write(site.segment(PRICE)).fill(ENGLISH[PRICE])
    Session.objects.all().delete()
    article.page.keyboard.press("Control+Enter")
    article.page.locator("#line", has_text="You are signed out").wait_for()
    tab = sign_in_again(article, "Тарас")
    article.page.locator("#line", has_text="Somebody else is signed in").wait_for()
    begin(article, site.segment(COUNCIL))
    article.page.keyboard.type("Typed by Olena")
    theirs = Article(tab, served.at).open()
    theirs.page.locator("#kept").wait_for()
    assert theirs.page.locator("#kept").inner_text().startswith("In this browser there are words of somebody else")
    expect(theirs.write(site.segment(PRICE))).to_have_value("")
    expect(theirs.write(site.segment(COUNCIL))).to_have_value("")
    article.page.wait_for_timeout(2500)  # time enough to send it, if it were sent
    assert site.segment(PRICE).target == ""
    assert site.store.drafts("tram", "en", person=site.store.person("Тарас")) == ()
    tab.get_by_role("button", name="Sign out").click()
    tab.get_by_label("Password").wait_for()
    sign_in(tab, "Олена")
    until(lambda: site.segment(PRICE).state is State.REVIEWED)
    assert written_by(site, site.segment(PRICE)) == {"Олена"}


def test_what_a_closed_tab_has_left_waits_for_its_own_person(site, article, tabs, served):
    article.write(site.segment(PRICE)).fill(ENGLISH[PRICE])
    Session.objects.all().delete()
    article.page.keyboard.press("Control+Enter")
    article.page.locator("#line", has_text="You are signed out").wait_for()
    tab = sign_in_again(article, "Тарас")
    article.page.close()
    theirs = Article(tab, served.at).open()
    theirs.page.locator("#kept").wait_for()
    theirs.page.wait_for_timeout(1500)
    assert site.segment(PRICE).target == ""
    theirs.page.get_by_role("button", name="Sign out").click()
    theirs.page.get_by_label("Password").wait_for()
    sign_in(theirs.page, "Олена")
    theirs.page.get_by_role("heading", name="Queue").wait_for()
    Article(tab, served.at).open()
    until(lambda: site.segment(PRICE).state is State.REVIEWED)
    assert written_by(site, site.segment(PRICE)) == {"Олена"}


def test_signing_out_in_another_tab_is_told_before_anything_is_typed(article, tabs, served):
    tab = tabs.new_page()
    tab.goto(served.at)
    tab.get_by_role("button", name="Sign out").click()
    article.page.locator("#line", has_text="You are signed out").wait_for()


def test_a_stopped_account_keeps_its_words_here_and_sends_none(site, article):
    article.write(site.segment(PRICE)).fill(ENGLISH[PRICE])
    site.store.change_account("Олена", {"is_active": False}, actor=site.newsroom.owner(), at=now())
    article.page.keyboard.press("Control+Enter")
    article.page.locator("#line", has_text="You are signed out").wait_for()
    assert site.segment(PRICE).target == ""
    site.store.change_account("Олена", {"is_active": True}, actor=site.newsroom.owner(), at=now())
    sign_in_again(article, "Олена")
    until(lambda: site.segment(PRICE).target == ENGLISH[PRICE])


def test_a_form_of_any_page_outlives_its_session(site, tabs, served):
    page = tabs.pages[0]
    page.goto(f"{served.at}account/")
    page.get_by_label("E-mail address").fill("olena@example.org")
    Session.objects.all().delete()
    save = page.get_by_role("button", name="Save")
    save.click()
    page.get_by_text("You are signed out. What you wrote stays here").wait_for()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Sign in again").click()
    sign_in(opened.value, "Тарас")
    opened.value.get_by_text("You can go back to your other tab").wait_for()
    save.click()
    page.get_by_text("this was not sent in their name").wait_for()
    assert {one.email for one in site.store.accounts()} == {""}
    opened.value.get_by_role("button", name="Sign out").click()
    sign_in(opened.value, "Олена")
    opened.value.get_by_role("heading", name="Queue").wait_for()
    save.click()
    page.get_by_text("Saved.").wait_for()
    assert {one.person.name: one.email for one in site.store.accounts() if one.email} == {"Олена": "olena@example.org"}

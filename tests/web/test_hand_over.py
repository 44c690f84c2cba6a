"""An article goes from a translator to an editor and back, each in their own browser."""

import pytest
from playwright.sync_api import expect

from fakes.browser import until
from fakes.desk import ENGLISH
from fakes.people import at, browser_of
from transloc.jobs.newsroom import now
from transloc.model import Role, State
from transloc.states import Action, Change

pytestmark = pytest.mark.needs("chromium")

PRICE = "Вони коштують 480 млн гривень."


@pytest.fixture
def olha(chromium, served, site):
    with browser_of(chromium, served, site, "Olha Melnyk") as context:
        yield context


@pytest.fixture
def petro(chromium, served, site):
    with browser_of(chromium, served, site, "Petro Koval", Role.EDITOR) as context:
        yield context


def first(page):
    """Return the heading of the queue, and the title below it."""
    return page.locator("#queue h2").first.inner_text(), page.locator("li.entry h3").first.inner_text()


def hand_over(article, name, note):
    """Hand the article over by the palette, and end in the queue."""
    page = article.page
    page.keyboard.press("Control+k")
    page.locator("#palette[open]").wait_for()
    page.keyboard.type("hand over")
    page.keyboard.press("Enter")
    page.get_by_label("Who does it").select_option(label=name)
    page.get_by_label("What to say with it").fill(note)
    page.keyboard.press("Enter")
    page.locator(".notice.success", has_text=f"is {name}’s now.").wait_for()


def draft(site, name):
    """Have everything drafted by somebody."""
    person = site.store.person(name)
    for segment in site.store.catalog("tram", "en"):
        change = Change(action=Action.EDIT, at=now(), actor=person, target=ENGLISH[segment.source])
        site.store.change("tram", "en", segment.id, seen=segment.revision, change=change, rules=site.newsroom.rules("en"))


def test_an_article_is_handed_over_rejected_mended_and_signed(site, served, olha, petro):
    draft(site, "Olha Melnyk")
    queue = olha.new_page()
    queue.goto(served.at)
    queue.locator("#hold-tram-en", has_text="Claim").click()
    queue.locator("#hold-tram-en", has_text="Release").wait_for()
    until(lambda: queue.locator("#hold-tram-en").evaluate("one => one === document.activeElement"))
    assert first(queue) == ("Waiting for you 1", "Львів купує 12 трамваїв")

    article = at(olha, served)
    article.write(site.store.catalog("tram", "en").segments[0])
    for segment in site.store.catalog("tram", "en"):
        until(lambda segment=segment: article.opened == segment.id)
        article.page.keyboard.press("Control+Enter")
        until(lambda segment=segment: article.row(segment).get_attribute("data-state") == "reviewed")
    hand_over(article, "Petro Koval", "Please look at the price.")

    desk = petro.new_page()
    desk.goto(served.at)
    assert first(desk) == ("Waiting for you 1", "Львів купує 12 трамваїв")
    expect(desk.locator("#q-tram-en")).to_contain_text("Handed to you by Olha Melnyk")
    expect(desk.locator("#q-tram-en")).to_contain_text("“Please look at the price.”")
    desk.locator("#read-tram-en").click()
    desk.get_by_role("link", name=ENGLISH[PRICE]).first.click()
    desk.get_by_label("Reason").fill("Say what it costs in euros")
    desk.get_by_role("button", name="Reject").click()
    until(lambda: site.segment(PRICE).state is State.TRANSLATED)
    hand_over(at(petro, served), "Olha Melnyk", "One sentence to mend.")

    queue.goto(served.at)
    assert first(queue) == ("Waiting for you 1", "Львів купує 12 трамваїв")
    expect(queue.locator("#q-tram-en")).to_contain_text("“One sentence to mend.”")
    queue.locator("#continue-tram-en").click()
    queue.locator("#desk[data-ready]").wait_for()
    queue.locator(".panel .history summary").click()
    expect(queue.locator(".panel .history")).to_contain_text("Say what it costs in euros")
    queue.locator(".row.is-open .source").click()
    queue.locator(".row.is-open textarea").fill("They cost 480 million hryvnias in all.")
    queue.keyboard.press("Control+Enter")
    until(lambda: site.segment(PRICE).state is State.REVIEWED)

    desk.goto(f"{served.at}a/tram/en/read/")
    desk.get_by_role("button", name="Sign off article").click()
    until(lambda: {segment.state for segment in site.store.catalog("tram", "en")} == {State.FINAL})
    told = [(event.actor, event.after, event.note) for event in site.store.history("tram", "en") if event.action == "assigned"]
    assert told == [
        ("Olha Melnyk", "Petro Koval", "Please look at the price."),
        ("Petro Koval", "Olha Melnyk", "One sentence to mend."),
    ]

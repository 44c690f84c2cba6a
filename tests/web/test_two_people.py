"""Two people in one article, each in their own browser: nobody's words win silently, and each is told what became of theirs."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from fakes.browser import until
from fakes.desk import ENGLISH
from fakes.people import at, browser_of
from transloc.jobs import intake
from transloc.jobs.newsroom import now
from transloc.model import Role, State
from transloc.states import Action
from transloc.steps.duty import HOLD

pytestmark = pytest.mark.needs("chromium")

COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
PRICE = "Вони коштують 480 млн гривень."
PRICE_NOW = "Вони коштуватимуть 480 млн гривень."
REST = "Решта — до кінця року."
MINE, THEIRS = "Mine: they cost 480 million hryvnias.", "Theirs: the price is 480 million hryvnias."


@pytest.fixture
def olha(chromium, served, site):
    with browser_of(chromium, served, site, "Olha Melnyk") as context:
        yield at(context, served)


@pytest.fixture
def petro(chromium, served, site):
    with browser_of(chromium, served, site, "Petro Koval", Role.EDITOR) as context:
        yield at(context, served)


def names(article):
    return article.page.locator("#here").inner_text()


def mark(article, segment):
    return article.row(segment).locator(".sign.company")


def save(article):
    """Save without going on: on a busy machine a confirm goes on before it is answered."""
    article.page.get_by_role("button", name="Save", exact=True).click()


def replaced(site, before, after):
    """Bring the article to a new version, as ``transloc add`` does."""
    site.desk.write("articles/tram.md", site.desk.read("articles/tram.md").replace(before, after))
    intake.add(site.newsroom, site.desk.root / "articles/tram.md", ())


def test_each_sees_who_else_is_there_and_in_which_sentence(site, olha, petro):
    petro.stand(site.segment(PRICE))
    until(lambda: names(olha) == "Here: Petro Koval")
    until(lambda: names(petro) == "Here: Olha Melnyk")
    mark(olha, site.segment(PRICE)).wait_for()
    assert mark(olha, site.segment(PRICE)).inner_text().split() == ["PK", "Petro", "Koval", "is", "here"]
    petro.stand(site.segment(COUNCIL))
    mark(olha, site.segment(COUNCIL)).wait_for()
    assert mark(olha, site.segment(PRICE)).count() == 0
    assert mark(petro, site.segment(PRICE)).count() == 0


def test_who_has_the_article_twice_is_there_once_and_not_their_own_company(site, served, olha, petro):
    second = at(petro.page.context, served)
    second.stand(site.segment(COUNCIL))
    petro.stand(site.segment(PRICE))
    mark(olha, site.segment(COUNCIL)).wait_for()
    mark(olha, site.segment(PRICE)).wait_for()
    assert names(olha) == "Here: Petro Koval"
    until(lambda: names(second) == "Here: Olha Melnyk")


def test_a_mark_outlives_the_painting_of_its_row(site, olha, petro):
    petro.write(site.segment(PRICE)).fill(THEIRS)
    mark(olha, site.segment(PRICE)).wait_for()
    petro.page.keyboard.press("Control+Enter")
    expect(olha.row(site.segment(PRICE))).to_contain_text("confirmed")
    petro.stand(site.segment(PRICE))
    mark(olha, site.segment(PRICE)).wait_for()


def test_who_begins_to_write_is_told_politely_that_another_does(site, olha, petro):
    petro.write(site.segment(PRICE)).fill(THEIRS)
    mark(olha, site.segment(PRICE)).wait_for()
    said = olha.page.evaluate_handle(
        "() => { const said = []; new MutationObserver(() => said.push(document.getElementById('said').textContent))"
        ".observe(document.getElementById('said'), { childList: true }); return said; }"
    )
    olha.write(site.segment(PRICE))
    note = olha.page.locator(".editing .writes")
    note.wait_for()
    assert note.inner_text().startswith("Petro Koval writes in this sentence now")
    assert olha.writing, "the focus stays in the field"
    olha.stand(site.segment(COUNCIL))
    olha.write(site.segment(PRICE))
    note.wait_for()
    assert sum("Petro Koval writes" in words for words in said.json_value()) == 1
    petro.page.keyboard.press("Control+Enter")
    note.wait_for(state="hidden")


def test_two_texts_of_two_people_stand_side_by_side_with_the_name_of_the_other(site, olha, petro):
    for article, words in ((olha, MINE), (petro, THEIRS)):
        article.write(site.segment(PRICE)).fill(words)
    petro.page.keyboard.press("Control+Enter")
    until(lambda: site.segment(PRICE).target == THEIRS)
    olha.page.locator(".trouble", has_text="Petro Koval saved this sentence").wait_for()
    expect(olha.field).to_have_value(MINE)
    save(olha)
    columns = olha.page.locator(".conflict .columns > div")
    columns.first.wait_for()
    expect(columns.locator("p")).to_have_text(["(no text)", THEIRS, MINE])
    expect(columns.nth(1)).to_contain_text("Petro Koval, ")
    assert site.segment(PRICE).target == THEIRS
    olha.page.locator("[data-choice=mine]").click()
    until(lambda: site.segment(PRICE).target == MINE)
    assert THEIRS in [event.after for event in site.store.history("tram", "en", site.segment(PRICE).id)], "it stays in the history"


def test_what_is_signed_off_under_somebodys_hands_takes_no_text_and_leads_on(site, olha, petro):
    site.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    site.change(PRICE, Action.CONFIRM)
    expect(olha.row(site.segment(PRICE))).to_contain_text(ENGLISH[PRICE])
    expect(petro.row(site.segment(PRICE))).to_contain_text(ENGLISH[PRICE])
    olha.write(site.segment(PRICE)).fill(MINE)
    petro.write(site.segment(PRICE))
    petro.page.keyboard.press("Control+Shift+Enter")
    until(lambda: site.segment(PRICE).state is State.FINAL)
    olha.page.locator(".trouble", has_text="Petro Koval signed this sentence off").wait_for()
    save(olha)
    olha.page.locator(".conflict", has_text="Petro Koval signed this sentence off").wait_for()
    expect(olha.page.locator("[data-choice=mine]")).to_be_hidden()
    expect(olha.field).to_have_value(MINE)
    assert site.segment(PRICE).target == ENGLISH[PRICE]
    olha.page.locator("[data-choice=reopen]").click()
    olha.page.locator("#ask textarea").fill("The price is wrong")
    olha.page.keyboard.press("Enter")
    until(lambda: site.segment(PRICE).state is State.REVIEWED)
    expect(olha.field).to_have_value(MINE)
    until(lambda: olha.row(site.segment(PRICE)).get_attribute("data-state") == "reviewed")
    save(olha)
    until(lambda: site.segment(PRICE).target == MINE)


def test_what_is_signed_off_can_be_answered_in_a_comment(site, olha, petro):
    site.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    site.change(PRICE, Action.CONFIRM)
    expect(olha.row(site.segment(PRICE))).to_contain_text(ENGLISH[PRICE])
    olha.write(site.segment(PRICE)).fill(MINE)
    site.change(PRICE, Action.SIGN_OFF)
    save(olha)
    olha.page.locator("[data-choice=comment]").click()
    expect(olha.page.locator("#comment")).to_have_value(MINE)
    olha.page.get_by_role("button", name="Comment", exact=True).click()
    until(lambda: [comment.text for comment in site.store.comments("tram", "en")] == [MINE])
    expect(olha.row(site.segment(PRICE)), "the text stays until it is thrown away").to_contain_text("unsaved draft")


def test_a_new_source_is_shown_to_who_writes_to_the_old_one(site, olha, petro):
    olha.write(site.segment(PRICE)).fill(MINE)
    replaced(site, "Вони коштують", "Вони коштуватимуть")
    olha.page.locator(".trouble", has_text="The source of this sentence was changed").wait_for()
    expect(olha.row(site.segment(PRICE_NOW)).locator(".source")).to_have_text(PRICE_NOW)
    expect(olha.field).to_have_value(MINE)
    petro.page.locator(".rows", has_text=PRICE_NOW).wait_for()
    olha.field.press("Control+Enter")
    until(lambda: site.segment(PRICE_NOW).target == MINE)


def test_a_text_for_an_old_source_is_not_saved_under_a_new_one_that_nobody_saw(site, olha):
    olha.page.route("**/changes/**", lambda route: route.abort())
    olha.write(site.segment(PRICE)).fill(MINE)
    replaced(site, "Вони коштують", "Вони коштуватимуть")
    save(olha)
    olha.page.locator(".conflict", has_text="The source of this sentence was changed by").wait_for()
    expect(olha.row(site.segment(PRICE_NOW)).locator(".source")).to_have_text(PRICE_NOW)
    expect(olha.field).to_have_value(MINE)
    assert site.segment(PRICE_NOW).target == ""
    olha.page.locator("[data-choice=mine]").click()
    until(lambda: site.segment(PRICE_NOW).target == MINE)


def test_words_for_a_sentence_that_is_gone_stay_in_sight_until_they_are_thrown_away(site, olha, petro):
    gone = site.segment(REST)
    olha.write(gone).fill("The others by the end of the year.")
    petro.stand(gone)
    until(lambda: site.store.drafts("tram", "en", person=site.store.person("Olha Melnyk")))
    replaced(site, "\n- Решта — до кінця року.", "")
    orphans = olha.page.locator("#orphans")
    orphans.get_by_text("The others by the end of the year.").wait_for()
    assert olha.row(gone).count() == 0
    olha.said("no longer in the article. Your text is kept")
    petro.said("no longer in the article")
    petro.page.locator("#orphans").wait_for(state="hidden")
    olha.open()
    orphans.get_by_text("The others by the end of the year.").wait_for()
    orphans.get_by_role("button", name="Throw it away").click()
    until(lambda: not site.store.drafts("tram", "en", person=site.store.person("Olha Melnyk")))
    orphans.wait_for(state="hidden")
    olha.open()
    expect(orphans).to_be_hidden()


def test_a_save_of_a_sentence_that_is_gone_loses_no_word_either(site, olha):
    gone = site.segment(REST)
    olha.write(gone).fill("The others by the end of the year.")
    replaced(site, "\n- Решта — до кінця року.", "")
    olha.field.press("Control+Enter")
    olha.page.locator("#orphans").get_by_text("The others by the end of the year.").wait_for()


def test_a_claim_is_told_to_who_comes_and_keeps_nobody_from_writing(site, olha, petro):
    site.store.claim("tram", "en", actor=site.store.person("Olha Melnyk"), at=now())
    until(lambda: names(petro) == "Here: Olha Melnyk · Claimed by Olha Melnyk")
    petro.open()
    petro.page.locator("#claimed", has_text="Olha Melnyk has claimed this article").wait_for()
    petro.write(site.segment(PRICE)).fill(THEIRS)
    petro.page.keyboard.press("Control+Enter")
    until(lambda: site.segment(PRICE).state is State.REVIEWED)


def test_who_writes_keeps_their_claim(site, olha):
    person, early = site.store.person("Olha Melnyk"), now() - timedelta(minutes=20)
    site.store.claim("tram", "en", actor=person, at=early)
    olha.write(site.segment(PRICE)).fill(MINE)
    until(lambda: site.store.progress("tram")[0].duty.held > early + HOLD)

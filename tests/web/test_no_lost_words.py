"""What is typed survives a closed tab, a lost line, a second tab and somebody else's save."""

import pytest
from playwright.sync_api import expect

from fakes.browser import Article, until
from fakes.desk import ENGLISH
from transloc.jobs import intake
from transloc.jobs.newsroom import now
from transloc.model import State
from transloc.states import Action, Change
from transloc.web.acts import ACTS

pytestmark = pytest.mark.needs("chromium")

COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
PRICE = "Вони коштують 480 млн гривень."
QUOTED = "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>."

KEPT = """() => new Promise((resolve) => {
  const opening = indexedDB.open("transloc", 1);
  opening.onsuccess = () => {
    const asked = opening.result.transaction("drafts").objectStore("drafts").getAll();
    asked.onsuccess = () => { opening.result.close(); resolve(asked.result.map((draft) => draft.text)); };
  };
})"""


@pytest.fixture
def second(context, served):
    """The same article in another tab of the same browser."""
    return Article(context.new_page(), served.at).open()


def held(site):
    return [draft.text for draft in site.store.drafts("tram", "en", person=site.newsroom.owner())]


def test_typing_is_kept_here_and_on_the_server_before_it_is_saved(site, article):
    article.write(site.segment(PRICE))
    article.page.keyboard.type("They cost 480")
    until(lambda: article.page.evaluate(KEPT) == ["They cost 480"])
    until(lambda: held(site) == ["They cost 480"])
    expect(article.row(site.segment(PRICE))).to_contain_text("unsaved draft")
    assert site.segment(PRICE).target == ""


def test_an_unsaved_draft_is_put_back_plainly_marked(site, article):
    article.write(site.segment(PRICE))
    article.page.keyboard.type("They cost 480")
    until(lambda: held(site) == ["They cost 480"])
    article.open()
    expect(article.row(site.segment(PRICE))).to_contain_text("unsaved draft")
    expect(article.write(site.segment(PRICE))).to_have_value("They cost 480")
    expect(article.row(site.segment(PRICE))).to_contain_text("Unsaved draft of")


def test_a_draft_of_another_machine_is_put_back_too(site, article):
    segment = site.segment(PRICE)
    at = site.store.history("tram")[0].at
    site.store.keep_draft("tram", "en", segment.id, person=site.newsroom.owner(), text="They cost", seen=segment.revision, at=at)
    article.open()
    expect(article.write(segment)).to_have_value("They cost")


def test_a_saved_text_leaves_no_draft_behind(site, article):
    article.write(site.segment(PRICE)).fill(ENGLISH[PRICE])
    until(lambda: held(site))
    article.page.keyboard.press("Control+Enter")
    until(lambda: article.row(site.segment(PRICE)).get_attribute("data-state") == "reviewed")
    until(lambda: article.page.evaluate(KEPT) == [])
    assert held(site) == []
    assert "unsaved" not in article.row(site.segment(PRICE)).inner_text()


def test_a_fault_of_the_desk_itself_keeps_the_words_and_holds_up_nothing_else(site, article, monkeypatch):
    confirm = ACTS["confirm"]
    monkeypatch.setitem(ACTS, "confirm", lambda task: 1 // 0 if task.segment.source == PRICE else confirm(task))
    article.write(site.segment(PRICE)).fill(ENGLISH[PRICE])
    article.page.keyboard.press("Control+Enter")
    article.said("The desk itself failed here")
    expect(article.write(site.segment(PRICE))).to_have_value(ENGLISH[PRICE])
    article.write(site.segment(COUNCIL)).fill(ENGLISH[COUNCIL])
    article.page.keyboard.press("Control+Enter")
    until(lambda: site.segment(COUNCIL).state is State.REVIEWED)
    expect(article.row(site.segment(PRICE))).to_contain_text("unsaved draft")


def test_a_draft_is_thrown_away_on_request(site, article):
    article.write(site.segment(PRICE))
    article.page.keyboard.type("They cost 480")
    until(lambda: held(site))
    article.open().write(site.segment(PRICE))
    article.page.get_by_role("button", name="Throw it away").click()
    until(lambda: held(site) == [])
    until(lambda: article.page.evaluate(KEPT) == [])
    expect(article.field).to_have_value("")


def test_somebody_elses_save_is_laid_beside_mine(site, article):
    article.write(site.segment(PRICE)).fill("Mine: 480 million hryvnias.")
    site.change(PRICE, Action.EDIT, target="Theirs: 480 million hryvnias.")
    article.page.keyboard.press("Control+Enter")
    columns = article.page.locator(".conflict .columns p")
    columns.first.wait_for()
    expect(columns).to_have_text(["(no text)", "Theirs: 480 million hryvnias.", "Mine: 480 million hryvnias."])
    expect(article.field).to_have_value("Mine: 480 million hryvnias.")
    assert article.row(site.segment(PRICE)).get_attribute("data-state") != "reviewed"
    article.page.locator("[data-choice=mine]").click()
    until(lambda: site.segment(PRICE).target == "Mine: 480 million hryvnias.")


def test_that_the_source_has_changed_under_my_text_is_told_as_such(site, article):
    site.change(PRICE, Action.EDIT, target="They cost 480 million.")
    article.open().write(site.segment(PRICE)).fill("Mine: 480 million hryvnias.")
    site.desk.write("articles/tram.md", site.desk.read("articles/tram.md").replace("Вони коштують", "Вони коштуватимуть"))
    intake.add(site.newsroom, site.desk.root / "articles/tram.md", ())
    article.page.keyboard.press("Control+Enter")
    article.page.locator(".conflict", has_text="The source of this sentence was changed by").wait_for()
    expect(article.field).to_have_value("Mine: 480 million hryvnias.")


def test_theirs_can_be_taken(site, article):
    article.write(site.segment(PRICE)).fill("Mine: 480 million hryvnias.")
    site.change(PRICE, Action.EDIT, target="Theirs: 480 million hryvnias.")
    article.page.keyboard.press("Control+Enter")
    article.page.locator("[data-choice=theirs]").click()
    expect(article.field).to_have_value("Theirs: 480 million hryvnias.")
    until(lambda: article.page.evaluate(KEPT) == [])
    assert site.segment(PRICE).target == "Theirs: 480 million hryvnias."


def test_a_draft_of_an_older_text_is_laid_beside_the_new_one(site, article):
    article.write(site.segment(PRICE))
    article.page.keyboard.type("Mine: 480")
    until(lambda: held(site))
    other = site.store.person("Олена")  # an edit of the owner's own would drop the draft
    segment = site.segment(PRICE)
    change = Change(action=Action.EDIT, at=now(), actor=other, target="Theirs: 480")
    site.store.change("tram", "en", segment.id, seen=segment.revision, change=change, rules=site.newsroom.rules("en"))
    article.open().write(site.segment(PRICE))
    expect(article.page.locator(".conflict .columns p")).to_have_text(["(no text)", "Theirs: 480", "Mine: 480"])


def test_what_one_tab_saves_the_other_shows(site, article, second):
    article.write(site.segment(PRICE)).fill(ENGLISH[PRICE])
    article.page.keyboard.press("Control+Enter")
    row = second.row(site.segment(PRICE))
    until(lambda: row.get_attribute("data-state") == "reviewed")
    expect(row).to_contain_text(ENGLISH[PRICE])
    expect(second.page.locator("#counts")).to_contain_text("1 of 8 confirmed")


def test_a_draft_that_became_a_text_in_one_tab_is_none_in_the_other(site, article, context, served):
    article.write(site.segment(PRICE))
    article.page.keyboard.type("They cost 480")
    until(lambda: held(site))
    second = Article(context.new_page(), served.at).open()
    expect(second.row(site.segment(PRICE))).to_contain_text("unsaved draft")
    article.field.fill(ENGLISH[PRICE])
    article.field.press("Control+Enter")
    until(lambda: second.row(site.segment(PRICE)).get_attribute("data-state") == "reviewed")
    expect(second.write(site.segment(PRICE))).to_have_value(ENGLISH[PRICE])
    assert second.page.locator(".conflict").count() == 0


def test_a_row_that_is_being_edited_in_the_other_tab_is_left_to_it(site, article, second):
    second.write(site.segment(PRICE)).fill("Mine: 480 million hryvnias.")
    article.write(site.segment(PRICE)).fill("Theirs: 480 million hryvnias.")
    article.page.keyboard.press("Control+Enter")
    until(lambda: site.segment(PRICE).state is State.REVIEWED)
    second.page.locator(".trouble", has_text="another tab").wait_for()
    expect(second.field).to_have_value("Mine: 480 million hryvnias.")
    second.field.press("Control+Enter")
    second.page.locator(".conflict").wait_for()
    assert site.segment(PRICE).target == "Theirs: 480 million hryvnias."


def test_without_a_line_work_goes_on_and_is_sent_in_order_later(site, article, served):
    article.write(site.segment(COUNCIL))
    served.stop()
    article.field.fill(ENGLISH[COUNCIL])
    article.page.keyboard.press("Control+Enter")
    article.page.locator("#line", has_text="lost").wait_for()
    until(lambda: article.opened == site.segment(PRICE).id)
    article.field.fill("They cost 480 million.")
    article.page.keyboard.press("Control+Enter")
    until(lambda: article.opened == site.segment(QUOTED).id)
    assert article.row(site.segment(PRICE)).get_attribute("data-state") == "initial", "painted as saved only when it is"
    expect(article.row(site.segment(PRICE))).to_contain_text("waiting for the line")
    served.start()
    until(lambda: site.segment(PRICE).state is State.REVIEWED)
    assert site.segment(COUNCIL).state is State.REVIEWED
    until(lambda: article.row(site.segment(PRICE)).get_attribute("data-state") == "reviewed")
    article.page.locator("#line").wait_for(state="hidden")


def test_what_was_waiting_in_a_closed_tab_is_sent_by_the_next(site, article, context, served):
    article.write(site.segment(PRICE))
    served.stop()
    article.field.fill(ENGLISH[PRICE])
    article.page.keyboard.press("Control+Enter")
    article.page.locator("#line", has_text="lost").wait_for()
    until(lambda: article.page.evaluate(KEPT.replace('"drafts"', '"actions"').replace("draft.text", "draft.segment")))
    article.page.close()
    served.start()
    Article(context.new_page(), served.at).open()
    until(lambda: site.segment(PRICE).state is State.REVIEWED)


def test_a_line_that_was_cut_by_the_browser_is_told_and_comes_back(site, article, context):
    article.write(site.segment(PRICE)).fill(ENGLISH[PRICE])
    context.set_offline(True)
    article.page.locator("#line", has_text="lost").wait_for()
    article.page.keyboard.press("Control+Enter")
    context.set_offline(False)
    until(lambda: site.segment(PRICE).state is State.REVIEWED)

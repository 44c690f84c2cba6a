"""“@” in a comment and the count in the header, as somebody at the keyboard meets them; and the new pages for everybody."""

import pytest
from playwright.sync_api import expect

from fakes.axe import DESKTOP, PHONE, WIDER, faults, look, resize
from fakes.browser import until
from transloc.jobs.newsroom import now

pytestmark = pytest.mark.needs("chromium")

PRICE = "Вони коштують 480 млн гривень."
COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
FIELD, LIST = "textarea[data-mentions]", "ul.people"
FOCUS = "document.activeElement.tagName"


@pytest.fixture
def team(site):
    """Colleagues with names like each other's."""
    return [site.store.person(name) for name in ("Олена Гайдук", "Олег Сорока", "Bob Stone", "Дар’я Ковальчук")]


@pytest.fixture
def field(article, site, team):
    """The field of a comment on the price, with the focus in it."""
    article.write(site.segment(PRICE))
    found = article.page.locator(f"#panel {FIELD}")
    found.focus()
    return found


def offered(article):
    return article.page.locator(f"{LIST} [role=option]").all_inner_texts()


def pointed(article):
    """Return whom a screen reader hears as chosen."""
    option = article.page.locator(FIELD).get_attribute("aria-activedescendant")
    return article.page.locator(f"#{option}").inner_text() if option else None


def shows(article, *names):
    until(lambda: offered(article) == list(names))


def test_people_are_offered_and_one_is_taken_by_the_keys(article, field, site, team):
    field.press_sequentially("Чи так, @ол")
    shows(article, "Олег Сорока", "Олена Гайдук")
    assert pointed(article) == "Олег Сорока"
    field.press("ArrowDown")
    assert pointed(article) == "Олена Гайдук"
    field.press("ArrowDown")
    assert pointed(article) == "Олег Сорока"
    field.press("ArrowUp")
    field.press("Enter")
    expect(field).to_have_value("Чи так, @Олена Гайдук ")
    expect(article.page.locator(LIST)).to_have_count(0)
    assert article.page.evaluate(FOCUS) == "TEXTAREA"
    field.press_sequentially("?")
    field.press("Control+Enter")
    until(lambda: site.store.unread(team[0]) == 1)
    assert site.store.comments("tram", "en")[0].text == "Чи так, @Олена Гайдук ?"
    article.page.locator("#panel .comment .mention", has_text="@Олена Гайдук").wait_for()


def test_it_is_the_same_by_the_mouse_and_the_focus_stays(article, field):
    field.press_sequentially("@сор")
    shows(article, "Олег Сорока")
    article.page.locator(f"{LIST} [role=option]").click()
    expect(field).to_have_value("@Олег Сорока ")
    assert article.page.evaluate(FOCUS) == "TEXTAREA"


def test_escape_closes_the_list_and_no_more(article, field):
    field.press_sequentially("@bo")
    shows(article, "Bob Stone")
    field.press("Escape")
    expect(article.page.locator(LIST)).to_have_count(0)
    assert article.page.evaluate(FOCUS) == "TEXTAREA"
    field.press_sequentially("b")
    shows(article, "Bob Stone")


def test_an_enter_after_a_bare_sign_is_a_new_line(article, field):
    field.press_sequentially("mail me @")
    until(lambda: len(offered(article)) == 4)
    assert pointed(article) is None
    field.press("Enter")
    expect(field).to_have_value("mail me @\n")
    until(lambda: offered(article) == [])


def test_an_address_and_a_whole_name_offer_nobody(article, field):
    field.press_sequentially("press@bo")
    field.press_sequentially(" @Bob Stone")
    shows(article, "Bob Stone")
    field.press_sequentially(" ")
    until(lambda: offered(article) == [])


def test_what_was_taken_is_taken_back_by_the_browsers_own_undo(article, field):
    field.press_sequentially("@дар'")
    shows(article, "Дар’я Ковальчук")
    field.press("Enter")
    expect(field).to_have_value("@Дар’я Ковальчук ")
    field.press("Control+KeyZ")
    expect(field).to_have_value("@дар'")


def test_without_names_the_comment_is_simply_typed(article, field, site, team):
    article.page.route("**/notifications/people/", lambda route: route.abort())
    field.press_sequentially("@Bob Stone, look")
    field.press("Control+Enter")
    until(lambda: site.store.unread(team[2]) == 1)


@pytest.mark.parametrize(("size", "theme"), [(DESKTOP, "dark"), (PHONE, "light")])
def test_the_list_keeps_nobody_out(article, site, team, size, theme):
    resize(article.page, size)
    article.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    article.write(site.segment(PRICE))
    article.page.locator(f"#panel {FIELD}").press_sequentially("@ол")
    shows(article, "Олег Сорока", "Олена Гайдук")
    assert faults(article.page) == []
    assert article.page.evaluate(WIDER) <= 0


@pytest.mark.parametrize("page", ["segment", "read"])
def test_people_are_offered_wherever_a_comment_is_written(context, served, site, team, page):
    segment = site.segment(COUNCIL).id
    address = {"segment": f"a/tram/en/s/{segment}/", "read": f"a/tram/en/read/?on={segment}#remark"}[page]
    tab = context.new_page()
    tab.goto(served.at + address)
    tab.locator(FIELD).focus()
    tab.locator(FIELD).press_sequentially("@bob")
    tab.locator(f"{LIST} [role=option]").wait_for()
    tab.locator(FIELD).press("Enter")
    expect(tab.locator(FIELD)).to_have_value("@Bob Stone ")


def tell(site, by, words="look"):
    owner = site.newsroom.owner()
    site.store.comment("tram", "en", site.segment(PRICE).id, author=by, text=f"@{owner.name} {words}", at=now())


def test_the_open_article_tells_what_comes_and_the_link_leads_there(article, site, team):
    news = article.page.locator("#news")
    tell(site, team[2])
    article.page.get_by_role("link", name="1 unread").wait_for()
    tell(site, team[2])
    article.page.get_by_role("link", name="2 unread").wait_for()
    assert article.page.evaluate(FOCUS) == "BODY"
    news.click()
    article.page.get_by_role("link", name="Bob Stone mentioned you in").first.click()
    article.page.locator(f'[id="s-{site.segment(PRICE).id}"].is-open').wait_for()
    article.page.get_by_role("link", name="1 unread").wait_for()


def test_a_page_of_news_that_were_read_keeps_nobody_out(context, served, site, team):
    tell(site, team[0], "a" * 300)
    tab = context.new_page()
    tab.emulate_media(reduced_motion="reduce")
    tab.goto(f"{served.at}notifications/")
    tab.get_by_role("button", name="Mark all as read").click()
    tab.get_by_role("link", name="News", exact=True).wait_for()
    look(tab)

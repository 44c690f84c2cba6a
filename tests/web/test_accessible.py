"""Every page of the desk for everybody: WCAG 2.2 A and AA by axe in both themes and on a phone, every width."""

import re

import pytest

from ci import messages
from fakes.axe import DESKTOP, PHONE, TIGHT, WALL, look, resize
from fakes.tour import AT
from transloc.jobs import accounts
from transloc.web import owner

pytestmark = pytest.mark.needs("chromium")

#: A row as the server renders it.
COPY = "row => { const copy = row.cloneNode(true); copy.querySelector('.editing')?.remove(); return copy.outerHTML; }"


def opened(*keys, shown=None):
    """Return how to open the sentence that is wrong, press keys in row mode, and wait for what they show."""

    def prepare(page, tour):
        page.locator("#desk[data-ready]").wait_for()
        segment = tour.segments["wrong"]
        page.locator(f'[id="s-{segment}"] .open').click()
        page.locator(f'.panel .about[data-segment="{segment}"]').wait_for()
        if keys:
            page.keyboard.press("Escape")
        for key in keys:
            page.keyboard.press(key)
        if shown:
            page.locator(shown).wait_for()

    return prepare


def conflict(page, tour):
    """Two texts of one sentence: the answer of a server where somebody has written meanwhile."""
    opened()(page, tour)
    row = page.locator(".row.is-open").evaluate(COPY)
    stale = {"before": "It fell to 987.", "theirs": "It fell to 311.", "mine": "It fell to 988.", "revision": 99, "row": row}
    page.route("**/do/edit/", lambda route: route.fulfill(status=409, json=stale))
    page.locator(".is-open [data-act=edit]").click()
    page.locator(".conflict").wait_for()
    page.unroute("**/do/edit/")


def signed(page, tour):
    """What a save is answered that comes after somebody's signature."""
    opened()(page, tour)
    row = page.locator(".row.is-open").evaluate(COPY).replace('data-state="translated"', 'data-state="final"')
    done = {"name": "Olha Melnyk", "at": "2026-11-23T12:00:00+00:00", "action": "sign-off", "note": ""}
    stale = {"before": "It fell.", "theirs": "It fell to 311.", "revision": 99, "row": row, "wrote": done, "done": done}
    page.route("**/do/edit/", lambda route: route.fulfill(status=409, json=stale))
    page.locator(".is-open [data-act=edit]").click()
    page.locator("[data-choice=reopen]").wait_for()
    page.unroute("**/do/edit/")


def company(page, tour):
    """Somebody else has the same sentence open, and writes in it; words of mine have lost their sentence."""
    opened()(page, tour)
    segment = tour.segments["wrong"]
    people = [{"name": "Olha Melnyk", "initials": "OM", "rows": {segment: True}}]
    told = {"here": {"token": "x", "people": people, "holder": "Petro Koval"}}
    page.route("**/changes/**", lambda route: route.fulfill(status=200, json=told))
    page.locator(".editing .writes").wait_for()
    page.evaluate("document.dispatchEvent(new CustomEvent('orphan', {detail: {segment: 'u0.s1', text: 'It fell.'}}))")
    page.locator("#orphans").wait_for()
    page.unroute("**/changes/**")


def refused(page, tour):
    """What a confirm is answered that a finding forbids."""
    opened()(page, tour)
    page.locator(".is-open [data-act=confirm]").click()
    page.locator(".editing .trouble").wait_for()


def empty_form(page, _):
    """The form with its sentences about what is missing."""
    for box in page.locator("[name=locales]").all():
        box.uncheck()
    page.locator("#add .primary").click()
    page.locator(".notice.error").wait_for()


def failed_export(page, _):
    page.locator("[name=kind]").first.uncheck()
    page.locator("main form .primary").click()
    page.locator(".notice.error[role=alert]").wait_for()


def unfolded(page, _):
    """Everything that is folded, open."""
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def shown_forms(page, _):
    """The forms of a term, as they show where it is pointed at."""
    page.locator("details.forms summary").first.click()
    page.locator(".bubble dd:visible").first.wait_for()


def stands(page, tour):
    """Where a row stands, and everything that can be done to it."""
    page.locator("#impact .places").first.wait_for()
    unfolded(page, tour)


def refused_row(page, _):
    """A change of a row that cannot be meant."""
    page.locator("#edit > summary").click()
    page.locator("[name=speaks]").fill("ua")
    page.locator("#edit [value=save]").click()
    page.locator("#edit [aria-invalid]").wait_for()


def proposing(page, tour):
    """The dialog in which a word is proposed that the glossary has already."""
    opened("KeyW", shown="#propose[open] #proposal")(page, tour)
    page.locator("#propose [name=term]").fill("Києвом")
    page.locator("#propose [name=target]").fill("Kiev")
    page.locator("#proposal .primary").click()
    page.locator("#propose .notice.warning").wait_for()


def segment_page(name):
    return lambda tour: f"{AT}s/{tour.segments[name]}/"


def refused_password(page, _):
    """Two passwords that differ."""
    page.locator("#new").fill("twelve trams for Lviv")
    page.locator("#again").fill("twelve trams for Kyiv")
    page.locator("form[action$='/password/'] button").click()
    page.locator("[aria-invalid]").wait_for()


def invited(tour):
    """The link of somebody who has no password yet."""
    newsroom = tour.site.newsroom
    newsroom.store.person("Олена")
    return accounts.link(newsroom, "Олена", actor=newsroom.owner()).lstrip("/")


#: Address, and what a person does there before the page is looked at.
PLACES = {
    "queue": ("", None),
    "queue with a filter that fits nothing": ("?text=nothing", None),
    "queue, every form open": ("", unfolded),
    "board": ("board/", None),
    "board, every form open": ("board/", unfolded),
    "board with a filter that fits nothing": ("board/?locale=xx", None),
    "add": ("add/", None),
    "add, refused": ("add/", empty_form),
    "article": (AT, None),
    "article, those with findings": (f"{AT}?only=findings", None),
    "article, a sentence open": (AT, opened()),
    "article, row mode with the draft": (AT, opened("KeyD")),
    "article, palette": (AT, opened("Control+KeyK", shown="#palette")),
    "article, help": (AT, opened("Shift+Slash", shown="#keys")),
    "article, a reason is asked": (AT, opened("KeyO", shown="#ask")),
    "article, split": (AT, opened("KeyS", shown="#cut")),
    "article, words in the memory": (AT, opened("KeyK", shown="#concordance")),
    "article, comment": (AT, opened("KeyC")),
    "article, preview beside it": (AT, opened("KeyP", shown="#preview iframe")),
    "article, two texts": (AT, conflict),
    "article, a text that was signed off": (AT, signed),
    "article, company": (AT, company),
    "article, handing over": ("a/winter-grid/en/", unfolded),
    "article, refused": (AT, refused),
    "segment": (segment_page("wrong"), unfolded),
    "segment, omitted": (segment_page("left"), unfolded),
    "segment, a note": (segment_page("note"), unfolded),
    "segment, quotation": (segment_page("quoted"), unfolded),
    "segment, reviewed": (segment_page("reviewed"), unfolded),
    "read through": (f"{AT}read/", unfolded),
    "read through, commenting": (lambda tour: f"{AT}read/?on={tour.segments['wrong']}#remark", None),
    "read through, signed": ("a/weimar-meeting/en/read/", None),
    "compare, the source": (f"{AT}compare/?only=all", None),
    "compare, the drafts": (f"{AT}compare/?tab=draft&only=all", None),
    "quotes and names": (f"{AT}quotes/", unfolded),
    "findings": (f"{AT}findings/", None),
    "what a rule catches": ("checks/style/", None),
    "export": (f"{AT}export/", None),
    "export, refused": (f"{AT}export/", failed_export),
    "export, ready with files": ("a/weimar-meeting/en/export/", None),
    "export of a saved page": ("a/paris-guarantees/en/export/", None),
    "conflicts": ("a/museum-interview/en/conflicts/", None),
    "no conflict": ("a/winter-grid/en/conflicts/", None),
    "glossary": ("glossary/", None),
    "glossary, the forms of a term": ("glossary/?text=Макроном", shown_forms),
    "glossary, the last page": ("glossary/?page=6", None),
    "glossary with a filter that fits nothing": ("glossary/?text=пінгвін", None),
    "memory": ("memory/", None),
    "memory, found": ("memory/?text=київ", None),
    "memory with words that nobody said": ("memory/?text=пінгвін", None),
    "row": ("glossary/kyiv/", stands),
    "row, refused": ("glossary/kyiv/", refused_row),
    "where a row stands": ("glossary/kyiv/impact/", unfolded),
    "sign in": ("sign-in/", None),
    "signed in": ("signed-in/", None),
    "account": ("account/", None),
    "account, a password refused": ("account/", refused_password),
    "set a password": (invited, None),
    "propose": ("glossary/propose/?term=Києву", None),
    "article, proposing": (AT, proposing),
    "nothing there": ("a/nothing/en/", None),
    "what the frame shows": (f"{AT}preview/", None),
    "what the frame shows of a saved page": ("a/paris-guarantees/en/preview/", None),
}
FRAMED = [path for path, _ in PLACES.values() if isinstance(path, str) and path.endswith("preview/")]


@pytest.fixture(scope="module", params=["en", "uk"])
def page(request, chromium, tour):
    """The owner's browser, which asks for pages in a language."""
    context = chromium.new_context(reduced_motion="reduce", locale=request.param)
    context.set_default_timeout(20_000)
    context.add_init_script("try { localStorage.clear() } catch {}")  # one place does not lead to the next with its preview open
    context.request.get(f"{tour.at}start/{owner.issue()}/")
    yield context.new_page()
    context.close()


def unlocked(route):
    """What the frame shows, without the lock that keeps every script out of it, axe's among them."""
    answer = route.fetch()
    route.fulfill(response=answer, headers={name: value for name, value in answer.headers.items() if name != "content-security-policy"})


def visit(page, tour, name):
    path, prepare = PLACES[name]
    page.goto("about:blank")  # an address that differs in its fragment alone would not be loaded anew
    if path in FRAMED:
        page.route(tour.at + path, unlocked)
    page.goto(tour.at + (path if isinstance(path, str) else path(tour)))
    if prepare:
        prepare(page, tour)


#: What the pages say in English alone, by the catalogs; single words may be the name of something in an article.
SAID = {
    text
    for domain in messages.DOMAINS
    for message in messages.read("uk", domain)
    for text in (messages.texts(message.id) if message.id and message.id != message.string else ())
    if " " in text or text[:1].isupper()
}

#: Texts of the page itself, and not of an article, that have words in Latin letters: each with where it stands.
ENGLISH = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement: at } = walker.currentNode;
    if (!/[A-Za-z]{3,}/.test(data) || at.closest("script, style, code, kbd, textarea, [hidden] template")) continue;
    if (at.closest("[lang]")?.lang !== "uk" || at.closest(".who, [lang=uk]:not(html)")) continue;
    found.push(`${at.tagName}.${at.className}: ${data.trim()}`);
  }
  for (const one of document.body.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    if (one.closest("[lang]")?.lang !== "uk" || one.closest("article.reading, .published")) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      const said = one.getAttribute(name);
      if (said && /[A-Za-z]{3,}/.test(said)) found.push(`${one.tagName}[${name}]: ${said}`);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("name", PLACES)
def test_nothing_stands_in_anybodys_way(page, tour, name):
    resize(page, DESKTOP)
    visit(page, tour, name)
    if page.evaluate("document.documentElement.lang") == "uk":
        assert [said for said in page.evaluate(ENGLISH) if said.partition(": ")[2] in SAID] == []
        look(page, TIGHT)
    else:
        look(page)


def test_nor_in_that_of_somebody_who_is_not_signed_in(chromium, tour):
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(tour.at)
    look(page)
    context.close()


def test_lines_stay_short_enough_to_read_on_a_wall_of_pixels(page, tour):
    resize(page, WALL)
    for name in ("read through", "what the frame shows"):
        visit(page, tour, name)
        paragraph = page.locator(".published p", has_text=re.compile(r".{150}")).first
        size = paragraph.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        assert paragraph.bounding_box()["width"] <= 40 * size, "about eighty characters"


def test_an_article_on_a_phone_stands_one_text_above_the_other(page, tour):
    resize(page, PHONE)
    visit(page, tour, "article")
    row = page.locator(f'[id="s-{tour.segments["reviewed"]}"]')
    source, target = row.locator(".source").bounding_box(), row.locator(".target").bounding_box()
    assert target["y"] >= source["y"] + source["height"]
    assert min(source["width"], target["width"]) > 240


def test_every_page_can_be_walked_by_the_tab_key_and_shows_where_one_is(page, tour):
    resize(page, DESKTOP)
    for name in ("queue", "board", "article", "read through", "quotes and names", "findings", "export", "glossary"):
        visit(page, tour, name)
        for _ in range(12):
            page.keyboard.press("Tab")
            ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert ring != "none", (name, page.evaluate("document.activeElement.outerHTML"))

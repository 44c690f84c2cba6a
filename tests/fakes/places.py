"""Every page of the desk, and every state of one that looks otherwise: where it is, and how somebody comes to see it."""

from contextlib import contextmanager

from fakes.tour import AT
from transloc.jobs import accounts
from transloc.web import owner

#: A row as the server renders it.
COPY = "row => { const copy = row.cloneNode(true); copy.querySelector('.editing')?.remove(); return copy.outerHTML; }"


#: What an open sentence adds to the page of its article.
OPENED = (".row.is-open", "#panel")


def opened(*keys, shown=None):
    """Return how to open the sentence that is wrong, press keys in row mode, and wait for what they show.

    What has come of it is all that is to be looked at: the page around it is a place of its own.
    """

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
        return (shown.partition(" ")[0],) if shown else OPENED

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
    return OPENED


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
    return OPENED


def company(page, tour):
    """Somebody else has the same sentence open, and writes in it; words of mine have lost their sentence."""
    segment = tour.segments["wrong"]
    people = [{"name": "Olha Melnyk", "initials": "OM", "rows": {segment: True}}]
    told = {"here": {"token": "x", "people": people, "holder": "Petro Koval"}}
    page.route("**/changes/**", lambda route: route.fulfill(status=200, json=told))
    opened()(page, tour)
    page.locator(".editing .writes").wait_for()
    page.evaluate("document.dispatchEvent(new CustomEvent('orphan', {detail: {segment: 'u0.s1', text: 'It fell.'}}))")
    page.locator("#orphans").wait_for()
    page.unroute("**/changes/**")
    return (*OPENED, "#orphans", ".bar")


def refused(page, tour):
    """What a confirm is answered that a finding forbids."""
    opened()(page, tour)
    page.locator(".is-open [data-act=confirm]").click()
    page.locator(".editing .trouble").wait_for()
    return OPENED


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


def first_lines(page, _):
    """The first lines of a long table: those below are like them, and would take most of the time."""
    page.evaluate("for (const line of [...document.querySelectorAll('tbody tr')].slice(15)) line.remove()")


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
    return ("#propose",)


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
    "glossary": ("glossary/", first_lines),
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
    "news": ("notifications/", None),
    "log": ("log/", first_lines),
    "log, refused": ("log/?from=yesterday", None),
    "log with a filter that fits nothing": ("log/?person=nobody", None),
    "nothing there": ("a/nothing/en/", None),
    "what the frame shows": (f"{AT}preview/", None),
    "what the frame shows of a saved page": ("a/paris-guarantees/en/preview/", None),
}
FRAMED = [path for path, _ in PLACES.values() if isinstance(path, str) and path.endswith("preview/")]


@contextmanager
def browsed(chromium, tour, language):
    """Yield a page in the owner's browser, which asks for ``language``."""
    context = chromium.new_context(reduced_motion="reduce", locale=language)
    context.add_init_script("try { localStorage.clear() } catch {}")  # one place does not lead to the next with its preview open
    context.request.get(f"{tour.at}start/{owner.issue()}/")
    yield context.new_page()
    context.close()


def unlocked(route):
    """What the frame shows, without the lock that keeps every script out of it, axe's among them."""
    answer = route.fetch()
    route.fulfill(response=answer, headers={name: value for name, value in answer.headers.items() if name != "content-security-policy"})


def visit(page, tour, name):
    """Go to a place; return selectors of the parts that are looked at there, none where that is the whole page."""
    path, prepare = PLACES[name]
    path = path if isinstance(path, str) else path(tour)
    if "#" in path:
        page.goto("about:blank")  # an address that differs in its fragment alone would not be loaded anew
    if path in FRAMED:
        page.route(tour.at + path, unlocked)
    page.goto(tour.at + path)
    return (prepare(page, tour) if prepare else None) or ()

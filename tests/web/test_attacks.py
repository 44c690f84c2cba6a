"""What somebody tries who wants in, wants out, or wants something to run: at every address of the desk, and in a real browser."""

import re

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from playwright.sync_api import expect

from fakes.browser import Article, Served
from fakes.desk import ENGLISH
from fakes.open_desk import OpenDesk
from fakes.samples import HOSTILE, SLUGS_OF_EVIL, add_note
from fakes.site import stranger
from fakes.watch import Watch
from transloc.jobs.newsroom import now
from transloc.model import Quotation
from transloc.states import Action
from transloc.steps.ledger import ledger
from transloc.web import owner

PRICE = "Вони коштують 480 млн гривень."
COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
GIVEN = {
    "slug": "tram",
    "locale": "en",
    "token": "x" * 43,
    "person": "p00000001",
    "name": "tram.md",
    "action": "confirm",
    "row": "lviv",
    "rule": "number",
    "number": 1,
    "language": "uk",
    "version": "0",
}


def addresses(site):
    """Return every address of the desk by its name."""
    segment = site.segment(PRICE)
    given = GIVEN | {"segment": segment.id, "unit": segment.unit}
    ours = [pattern for pattern in get_resolver().url_patterns if isinstance(pattern, URLPattern)]
    wanted = {pattern.name: pattern.pattern.converters for pattern in ours}
    return {name: reverse(name, kwargs={key: given[key] for key in keys}) for name, keys in wanted.items()} | {"admin": "/admin/"}


#: Where somebody comes in, and out, and chooses the language: everything else is for those who are in.
DOORS = {"sign-in": 200, "sign-out": 405, "language": 405, "words": 200}


class TestOfSomebodyWhoIsNotSignedIn:
    def test_no_address_shows_anything(self, site):
        site.review(ENGLISH)
        site.post("/a/tram/en/export/", {"kind": "own"})
        for name, path in addresses(site).items():
            answer = stranger().get(path)
            body = b"".join(answer) if answer.streaming else answer.content
            assert answer.status_code == DOORS.get(name, 403), name
            assert not any(word in body.decode() for word in ("tram", "Lviv", "трамва", site.newsroom.owner().name)), name

    def test_no_address_tells_what_there_is(self, site):
        """An article that is there and one that is not are answered alike."""
        there, not_there = (stranger().get(f"/a/{slug}/en/").content for slug in ("tram", "nothing"))
        assert there == not_there

    def test_no_address_takes_anything(self, site):
        before = site.store.catalog("tram", "en")
        for name, path in addresses(site).items():
            assert Client(SERVER_NAME="localhost").post(path, {"seen": "1", "target": "x"}).status_code in (403, 405) or name in DOORS, name
        assert site.store.catalog("tram", "en") == before


class TestFromAnotherSite:
    def test_no_address_takes_a_form_without_its_token(self, site):
        before = site.store.catalog("tram", "en")
        for name, path in addresses(site).items():
            assert site.client.post(path, {"seen": before.segments[0].revision, "target": "x"}).status_code == 403, name
        assert site.store.catalog("tram", "en") == before

    def test_no_address_changes_anything_when_it_is_only_opened(self, site):
        """An image on a page elsewhere opens an address with the owner's cookie."""
        before = (site.store.catalog("tram", "en"), site.store.latest_jobs(), len(site.store.history("tram")))
        for path in addresses(site).values():
            site.client.get(path)
        assert (site.store.catalog("tram", "en"), site.store.latest_jobs(), len(site.store.history("tram"))) == before

    def test_the_cookie_is_kept_from_scripts_and_from_forms_elsewhere(self, site):
        client = stranger()
        cookie = client.get(f"/start/{owner.issue()}/").cookies["sessionid"]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"

    @pytest.mark.parametrize(
        "place",
        [
            "https://evil.example/",
            "//evil.example/",
            "/\\evil.example/",
            "///evil.example",
            "http:evil.example",
            "\t//evil.example",
            "/\t/evil.example",
        ],
    )
    @pytest.mark.parametrize("name", ["draft", "sign-off", "undo", "quotes", "conflicts"])
    def test_nobody_is_led_away(self, site, place, name):
        answer = site.client.get("/add/")
        token = re.search(r'name="csrf" content="(\w+)"', answer.content.decode())[1]
        answer = site.client.post(addresses(site)[name], {"next": place, "seen": "1", "csrfmiddlewaretoken": token})
        assert re.match(r"/(?![/\\\s])", answer.get("Location", "/"))

    def test_nobody_is_led_away_by_the_link(self, site):
        assert site.get("/start/x/?next=//evil.example/", status=302)["Location"] == "/"


def answers(site):
    """Return answers of every kind: pages, files, refusals, faults."""
    site.review(ENGLISH)
    site.post("/a/tram/en/export/", {"kind": "own"})
    for path in addresses(site).values():
        yield site.client.get(path)
        yield site.client.post(path)
        yield stranger().get(path)
    yield site.client.get("/", headers={"host": "evil.example"})
    yield site.client.get("/nothing/")
    yield site.client.get("/static/desk/desk.css")
    yield site.client.get("/static/desk/icon.svg")
    yield site.client.get("/static/desk/nothing.css")


class TestEveryAnswer:
    def test_allows_nothing_inline_and_nothing_from_elsewhere(self, site):
        for answer in answers(site):
            policy = answer.headers.get("Content-Security-Policy", "")
            where = (answer.request["PATH_INFO"], answer.status_code, policy)
            assert "default-src 'none'" in policy, where
            assert not re.search(r"unsafe-eval|(?<!style-src )'unsafe-inline'|https?:|\*", policy), where
            assert answer["X-Content-Type-Options"] == "nosniff", where
            answer.close()

    def test_stands_in_no_frame_but_the_preview_in_one_of_the_desk(self, site):
        for answer in answers(site):
            where = (answer.request["PATH_INFO"], answer.status_code)
            framed = where == ("/a/tram/en/preview/", 200)
            who, policy = "'self'" if framed else "'none'", answer.headers["Content-Security-Policy"]
            assert f"frame-ancestors {who}" in policy or (policy.endswith("sandbox") and not framed), where
            assert answer.headers["X-Frame-Options"] == ("SAMEORIGIN" if framed else "DENY"), where
            answer.close()

    def test_of_a_fault_tells_nothing_of_the_machine(self, site, monkeypatch):
        def fail(*_):
            raise RuntimeError("the secret is " + str(site.desk.root))

        monkeypatch.setattr("transloc.web.views.article.rows.rows", fail)
        client = Client(raise_request_exception=False, SERVER_NAME="localhost")
        client.cookies = site.client.cookies
        answer = client.get("/a/tram/en/")
        assert answer.status_code == 500
        assert "secret" not in answer.content.decode()
        assert str(site.desk.root) not in answer.content.decode()
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def fill(site, desk):
    """Put hostile words wherever the desk takes words from somebody."""
    person, at = site.newsroom.owner(), now()
    segments = site.store.catalog("tram", "en").segments
    for segment, words in zip(segments, HOSTILE * 3, strict=False):
        codes = " <1>x</1>" if "<1>" in segment.source else ""
        site.change(segment.source, Action.EDIT, target=words + codes)
        site.change(segment.source, Action.WAIVE, rule="number", reason=words)
        site.store.comment("tram", "en", segment.id, author=person, text=words, at=at)
        site.store.keep_draft("tram", "en", segment.id, person=person, text=f"{words}!", seen=segment.revision + 2, at=at)
    site.change(segments[0].source, Action.ADAPT, alternatives=HOSTILE[:4])
    site.change(PRICE, Action.REJECT, reason=HOSTILE[1]) if site.segment(PRICE).done else None
    site.change(PRICE, Action.OMIT, reason=HOSTILE[0])
    add_note(site, COUNCIL, HOSTILE[1])
    quote = ledger(site.store.article("tram").document, site.store.catalog("tram", "en"), site.newsroom.glossary)[0].quotation
    told = {
        "speaker": HOSTILE[1],
        "url": f"https://x/{HOSTILE[4]}",
        "original": HOSTILE[2],
        "note": HOSTILE[3],
        "spoken_in": "fr",
        "published_in": "fr",
    }
    source = next(one.source for one in site.store.catalog("tram", "en") if one.unit == quote.unit)
    site.change(source, Action.QUOTE, quotation=Quotation(unit=quote.unit, span=quote.span, text=quote.text, **told))
    return [one.id for one in site.store.catalog("tram", "en")]


GLOSSARY = "id,kind,uk,en,en.forbidden,note\ntram,term,трамвай,{0},{1},{0}\ncouncil,org,Міська рада,{2},,{1}\n"


@pytest.fixture
def hostile(evil, desk):
    """A newsroom in which every text wants to run something, with the addresses to look at."""
    quoted = ['"' + words.replace('"', '""') + '"' for words in HOSTILE]
    desk.write("glossary.csv", GLOSSARY.format(*quoted))
    evil.get("/")
    segments = fill(evil, desk)
    places = [
        f"a/tram/en/{rest}" for rest in ("", "read/", "quotes/", "export/", "conflicts/", "preview/", *(f"s/{one}/" for one in segments))
    ]
    places += [f"a/{slug}/en/{rest}" for slug in SLUGS_OF_EVIL for rest in ("", "read/", "quotes/", "export/", "preview/")]
    places += [
        "",
        "?text=%3Cscript%3Ealert(1)%3C/script%3E",
        "add/",
        "jobs/",
        *(f"glossary/{rest}" for rest in ("", "tram/", "tram/impact/", "council/", "tram/forms/?in=uk&in=en", "propose/?term=трамвай")),
        "glossary/?text=%3Cscript%3Ealert(1)%3C/script%3E",
        "glossary/propose/?term=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&target=%3Cimg src=x onerror=alert(1)%3E",
        "a/%3Cscript%3E/en/",
        "a/evil/en/preview/articles/images/evil.svg",
    ]
    return evil, places


@pytest.mark.needs("chromium")
class TestInTheBrowser:
    @pytest.fixture
    def walk(self, hostile, chromium):
        site, places = hostile
        served = Served(site.newsroom)
        context = chromium.new_context()
        context.request.get(f"{served.at}start/{owner.issue()}/")
        watch = Watch(context, served.at)
        yield site, places, served.at, context.new_page(), watch
        context.close()
        served.stop()

    def test_nothing_of_a_hostile_newsroom_runs(self, walk):
        _, places, at, page, watch = walk
        for place in places:
            page.goto(at + place)
            if page.locator("#desk").count():
                page.locator("#desk[data-ready]").wait_for()
            assert watch.seen == [], place
        page.goto(f"{at}a/tram/en/read/")
        assert all(words in page.inner_text("main") for words in HOSTILE[:4]), "it is shown, and not obeyed"

    def test_nor_when_it_is_worked_on(self, walk):
        site, _, at, page, watch = walk
        article = Article(page, at).open()
        article.page.locator("[data-act=preview]").first.click()
        for segment in site.store.catalog("tram", "en").segments[:4]:
            article.write(segment)
            article.field.fill(f"{HOSTILE[1]} {HOSTILE[0]}")
            page.keyboard.press("Escape")
            page.keyboard.press("KeyD")
            page.keyboard.press("Digit1")
            page.keyboard.press("KeyS")
            page.keyboard.press("Escape")
        first, second = site.store.catalog("tram", "en").segments[1:3]
        article.write(first).fill(HOSTILE[1])
        page.keyboard.press("Control+Enter")
        article.said("Confirmed")
        article.write(second).fill(HOSTILE[2])
        site.change(second.source, Action.EDIT, target=HOSTILE[1])
        page.keyboard.press("Control+Enter")
        page.locator(".conflict").wait_for()
        expect(page.locator(".conflict")).to_contain_text(HOSTILE[1])
        page.wait_for_timeout(1500)  # the preview is drawn anew
        assert watch.seen == []


@pytest.mark.needs("chromium")
def test_the_link_stands_nowhere_once_it_is_used(desk, chromium):
    with OpenDesk(desk.root) as opened:
        token = opened.link.rpartition("/start/")[2].strip("/")
        asked = []
        context = chromium.new_context()
        context.on("request", lambda request: asked.append(request))
        page = context.new_page()
        page.goto(opened.link)
        page.locator("#open-tram-en").click()
        page.locator("#desk[data-ready]").wait_for()
        assert token not in page.content()
        later = [request for request in asked if "/start/" not in request.url]
        assert len(later) > 5
        assert not any(token in str(request.all_headers()) for request in later)
        page.goto(opened.link)
        assert page.url == f"{opened.address}/", "who is in needs none"
        other = chromium.new_context()
        assert other.new_page().goto(opened.link).status == 403
        other.close()
        context.close()
        opened.stop()
        assert token not in opened.told[0] + opened.told[1]
        kept = [path for path in desk.root.rglob("*") if path.is_file() and token.encode() in path.read_bytes()]
        assert kept == []


def test_more_than_an_article_may_have_is_not_even_read(desk):
    """Bytes beyond what an article may have are refused before a view sees them; the desk goes on."""
    import http.client

    with OpenDesk(desk.root) as opened:
        opened.enter()
        connection = http.client.HTTPConnection(opened.address.removeprefix("http://"), timeout=30)
        connection.putrequest("POST", "/add/")
        connection.putheader("Content-Length", str(10**12))
        connection.endheaders()
        assert connection.getresponse().status == 413
        connection.close()
        assert opened.get("/add/")[0] == 200

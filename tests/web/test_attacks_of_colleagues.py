"""What somebody tries who is in, against those who may do more or write beside them; and what a page elsewhere tries with the desk."""

import http.client
import re

import pytest
from django.test import Client, override_settings
from playwright.sync_api import expect

from fakes.desk import ENGLISH
from fakes.open_desk import OpenDesk
from fakes.people import browser_of, signed_in
from fakes.samples import HOSTILE
from fakes.watch import Watch
from transloc.jobs.newsroom import now
from transloc.model import Role, State
from transloc.web.reach import Reach

PRICE = "Вони коштують 480 млн гривень."
COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
NAME = '<img src=x onerror=alert("name")>'


def address(site, source, rest=""):
    return f"/a/tram/en/s/{site.segment(source).id}/{rest}"


def poison(site, client):
    """Send hostile words by every form that a translator has."""
    owner = site.newsroom.owner().name

    def send(path, **fields):
        answer = site.send(client, "/account/", path, fields)
        assert answer.status_code in (200, 302), (path, answer.content.decode()[-400:])

    for source, words in zip([PRICE, COUNCIL], HOSTILE[:2], strict=True):
        seen = site.segment(source).revision
        send(address(site, source, "do/edit/"), seen=seen, target=words)
        send(address(site, source, "do/waive/"), seen=site.segment(source).revision, rule="number", reason=words)
        send(address(site, source, "do/comment/"), text=f"@{owner} {words}")
    send(address(site, "Решта — до кінця року.", "do/omit/"), seen=site.segment("Решта — до кінця року.").revision, reason=HOSTILE[2])
    send(f"/a/tram/en/add/{site.segment(COUNCIL).unit}/", target=HOSTILE[3])
    send("/a/tram/en/claim/")
    send("/a/tram/en/assign/", person=site.newsroom.owner().id, note=HOSTILE[1])
    send("/glossary/propose/", term="вагон", target=HOSTILE[1], locale="en", kind="term", reason=HOSTILE[0])


@pytest.mark.needs("chromium")
def test_nothing_that_a_translator_writes_runs_where_an_admin_looks(site, chromium, served):
    site.store.person(site.newsroom.owner().name, role=Role.ADMIN)
    client = signed_in(site, NAME)
    site.store.assign("tram", "en", site.store.person(NAME), actor=site.newsroom.owner(), at=now())
    poison(site, client)
    with browser_of(chromium, served, site, site.newsroom.owner().name, Role.ADMIN) as context:
        watch, page = Watch(context, served.at), context.new_page()
        rooms = ("", "read/", "quotes/", "compare/?tab=draft&only=all", "findings/", "export/", "preview/")
        for path in ("", "board/", "notifications/", "log/", "glossary/?status=proposed", *(f"a/tram/en/{room}" for room in rooms)):
            page.goto(served.at + path)
            assert watch.seen == [], path
        page.goto(f"{served.at}a/tram/en/#s-{site.segment(PRICE).id}")
        page.locator("#panel .comment").wait_for()
        for folded in page.locator("#panel details").all():
            folded.evaluate("one => { one.open = true; }")
        expect(page.locator("#panel"), "it is shown, and not obeyed").to_contain_text(HOSTILE[0])
        page.goto(f"{served.at}log/")
        expect(page.locator("main")).to_contain_text(NAME)
        assert watch.seen == []


class TestOfWhatIsSomebodyElses:
    @pytest.fixture
    def two(self, site):
        return signed_in(site, "Alice Stone"), signed_in(site, "Bob Ford")

    def test_the_words_that_somebody_types_are_shown_to_nobody(self, site, two):
        alice, bob = two
        site.send(alice, "/", address(site, PRICE, "do/draft/"), {"seen": site.segment(PRICE).revision, "target": "Alice is still typing"})
        for rest in ("", "preview/", f"s/{site.segment(PRICE).id}/", f"s/{site.segment(PRICE).id}/panel/"):
            assert "Alice is still typing" not in bob.get(f"/a/tram/en/{rest}").content.decode(), rest
        assert "Alice is still typing" in alice.get("/a/tram/en/").content.decode()

    def test_nor_are_they_thrown_away_by_another(self, site, two):
        alice, bob = two
        site.send(alice, "/", address(site, PRICE, "do/draft/"), {"seen": site.segment(PRICE).revision, "target": "Alice is still typing"})
        site.send(bob, "/", address(site, PRICE, "do/drop/"))
        assert [one.text for one in site.store.drafts("tram", "en", person=site.store.person("Alice Stone"))] == ["Alice is still typing"]

    def test_the_key_of_a_request_answers_nobody_else(self, site, two):
        """Who guesses a key gets neither the answer that it led to nor the other's name under what they do."""
        alice, bob = two
        fields = {"text": "From Alice"}
        path, key = address(site, PRICE, "do/comment/"), {"idempotency-key": "guessed", "accept": "application/json"}
        site.send(alice, "/", path, fields, **key)
        answer = site.send(bob, "/", path, {"text": "From Bob"}, **key)
        assert "Alice" not in answer.content.decode()
        assert [(one.author, one.text) for one in site.store.comments("tram", "en")] == [
            ("Alice Stone", "From Alice"),
            ("Bob Ford", "From Bob"),
        ]

    def test_nobody_writes_in_the_name_of_another(self, site, two):
        """The page says whose it is; a form that claims to be another's is refused, and one that names an author is not believed."""
        _, bob = two
        alice = site.store.person("Alice Stone")
        path = address(site, PRICE, "do/edit/")
        seen = site.segment(PRICE).revision
        assert site.send(bob, "/", path, {"seen": seen, "target": "x"}, **{"x-person": alice.id}).status_code == 403
        site.send(bob, "/", path, {"seen": seen, "target": "They cost 480 million.", "actor": alice.id, "person": alice.id, "by": alice.id})
        assert site.segment(PRICE).target == "They cost 480 million."
        assert {event.actor for event in site.store.history("tram") if event.after == "They cost 480 million."} == {"Bob Ford"}

    def test_no_field_of_a_form_lifts_a_translator_to_the_signature(self, site, two):
        site.review(ENGLISH)
        _, bob = two
        whole, one = site.store.catalog("tram", "en").revision, site.segment(PRICE).revision
        for path, seen in (("/a/tram/en/sign-off/", whole), (address(site, PRICE, "do/sign-off/"), one)):
            fields = {"seen": seen, "role": "editor", "is_editor": "1", "four_eyes": "", "next": "/"}
            assert site.send(bob, "/", path, fields).status_code in (403, 422)
        assert State.FINAL not in {one.state for one in site.store.catalog("tram", "en")}


class TestFromAnotherSite:
    @pytest.mark.parametrize("place", ["https://evil.example/", "//evil.example/", "/\\evil.example/", "\t//evil.example"])
    @pytest.mark.parametrize("path", ["a/tram/en/claim/", "a/tram/en/release/", "a/tram/en/assign/", "a/tram/en/deadline/", "language/"])
    def test_nobody_is_led_away(self, site, place, path):
        answer = site.post(f"/{path}", {"next": place, "language": "uk", "deadline": "", "person": ""}, status=None)
        assert answer.status_code == 302
        assert answer["Location"] == "/"

    def test_no_header_of_a_visitor_says_where_the_desk_is(self, site):
        """Links that go out to people are of the address that the desk was given, whatever a request claims."""
        claims = {
            "x-forwarded-host": "evil.example",
            "x-forwarded-proto": "http",
            "forwarded": "host=evil.example",
            "x-host": "evil.example",
        }
        client = Client(SERVER_NAME="desk.example.org")
        with override_settings():
            Reach("127.0.0.1", "https://desk.example.org").settle(8765)
            for path in ("/", "/sign-in/", "/start/x/"):
                answer = client.get(path, headers=claims)
                assert answer.status_code in (200, 302, 403), path
                assert "evil.example" not in answer.content.decode() + str(answer.headers), path
            for host in ("evil.example", "desk.example.org@evil.example", "desk.example.org.evil.example"):
                assert client.get("/sign-in/", headers={"host": host}).status_code == 400

    @pytest.mark.needs("chromium")
    def test_a_page_that_frames_the_desk_shows_nothing_of_it(self, site, chromium, served):
        """The other site is the same machine by another name, so that the owner's cookie would go along."""
        with browser_of(chromium, served, site, site.newsroom.owner().name, Role.ADMIN) as context:
            page = context.new_page()
            page.route("http://elsewhere.localhost/", lambda route: route.fulfill(content_type="text/html", body="<title>x</title>"))
            page.goto("http://elsewhere.localhost/")
            for path in ("", "a/tram/en/", "a/tram/en/preview/", "sign-in/"):
                loaded = page.evaluate(
                    """(address) => new Promise((done) => {
                      const frame = document.createElement("iframe");
                      frame.onload = () => done(true);
                      frame.src = address;
                      document.body.replaceChildren(frame);
                    })""",
                    served.at + path,
                )
                assert loaded
                (frame,) = page.main_frame.child_frames
                assert frame.url.startswith("chrome-error:"), path


def test_a_body_of_no_told_length_ends_where_an_article_ends(desk):
    """Sent in pieces, it says nothing of how long it will be: the desk stops reading, and goes on."""
    with OpenDesk(desk.root) as opened:
        opened.enter()
        connection = http.client.HTTPConnection(opened.address.removeprefix("http://"), timeout=60)
        piece = b"%x\r\n" % (1 << 20) + b"a" * (1 << 20) + b"\r\n"
        connection.putrequest("POST", "/add/")
        connection.putheader("Transfer-Encoding", "chunked")
        connection.endheaders()
        sent = 0
        try:
            while sent < 200:
                connection.send(piece)
                sent += 1
            connection.send(b"0\r\n\r\n")
            assert connection.getresponse().status == 413
        except OSError:
            assert sent < 200, "it hung up long before"
        connection.close()
        assert opened.get("/add/")[0] == 200


def test_a_form_of_too_many_parts_is_refused(site):
    token = re.search(r'name="csrf" content="(\w+)"', site.get("/account/").content.decode())[1]
    for count, status in ((20, 422), (20_001, 400)):
        parts = "&".join([f"csrfmiddlewaretoken={token}", *(f"locales=x{number}" for number in range(count))])
        assert site.client.post("/add/", parts, content_type="application/x-www-form-urlencoded").status_code == status

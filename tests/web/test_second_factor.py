"""A code of the phone beside the password: turned on, asked for on every way in, and no way round it."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.db import DEFAULT_DB_ALIAS, connections
from django.test import Client, override_settings
from django.utils import timezone
from playwright.sync_api import expect

from fakes.axe import look
from fakes.browser import Article, until
from fakes.provider import signed_in_by
from fakes.site import PASSWORD, stranger, text
from transloc.jobs import accounts
from transloc.jobs.newsroom import now
from transloc.model import Role
from transloc.store.models import Event
from transloc.web import owner

pytestmark = pytest.mark.usefixtures("ways_in")

PAGE = "/account/second-factor/"


def told(action):
    return list(Event.objects.filter(action=action, article="").order_by("id").values_list("actor", "after", "note"))


def inside(client):
    return client.get("/account/").status_code == 200


def shown(answer):
    """Return the recovery codes of a page."""
    return re.findall(r"<li><code>(\d+)</code>", answer.content.decode())


def turn_on(site, client, phone, password=PASSWORD):
    """Do what the page says, and return the page with the recovery codes; the code that was shown is used up."""
    page = client.get(PAGE).content.decode()
    phone.key = re.search(r'<code id="key"[^>]*>([A-Z2-7 ]+)</code>', page)[1].replace(" ", "")
    answer = site.send(client, "/account/", PAGE, {"password": password, "code": phone.code})
    assert answer.status_code == 200, answer.content.decode()
    phone.later()
    return answer


def enter(site, client, code, *, status=302, name="Олена"):
    """Give the password, and then the code."""
    assert site.sign_in(client, name)["Location"] == "/sign-in/code/"
    return give(site, client, code, status=status)


def give(site, client, code, *, status=302):
    answer = site.send(client, "/sign-in/code/", "/sign-in/code/", {"code": code})
    assert answer.status_code == status, answer.content.decode()
    return answer


@pytest.fixture
def mine(site):
    """The browser of Олена, who has a password."""
    return site.of("Олена")


@pytest.fixture
def codes(site, mine, phone):
    """Her recovery codes: it is on."""
    return shown(turn_on(site, mine, phone))


class TestTurningItOn:
    def test_takes_the_key_to_a_phone_and_shows_recovery_codes_once(self, site, mine, phone):
        assert "Second factor off" in text(mine.get("/account/"))
        answer = turn_on(site, mine, phone)
        assert len(set(shown(answer))) == 10
        assert "no-store" in answer["Cache-Control"]
        assert "Second factor on" in text(mine.get("/account/"))
        again = mine.get(PAGE)
        assert "You have 10 recovery codes left" in text(again)
        assert not shown(again)
        assert phone.key not in again.content.decode().replace(" ", "")

    def test_wants_a_code_that_the_key_makes_and_the_password(self, site, mine, phone):
        page = mine.get(PAGE).content.decode()
        phone.key = re.search(r'<code id="key"[^>]*>([A-Z2-7 ]+)</code>', page)[1].replace(" ", "")
        for fields in ({"password": PASSWORD, "code": "000000"}, {"password": "wrong", "code": phone.code}, {"code": phone.code}, {}):
            answer = site.send(mine, "/account/", PAGE, fields)
            assert answer.status_code == 422
            assert phone.key in answer.content.decode().replace(" ", ""), "it stays the one that was scanned"
            assert PASSWORD not in answer.content.decode()
        assert "This is not your password" in text(site.send(mine, "/account/", PAGE, {"password": "wrong", "code": phone.code}))
        assert site.sign_in(stranger(), "Олена")["Location"] == "/"

    def test_needs_no_password_of_who_has_none(self, site, provider, phone):
        site.store.add_account("Ніна", Role.TRANSLATOR, "nina@example.org", actor=site.newsroom.owner(), at=now())
        provider.knows("n", email="nina@example.org", email_verified=True)
        client = stranger()
        signed_in_by(site, provider, client, "n")
        assert "Your password" not in text(client.get(PAGE))
        assert len(shown(turn_on(site, client, phone, ""))) == 10

    def test_is_in_the_record_without_what_is_secret(self, site, mine, codes, phone):
        assert [(actor, after) for actor, after, note in told("account") if note.startswith("second factor of Олена")] == [("Олена", "on")]
        database = b"".join(path.read_bytes() for path in (site.desk.root / ".transloc").glob("transloc.db*"))
        assert phone.key.encode() not in database
        assert not [code for code in codes if code.encode() in database]


class TestSigningIn:
    def test_asks_for_the_code_and_then_lets_in(self, site, codes, phone):
        client = stranger()
        site.sign_in(client, "Олена", next="/board/")
        before = client.cookies["sessionid"].value
        assert not inside(client)
        assert client.get("/a/tram/en/").status_code == 302
        assert give(site, client, phone.code)["Location"] == "/board/"
        assert inside(client)
        assert client.cookies["sessionid"].value != before
        assert told("signed-in")[-1][0] == "Олена"

    def test_is_no_sign_in_before_the_code(self, site, codes):
        came = len(told("signed-in"))
        site.sign_in(stranger(), "Олена")
        assert len(told("signed-in")) == came

    def test_takes_a_code_with_the_spaces_of_a_phone(self, site, codes, phone):
        assert enter(site, stranger(), f" {phone.code[:3]} {phone.code[3:]} ")["Location"] == "/"

    def test_takes_the_code_of_half_a_minute_ago_and_no_older(self, site, codes, phone):
        late = phone.code
        phone.later(30)
        assert enter(site, stranger(), late)["Location"] == "/"
        late = phone.code
        phone.later(60)
        enter(site, stranger(), late, status=422)

    @pytest.mark.parametrize("code", ["", "000000", "12345", "abcdef", "１２３４５６", "0" * 5000])
    def test_takes_no_wrong_one(self, site, codes, code):
        client = stranger()
        answer = enter(site, client, code, status=422)
        assert "not the code of now" in text(answer)
        assert not inside(client)
        assert told("turned-away")[-1][0] == "Олена"

    def test_takes_a_code_once(self, site, codes, phone):
        enter(site, stranger(), phone.code)
        enter(site, stranger(), phone.code, status=422)

    def test_nor_the_one_that_it_was_turned_on_with(self, site, mine, phone):
        page = mine.get(PAGE).content.decode()
        phone.key = re.search(r'<code id="key"[^>]*>([A-Z2-7 ]+)</code>', page)[1].replace(" ", "")
        site.send(mine, "/account/", PAGE, {"password": PASSWORD, "code": phone.code})
        enter(site, stranger(), phone.code, status=422)

    def test_takes_a_recovery_code_once(self, site, mine, codes):
        enter(site, stranger(), codes[3])
        enter(site, stranger(), codes[3], status=422)
        assert "You have 9 recovery codes left" in text(mine.get(PAGE))

    def test_takes_nobody_elses(self, site, codes, phone):
        taras, theirs = site.of("Тарас"), type(phone)()
        theirs.now = phone.now
        turn_on(site, taras, theirs)
        phone.now = theirs.now
        enter(site, stranger(), theirs.code, status=422)
        enter(site, stranger(), theirs.code, name="Тарас")

    def test_asks_nobody_who_has_not_turned_it_on(self, site, codes):
        site.join("Тарас")
        assert site.sign_in(stranger(), "Тарас")["Location"] == "/"


class TestGuessing:
    def test_is_shut_out_after_five_wrong_codes_for_a_quarter_of_an_hour(self, site, codes, phone):
        client = stranger()
        site.sign_in(client, "Олена")
        for _ in range(4):
            give(site, client, "000000", status=422)
        said = text(give(site, client, "000000", status=429))
        again = (timezone.now() + timedelta(minutes=15)).astimezone(site.newsroom.project.zone())
        assert f"try again after {again:%H:%M}" in said
        give(site, client, phone.code, status=429)
        site.sign_in(stranger(), "Олена", status=429)
        assert told("shut-out")[-1][0] == "Олена"
        AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
        assert give(site, client, phone.code)["Location"] == "/"

    def test_does_not_begin_anew_with_the_password(self, site, codes):
        for _ in range(4):
            enter(site, stranger(), "000000", status=422)
        enter(site, stranger(), "000000", status=429)

    def test_counts_with_wrong_passwords(self, site, codes, phone):
        for _ in range(4):
            site.sign_in(stranger(), "Олена", "wrong", status=422)
        enter(site, stranger(), "000000", status=429)

    def test_from_many_addresses_ends_as_well(self, site, codes, phone):
        for n in range(10):
            client = Client(SERVER_NAME="localhost", REMOTE_ADDR=f"203.0.113.{n}", enforce_csrf_checks=True)
            enter(site, client, "000000", status=422)
        enter(site, Client(SERVER_NAME="localhost", REMOTE_ADDR="203.0.113.99", enforce_csrf_checks=True), phone.code, status=429)

    def test_keeps_nothing_of_what_was_typed(self, site, codes):
        enter(site, stranger(), "919191", status=422)
        assert "919191" not in str(list(AccessAttempt.objects.values()))

    def test_at_the_open_account_page_ends_as_well(self, site, mine, codes, phone):
        for _ in range(5):
            site.send(mine, "/account/", PAGE, {"proof": "000000", "do": "off"})
        answer = site.send(mine, "/account/", PAGE, {"proof": phone.code, "do": "off"})
        assert answer.status_code == 429
        assert "too many wrong codes" in text(answer)
        assert site.send(mine, "/account/", PAGE, {"proof": PASSWORD, "do": "off"}).status_code == 429


class TestNoWayRound:
    def test_by_a_link_for_a_password(self, site, codes, phone):
        link = accounts.link(site.newsroom, "Олена", actor=site.newsroom.owner())
        client = stranger()
        new = "thirteen buses for Odesa"
        assert site.send(client, link, link, {"new": new, "again": new})["Location"] == "/sign-in/code/"
        assert not inside(client)
        give(site, client, phone.code)
        assert inside(client)

    def test_by_the_page_of_the_code_alone(self, site, codes, phone):
        assert stranger().get("/sign-in/code/")["Location"] == "/sign-in/"
        client = stranger()
        assert site.send(client, "/sign-in/", "/sign-in/code/", {"code": phone.code})["Location"] == "/sign-in/"

    def test_by_a_session_that_somebody_planted(self, site, codes, phone):
        attacker, victim = stranger(), stranger()
        attacker.get("/sign-in/")
        planted = attacker.cookies["sessionid"].value
        victim.cookies["sessionid"] = planted
        site.sign_in(victim, "Олена")
        attacker.cookies["sessionid"] = planted
        assert attacker.get("/sign-in/code/")["Location"] == "/sign-in/"

    def test_after_ten_minutes(self, site, codes, phone, monkeypatch):
        client = stranger()
        site.sign_in(client, "Олена")
        monkeypatch.setattr("transloc.web.sso.code._PATIENCE", -1)
        assert client.get("/sign-in/code/")["Location"] == "/sign-in/"
        monkeypatch.undo()
        assert client.get("/sign-in/code/")["Location"] == "/sign-in/", "nor later on"

    @pytest.mark.parametrize("what", ["another password", "stopped"])
    def test_with_what_has_changed_meanwhile(self, site, codes, phone, what):
        client, actor = stranger(), site.newsroom.owner()
        site.sign_in(client, "Олена")
        if what == "stopped":
            site.store.change_account("Олена", {"is_active": False}, actor=actor, at=now())
        else:
            site.store.set_password(site.store.account("Олена").person.id, "thirteen buses for Odesa", actor=actor, at=now())
        assert client.get("/sign-in/code/")["Location"] == "/sign-in/"

    def test_by_the_provider_unless_it_has_asked_for_a_second_factor_itself(self, site, provider, codes, phone):
        site.store.change_account("Олена", {"email": "olena@example.org"}, actor=site.newsroom.owner(), at=now())
        claims = {"email": "olena@example.org", "email_verified": True}
        for amr in (None, ["pwd"], "mfa", ["pwd", "otp", "mfa"]):
            provider.knows("o", **claims, **({"amr": amr} if amr else {}))
            client = stranger()
            answer = signed_in_by(site, provider, client, "o", next="/board/")
            if isinstance(amr, list) and "mfa" in amr:
                assert answer["Location"] == "/board/"
            else:
                assert (answer["Location"], inside(client)) == ("/sign-in/code/", False), amr
        assert inside(client)

    def test_but_for_the_owner_at_the_machine_itself(self, site, phone):
        """Who reads the terminal could take it off with a command."""
        site.post("/account/password/", {"new": PASSWORD, "again": PASSWORD})
        turn_on(site, site.client, phone)
        client = stranger()
        assert client.get(f"/start/{owner.issue()}/")["Location"] == "/"
        assert inside(client)
        assert site.sign_in(stranger(), site.newsroom.owner().name)["Location"] == "/sign-in/code/"


class TestTurningItOff:
    @pytest.mark.parametrize("proof", ["code", "password", "recovery code"])
    def test_takes_a_code_or_the_password(self, site, mine, codes, phone, proof):
        given = {"code": phone.code, "password": PASSWORD, "recovery code": codes[0]}[proof]
        assert site.send(mine, "/account/", PAGE, {"proof": given, "do": "off"})["Location"] == "/account/"
        assert "Your second factor is off" in text(mine.get("/account/"))
        assert site.sign_in(stranger(), "Олена")["Location"] == "/"
        assert ("Олена", "off") in [(actor, after) for actor, after, _ in told("account")]
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM mfa_authenticator")
            assert cursor.fetchone() == (0,)

    @pytest.mark.parametrize("proof", ["", "000000", "wrong"])
    def test_takes_nothing_else(self, site, mine, codes, proof):
        assert site.send(mine, "/account/", PAGE, {"proof": proof, "do": "off"}).status_code == 422
        assert site.sign_in(stranger(), "Олена")["Location"] == "/sign-in/code/"

    def test_new_recovery_codes_make_the_old_ones_worthless(self, site, mine, codes):
        fresh = shown(site.send(mine, "/account/", PAGE, {"proof": PASSWORD, "do": "codes"}))
        assert len(fresh) == 10
        assert not set(fresh) & set(codes)
        enter(site, stranger(), codes[0], status=422)
        enter(site, stranger(), fresh[0])

    def test_turned_on_again_it_has_another_key_and_other_codes(self, site, mine, codes, phone):
        before = phone.key
        site.send(mine, "/account/", PAGE, {"proof": PASSWORD, "do": "off"})
        fresh = shown(turn_on(site, mine, phone))
        assert phone.key != before
        assert not set(fresh) & set(codes)

    def test_an_admin_takes_it_off_for_who_has_lost_the_phone(self, site, codes):
        site.store.forget_factor("Олена", actor=site.newsroom.owner(), at=now())
        assert site.sign_in(stranger(), "Олена")["Location"] == "/"
        assert told("account")[-1][:2] == (site.newsroom.owner().name, "off")

    def test_in_the_browser_as_well_and_not_their_own(self, site, codes, phone):
        site.post("/account/password/", {"new": PASSWORD, "again": PASSWORD})
        turn_on(site, site.client, type(phone)())
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute("SELECT DISTINCT user_id FROM mfa_authenticator")
            both = [row[0] for row in cursor.fetchall()]
        assert len(both) == 2
        site.post("/admin/store/user/", {"action": "forget_factor", "_selected_action": both})
        assert "Done for Олена" in text(site.get("/admin/store/user/"))
        assert site.store.with_factor() == (site.newsroom.owner().name,)

    def test_a_key_that_was_kept_with_another_secret_is_told_with_the_way_out(self, site, codes, phone):
        with override_settings(SECRET_KEY="another than that of before"):
            client = stranger()
            said = text(enter(site, client, phone.code, status=422))
            assert "kept with another secret than the desk has now" in said
            assert "transloc people forget-factor" in said
            assert not inside(client)


@pytest.mark.needs("chromium")
def test_everybody_can_turn_it_on_and_sign_in_with_it(chromium, site, served, phone):
    """The whole of it in a browser, each page judged for everybody in both themes."""
    site.join("Олена")
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()

    def sign_in():
        page.goto(f"{served.at}sign-in/")
        page.get_by_label("Name or e-mail address").fill("Олена")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()

    page.goto(f"{served.at}sign-in/")
    look(page)
    sign_in()
    page.get_by_role("heading", name="Queue").wait_for()
    page.goto(f"{served.at}account/")
    look(page)
    page.get_by_role("link", name="Turn it on").click()
    phone.key = page.locator("#key").inner_text().replace(" ", "")
    until(lambda: page.get_by_alt_text("QR code of the key below").evaluate("one => one.complete && one.naturalWidth > 100"))
    look(page)
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_label("The code that the app shows now").fill(phone.code)
    page.get_by_role("button", name="Turn it on").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    look(page)
    page.get_by_role("link", name="I have kept them").click()
    page.get_by_role("link", name="Change it").click()
    look(page)
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="Sign in").wait_for()
    phone.later()
    sign_in()
    page.get_by_label("The code that the app on your phone shows now").fill("000000")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("alert").wait_for()
    look(page)
    page.get_by_label("The code that the app on your phone shows now").fill(phone.code)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Queue").wait_for()
    assert Article(page, served.at).open().errors == []
    context.close()


@pytest.mark.needs("chromium")
def test_in_ukrainian_too(chromium, site, served, phone):
    site.join("Олена")
    context = chromium.new_context(locale="uk-UA", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{served.at}sign-in/")
    expect(page.get_by_role("button", name="Увійти через Newsroom account")).to_be_visible()
    look(page)
    page.get_by_label("Пароль").fill(PASSWORD)
    page.locator("#name").fill("Олена")
    page.locator("#password").press("Enter")
    page.get_by_role("heading", name="Черга").wait_for()
    page.goto(f"{served.at}account/second-factor/")
    page.get_by_role("heading", name="Другий чинник", exact=True).wait_for()
    look(page)
    context.close()

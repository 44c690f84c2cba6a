"""In by a provider of OpenID Connect: who comes in and who does not, and which answers of a provider are believed."""

import base64
import hashlib
import re

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, connections
from playwright.sync_api import expect

from fakes.browser import Article, until
from fakes.desk import ENGLISH
from fakes.provider import NAME, SECRET, begun, came_back, question, signed_in_by
from fakes.site import PASSWORD, stranger, text
from transloc.jobs.newsroom import now
from transloc.model import Role, State
from transloc.store.models import Event, User

pytestmark = pytest.mark.usefixtures("ways_in")


@pytest.fixture
def olena(site, provider):
    """Somebody with an account and no password, whom the provider knows under the same address."""
    person = site.store.add_account("Олена Гайдук", Role.EDITOR, "olena@example.org", actor=site.newsroom.owner(), at=now()).person
    provider.knows("o-1", email="Olena@Example.org", email_verified=True)
    return person


def told(action):
    return list(Event.objects.filter(action=action).order_by("id").values_list("actor", "note"))


def linked():
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT provider, uid, extra_data FROM socialaccount_socialaccount")
        return cursor.fetchall()


def inside(client):
    return client.get("/account/").status_code == 200


class TestWhoComesIn:
    def test_a_verified_address_that_an_account_has(self, site, provider, olena):
        client = stranger()
        assert f"Sign in with {NAME}" in text(client.get("/sign-in/"))
        assert signed_in_by(site, provider, client, "o-1")["Location"] == "/"
        assert "Олена Гайдук" in text(client.get("/"))
        assert told("signed-in")[-1] == ("Олена Гайдук", "127.0.0.1")
        assert told("account")[-1] == ("Олена Гайдук", f"provider of Олена Гайдук ({olena.id})")
        assert linked() == [(provider.at, "o-1", "{}")], "and nothing else that the provider tells"

    def test_to_the_page_that_was_wanted_and_to_none_elsewhere(self, site, provider, olena):
        assert signed_in_by(site, provider, stranger(), "o-1", next="/board/")["Location"] == "/board/"
        for place in ("https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)"):
            assert signed_in_by(site, provider, stranger(), "o-1", next=place)["Location"] == "/"

    def test_the_session_gets_a_new_number(self, site, provider, olena):
        attacker, victim = stranger(), stranger()
        attacker.get("/sign-in/")
        planted = attacker.cookies["sessionid"].value
        victim.cookies["sessionid"] = planted
        signed_in_by(site, provider, victim, "o-1")
        assert victim.cookies["sessionid"].value != planted
        assert not inside(attacker)
        assert not Session.objects.filter(session_key=planted).exists()

    def test_who_has_no_password_can_go_again(self, site, provider, olena):
        client = stranger()
        signed_in_by(site, provider, client, "o-1")
        assert "Sign out" in text(client.get("/"))
        site.sign_out(client)
        assert not inside(client)

    def test_another_person_in_the_same_browser_gets_a_session_of_their_own(self, site, provider, olena):
        client = site.of("Тарас")
        before = client.cookies["sessionid"].value
        signed_in_by(site, provider, client, "o-1")
        assert client.cookies["sessionid"].value != before
        assert "Олена Гайдук" in text(client.get("/"))

    def test_passwords_let_in_as_before(self, site, olena):
        site.join("Тарас")
        assert site.sign_in(stranger(), "Тарас")["Location"] == "/"


class TestWhoDoesNot:
    @pytest.mark.parametrize(
        ("claims", "why"),
        [
            ({"email": "olena@example.org", "email_verified": False}, "has not verified your e-mail address"),
            ({"email": "olena@example.org"}, "has not verified your e-mail address"),
            ({"email_verified": True}, "has not verified your e-mail address"),
            ({"email": "nobody@example.org", "email_verified": True}, "Nobody at this desk has the e-mail address nobody@example.org"),
            ({"email": "Олена Гайдук", "email_verified": True}, "Nobody at this desk"),
            ({"email": "olena@eхample.org", "email_verified": True}, "Nobody at this desk"),  # a Cyrillic letter
        ],
    )
    def test_is_told_in_one_sentence_and_has_no_account(self, site, provider, olena, monkeypatch, claims, why):
        monkeypatch.setattr("transloc.web.accounts.tries._last", -1e9)
        people = list(User.objects.values())
        provider.knows("x", **claims)
        client = stranger()
        answer = signed_in_by(site, provider, client, "x")
        assert answer.status_code == 403
        assert why in text(answer)
        assert not inside(client)
        assert (list(User.objects.values()), linked()) == (people, [])
        assert told("turned-away")[-1] == ("", "127.0.0.1")

    def test_a_letter_that_folds_into_anothers_is_another(self, site, provider):
        site.join("Mike", email="mike@example.org")
        provider.knows("x", email="mi\N{KELVIN SIGN}e@example.org", email_verified=True)
        assert "\N{KELVIN SIGN}".lower() == "k"
        assert signed_in_by(site, provider, stranger(), "x").status_code == 403

    def test_a_stopped_account(self, site, provider, olena):
        stop = {"actor": site.newsroom.owner(), "at": now()}
        site.store.change_account("Олена Гайдук", {"is_active": False}, **stop)
        client = stranger()
        answer = signed_in_by(site, provider, client, "o-1")
        assert (answer.status_code, linked()) == (403, [])
        assert "Your account is stopped" in text(answer)
        site.store.change_account("Олена Гайдук", {"is_active": True}, **stop)
        signed_in_by(site, provider, client, "o-1")
        assert inside(client)
        site.store.change_account("Олена Гайдук", {"is_active": False}, **stop)
        assert not inside(client)
        assert signed_in_by(site, provider, client, "o-1").status_code == 403, "also when it is linked"

    def test_an_address_that_two_have(self, site, provider, olena):
        site.join("Тарас")
        User.objects.filter(name="Тарас").update(email="OLENA@example.org")
        answer = signed_in_by(site, provider, stranger(), "o-1")
        assert "More than one account" in text(answer)
        assert linked() == []

    def test_who_says_no_there(self, site, provider, olena):
        client = stranger()
        address = begun(site, client)
        answer = came_back(client, f"{provider.says(address)}&state={question(address)['state']}")  # which this provider forgets
        assert "You said no at Newsroom account" in text(answer)


class TestWhoseAccountItIs:
    def test_follows_the_person_and_not_the_address(self, site, provider, olena):
        taras = site.join("Тарас", email="taras@example.org")
        signed_in_by(site, provider, stranger(), "o-1")
        provider.knows("o-1", email="taras@example.org", email_verified=True)
        client = stranger()
        signed_in_by(site, provider, client, "o-1")
        assert "Олена Гайдук" in text(client.get("/"))
        assert [uid for _, uid, _ in linked()] == ["o-1"]
        site.store.change_account("Олена Гайдук", {"email": "haiduk@example.org"}, actor=taras, at=now())
        assert signed_in_by(site, provider, stranger(), "o-1")["Location"] == "/"

    def test_is_no_choice_of_somebody_who_takes_anothers_address(self, site, provider, olena):
        """Or a colleague whose account has no address yet would come in as the one who took it, and work in their name."""
        taras = site.of("Тарас")
        provider.knows("n", email="nina@example.org", email_verified=True)
        site.send(taras, "/account/", "/account/", {"email": "nina@example.org", "language": "uk"})
        assert User.objects.get(name="Тарас").email == ""
        assert User.objects.get(name="Тарас").language == "uk"
        assert re.search(r'<input id="email"[^>]* readonly', taras.get("/account/").content.decode())
        assert signed_in_by(site, provider, stranger(), "n").status_code == 403
        site.post("/account/", {"email": "owner@example.org"})
        assert User.objects.get(name=site.newsroom.owner().name).email == "owner@example.org", "an admin keeps all of them"

    def test_an_address_that_somebody_else_got_opens_nothing(self, site, provider, olena):
        signed_in_by(site, provider, stranger(), "o-1")
        provider.knows("successor", email="olena@example.org", email_verified=True)
        client = stranger()
        answer = signed_in_by(site, provider, client, "successor")
        assert "This account belongs to somebody else at Newsroom account" in text(answer)
        assert not inside(client)

    def test_until_an_admin_has_parted_them(self, site, provider, olena):
        signed_in_by(site, provider, stranger(), "o-1")
        provider.knows("successor", email="olena@example.org", email_verified=True)
        site.store.forget_provider("Олена Гайдук", actor=site.newsroom.owner(), at=now())
        assert signed_in_by(site, provider, stranger(), "successor")["Location"] == "/"
        assert signed_in_by(site, provider, stranger(), "o-1").status_code == 403

    def test_an_admin_parts_them_in_the_browser_too(self, site, provider, olena):
        signed_in_by(site, provider, stranger(), "o-1")
        chosen = {"action": "forget_provider", "_selected_action": User.objects.get(public_id=olena.id).pk}
        site.post("/admin/store/user/", chosen)
        assert linked() == []
        site.post("/admin/store/user/", chosen)
        assert "has never signed in by a provider" in text(site.get("/admin/store/user/"))


class TestTheQuestion:
    def test_has_a_state_a_nonce_and_half_of_a_secret(self, site, provider, olena):
        client = stranger()
        address = begun(site, client)
        asked = question(address)
        assert address.startswith(f"{provider.at}/oauth2/authorize?")
        assert (asked["client_id"], asked["response_type"], asked["code_challenge_method"]) == ("desk", "code", "S256")
        assert asked["redirect_uri"] == "http://localhost/sign-in/provider/back/"
        assert {"openid", "email"} <= set(asked["scope"].split())
        assert len(asked["state"]) >= 32
        assert asked["nonce"] != asked["state"]
        assert SECRET not in address
        came_back(client, provider.says(address, "o-1"))
        (form,) = [form for path, form in provider.asked if path == "/oauth2/token"]
        verifier = form["code_verifier"][0]
        digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
        assert digest == asked["code_challenge"]

    def test_is_another_each_time(self, site, olena):
        client = stranger()
        first, second = (question(begun(site, client)) for _ in range(2))
        assert not {first[name] for name in ("state", "nonce", "code_challenge")} & set(second.values())

    def test_has_the_provider_asked_by_nobody_who_only_presses_the_button(self, site, provider, olena):
        before = len(provider.asked)
        for _ in range(3):
            begun(site, stranger())
        assert [path for path, _ in provider.asked[before:]] == ["/.well-known/openid-configuration"]

    def test_is_begun_by_a_form_of_ours_alone(self, site, olena):
        assert stranger().get("/sign-in/provider/").status_code == 405
        assert stranger().post("/sign-in/provider/").status_code == 403

    def test_leaves_the_page_by_no_script_and_no_style(self, site, olena):
        client = stranger()
        answer = site.send(client, "/sign-in/", "/sign-in/provider/")
        body = answer.content.decode()
        assert body.count("<h1>") == 1
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)", body)
        assert "form-action 'self'" in answer["Content-Security-Policy"]
        assert "no-store" in answer["Cache-Control"]


class TestTheAnswer:
    """What is not believed lets nobody in, and is told without a trace."""

    def refused(self, client, answer, status, why):
        said = text(answer)
        assert (answer.status_code, why in said) == (status, True), said
        assert "Traceback" not in said
        assert not inside(client)
        assert linked() == []

    @pytest.mark.parametrize("state", ["", "forged", None])
    def test_to_a_question_that_was_not_put(self, site, provider, olena, state):
        client = stranger()
        address = provider.says(begun(site, client), "o-1")
        real = question(address)["state"]
        changed = address.replace(f"state={real}", f"state={state}" if state is not None else "other=1")
        self.refused(client, came_back(client, changed), 403, "was not begun here")

    def test_to_the_question_of_another_browser(self, site, provider, olena):
        """Nobody is made to sign in as an attacker, and no stolen answer is worth anything."""
        client, other = stranger(), stranger()
        address = provider.says(begun(site, client), "o-1")
        self.refused(other, came_back(other, address), 403, "was not begun here")

    def test_that_came_before(self, site, provider, olena):
        client = stranger()
        address = provider.says(begun(site, client), "o-1")
        came_back(client, address)
        site.sign_out(client)
        assert came_back(client, address).status_code == 403
        assert not inside(client)

    def test_that_comes_too_late(self, site, provider, olena, monkeypatch):
        client = stranger()
        address = provider.says(begun(site, client), "o-1")
        monkeypatch.setattr("allauth.socialaccount.internal.statekit.STATE_TTL", -1)
        self.refused(client, came_back(client, address), 403, "too long ago")

    @pytest.mark.parametrize("answered", ["of another question", None])
    def test_in_which_the_token_is_for_another_question(self, site, provider, olena, monkeypatch, answered):
        monkeypatch.setattr("oidc_provider_mock._storage.AuthorizationCode.get_nonce", lambda _: answered)
        client = stranger()
        self.refused(client, signed_in_by(site, provider, client, "o-1"), 502, "gives no answer that can be used")

    @pytest.mark.parametrize("change", [{"iss": "https://evil.example"}, {"aud": ["another desk"]}, {"exp": 1_700_000_000}, {"sub": "o-2"}])
    def test_in_which_the_token_is_another_ones(self, site, provider, olena, monkeypatch, change):
        from oidc_provider_mock._app import OpenIDCode

        usual = OpenIDCode.get_compatible_claims
        monkeypatch.setattr(OpenIDCode, "get_compatible_claims", lambda self, *given: usual(self, *given) | change)
        if "sub" in change:
            monkeypatch.setattr(OpenIDCode, "generate_user_info", lambda *_: change)
        client = stranger()
        self.refused(client, signed_in_by(site, provider, client, "o-1"), 502, "gives no answer that can be used")

    def test_of_a_provider_that_calls_itself_otherwise_now(self, site, provider, olena, monkeypatch):
        client = stranger()
        address = provider.says(begun(site, client), "o-1")
        monkeypatch.setattr("transloc.web.sso.line.fault", lambda *_: "it calls itself “https://evil.example”")
        self.refused(client, came_back(client, address), 502, "gives no answer that can be used")

    @pytest.mark.parametrize("status", [500, 204])
    def test_of_a_provider_that_is_out_of_order(self, site, provider, olena, status):
        client = stranger()
        address = provider.says(begun(site, client), "o-1")
        provider.status = status
        cache.clear()  # of what it told of itself before
        self.refused(client, came_back(client, address), 502, "try again later, or sign in by password")
        answer = site.send(client, "/sign-in/", "/sign-in/provider/")
        self.refused(client, answer, 502, "try again later, or sign in by password")


def test_a_provider_that_is_away_keeps_nobody_with_a_password_out(site, provider, olena):
    site.join("Тарас")
    client = stranger()
    address = provider.says(begun(site, client), "o-1")
    provider._server.shutdown()
    provider._server.server_close()
    cache.clear()  # of what it told of itself before
    for answer in (came_back(client, address), site.send(client, "/sign-in/", "/sign-in/provider/")):
        assert answer.status_code == 502
        assert "Newsroom account gives no answer that can be used" in text(answer)
    assert site.sign_in(client, "Тарас")["Location"] == "/"


@pytest.mark.parametrize(
    "path",
    [
        "login",
        "signup",
        "logout",
        "password/reset",
        "email",
        "social/signup",
        "social/connections",
        "oidc/x/login",
        "2fa",
        "2fa/totp/activate",
    ],
)
def test_no_address_of_the_librarys_own_is_there(site, path):
    for place in (f"/{path}/", f"/accounts/{path}/", f"/sign-in/{path}/"):
        assert site.client.get(place).status_code == 404


def test_a_part_of_a_page_leads_to_the_form_also_where_nobody_has_a_password(site, olena):
    assert stranger().get("/board/")["Location"] == "/sign-in/?next=/board/"
    assert "Nobody has a password here" not in text(stranger().get("/sign-in/"))


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("scripts", [True, False])
def test_somebody_comes_in_by_the_provider_and_reviews_a_sentence(chromium, site, provider, served, olena, scripts):
    context = chromium.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{served.at}a/tram/en/")
    page.get_by_role("button", name=f"Sign in with {NAME}").click()
    page.get_by_placeholder("sub").fill("o-1")
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(f"{served.at}a/tram/en/")
    expect(page.get_by_role("link", name="Олена Гайдук")).to_be_visible()
    if scripts:
        article, segment = Article(page, served.at), site.segment("Вони коштують 480 млн гривень.")
        article.open()
        article.write(segment).fill(ENGLISH[segment.source])
        page.keyboard.press("Control+Enter")
        until(lambda: site.segment(segment.source).state is State.REVIEWED)
        assert {one.actor for one in site.store.history("tram", "en", segment.id) if one.action == "confirm"} == {"Олена Гайдук"}
        assert article.errors == []
    context.close()


def test_a_password_is_asked_for_beside(site, olena):
    page = text(stranger().get("/sign-in/"))
    assert "Or by password" in page
    assert PASSWORD not in page

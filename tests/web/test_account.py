"""A person's own account, and the link with which they come by a password."""

import re
from datetime import datetime, timedelta

import pytest

from fakes.site import PASSWORD, stranger, text
from transloc.jobs import accounts
from transloc.jobs.newsroom import now
from transloc.model import Role
from transloc.store.accounts import _Links
from transloc.store.models import Event, User

NEW = "thirteen buses for Odesa"


@pytest.fixture
def link(site):
    """The link of somebody new."""
    site.store.add_account("Олена", Role.TRANSLATOR, actor=site.newsroom.owner(), at=now())
    return accounts.link(site.newsroom, "Олена", actor=site.newsroom.owner())


def put(site, client, link, new=NEW, again=None):
    return site.send(client, link, link, {"new": new, "again": again or new})


class TestTheLink:
    def test_sets_a_password_and_signs_in(self, site, link):
        client = stranger()
        assert "Welcome, Олена" in text(client.get(link))
        assert put(site, client, link)["Location"] == "/"
        assert "Олена" in text(client.get("/"))
        assert site.sign_in(stranger(), "Олена", NEW)["Location"] == "/"

    def test_works_once(self, site, link):
        put(site, stranger(), link)
        answer = stranger().get(link)
        assert answer.status_code == 403
        assert "has been used, or is too old" in text(answer)

    def test_is_not_used_up_by_a_look(self, site, link):
        stranger().get(link)
        stranger().head(link)
        assert put(site, stranger(), link).status_code == 302

    def test_is_too_old_after_three_days(self, link, monkeypatch):
        monkeypatch.setattr(_Links, "_now", lambda _: datetime.now() + timedelta(days=2, hours=23))  # noqa: DTZ005 -- as Django's own
        assert stranger().get(link).status_code == 200
        monkeypatch.setattr(_Links, "_now", lambda _: datetime.now() + timedelta(days=3, hours=1))  # noqa: DTZ005
        assert stranger().get(link).status_code == 403

    def test_opens_no_account_but_its_own(self, site, link):
        other = site.join("Тарас")
        assert stranger().get(re.sub(r"p\d{8}", other.id, link)).status_code == 403
        assert stranger().get(re.sub(r"p\d{8}", "p00000000", link)).status_code == 403
        assert stranger().get(link[:-2] + "x/").status_code == 403

    def test_of_a_stopped_account_opens_nothing(self, site, link):
        site.store.change_account("Олена", {"is_active": False}, actor=site.newsroom.owner(), at=now())
        assert stranger().get(link).status_code == 403

    def test_leaves_the_old_password_until_it_is_used(self, site):
        site.join("Тарас")
        new = accounts.link(site.newsroom, "Тарас", actor=site.newsroom.owner())
        assert site.sign_in(stranger(), "Тарас")["Location"] == "/"
        new = accounts.link(site.newsroom, "Тарас", actor=site.newsroom.owner())
        put(site, stranger(), new)
        site.sign_in(stranger(), "Тарас", status=422)

    @pytest.mark.parametrize(
        ("new", "why"),
        [("tram 12", "at least 10"), ("password1234", "too common"), ("4815162342108", "entirely numeric")],
    )
    def test_takes_no_password_that_is_easily_guessed(self, site, link, new, why):
        client = stranger()
        answer = put(site, client, link, new)
        assert answer.status_code == 422
        assert why in text(answer)
        assert new not in answer.content.decode()
        assert client.get("/add/").status_code == 403

    def test_wants_it_twice(self, site, link):
        answer = put(site, stranger(), link, NEW, "another")
        assert "The two passwords differ" in text(answer)


class TestTheAccount:
    @pytest.fixture
    def mine(self, site):
        return site.of("Олена")

    def test_keeps_what_was_chosen(self, site, mine):
        site.send(mine, "/account/", "/account/", {"email": "olena@example.org", "language": "uk"})
        olena = User.objects.get(name="Олена")
        assert (olena.email, olena.language, olena.mails) == ("olena@example.org", "uk", False)
        page = mine.get("/account/").content.decode()
        assert 'value="olena@example.org"' in page
        assert '<option value="uk" selected' in page
        assert site.sign_in(stranger(), "olena@example.org")["Location"] == "/"

    @pytest.mark.parametrize("fields", [{"email": "olena@"}, {"language": "de"}, {"email": "taras@example.org"}])
    def test_takes_nothing_that_is_wrong(self, site, mine, fields):
        site.join("Тарас", email="taras@example.org")
        assert site.send(mine, "/account/", "/account/", fields).status_code == 422
        olena = User.objects.get(name="Олена")
        assert (olena.email, olena.language, olena.mails) == ("", "", True)

    def test_gives_nobody_another_role_or_name(self, site, mine):
        site.send(mine, "/account/", "/account/", {"role": "admin", "name": "Тарас", "is_superuser": "1"})
        olena = User.objects.get(name="Олена")
        assert (olena.role, olena.is_superuser) == ("translator", False)

    def test_a_new_password_ends_the_other_sessions_and_not_this_one(self, site, mine):
        other = stranger()
        site.sign_in(other, "Олена")
        answer = site.send(mine, "/account/", "/account/password/", {"old": PASSWORD, "new": NEW, "again": NEW})
        assert answer.status_code == 302
        assert "You have a new password" in text(mine.get("/account/"))
        assert other.get("/").status_code == 302
        site.sign_in(stranger(), "Олена", PASSWORD, status=422)

    def test_the_old_password_is_asked_for(self, site, mine):
        answer = site.send(mine, "/account/", "/account/password/", {"old": "wrong", "new": NEW, "again": NEW})
        assert answer.status_code == 422
        assert "This is not your password" in text(answer)
        assert site.sign_in(stranger(), "Олена")["Location"] == "/"

    def test_the_owner_sets_a_first_one_without(self, site):
        site.post("/account/password/", {"new": NEW, "again": NEW})
        name = site.newsroom.owner().name
        assert site.sign_in(stranger(), name, NEW)["Location"] == "/"

    def test_every_change_is_in_the_record_and_no_password_or_address(self, site, mine):
        site.send(mine, "/account/", "/account/", {"email": "olena@example.org", "mails": "on"})
        site.send(mine, "/account/", "/account/password/", {"old": PASSWORD, "new": NEW, "again": NEW})
        told = list(Event.objects.filter(action="account").order_by("id").values_list("actor", "before", "after", "note"))
        assert [(actor, note.split()[0]) for actor, _, _, note in told][-2:] == [("Олена", "e-mail"), ("Олена", "password")]
        assert not any(secret in str(told) for secret in (NEW, PASSWORD, "olena@"))

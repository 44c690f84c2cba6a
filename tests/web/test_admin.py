"""Django's admin: for admins alone, accounts to keep and all else to look at, under the policy of every page."""

import re

import pytest
from playwright.sync_api import expect

from fakes.browser import Served
from fakes.desk import ENGLISH
from fakes.site import PASSWORD, stranger, text
from transloc.jobs.newsroom import now
from transloc.model import Role
from transloc.states import Action
from transloc.store.models import Article, Catalog, Comment, Event, Job, Notification, User
from transloc.web import owner
from transloc.web.admin import site as admin_site

SEEN = (Article, Catalog, Event, Comment, Job, Notification)
PRICE = "Вони коштують 480 млн гривень."


def table(model, rest=""):
    return f"/admin/store/{model._meta.model_name}/{rest}"


def events():
    return [
        (one.actor, one.before, one.after, one.note.partition(" (")[0]) for one in Event.objects.filter(action="account").order_by("id")
    ]


@pytest.fixture
def filled(site):
    site.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    segment = site.segment(PRICE)
    site.post(f"/a/tram/en/s/{segment.id}/do/comment/", {"seen": segment.revision, "text": "Per tram?"})
    site.post("/a/tram/en/draft/")
    Notification.objects.create(person="p00000001", kind="mention", at=now())
    return site


@pytest.mark.parametrize("role", [Role.TRANSLATOR, Role.EDITOR])
def test_nobody_but_admins_sees_a_page_of_it(site, role):
    browser = site.of("Олена", role)
    for path in ("/admin/", "/admin/jsi18n/", table(User), table(User, "add/"), table(Event), "/admin/nothing/"):
        assert browser.get(path).status_code == 403, path


def test_who_is_not_in_is_led_to_the_form_of_the_desk(site):
    site.join("Олена", Role.ADMIN)
    assert stranger().get("/admin/")["Location"] == "/sign-in/?next=/admin/"
    assert stranger().post("/admin/login/", {"username": "Олена", "password": PASSWORD}).status_code == 403


def test_who_is_no_admin_any_more_is_out(site):
    browser = site.of("Олена", Role.ADMIN)
    assert browser.get("/admin/").status_code == 200
    User.objects.filter(name="Олена").update(role="editor", is_staff=True, is_superuser=True)
    assert browser.get("/admin/").status_code == 403, "the role counts, and no flag beside it"


def test_every_table_is_shown(filled):
    for model in SEEN:
        listed = filled.get(table(model)).content.decode()
        first = re.search(rf'href="({table(model)}\d+/change/)', listed)
        assert first, model
        filled.get(first[1])


@pytest.mark.parametrize("model", SEEN)
def test_and_nothing_in_it_can_be_written(filled, model):
    rows = list(model.objects.values())
    pk = rows[0]["id"]
    filled.get(table(model, "add/"), status=403)
    filled.post(table(model, "add/"), {"slug": "x"}, status=403)
    filled.get(table(model, f"{pk}/delete/"), status=403)
    filled.post(table(model, f"{pk}/delete/"), {"post": "yes"}, status=403)
    filled.post(table(model, f"{pk}/change/"), {"text": "x", "slug": "x"}, status=403)
    filled.post(table(model), {"action": "delete_selected", "_selected_action": pk, "post": "yes"}, status=None)
    assert list(model.objects.values()) == rows


def test_an_account_is_made_and_its_link_is_shown(site):
    fields = {"name": " Олена  Гайдук ", "email": "olena@example.org", "role": "editor"}
    answer = site.client.get(site.post(table(User, "add/"), fields)["Location"])
    link = re.search(r"http://localhost(/link/p\d{8}/\S+/)", text(answer))[1]
    assert "Welcome, Олена Гайдук" in text(stranger().get(link))
    olena = User.objects.get(name="Олена Гайдук")
    assert (olena.role, olena.email, olena.is_active, olena.has_usable_password()) == ("editor", "olena@example.org", True, False)
    me = site.newsroom.owner().name
    assert events() == [(me, "", "editor", "account of Олена Гайдук"), (me, "", "", "link of Олена Гайдук")]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"name": "Тарас"}, "already exists"),
        ({"name": " "}, "required"),
        ({"email": "TARAS@example.org"}, "somebody else has this e-mail"),
        ({"email": "olena@"}, "Enter a valid email address"),
        ({"role": "owner"}, "valid choice"),
    ],
)
def test_what_makes_no_account_is_told(site, fields, why):
    site.join("Тарас", email="taras@example.org")
    before = list(User.objects.values())
    assert why in text(site.post(table(User, "add/"), {"name": "Олена", "email": "", "role": "editor", **fields}, status=200))
    assert list(User.objects.values()) == before


def test_an_account_is_changed_with_its_event(site):
    olena = site.of("Олена", Role.TRANSLATOR)
    pk = User.objects.get(name="Олена").pk
    site.post(table(User, f"{pk}/change/"), {"email": "olena@example.org", "role": "editor", "is_active": "on"})
    me = site.newsroom.owner().name
    assert events()[-2:] == [(me, "", "", "e-mail of Олена"), (me, "translator", "editor", "role of Олена")]
    assert olena.get("/add/").status_code == 200
    site.post(table(User, f"{pk}/change/"), {"name": "Тарас", "email": "", "role": "editor"})
    assert events()[-1] == (me, "True", "False", "active of Олена")
    assert User.objects.get(pk=pk).name == "Олена", "a name stays, since the record holds it"
    assert olena.get("/").status_code == 403, "and the session has ended"


def test_nobody_shuts_themselves_out(site):
    me = User.objects.get(name=site.newsroom.owner().name)
    site.post(table(User, f"{me.pk}/change/"), {"email": "me@example.org", "role": "translator"})
    me.refresh_from_db()
    assert (me.role, me.is_active, me.email) == ("admin", True, "me@example.org")


def test_no_account_is_deleted(site):
    site.join("Олена")
    pk = User.objects.get(name="Олена").pk
    site.get(table(User, f"{pk}/delete/"), status=403)
    site.post(table(User, f"{pk}/delete/"), {"post": "yes"}, status=403)
    site.post(table(User), {"action": "delete_selected", "_selected_action": pk, "post": "yes"}, status=None)
    assert User.objects.filter(pk=pk).exists()


def test_a_new_link_for_somebody_who_has_forgotten(site):
    site.join("Олена")
    pk = User.objects.get(name="Олена").pk
    answer = site.client.get(site.post(table(User), {"action": "link", "_selected_action": pk})["Location"])
    assert re.search(r"for Олена alone, once and within three days: http://localhost/link/p\d{8}/\S+/", text(answer))


def test_no_page_of_it_shows_a_password(site):
    site.join("Олена")
    pk = User.objects.get(name="Олена").pk
    assert "pbkdf2" not in site.get(table(User, f"{pk}/change/")).content.decode()


def test_signing_out_there_is_signing_out_here(site):
    browser = site.of("Олена", Role.ADMIN)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', browser.get("/admin/").content.decode())[1]
    assert browser.post("/admin/logout/", {"csrfmiddlewaretoken": token})["Location"] == "/sign-in/"
    assert Event.objects.filter(action="signed-out", actor="Олена").exists()
    assert browser.get("/admin/").status_code in (302, 403)


@pytest.mark.needs("chromium")
def test_its_pages_obey_the_policy_of_the_desk(filled, chromium):
    served = Served(filled.newsroom)
    context = chromium.new_context()
    context.request.get(f"{served.at}start/{owner.issue()}/")
    page, told = context.new_page(), []
    page.on("console", lambda message: told.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: told.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: told.append(f"failed: {request.url}"))
    page.on("response", lambda answer: told.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    pk = User.objects.get().pk
    places = ["/admin/", *(table(model) for model in admin_site._registry), table(User, "add/"), table(User, f"{pk}/change/")]
    for place in places:
        page.goto(served.at.rstrip("/") + place, wait_until="networkidle")
        expect(page.locator("#site-name")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.getElementById('header')).backgroundColor") != "rgba(0, 0, 0, 0)", (
            "it has its style"
        )
    page.goto(f"{served.at}admin/store/user/add/")
    page.get_by_label("Name").fill("Олена")
    page.get_by_label("Role").select_option("editor")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("The link to set a password, for Олена alone").wait_for()
    assert told == []
    context.close()
    served.stop()

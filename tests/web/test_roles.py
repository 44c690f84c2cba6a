"""Who may see and do what, address by address. A new address without a decision here fails the test."""

import pytest
from django.urls import URLPattern, get_resolver, reverse

from fakes.desk import ENGLISH
from fakes.site import stranger, text
from transloc.jobs.newsroom import now
from transloc.model import Role, State
from transloc.states import Action
from transloc.store.models import Event, User

#: All addresses that a desk can have, those of the extra `sso` among them.
pytestmark = pytest.mark.usefixtures("ways_in")

EVERYBODY, TRANSLATOR, EDITOR, ADMIN = None, Role.TRANSLATOR, Role.EDITOR, Role.ADMIN

#: Who may look, and who may send a form; an address that takes none of the two has the same for both.
DECIDED = {
    "sign-in": (EVERYBODY, EVERYBODY),
    "sign-out": (EVERYBODY, EVERYBODY),
    "start": (EVERYBODY, EVERYBODY),
    "link": (EVERYBODY, EVERYBODY),
    "language": (EVERYBODY, EVERYBODY),
    "words": (EVERYBODY, EVERYBODY),
    **dict.fromkeys(("provider", "provider-back", "code"), (EVERYBODY, EVERYBODY)),
    "second-factor": (TRANSLATOR, TRANSLATOR),
    **dict.fromkeys(("queue", "signed-in", "who", "account", "password", "jobs", "memory"), (TRANSLATOR, TRANSLATOR)),
    **dict.fromkeys(("glossary", "propose", "row-forms", "row-impact", "rule"), (TRANSLATOR, TRANSLATOR)),
    **dict.fromkeys(("article", "changes", "draft", "undo", "add-unit", "segment", "do", "panel"), (TRANSLATOR, TRANSLATOR)),
    **dict.fromkeys(("preview", "picture", "read", "findings", "quotes", "compare"), (TRANSLATOR, TRANSLATOR)),
    **dict.fromkeys(("board", "news", "unread", "news-seen", "mentionable", "opened"), (TRANSLATOR, TRANSLATOR)),
    **dict.fromkeys(("claim", "release", "assign", "deadline"), (TRANSLATOR, TRANSLATOR)),  # by the guards of the store: test_duty
    "row": (TRANSLATOR, EDITOR),
    "decide": (EDITOR, EDITOR),
    "begin-glossary": (EDITOR, EDITOR),
    "sign-off": (EDITOR, EDITOR),
    **dict.fromkeys(("add", "conflicts", "export", "export-file"), (EDITOR, EDITOR)),
    **dict.fromkeys(("admin", "log", "log-csv"), (ADMIN, ADMIN)),
}
GIVEN = {"slug": "tram", "locale": "en", "token": "x" * 43, "person": "p0", "name": "tram.md", "action": "confirm", "row": "lviv"}
GIVEN |= {"language": "uk", "version": "0", "number": 1}
REFUSED = (403, 422)  # by the page, or by the guard of the store


def patterns(found=None, inside=""):
    """Yield every address with its name; those of Django's admin count as one."""
    for one in get_resolver().url_patterns if found is None else found:
        if isinstance(one, URLPattern):
            yield inside or one.name, one
        else:
            yield from patterns(one.url_patterns, "admin")


def test_every_address_is_decided_on():
    assert {name for name, _ in patterns()} == set(DECIDED)


def address(site, name):
    if name == "admin":
        return "/admin/"
    given = GIVEN | {"segment": site.segment("Вони коштують 480 млн гривень.").id, "unit": "u1", "rule": "number"}
    wanted = next(one for found, one in patterns() if found == name).pattern.converters
    return reverse(name, kwargs={key: given[key] for key in wanted})


@pytest.fixture
def team(site):
    site.review(ENGLISH)
    site.post("/a/tram/en/export/", {"kind": "own"})
    return site, {role: site.of(role.value.capitalize(), role) for role in Role}


def test_whoever_may_look_sees_and_nobody_else(team):
    site, browsers = team
    for name, (needed, _) in DECIDED.items():
        for role, browser in browsers.items():
            answer = browser.get(address(site, name))
            if needed is not EVERYBODY and not role.may(needed):
                assert answer.status_code in (403, 405), (name, role)
            elif name not in ("start", "link", "provider-back"):
                assert answer.status_code not in (403, 500), (name, role)
            answer.close()


def kept(site):
    """What no refused form may change."""
    files = {path: path.read_bytes() for path in site.desk.root.rglob("*") if path.is_file() and ".transloc" not in path.parts}
    return site.store.catalog("tram", "en"), files, list(User.objects.values("name", "role", "email"))


def test_whoever_may_send_is_heard_and_nobody_else(team):
    site, browsers = team
    before = kept(site)
    fields = {"seen": before[0].revision, "do": "accept", "kind": "html", "text": "Міст відкрили.", "locales": "en"}
    for name, (_, needed) in DECIDED.items():
        for role, browser in browsers.items():
            if needed is not EVERYBODY and not role.may(needed):
                assert site.send(browser, "/", address(site, name), fields).status_code in (*REFUSED, 405), (name, role)
    assert kept(site) == before


def test_who_is_not_in_is_led_to_the_form(team):
    site, _ = team
    for name, (needed, _) in DECIDED.items():
        if needed is not EVERYBODY:
            answer = stranger().get(address(site, name))
            assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/sign-in/"), name


@pytest.mark.parametrize(("action", "fields"), [("sign-off", {}), ("correct", {"target": "They cost 480.", "reason": "A slip"})])
def test_what_is_an_editors_step_is_nobody_elses(team, action, fields):
    site, browsers = team
    segment = site.segment("Вони коштують 480 млн гривень.")
    if action == "correct":
        site.change(segment.source, Action.SIGN_OFF)
        segment = site.segment(segment.source)
    path = f"/a/tram/en/s/{segment.id}/do/{action}/"
    given = {"seen": segment.revision, "before": segment.target, "target": segment.target, **fields}
    answer = site.send(browsers[Role.TRANSLATOR], "/", path, given)
    assert answer.status_code == 422
    assert "an editor's step" in text(answer).replace("’", "'")
    assert site.segment(segment.source) == segment
    assert site.send(browsers[Role.EDITOR], "/", path, given).status_code == 302
    assert site.segment(segment.source).state is State.FINAL


def test_what_somebody_may_not_do_is_not_offered(team):
    site, browsers = team
    pages = ("/", "/a/tram/en/", "/a/tram/en/read/", f"/a/tram/en/s/{site.segment('Решта — до кінця року.').id}/", "/account/")
    signs = ('href="/add/"', "/export/", "do/sign-off/", 'data-act="sign-off"', 'data-command="correct"', "Sign off article", "/admin/")
    shown = {role: "".join(browser.get(page).content.decode() for page in pages) for role, browser in browsers.items()}
    assert not any(sign in shown[Role.TRANSLATOR] for sign in signs)
    assert [sign for sign in signs if sign not in shown[Role.EDITOR]] == ["/admin/"]
    assert all(sign in shown[Role.ADMIN] for sign in signs)


def test_a_role_holds_from_the_next_click_on(site):
    olena = site.of("Олена", Role.EDITOR)
    assert olena.get("/add/").status_code == 200
    site.store.change_account("Олена", {"role": "translator"}, actor=site.newsroom.owner(), at=now())
    assert olena.get("/add/").status_code == 403


def test_what_is_taken_in_for_somebody_is_done_in_their_name(site):
    olena = site.of("Олена", Role.EDITOR)
    assert site.send(olena, "/", "/add/", {"text": "Міст відкрили.", "name": "bridge", "locales": "en"}).status_code == 302
    assert {one.actor for one in site.store.history("bridge")} == {"Олена"}
    assert User.objects.get(name="Олена").role == "editor", "and nobody rises by it"
    assert Event.objects.filter(action="account", note__contains="role").count() == 0

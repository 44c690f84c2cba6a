import json
import re

import pytest

from fakes.open_desk import serving
from transloc.store.models import Event


def link(said):
    return re.search(r"(\S*)/link/(p\d{8})/(\S+)/", said)


def record(desk):
    with desk.newsroom():
        return [(one.actor, one.before, one.after, one.note.partition(" (")[0]) for one in Event.objects.filter(action="account")]


def test_an_account_comes_with_a_link(desk):
    said = desk.run("people", "add", "Олена  Гайдук", "--role", "editor", "--email", "olena@example.org", "--by", "Ірина").stdout
    assert "Олена Гайдук is an editor now." in said
    assert link(said)[1] == "", "nobody has said where the desk is"
    assert "--url" in said
    (olena,) = [one for one in json.loads(desk.run("people", "list", "--format", "json").stdout) if one["name"] == "Олена Гайдук"]
    assert olena["id"] == link(said)[2]
    assert (olena["role"], olena["email"], olena["active"], olena["ready"]) == ("editor", "olena@example.org", True, False)
    assert record(desk) == [("Ірина", "", "editor", "account of Олена Гайдук"), ("Ірина", "", "", "link of Олена Гайдук")]


def test_who_makes_accounts_by_name_gets_no_role_by_that(desk):
    desk.run("people", "add", "Олена", "--role", "editor", "--by", "Ірина")
    roles = {one["name"]: one["role"] for one in json.loads(desk.run("people", "list", "--format", "json").stdout)}
    assert roles["Ірина"] == "translator"


@pytest.mark.parametrize(
    ("url", "begins"), [("https://Desk.example.org/", "https://desk.example.org"), ("http://[::1]:8765", "http://[::1]:8765")]
)
def test_the_link_begins_with_the_address_that_is_given(desk, url, begins):
    said = desk.run("people", "add", "Олена", "--role", "editor", "--url", url).stdout
    assert link(said)[1] == begins
    assert "--url" not in said


def test_or_with_that_of_the_settings_or_of_the_open_desk(desk):
    with serving(desk.root, "http://127.0.0.1:8765/"):
        assert link(desk.run("people", "add", "Олена", "--role", "editor").stdout)[1] == "http://127.0.0.1:8765"
    assert link(desk.run("people", "link", "Олена").stdout)[1] == "", "a desk that was killed has left its address behind"
    desk.write("transloc.toml", desk.read("transloc.toml") + '\n[server]\nurl = "https://desk.example.org"\n')
    assert link(desk.run("people", "link", "Олена").stdout)[1] == "https://desk.example.org"


@pytest.mark.parametrize("url", ["desk.example.org", "https://desk.example.org/desk", "ftp://x", "https://", "https://a b"])
def test_what_is_no_address_is_refused(desk, url):
    assert "is not the address of a desk" in desk.refused("people", "add", "Олена", "--role", "editor", "--url", url)


def test_a_role_is_changed_and_told(desk):
    desk.run("people", "add", "Олена", "--role", "admin")
    assert desk.run("people", "role", "Олена", "translator", "--by", "Ірина").stdout == "Олена: translator now.\n"
    assert record(desk)[-1] == ("Ірина", "admin", "translator", "role of Олена")
    before = record(desk)
    desk.run("people", "role", "Олена", "translator")
    assert record(desk) == before, "nothing was changed"


def test_a_stopped_account_gets_no_link(desk):
    desk.run("people", "add", "Олена", "--role", "editor")
    desk.run("people", "stop", "Олена")
    assert "stopped" in desk.run("people", "list").stdout
    done = desk.run("people", "link", "Олена", exits=1)
    assert "transloc people start" in done.stderr
    desk.run("people", "start", "Олена")
    assert link(desk.run("people", "link", "Олена").stdout)
    assert [one[3] for one in record(desk)] == ["account of Олена", "link of Олена", "active of Олена", "active of Олена", "link of Олена"]


def test_a_name_that_is_taken_is_refused(desk):
    desk.run("people", "add", "Олена", "--role", "editor", "--email", "olena@example.org")
    assert "is there already" in desk.run("people", "add", " Олена ", "--role", "editor", exits=1).stderr
    assert (
        "somebody else has this e-mail"
        in desk.run("people", "add", "Тарас", "--role", "editor", "--email", "OLENA@example.org", exits=1).stderr
    )


def test_what_is_no_e_mail_address_is_refused(desk):
    assert "is no e-mail address" in desk.run("people", "add", "Тарас", "--role", "editor", "--email", "taras@", exits=2).stderr


@pytest.mark.parametrize("command", [("role", "Ніхто", "editor"), ("stop", "Ніхто"), ("link", "Ніхто")])
def test_nobody_is_told_with_those_there_are(desk, command):
    desk.run("people", "add", "Олена", "--role", "editor")
    done = desk.run("people", *command, exits=2)
    assert "there is nobody called “Ніхто”" in done.stderr
    assert "Олена" in done.stderr


@pytest.mark.parametrize("command", ["forget-factor", "forget-provider"])
def test_who_has_neither_code_nor_provider_is_said_to_have_none(desk, command):
    desk.run("people", "add", "Олена", "--role", "editor")
    assert "Олена has " in desk.refused("people", command, "Олена")
    assert "there is nobody called “Nobody”" in desk.refused("people", command, "Nobody")

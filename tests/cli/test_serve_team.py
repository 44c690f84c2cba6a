"""The desk of a team: who gets in, what a proxy may say, and what it tells browsers."""

import http.client
import socket

import pytest

from fakes.open_desk import Browser, OpenDesk

PASSWORD = "twelve trams for Lviv"
WRONG = "wrong password of mine"


@pytest.fixture
def team(desk):
    """A newsroom with an admin who has a password."""
    desk.run("people", "add", "Олена", "--role", "admin", "--email", "olena@example.org")
    assert "signs in with this password" in desk.run("people", "password", "Олена", typed=f"{PASSWORD}\n").stdout
    return desk


def free():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def opened(desk, url="", *more):
    port = free()
    return OpenDesk(desk.root, "--port", str(port), "--url", url or f"http://127.0.0.1:{port}", *more)


def ask(desk, path="/sign-in/", **headers):
    connection = http.client.HTTPConnection(desk.address.removeprefix("http://"), timeout=30)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def test_a_team_signs_in_with_passwords_and_no_link_is_printed(team):
    with opened(team) as desk:
        assert "/start/" not in desk.said
        assert f"is open at {desk.address}/ for everybody with an account" in desk.said
        assert "Warning" not in desk.said, "this machine alone reads along"
        assert "Password" in desk.get("/")[1], "it leads to the form"
        assert desk.sign_in("Олена", WRONG)[0] == 422
        assert desk.sign_in("olena@example.org", PASSWORD)[0] == 302
        assert "Львів купує 12 трамваїв" in desk.get("/")[1]
        desk.browser, mine = Browser(), desk.browser
        assert "Password" in desk.get("/")[1]
        desk.browser = mine
        assert desk.stop() == 0
    assert desk.told[1] == ""


def test_the_settings_say_it_as_well_and_the_command_line_says_otherwise(team):
    team.write("transloc.toml", team.read("transloc.toml") + '\n[server]\nurl = "https://desk.example.org"\n')
    with OpenDesk(team.root) as desk:
        assert "is open at https://desk.example.org/" in desk.said
    with OpenDesk(team.root, "--url", "", "--port", "0") as desk:
        assert desk.enter()[0] == 200


def test_with_accounts_the_owners_link_works_beside_them(team):
    with OpenDesk(team.root) as desk:
        assert desk.sign_in("Олена", PASSWORD)[0] == 302
        desk.browser = Browser()
        assert desk.enter()[0] == 200


def test_an_account_is_opened_by_the_link_that_people_prints(team):
    with opened(team) as desk:
        said = team.run("people", "add", "Тарас", "--role", "translator").stdout
        link = said.partition("three days: ")[2].split()[0]
        assert link.startswith(f"{desk.address}/link/")
        page = desk.get(link.removeprefix(desk.address))[1]
        assert "Welcome, Тарас" in page


@pytest.mark.parametrize("made", [(), ("editor",), ("admin",)])
def test_nobody_could_sign_in_is_said_before_it_opens(desk, made):
    for role in made:
        desk.run("people", "add", "Олена", "--role", role)
    done = desk.run("serve", "--no-browser", "--host", "0.0.0.0", "--url", "https://desk.example.org", exits=2)
    assert "there is no admin with a password" in done.stderr
    assert "transloc people add NAME --role admin" in done.stderr


def test_a_stopped_admin_opens_no_desk(team):
    team.run("people", "stop", "Олена")
    assert "there is no admin with a password" in team.run("serve", "--url", "https://desk.example.org", exits=2).stderr


def test_behind_https_cookies_are_secure_and_browsers_are_told_to_stay(team):
    with opened(team, "https://desk.example.org") as desk:
        answer = ask(desk, Host="desk.example.org")
        assert answer.status == 200
        assert "max-age=31536000" in answer.getheader("Strict-Transport-Security")
        cookie = answer.getheader("Set-Cookie")
        assert cookie.startswith("__Host-transloc=")
        assert all(word in cookie for word in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))
        assert "Domain" not in cookie


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost", "desk.example.org.evil.example", "www.desk.example.org"])
def test_only_its_own_name_is_answered(team, host):
    with opened(team, "https://desk.example.org") as desk:
        assert ask(desk, Host=host).status == 400
        assert ask(desk, Host="desk.example.org", **{"X-Forwarded-Host": host}).status == 200


def test_plain_http_is_warned_of(team):
    with opened(team, "http://desk.example.org") as desk:
        assert "Warning: without https everybody on the way can read passwords" in desk.said
        answer = ask(desk, Host="desk.example.org")
        assert answer.getheader("Strict-Transport-Security") is None
        assert "Secure" not in answer.getheader("Set-Cookie")


def test_the_proxy_of_this_machine_tells_who_tries(team):
    with opened(team) as desk:
        for _ in range(5):
            desk.browser = Browser()
            status, _page = desk.sign_in("Олена", WRONG, **{"X-Forwarded-For": "198.51.100.7, 203.0.113.9"})
        assert status == 429
        assert desk.sign_in("Олена", PASSWORD, **{"X-Forwarded-For": "203.0.113.9"})[0] == 429
        desk.browser = Browser()
        assert desk.sign_in("Олена", PASSWORD, **{"X-Forwarded-For": "203.0.113.10"})[0] == 302


def test_whoever_is_not_the_proxy_tells_nothing(team):
    with opened(team, "", "--proxy", "10.0.0.2") as desk:
        for n in range(5):
            desk.browser = Browser()
            status, _page = desk.sign_in("Олена", WRONG, **{"X-Forwarded-For": f"203.0.113.{n}"})
        assert status == 429


def test_a_team_expects_its_port(team):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = team.run("serve", "--port", str(port), "--url", "https://desk.example.org", exits=2)
        assert f"port {port} cannot be used" in done.stderr


def test_a_password_that_is_easily_guessed_is_refused(team):
    assert "too common" in team.run("people", "password", "Олена", typed="password1234\n", exits=2).stderr


def test_a_session_lasts_as_the_settings_say(team):
    team.write("transloc.toml", team.read("transloc.toml") + "\n[server]\nsession_hours = 12\n")
    with opened(team) as desk:
        assert "Max-Age=43200" in ask(desk).getheader("Set-Cookie")

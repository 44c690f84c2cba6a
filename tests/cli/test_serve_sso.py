"""``transloc serve`` with [sso]: what it asks for before it opens, what it brings along, and that nothing of it stays where it is not."""

import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

import transloc
from fakes.long_article import environment
from fakes.open_desk import PATIENCE, Browser, OpenDesk
from fakes.provider import code

PASSWORD = "twelve trams for Lviv"
SECRET = "kept in no file"
SCRIPT = """
import atexit, sys
atexit.register(lambda: print(sorted(name for name in sys.modules if name.partition(".")[0] in ("allauth", "fido2", "qrcode", "jwt"))))
from transloc.__main__ import main
main()
"""


@pytest.fixture
def team(desk, monkeypatch):
    """A newsroom with an admin who has a password."""
    monkeypatch.delenv("TRANSLOC_SSO_SECRET", raising=False)
    desk.run("people", "add", "Олена", "--role", "admin", "--email", "olena@example.org")
    desk.run("people", "password", "Олена", typed=f"{PASSWORD}\n")
    return desk


def free():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def settle(desk, *lines):
    """Write [sso] with these lines behind the other settings."""
    kept = desk.read("transloc.toml").partition("\n[sso]")[0]
    desk.write("transloc.toml", "\n".join((kept, "[sso]", *lines, "")) if lines else kept)


def by(provider, *more):
    return (f'issuer = "{provider.at}"', 'client_id = "desk"', 'name = "Newsroom account"', *more)


def opened(desk, **environ):
    port = free()
    return OpenDesk(desk.root, "--port", str(port), "--url", f"http://127.0.0.1:{port}", **environ)


def fresh(desk):
    """Return the sign-in page as a browser sees it that was never here."""
    desk.browser = Browser()
    return desk.get("/sign-in/")[1]


def refused(desk, **environ):
    """Start a desk that must not open; return its sentence."""
    command = [sys.executable, "-m", "transloc", "serve", "--no-browser", "--port", "0", "--url", "http://127.0.0.1:8765"]
    given = environment("") | {"PYTHONPATH": str(Path(transloc.__file__).parents[1])} | environ
    done = subprocess.run(command, cwd=desk.root, env=given, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done
    return done.stderr


def used(desk, *arguments):
    """Open a desk and close it; return which modules of the extra it had."""
    command = [sys.executable, "-c", SCRIPT, "serve", "--no-browser", *arguments]
    given = environment("") | {"PYTHONPATH": str(Path(transloc.__file__).parents[1]), "TRANSLOC_SSO_SECRET": SECRET}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=desk.root, env=given, **pipes) as process:
        while " is open" not in process.stdout.readline():
            assert process.poll() is None, process.stderr.read()
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=PATIENCE)
    return said.splitlines()[-1]


def test_without_it_nothing_of_the_library_is_loaded(team, provider):
    url = f"http://127.0.0.1:{free()}"
    alone = ("--port", "0")
    assert used(team, *alone) == "[]"
    assert used(team, "--port", url.rpartition(":")[2], "--url", url) == "[]"
    settle(team, *by(provider))
    assert used(team, *alone) == "[]", "a desk for one person has its link"
    assert "'allauth.socialaccount.models'" in used(team, "--port", url.rpartition(":")[2], "--url", url)


def test_a_secret_that_is_missing_is_told_with_file_key_and_way_out(team, provider):
    settle(team, *by(provider))
    said = refused(team)
    assert re.search(r"transloc\.toml:\d+: “issuer” needs the secret of the client\. Have TRANSLOC_SSO_SECRET in the environment", said)


def test_so_is_the_extra(team, provider, monkeypatch):
    settle(team, *by(provider))
    monkeypatch.setattr("transloc.project.sso.find_spec", lambda _: None)
    said = team.refused("serve", "--url", "https://desk.example.org")
    assert re.search(r'transloc\.toml:\d+: \[sso\] needs an extra that is not installed\. pip install "transloc\[sso\]"', said)


def test_so_is_an_issuer_that_is_none(team, provider):
    settle(team, *(line.replace(provider.at, f"{provider.at}/realms/x") for line in by(provider)))
    said = refused(team, TRANSLOC_SSO_SECRET=SECRET)
    assert re.search(r"transloc\.toml:\d+: there is no provider at “http://localhost:\d+/realms/x” \(status 404\)", said)


def test_so_is_one_that_calls_itself_otherwise(team, provider):
    settle(team, *(line.replace("localhost", "127.0.0.1") for line in by(provider)))
    provider.calls_itself = "https://evil.example"
    said = refused(team, TRANSLOC_SSO_SECRET=SECRET)
    assert "it calls itself “https://evil.example”" in said
    assert SECRET not in said


def test_one_that_is_away_keeps_no_desk_closed(team):
    settle(team, f'issuer = "http://127.0.0.1:{free()}"', 'client_id = "desk"', 'name = "Newsroom account"')
    with opened(team, TRANSLOC_SSO_SECRET=SECRET) as desk:
        assert "Warning: Newsroom account cannot be reached now" in desk.said
        assert desk.sign_in("Олена", PASSWORD)[0] == 302
        assert "Sign in with Newsroom account" in fresh(desk)


def test_an_admin_whom_the_provider_can_vouch_for_needs_no_password(desk, provider):
    desk.run("people", "add", "Олена", "--role", "admin", "--email", "olena@example.org")
    settle(desk, *by(provider))
    with opened(desk, TRANSLOC_SSO_SECRET=SECRET) as running:
        assert "Sign in with Newsroom account" in running.get("/sign-in/")[1]
    settle(desk)
    assert "there is no admin with a password" in refused(desk)


def test_a_project_of_before_has_it_and_has_it_no_more(team, provider):
    """On, off and on again: what was there stays, and what is off is nowhere."""
    for on in (True, False, True):
        settle(team, *(by(provider, "second_factor = true") if on else ()))
        with opened(team, TRANSLOC_SSO_SECRET=SECRET) as desk:
            assert desk.sign_in("Олена", PASSWORD)[0] == 302
            assert ("Second factor" in desk.get("/account/")[1]) is on
            assert desk.get("/account/second-factor/")[0] == (200 if on else 404)
            assert desk.get("/sign-in/provider/")[0] == (405 if on else 404)
            assert "Львів купує 12 трамваїв" in desk.get("/")[1]
            assert desk.stop() == 0
        assert desk.told[1] == ""
    assert "Олена" in team.run("people", "list").stdout


def test_each_half_comes_alone(team, provider):
    settle(team, "second_factor = true")
    with opened(team) as desk:
        desk.sign_in("Олена", PASSWORD)
        assert [desk.get(path)[0] for path in ("/account/second-factor/", "/sign-in/provider/")] == [200, 404]
        assert "Sign in with" not in fresh(desk)
    settle(team, *by(provider))
    with opened(team, TRANSLOC_SSO_SECRET=SECRET) as desk:
        desk.sign_in("Олена", PASSWORD)
        assert [desk.get(path)[0] for path in ("/account/second-factor/", "/sign-in/provider/")] == [404, 405]


def test_who_chose_to_be_asked_for_a_code_and_is_not_is_told_of(team):
    settle(team, "second_factor = true")
    with opened(team) as desk:
        desk.sign_in("Олена", PASSWORD)
        key = re.search(r'<code id="key"[^>]*>([A-Z2-7 ]+)</code>', desk.get("/account/second-factor/")[1])[1].replace(" ", "")
        status, page = desk.post("/account/second-factor/", password=PASSWORD, code=code(key, time.time()))
        assert (status, "Recovery codes" in page) == (200, True)
        desk.browser = Browser()
        desk.sign_in("Олена", PASSWORD)
        assert "The code that the app on your phone shows now" in desk.get("/sign-in/code/")[1]
        assert "Password" in desk.get("/")[1], "and nobody is in"
    settle(team)
    with opened(team) as desk:
        assert "Warning: this desk asks for no codes, so a password alone lets in: Олена" in desk.said
        assert desk.sign_in("Олена", PASSWORD)[0] == 302
    settle(team, "second_factor = true")
    assert "Олена signs in without a code from now on." in team.run("people", "forget-factor", "олена".capitalize()).stdout
    with opened(team) as desk:
        desk.sign_in("Олена", PASSWORD)
        assert "Львів купує 12 трамваїв" in desk.get("/")[1]

"""The desk as a program: how it starts, who gets in, how it ends, and what a crash leaves."""

import contextlib
import signal
import socket
import stat
import threading

import pytest

from fakes.deepl_server import FakeDeepL
from fakes.long_article import SIZE, drafted, furnish, open_newsroom, sentences
from fakes.open_desk import Browser, OpenDesk, until
from transloc.jobs.sending import UNDER_WAY
from transloc.store import JobState

TEXTS = sentences(80)


@contextlib.contextmanager
def taken(port=0):
    with socket.create_server(("127.0.0.1", port)) as server:
        yield server.getsockname()[1]


def free():
    with taken() as port:
        return port


def test_the_link_opens_the_desk_once(desk):
    with OpenDesk(desk.root) as opened:
        assert opened.get("/")[0] == 403
        status, page = opened.enter()
        assert status == 200
        assert "Львів купує 12 трамваїв" in page
        opened.browser, mine = Browser(), opened.browser
        status, page = opened.enter()
        assert status == 403
        assert "transloc serve" in page
        assert opened.get("/")[0] == 403
        opened.browser = mine
        assert opened.get("/")[0] == 200
        assert opened.stop() == 0
    out, err = opened.told
    assert "Closed. Everything is saved." in out
    assert err == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_closes_in_order_and_the_port_is_free_again(desk, number):
    with OpenDesk(desk.root) as opened:
        assert opened.stop(number) == 0
    with taken(int(opened.address.rpartition(":")[2])):
        pass
    assert not (desk.root / ".transloc/serving.txt").exists()


def test_who_works_is_called_as_was_said(desk):
    with OpenDesk(desk.root, "--port", "0", "--by", "Ірина Дорошенко") as opened:
        assert "Ірина Дорошенко" in opened.enter()[1]


def test_a_port_in_use_leads_to_the_next_and_is_told(desk):
    with taken() as port, OpenDesk(desk.root, "--port", str(port)) as opened:
        assert f"Port {port} is in use" in opened.said
        assert int(opened.address.rpartition(":")[2]) > port
        assert opened.enter()[0] == 200


def test_sessions_outlive_a_new_start_and_the_secret_is_nobodys_business(desk):
    port = str(free())
    with OpenDesk(desk.root, "--port", port) as opened:
        opened.enter()
        mine = opened.browser
        opened.kill()
    secret = desk.root / ".transloc/secret"
    before = secret.read_bytes()
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    with OpenDesk(desk.root, "--port", port) as again:
        again.browser = mine
        assert again.get("/")[0] == 200
        assert again.post("/add/", text="Міст відкрили.", locales="en", name="bridge")[0] == 302
        assert again.link != opened.link
    assert secret.read_bytes() == before
    assert "bridge" in desk.run("status").stdout


def test_two_projects_on_one_machine_do_not_sign_each_other_out(desk, tmp_path, tables):
    other = furnish(tmp_path / "other", tables, {"short": TEXTS[:2]})
    with OpenDesk(desk.root) as first, OpenDesk(other) as second:
        second.browser = first.browser
        first.enter()
        second.enter()
        assert "Львів купує 12 трамваїв" in first.get("/")[1]
        assert "short" in second.get("/")[1]


def test_a_second_desk_of_the_same_project_is_refused_with_the_address_of_the_first(desk):
    with OpenDesk(desk.root) as opened:
        done = desk.run("serve", "--no-browser", exits=2)
        assert (
            done.stderr == f"Error: the desk of this project is open already at {opened.address}/. Use that one, or close it with Ctrl-C\n"
        )
        opened.kill()
    with OpenDesk(desk.root) as again:
        assert again.enter()[0] == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5"])
def test_an_address_that_others_can_reach_wants_accounts(desk, host):
    done = desk.run("serve", "--no-browser", "--host", host, exits=2)
    assert f"others can reach {host}" in done.stderr
    assert "--url https://desk.example.org" in done.stderr
    assert "127.0.0.1, which only this machine can reach" in done.stderr


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", ""])
def test_a_name_is_no_address_to_listen_at(desk, host):
    assert "is no address of a machine" in desk.run("serve", "--no-browser", "--host", host, exits=2).stderr


@pytest.mark.parametrize("host", ["localhost", "127.0.0.5", "::1"])
def test_other_addresses_of_this_machine(desk, host):
    if host == "::1":
        try:
            socket.create_server((host, 0), family=socket.AF_INET6).close()
        except OSError:
            pytest.skip("there is no IPv6 here")
    with OpenDesk(desk.root, "--host", host, "--port", "0") as opened:
        assert opened.enter()[0] == 200


def test_no_project_no_desk(folder):
    assert "there is no transloc.toml here" in folder.run("serve", "--no-browser", exits=2).stderr


def test_a_browser_that_calls_itself_by_another_name_is_refused_in_one_line(desk):
    with OpenDesk(desk.root) as opened:
        assert opened.get("/", Host="evil.example")[0] == 400
        assert opened.get("/static/desk/htmx.min.js")[0] == 200
        opened.stop()
    assert "evil.example" in opened.told[1]
    assert "Traceback" not in opened.told[1]


def test_a_request_that_is_under_way_is_answered_before_the_end(desk):
    """The article is added by a request that began before the signal came."""
    answers = []
    with OpenDesk(desk.root) as opened:
        opened.enter()
        text = "\n\n".join(f"Речення {n} про міст." for n in range(3000))
        thread = threading.Thread(target=lambda: answers.append(opened.post("/add/", text=text, locales="en", name="bridge")))
        thread.start()
        until(lambda: (desk.root / "articles/bridge.txt").exists())
        assert opened.stop() == 0
        thread.join()
    assert [status for status, _ in answers] == [302]
    assert "bridge" in desk.run("status").stdout
    assert (desk.root / "locales/en/bridge.po").exists()


def test_the_file_of_what_was_taken_in_follows(desk):
    with OpenDesk(desk.root) as opened:
        opened.enter()
        opened.post("/add/", text="Міст відкрили.", locales="en", name="bridge")
        assert until((desk.root / "locales/en/bridge.po").exists, 5) < 5


@pytest.fixture
def deepl():
    with FakeDeepL(seconds=0.3) as fake:
        yield fake


@pytest.fixture
def root(tables, tmp_path):
    return furnish(tmp_path / "long", tables, {"long": TEXTS}, settings='[engine]\nname = "deepl"\n')


def job(root):
    with open_newsroom(root) as newsroom:
        (found,) = newsroom.store.latest_jobs()
        return found


def test_drafting_that_a_crash_interrupted_goes_on_by_itself_and_nothing_is_paid_for_twice(root, deepl):
    with OpenDesk(root, deepl=deepl.url) as opened:
        opened.enter()
        opened.post("/a/long/en/draft/")
        until(lambda: len(drafted(root)) >= SIZE)
        opened.kill()
    assert job(root).state is JobState.RUNNING
    assert set(TEXTS[:SIZE]) <= set(drafted(root)) < set(TEXTS)
    with OpenDesk(root, deepl=deepl.url) as again:
        until(lambda: len(drafted(root)) == len(TEXTS))
        again.enter()
        until(lambda: "0 initial" not in again.get("/")[1] and "80 translated" in again.get("/")[1])
        assert again.stop() == 0
    assert job(root).state is JobState.DONE
    assert deepl.stats()["paid_twice"] <= UNDER_WAY, "at most what was under way"
    assert drafted(root)[TEXTS[-1]] in (root / "locales/en/long.po").read_text(encoding="utf-8")


def test_a_queued_draft_survives_a_crash_too(root, deepl):
    deepl.seconds = 5
    with OpenDesk(root, deepl=deepl.url) as opened:
        opened.enter()
        opened.post("/a/long/en/draft/")
        opened.kill()
    deepl.seconds = 0
    with OpenDesk(root, deepl=deepl.url):
        until(lambda: len(drafted(root)) == len(TEXTS))


def test_closing_waits_for_the_batch_and_not_for_the_whole_article(root, deepl):
    with OpenDesk(root, deepl=deepl.url) as opened:
        opened.enter()
        opened.post("/a/long/en/draft/")
        until(lambda: deepl.requests)
        assert opened.stop() == 0
    assert set(drafted(root)) == set(TEXTS[:UNDER_WAY])
    assert drafted(root)[TEXTS[0]] in (root / "locales/en/long.po").read_text(encoding="utf-8")


@pytest.mark.parametrize(("options", "display", "opens"), [((), ":99", True), ((), "", False), (("--no-browser",), ":99", False)])
def test_the_browser_opens_by_itself_where_it_can_be_seen(desk, tmp_path, options, display, opens):
    seen, program = tmp_path / "seen", tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" > {seen}\n')
    program.chmod(0o755)
    environ = {"BROWSER": f"{program} %s", "DISPLAY": display, "WAYLAND_DISPLAY": ""}
    with OpenDesk(desk.root, "--port", "0", *options, browser=True, **environ) as opened:
        if opens:
            until(lambda: seen.exists() and seen.read_text().endswith("\n"))
            assert seen.read_text().strip() == opened.link
        opened.stop()
    assert seen.exists() == opens

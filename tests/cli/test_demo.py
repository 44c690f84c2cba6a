from pathlib import Path

import pytest

from fakes.desk import plain

#: Nobody listens there, so whoever wants to fetch something learns at once that there is no network.
_NOWHERE = "http://127.0.0.1:9"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch, tmp_path):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, _NOWHERE)
        monkeypatch.setenv(name.upper(), _NOWHERE)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


def test_the_river_flows_to_its_end_and_again(folder):
    done = folder.run("demo")
    said = plain(done.stdout)
    for command in ("add articles/", "translate --to en", "check", "status", "export weimar-meeting winter-grid --to en"):
        assert f"$ transloc {command}" in said
    assert "Cyrillic letters in it: 0." in said
    assert "Traceback" not in done.output
    article = folder.read("demo/exports/en/weimar-meeting.md")
    assert not [char for char in article if "\u0400" <= char <= "\u052f"]
    assert article.startswith("---\ntitle: ")
    assert (folder.root / "demo/exports/en/winter-grid.docx").exists()
    page = folder.read("demo/exports/en/paris-guarantees.article.html")
    assert not [char for char in page if "\u0400" <= char <= "\u052f"]
    assert "first, the partners must fill in the blank" in page
    assert (folder.root / "demo" / ".transloc" / "transloc.db").exists()
    again = folder.run("demo")
    assert "Cyrillic letters in it: 0." in plain(again.stdout)
    assert "0 changed, 0 new, 0 gone" in again.stdout
    assert folder.read("demo/exports/en/weimar-meeting.md") == article
    assert Path.cwd() == folder.root


def test_a_folder_whose_name_looks_like_markup(folder):
    assert f"A newsroom stands in {folder.root}/[/red] демо" in folder.run("demo", "[/red] демо").stdout


def test_a_folder_that_holds_something_else_is_refused(folder):
    folder.write("demo/holiday.jpg", b"\xff\xd8")
    assert "demo: this folder holds something else. Name an empty or a new one" in folder.refused("demo")


def test_a_project_that_is_not_the_sample_is_refused(desk):
    assert "this folder holds something else" in desk.refused("demo", ".")

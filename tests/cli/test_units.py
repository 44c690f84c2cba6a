import json
import shutil

import pytest

from fakes.desk import plain
from formats.html.pages import PAGE

SHARE = "Поділитися: Телеграм"


@pytest.fixture
def page(empty):
    """A newsroom with one saved page."""
    empty.write("articles/fund.html", PAGE)
    empty.run("add", "articles/fund.html")
    return empty


def listed(desk, *options):
    return json.loads(desk.run("units", "fund", "--format", "json", *options).stdout)


def unit(desk, words):
    return next(row for row in listed(desk, "--all") if words in row["source"])


def test_what_is_translated_and_what_is_left_out(page):
    sources = [row["source"] for row in listed(page)]
    assert "Міністри домовилися про спільний фонд" in sources
    assert not any("Поділитися" in source for source in sources)
    assert unit(page, "Телеграм")["aside"] == "share bar"
    said = plain(page.run("units", "fund", "--all").stdout)
    assert "share bar Поділитися: Телеграм" in said
    assert f"{len(sources)} units to translate" in said


def test_an_editor_includes_and_excludes_and_the_catalog_follows(page):
    share, last = unit(page, "Телеграм")["id"], unit(page, "Абзац останній")["id"]
    page.run("units", "fund", "--include", share, "--exclude", last)
    assert page.read("transloc.toml").endswith(f'[articles.fund]\ninclude = ["{share}"]\nexclude = ["{last}"]\n')
    catalog = page.read("locales/en/fund.po")
    assert "Поділитися" in catalog
    assert "Абзац останній" not in catalog
    page.run("units", "fund", "--forget", share, "--forget", last)
    assert "[articles" not in page.read("transloc.toml")
    assert "Абзац останній" in page.read("locales/en/fund.po")


def test_a_choice_leaves_what_else_is_said_of_the_article(page):
    page.write("transloc.toml", page.read("transloc.toml") + "\n[articles.fund]\nexternal = false\nmirror = true\n")
    last = unit(page, "Абзац останній")["id"]
    page.run("units", "fund", "--exclude", last)
    assert f'exclude = ["{last}"]\nexternal = false\nmirror = true\n' in page.read("transloc.toml")
    page.run("units", "fund", "--forget", last)
    assert page.read("transloc.toml").endswith("[articles.fund]\nexternal = false\nmirror = true\n")


def test_the_choice_stays_in_a_new_text_and_in_a_fresh_clone(page):
    share = unit(page, "Телеграм")["id"]
    page.run("units", "fund", "--include", share)
    page.write("articles/fund.html", PAGE.replace("Абзац перший.", "Абзац перший, змінений."))
    page.run("add", "articles/fund.html")
    assert unit(page, "Телеграм")["aside"] == ""
    shutil.rmtree(page.root / ".transloc")
    page.run("status")
    assert unit(page, "Телеграм")["aside"] == ""


def test_a_unit_that_is_none_is_refused(page):
    assert "there is no unit “u0”" in page.refused("units", "fund", "--exclude", "u0")


def test_the_settings_tell_a_wrong_choice_by_its_line(page):
    page.write("transloc.toml", page.read("transloc.toml") + '\n[articles.fund]\nincluded = ["u1"]\n')
    assert "unknown key “included” in [articles.fund]. Did you mean “include”?" in page.refused("units", "fund")


def test_a_choice_leaves_a_new_text_that_nobody_has_added_yet(page):
    new = PAGE.replace("Абзац перший.", "Абзац перший, змінений.")
    page.write("articles/fund.html", new)
    page.run("units", "fund", "--include", unit(page, "Телеграм")["id"])
    assert page.read("articles/fund.html") == new
    page.run("add", "articles/fund.html")
    assert unit(page, "Абзац перший, змінений.")
    assert unit(page, "Телеграм")["aside"] == ""

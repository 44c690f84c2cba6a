import json
import subprocess

import pytest
from click.testing import CliRunner

from transloc.cli import cli

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n"X-Source-Language: uk\\n"\n\n'
GLOSSARY = "id,kind,uk,en\nzsu,org,Збройні сили,Armed Forces\n"

pytestmark = pytest.mark.needs("git")


def git(*arguments):
    identity = ("-c", "user.name=Olena", "-c", "user.email=olena@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with a catalog, and a glossary under git."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "locales" / "en"
    folder.mkdir(parents=True)
    entry = 'msgctxt "u1.s1"\nmsgid "Збройні сили кажуть"\nmsgstr "The Armed Forces say"\n'
    (folder / "talks.po").write_text(HEADER + entry, encoding="utf-8")
    (tmp_path / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "first")
    return tmp_path


def run(*arguments, exits=0):
    done = CliRunner().invoke(cli, ["glossary", "impact", *arguments])
    assert done.exit_code == exits, done.output
    return done


def test_what_a_change_touches_is_told_with_what_it_brings(desk):
    (desk / "glossary.csv").write_text(GLOSSARY.replace("Armed", "Defence"), encoding="utf-8")
    lines = run().stdout.splitlines()
    assert lines[:4] == [
        "glossary.csv:2: zsu: changed",
        "    en: Armed Forces → Defence Forces",
        "    touches 1 sentence in 1 article, 1 new finding (1 error), 0 gone",
        "    in talks",
    ]
    assert lines[4].startswith("    new: locales/en/talks.po:8:1: error: term-missing:")
    assert lines[-1] == "1 row since HEAD: touches 1 sentence in 1 article, 1 new finding (1 error), 0 gone"


def test_json_has_every_segment(desk):
    (desk / "glossary.csv").write_text(GLOSSARY.replace("Armed", "Defence"), encoding="utf-8")
    answer = json.loads(run("--format", "json").stdout)
    assert answer["summary"] == {"rows": 1, "sentences": 1, "articles": 1, "new": 1, "gone": 0}
    (change,) = answer["changes"]
    assert change["columns"] == {"en": {"before": "Armed Forces", "after": "Defence Forces"}}
    (segment,) = change["segments"]
    assert (segment["path"], segment["line"], segment["article"]) == ("locales/en/talks.po", 8, "talks")
    assert change["new"][0]["rule"] == "term-missing"


def test_an_older_revision_and_a_clean_tree(desk):
    assert run().stdout == "glossary.csv: no row differs from HEAD\n"
    (desk / "glossary.csv").write_text(GLOSSARY.replace("Armed", "Defence"), encoding="utf-8")
    git("commit", "-qam", "second")
    assert run().stdout == "glossary.csv: no row differs from HEAD\n"
    assert "touches 1 sentence in 1 article" in run("--since", "HEAD~1").stdout


def test_a_glossary_in_a_folder_below_is_found_in_the_revision(desk):
    (desk / "terms").mkdir()
    (desk / "terms" / "names.csv").write_text(GLOSSARY, encoding="utf-8")
    assert "terms/names.csv is not in HEAD: every row counts as new" in run("terms/names.csv").stderr
    git("add", "-A")
    git("commit", "-qm", "names")
    assert "no row differs" in run("terms/names.csv").stdout


@pytest.mark.parametrize("revision", ["nowhere", "-x", "--all", ""])
def test_an_unknown_revision_is_one_sentence(desk, revision):
    assert f"glossary.csv: git knows no revision “{revision}”" in run(f"--since={revision}", exits=2).stderr


def test_outside_of_a_repository(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "locales").mkdir()
    assert "glossary.csv: this file lies in no git repository" in run(exits=2).stderr


def test_without_git(desk, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert "git cannot be run" in run(exits=2).stderr


def test_an_old_glossary_that_cannot_be_read_is_named_with_its_revision(desk):
    (desk / "glossary.csv").write_text("id,uk\nx,а\n", encoding="utf-8")
    git("commit", "-qam", "broken")
    (desk / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
    assert "glossary.csv in HEAD:1: a glossary needs at least two language columns" in run(exits=2).stderr

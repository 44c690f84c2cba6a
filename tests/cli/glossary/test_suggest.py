import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from transloc.cli import cli
from transloc.glossary import Status, read

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {}\\n"\n"X-Source-Language: uk\\n"\n\n'
GLOSSARY = "id,kind,uk,en,status,note\nodesa,place,Одеса,Odesa,,\n"


def catalog(folder, slug, *entries, locale="en"):
    path = Path("locales") / locale / f"{slug}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    texts = (f'{flag}msgctxt "u{n}.s1"\nmsgid "{source}"\nmsgstr "{target}"\n\n' for n, (source, target, flag) in enumerate(entries))
    path.write_text(HEADER.format(locale) + "".join(texts), encoding="utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("glossary.csv").write_text(GLOSSARY, encoding="utf-8")
    catalog(tmp_path, "talks", ("Каже Наталя Бойко в Одесі.", "Nataliya Boyko says in Odesa.", ""), ("Про Наталю Бойко.", "", ""))
    catalog(tmp_path, "grid", ("Це Андрій Мельник, «Вікно».", "This is Andriy Melnyk.", "#, fuzzy\n"))
    return tmp_path


def run(*arguments, exits=0):
    done = CliRunner().invoke(cli, ["glossary", "suggest", *arguments])
    assert done.exit_code == exits, done.output
    return done


def test_json_tells_where_each_proposal_comes_from():
    boyko, melnyk = json.loads(run("--format", "json").stdout)
    assert (boyko["name"], boyko["proposal"], boyko["origin"], boyko["count"]) == ("Наталя Бойко", "Nataliya Boyko", "memory", 2)
    assert boyko["seen"] == {"place": "locales/en/talks.po:8", "text": "Каже Наталя Бойко в Одесі."}
    assert (melnyk["proposal"], melnyk["origin"]) == ("Andrii Melnyk", "romanised"), "a draft vouches for nothing"


def test_rows_can_be_appended_and_are_drafts():
    rows = run("--format", "csv").stdout
    with Path("glossary.csv").open("a", encoding="utf-8") as out:
        out.write(rows)
    listed = read(Path("glossary.csv").read_bytes()).glossary
    assert [(c.id, c.preferred("uk"), c.preferred("en"), c.status) for c in listed.concepts[1:]] == [
        ("nataliya-boyko", "Наталя Бойко", "Nataliya Boyko", Status.DRAFT),
        ("andrii-melnyk", "Андрій Мельник", "Andrii Melnyk", Status.DRAFT),
    ]
    assert listed.concepts[1].note.startswith("memory, so in 1 confirmed sentence; 2 times; locales/en/talks.po:8: ")
    assert json.loads(run("--format", "json").stdout) == []


def test_rows_take_the_form_of_the_file():
    Path("glossary.csv").write_bytes("status;en;uk;desk\r\n;Odesa;Одеса;x".encode())
    assert run("--format", "csv", "--most", "1").stdout == "\ndraft;Nataliya Boyko;Наталя Бойко;\n"


def test_without_a_column_for_the_status_nothing_is_made_approved():
    Path("glossary.csv").write_text("id,uk,en\n", encoding="utf-8")
    assert "glossary.csv:1: the glossary has no column status" in run("--format", "csv", exits=2).stderr


def test_without_a_glossary_the_rows_are_one():
    Path("glossary.csv").unlink()
    assert run("--format", "csv").stdout.startswith("id,kind,uk,en,status,note\nnataliya-boyko,person,")


def test_some_articles_alone():
    assert [one["name"] for one in json.loads(run("grid", "--format", "json").stdout)] == ["Андрій Мельник"]
    assert "there is no catalog of “grit”" in run("grit", exits=2).stderr


def test_another_language(folder):
    catalog(folder, "talks", ("Каже Наталя Бойко в Одесі.", "", ""), ("Про Наталю Бойко.", "", ""), locale="pl")
    (first, _) = json.loads(run("--to", "pl", "--format", "json").stdout)
    assert (first["proposal"], first["origin"]) == ("Natala Bojko", "romanised")


def test_text_is_for_people():
    out = run().stdout
    assert "Наталя Бойко" in out
    assert "memory: so in 1" in out


def test_nothing_to_suggest_is_told():
    Path("locales/en/talks.po").write_text(HEADER.format("en"), encoding="utf-8")
    Path("locales/en/grid.po").unlink()
    assert "Nothing" in run("--to", "en").stdout or "nobody tells" in run("--to", "en").stderr

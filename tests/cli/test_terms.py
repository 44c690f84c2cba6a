import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from transloc.cli import cli

GLOSSARY = "id,kind,uk,en\nvr,org,Верховна Рада,Verkhovna Rada\nrada,org,Рада,Council\n"


@pytest.fixture
def glossary(tmp_path):
    path = tmp_path / "g.csv"
    path.write_text(GLOSSARY, encoding="utf-8")
    return str(path)


def run(*arguments, text=""):
    return CliRunner().invoke(cli, ["terms", *arguments], input=text.encode())


def test_a_line_is_answered_for_each_line(glossary):
    done = run("-", "--glossary", glossary, "--locale", "uk", "--format", "jsonl", text="Верховна Рада\n\nнічого\r\n")
    assert done.exit_code == 0, done.output
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"text": "Верховна Рада", "terms": [{"start": 0, "end": 13, "id": "vr", "text": "Верховна Рада"}]},
        {"text": "", "terms": []},
        {"text": "нічого", "terms": []},
    ]


def test_all_adds_the_nested_terms(glossary):
    done = run("-", "--glossary", glossary, "--locale", "uk", "--all", "--format", "jsonl", text="Верховна Рада")
    assert [term["id"] for term in json.loads(done.stdout)["terms"]] == ["vr", "rada"]


def test_a_row_is_replaced_from_the_day_on_which_the_other_is_valid(tmp_path):
    path = tmp_path / "g.csv"
    path.write_text("id,uk,en,replaced-by,valid-from\na,Рада,Rada,b,\nb,Рада,Council,,2020-01-01\n", encoding="utf-8")
    done = run("-", "--glossary", str(path), "--locale", "uk", "--format", "jsonl", text="Рада\n")
    assert [term["id"] for term in json.loads(done.stdout)["terms"]] == ["b"]


def test_text_is_for_people(glossary):
    done = run("-", "--glossary", glossary, "--locale", "uk", text="наша Рада\n")
    assert done.stdout == "наша Рада\n    5-9  Рада  (rada)\n"


def test_a_file_and_the_english_side(glossary, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("\ufeffThe Council’s vote\n", encoding="utf-8")
    done = run(str(file), "--glossary", glossary, "--locale", "en-GB", "--format", "jsonl")
    assert json.loads(done.stdout)["terms"] == [{"start": 4, "end": 11, "id": "rada", "text": "Council"}]


@pytest.mark.parametrize(
    ("arguments", "text", "says"),
    [
        (("--locale", "de"), b"", "g.csv:1: the glossary has no column for “de”. It has: uk, en"),
        (("--locale", "ua"), b"", "Did you mean “uk”"),
        (("--locale", "uk"), "добре\n".encode() + b"\xff\n", "standard input:2: this is not UTF-8"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence(glossary, arguments, text, says):
    done = CliRunner().invoke(cli, ["terms", "-", "--glossary", glossary, *arguments], input=text)
    assert done.exit_code == 2
    assert says in done.stderr


def test_a_missing_file_or_glossary(glossary, tmp_path):
    assert run(str(tmp_path / "none.txt"), "--glossary", glossary, "--locale", "uk").exit_code == 2
    assert run("-", "--glossary", str(tmp_path / "none.csv"), "--locale", "uk").exit_code == 2


def test_a_line_is_answered_before_the_next_is_written(glossary):
    with subprocess.Popen(
        [sys.executable, "-m", "transloc", "terms", "-", "--glossary", glossary, "--locale", "uk", "--format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as program:
        for sentence in ("Рада", "інше"):
            program.stdin.write(f"{sentence}\n".encode())
            program.stdin.flush()
            assert json.loads(program.stdout.readline())["text"] == sentence
        program.stdin.close()
        assert program.wait(timeout=60) == 0


def test_help_has_an_example():
    assert "Example:" in run("--help").stdout


@pytest.mark.parametrize("choice", ["auto", "base", "pymorphy3"])
def test_terms_are_found_in_every_form_whatever_inflects_them(glossary, choice):
    done = run("-", "--glossary", glossary, "--locale", "uk", "--morphology", choice, text="у Верховній Раді\n")
    assert done.stdout == "у Верховній Раді\n    2-16  Верховній Раді  (vr)\n"

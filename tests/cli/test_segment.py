import json

import pytest
from click.testing import CliRunner

from transloc.cli import cli


def run(*args, stdin=b""):
    return CliRunner().invoke(cli, ["segment", *map(str, args)], input=stdin)


def test_text_gives_a_segment_a_line_and_a_blank_line_between_paragraphs():
    done = run("-", "--locale", "uk", stdin="Перше.  Друге.\nПрибув ген. Сирський.\n".encode())
    assert (done.exit_code, done.stdout) == (0, "Перше.\nДруге.\n\nПрибув ген. Сирський.\n")


def test_jsonl_gives_spans_in_code_points_for_every_line():
    done = run("-", "--locale", "uk", "--format", "jsonl", stdin="Ура 😀! Так.\n\n  Кінець \n".encode())
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"text": "Ура 😀! Так.", "segments": [[0, 7], [7, 11]]},
        {"text": "", "segments": []},
        {"text": "  Кінець ", "segments": [[0, 9]]},
    ]
    assert "😀" in done.stdout


def test_a_file_with_byte_order_mark_and_windows_line_ends(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffOne. Two.\r\nThree.".encode())
    done = run(path, "--locale", "en-GB", "--format", "jsonl")
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == ["One. Two.", "Three."]


def test_other_line_separators_stay_within_the_paragraph():
    done = run("-", "--locale", "en", "--format", "jsonl", stdin="One.\u2028Two.\x0cThree.\n".encode())
    assert [json.loads(line)["segments"] for line in done.stdout.splitlines()] == [[[0, 5], [5, 10], [10, 16]]]


def test_no_input_gives_no_output():
    assert run("-", "--locale", "uk").stdout == ""


def test_rules_of_the_project_come_first(tmp_path):
    path = tmp_path / "rules.srx"
    path.write_text(
        '<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="yes"/><body><languagerules>'
        '<languagerule languagerulename="Mine"><rule break="yes"><beforebreak>;\\s</beforebreak>'
        "<afterbreak></afterbreak></rule></languagerule>"
        '</languagerules><maprules><languagemap languagepattern=".*" languagerulename="Mine"/></maprules></body></srx>',
        encoding="utf-8",
    )
    assert run("-", "--locale", "uk", "--rules", path, stdin="Так; ні.".encode()).stdout == "Так;\nні.\n"


@pytest.mark.parametrize(
    ("args", "stdin", "message"),
    [
        (["-", "--locale", "uk"], "Так.\n".encode() + b"\xff\xfe\n", "standard input:2: this is not UTF-8 text"),
        (["-", "--locale", "ua"], b"", "Did you mean “uk”?"),
        (["-"], b"", "--locale"),
        (["none.txt", "--locale", "uk"], b"", "none.txt"),
        (["-", "--locale", "uk", "--rules", "none.srx"], b"", "none.srx: there is no such file"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(args, stdin, message):
    done = run(*args, stdin=stdin)
    assert done.exit_code == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_help_shows_an_example():
    assert "transloc segment - --locale uk" in run("--help").stdout

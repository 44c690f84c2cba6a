import json

from transloc.cli.findings import gitlab
from transloc.model import Finding, Severity
from transloc.steps.check import Located, Report


def located(severity=Severity.ERROR, path="./locales/en/a.po", line=8):
    finding = Finding(rule="number", severity=severity, message="wrong")
    return Located(path=path, line=line, column=1, finding=finding, source="12", target="13")


def test_a_finding_has_what_gitlab_asks_for():
    (one,) = json.loads("".join(gitlab.render(Report(findings=(located(),)))))
    assert one.pop("fingerprint")
    assert one == {
        "description": "wrong",
        "check_name": "number",
        "severity": "major",
        "location": {"path": "locales/en/a.po", "lines": {"begin": 8}},
    }


def test_findings_that_are_alike_stay_apart():
    found = json.loads("".join(gitlab.render(Report(findings=(located(), located(line=9), located(Severity.WARNING))))))
    assert len({one["fingerprint"] for one in found}) == 3
    assert [one["severity"] for one in found] == ["major", "major", "minor"]


def test_no_finding_is_an_empty_list():
    assert json.loads("".join(gitlab.render(Report(findings=())))) == []

from dataclasses import replace

import pytest

from transloc.model import Finding, Severity
from transloc.steps import baseline
from transloc.steps.baseline import fingerprint
from transloc.steps.check import Located, Report

FOUND = Located(
    path="locales/en/a.po",
    line=8,
    column=1,
    finding=Finding(
        rule="number", severity=Severity.ERROR, message="The source has 12, the target 13", source_spans=((0, 2),), target_spans=((0, 2),)
    ),
    source="12 осіб",
    target="13 people",
    locale="en",
)
TERM = replace(FOUND, finding=Finding(rule="term-missing", severity=Severity.ERROR, message="“Київ” should be “Kyiv” (glossary.csv:12)"))


def report(*findings):
    return Report(findings=findings, files=1, judged=len(findings))


@pytest.mark.parametrize(
    "other",
    [
        replace(FOUND, line=80),
        replace(FOUND, path="locales/en/renamed.po"),
        replace(FOUND, target="13 persons"),
        replace(FOUND, finding=replace(FOUND.finding, severity=Severity.WARNING)),
    ],
    ids=["moved", "renamed", "edited elsewhere", "weighs otherwise"],
)
def test_a_finding_is_known_again(other):
    assert fingerprint(other) == fingerprint(FOUND)


@pytest.mark.parametrize(
    "other",
    [
        replace(FOUND, locale="pl"),
        replace(FOUND, source="12 людей"),
        replace(FOUND, target="14 people"),
        replace(FOUND, finding=replace(FOUND.finding, rule="untranslated")),
    ],
    ids=["other language", "other sentence", "other words in question", "other rule"],
)
def test_another_finding_is_none_of_it(other):
    assert fingerprint(other) != fingerprint(FOUND)


def test_a_row_of_the_glossary_may_move():
    message = TERM.finding.message.replace(":12", ":340")
    assert fingerprint(replace(TERM, finding=replace(TERM.finding, message=message))) == fingerprint(TERM)


def test_what_is_written_is_read_back():
    both = report(FOUND, TERM, FOUND)
    known = baseline.baseline(both)
    assert baseline.read(baseline.written(known, both), "known.json") == known
    assert baseline.read(baseline.written(baseline.baseline(report()), report()), "known.json").counts == {}


def test_the_file_does_not_depend_on_the_order_of_the_findings():
    one, other = report(FOUND, TERM), report(TERM, FOUND)
    assert baseline.written(baseline.baseline(one), one) == baseline.written(baseline.baseline(other), other)


def test_each_finding_is_passed_over_as_often_as_it_was_there():
    judged = baseline.baseline(report(FOUND, TERM)).against(report(FOUND, FOUND))
    assert (judged.findings, judged.known, judged.gone) == ((FOUND,), 1, 1)
    assert judged.fails(Severity.ERROR)

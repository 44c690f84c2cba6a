from dataclasses import replace

import pytest

from transloc.checks.settings import Settings
from transloc.glossary import read
from transloc.model import Catalog, Segment, Severity, State, Waiver
from transloc.steps.check import Opened, check

WRONG = Segment(id="u1.s1", source="12 осіб", target="13 people", state=State.REVIEWED)
RIGHT = Segment(id="u2.s1", source="12 осіб", target="12 people", state=State.REVIEWED)
EMPTY = Segment(id="u3.s1", source="12 осіб")


def opened(*segments, path="locales/en/a.po", **lines):
    catalog = Catalog(article="a", source_locale="uk", target_locale="en", segments=segments)
    return Opened(path=path, catalog=catalog, lines={"u1.s1": 7, "u2.s1": 12} | lines)


def test_a_finding_is_told_with_its_place_and_texts():
    (found,) = check([opened(WRONG, RIGHT, EMPTY)]).findings
    assert (found.path, found.line, found.column) == ("locales/en/a.po", 7, 1)
    assert (found.source, found.target, found.finding.segment) == ("12 осіб", "13 people", "u1.s1")


@pytest.mark.parametrize(
    ("state", "severity"),
    [(State.INITIAL, "warning"), (State.TRANSLATED, "warning"), (State.REVIEWED, "error"), (State.FINAL, "error")],
)
def test_errors_of_a_draft_count_as_warnings(state, severity):
    report = check([opened(replace(WRONG, state=state))])
    assert [found.finding.severity for found in report.findings] == [severity]
    assert report.fails(Severity.ERROR) == (severity == "error")
    assert report.fails(Severity.WARNING)


def test_info_of_a_draft_stays_info_and_fails_nothing():
    report = check([opened(replace(WRONG, state=State.TRANSLATED))], settings=Settings(severity={"number": Severity.INFO}))
    assert [found.finding.severity for found in report.findings] == ["info"]
    assert not report.fails(Severity.WARNING)


def test_the_counts():
    waived = replace(WRONG, id="u4.s1", waivers=(Waiver("number", "as the source says elsewhere"),))
    report = check([opened(WRONG, EMPTY), opened(RIGHT, waived, path="b.po")])
    assert (report.files, report.judged, report.waived) == (2, 3, 1)
    assert (report.count(Severity.ERROR), report.count(Severity.WARNING)) == (1, 0)
    assert report.rules == {"number": 1}


def test_a_glossary_without_the_languages_is_told_once_and_the_other_rules_go_on():
    glossary = read("id,uk,de\na,осіб,Personen\n".encode(), "g.csv").glossary
    report = check([opened(WRONG), opened(RIGHT)], glossary)
    assert report.notes == ("g.csv has no column for en: the term rules are off for uk → en",)
    assert [found.finding.rule for found in report.findings] == ["number"]


def test_a_clean_catalog_has_nothing_to_tell():
    report = check([opened(RIGHT, EMPTY)])
    assert not report.findings
    assert report.notes == ()
    assert not report.fails(Severity.WARNING)


def test_a_file_that_does_not_name_its_languages_is_told_by_its_name():
    plain = Opened(path="plain.po", catalog=Catalog(article="", source_locale="", target_locale="", segments=(WRONG,)))
    notes = check([plain], read("id,uk,en\na,осіб,people\n".encode(), "g.csv").glossary).notes
    assert notes == ("plain.po has no header X-Source-Language and no Language: the term rules are off for it",)


GLOSSARY = read("id,kind,uk,en\nlviv,org,Львів,Lviv\n".encode()).glossary
ANOTHER = Segment(id="u5.s1", source="Львів", target="Lwów", state=State.FINAL)


@pytest.mark.parametrize(("signed", "severity"), [("", "error"), (GLOSSARY.digest, "error"), ("another", "warning")])
def test_what_was_signed_off_with_another_glossary_is_only_warned_of(signed, severity):
    one = opened(ANOTHER)
    report = check([replace(one, catalog=replace(one.catalog, glossary=signed))], GLOSSARY)
    assert [(found.finding.rule, found.finding.severity) for found in report.findings] == [("term-missing", severity)]
    assert bool(report.notes) is (severity == "warning")


def test_where_it_was_signed_off_with_another_glossary_other_rules_weigh_as_ever():
    one = opened(replace(WRONG, state=State.FINAL))
    report = check([replace(one, catalog=replace(one.catalog, glossary="another"))], GLOSSARY)
    assert [found.finding.severity for found in report.findings] == ["error"]


def test_files_that_name_no_article_are_one_each():
    named = (
        ("Учора Олена Гайдук приїхала.", "Yesterday Olena Haiduk arrived."),
        ("Картини Олени Гайдук продали.", "Olena Gayduk's pictures were sold."),
    )
    first, second = (Segment(id=f"u{at}.s1", source=source, target=target) for at, (source, target) in enumerate(named))
    files = [
        Opened(path=path, catalog=Catalog(article="", source_locale="uk", target_locale="en", segments=segments))
        for path, segments in (("a.po", (first,)), ("b.po", (second, first)))
    ]
    assert [
        (found.path, found.finding.segment) for found in check(files, settings=Settings(only=frozenset({"inconsistent"}))).findings
    ] == [("b.po", "u0.s1")]

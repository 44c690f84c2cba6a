from transloc.cli.findings import github
from transloc.model import Finding, Severity
from transloc.steps.check import Located, Report


def located(message, line=8, rule="term-missing", fix=None, severity=Severity.ERROR, source="Київ"):
    finding = Finding(rule=rule, severity=severity, message=message, fix=fix)
    return Located(path="a.po", line=line, column=1, finding=finding, source=source, target="Kiev" if source else "")


def annotations(*findings):
    return [line for line in github.render(Report(findings=findings)) if line.startswith(("::error ", "::warning "))]


def test_what_a_row_misses_is_told_once_also_where_sentences_have_more_to_say():
    (line,) = annotations(
        located("“Київ” should be “Kyiv” (g.csv:2); the target has “Kiev”"),
        located("“Київ” should be “Kyiv” (g.csv:2), which replaced “Kiew”", line=12),
    )
    assert "::“Київ” should be “Kyiv” (g.csv:2)%0Asource: Київ%0Atarget: Kiev%0A2 times:%0Aa.po:8%0Aa.po:12" in line


def test_two_rows_two_rules_and_two_severities_are_told_apart():
    other = "“Одеса” should be “Odesa” (g.csv:3)"
    assert (
        len(
            annotations(
                located(other), located("x (g.csv:2)"), located(other, rule="term-forbidden"), located(other, severity=Severity.WARNING)
            )
        )
        == 4
    )


def test_only_term_rules_speak_of_rows():
    assert len(annotations(*(located("wrong (a:1)", line=n, rule="number") for n in range(3)))) == 3


def test_a_single_finding_tells_all_and_what_to_write():
    (line,) = annotations(located("“Київ” should be “Kyiv” (g.csv:2); the target has “Kiev”", fix="Kyiv"))
    assert line.endswith("(g.csv:2); the target has “Kiev”%0Asource: Київ%0Atarget: Kiev%0Awrite: Kyiv")


def test_a_fault_of_a_file_has_no_source_and_target():
    (line,) = annotations(located("twice", rule="dup-source", source=""))
    assert line == "::error file=a.po,line=8,col=1,title=dup-source::twice"


def test_errors_come_first_and_ten_of_each_are_shown():
    many = [located(f"w{n} (g.csv:{n})", severity=severity) for severity in (Severity.WARNING, Severity.ERROR) for n in range(12)]
    assert [line.split()[0] for line in annotations(*many)] == ["::error"] * 10 + ["::warning"] * 10

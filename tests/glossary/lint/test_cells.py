import pytest

from transloc.model import Severity


@pytest.mark.parametrize(
    ("row", "column", "fix"),
    [
        ("a,,Київ ,Kyiv", 8, "Київ"),
        ("a,, Київ,Kyiv", 4, "Київ"),
        ("a,,Верховна  Рада,Parliament", 12, "Верховна Рада"),
        ("a,,Верховна\u00a0Рада,Parliament", 12, "Верховна Рада"),
        ("a,,Рада||Верховна Рада,Council", 8, "Рада|Верховна Рада"),
        ("a,,Рада|,Council", 8, "Рада"),
        ("a,term ,Рада,Council", 7, "term"),
    ],
)
def test_spaces_that_nobody_sees_are_told_with_the_cell_as_it_should_be(look, row, column, fix):
    (fault,) = look(row, only="whitespace")
    assert (fault.line, fault.column, fault.fix, fault.severity) == (2, column, fix, Severity.WARNING)


def test_a_line_break_in_a_term_is_told(look):
    (fault,) = look('a,,"Верховна\nРада",Parliament', only="whitespace")
    assert fault.fix == "Верховна Рада"
    assert "a line break" in fault.message


def test_spaces_beside_a_bar_and_in_what_people_write_are_fine(places):
    assert places("whitespace", "a,,Рада | Верховна Рада,Council,see  there ", header="id,kind,uk,en,note") == []


@pytest.mark.parametrize(
    ("text", "column", "severity"),
    [
        ("Ки\x07їв", 6, Severity.ERROR),
        ("Ки\u00adїв", 6, Severity.WARNING),
        ("\u200bКиїв", 4, Severity.WARNING),
        ("Київ\u202e", 8, Severity.WARNING),
    ],
)
def test_control_and_invisible_characters_are_told_on_their_place(look, text, column, severity):
    (fault,) = look(f"a,,{text},Kyiv", only="control-char")
    assert (fault.line, fault.column, fault.fix, fault.severity) == (2, column, "Київ", severity)


def test_joiners_of_scripts_that_need_them_are_fine(places):
    assert places("control-char", "a,می\u200cخواهم,want", header="id,fa,en") == []


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+cmd", "@SUM(1)", "-ом"])
def test_a_cell_that_runs_as_a_formula_is_told_in_any_column(look, cell):
    (fault,) = look(f"a,,б,b,{cell}", header="id,kind,uk,en,client", only="formula")
    assert (fault.line, fault.column, fault.fix) == (2, 8, f"'{cell}")


@pytest.mark.parametrize("cell", ["'=HYPERLINK(1)", "-", "+380", "-1.5", "a=b", "е-ом"])
def test_what_runs_nothing_is_fine(places, cell):
    assert places("formula", f"a,,б,b,{cell}", header="id,kind,uk,en,client") == []


@pytest.mark.parametrize(("text", "places_of"), [("ж" * 513, [(2, 4)]), ("ж" * 512, []), (f"{'ж' * 400}|{'ж' * 400}", [])])
def test_a_term_has_at_most_the_bytes_that_engines_take(places, text, places_of):
    assert places("too-long", f"a,,{text},b") == places_of


def test_a_message_about_a_huge_cell_is_short(look):
    faults = look(f"a,,{'ж ' * 500_000},b")
    assert {"too-long", "whitespace"} <= {fault.code for fault in faults}
    assert all(len(fault.message) < 300 for fault in faults)

from transloc.model import Severity

HEADER = "id,kind,uk,en,en.forbidden,status"


def test_what_the_same_row_allows_is_told(look):
    (fault,) = look("a,,Київ,Kyiv|City of Kyiv,Kiev|City of Kyiv,", header=HEADER, only="forbidden-is-allowed")
    assert (fault.line, fault.column, fault.severity) == (2, 32, Severity.ERROR)


def test_a_form_of_what_the_row_allows_is_told(places):
    assert places("forbidden-is-allowed", "a,,дрон,drone,drones,", header=HEADER) == [(2, 15)]


def test_what_another_row_asks_for_warns(look):
    (fault,) = look("a,,Одеса,Odesa,Odessa,", "b,,Одесса,Odessa,,", header=HEADER, only="forbidden-is-allowed")
    assert (fault.line, fault.severity) == (2, Severity.WARNING)


def test_a_longer_wording_and_a_row_out_of_use_are_fine(places):
    rows = ("a,,Київ,Kyiv,Kiev,", "b,,котлета,Chicken Kiev,,", "c,,Київ,Kiev,,deprecated")
    assert places("forbidden-is-allowed", *rows, header=HEADER) == []

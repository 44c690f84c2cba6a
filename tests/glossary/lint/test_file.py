import pytest

from transloc.glossary.lint import lint
from transloc.model import Severity

GOVERNED = "id,kind,uk,en,gender,speaks,case,translate,status,valid-from"


def test_a_header_that_is_nearly_a_column_is_told_with_the_column_that_was_meant(look):
    found = look("a,,б,b,,,", header="id,kind,uk,en,en.forbiden,valid_from,Polish", only="header-unknown")
    assert [(fault.column, fault.fix, fault.severity) for fault in found] == [
        (15, "en.forbidden", Severity.WARNING),
        (27, "valid-from", Severity.WARNING),
        (38, "pl", Severity.WARNING),
    ]
    assert "Did you mean “pl”?" in found[2].message


def test_a_column_of_somebodys_own_is_only_mentioned(look):
    (fault,) = look("a,,б,b,c", header="id,kind,uk,en,client", only="header-unknown")
    assert fault.severity is Severity.INFO


def test_a_column_that_is_there_already_is_not_what_was_meant(look):
    (fault,) = look("a,,б,b,c", header="id,kind,uk,en,English", only="header-unknown")
    assert "Did you mean" not in fault.message


@pytest.mark.parametrize(("cell", "places"), [("x", [(1, 15)]), ("", [])])
def test_a_column_without_a_name_counts_where_it_has_cells(look, cell, places):
    found = look(f"a,,б,b,{cell}", header="id,kind,uk,en,", only="header-unknown")
    assert [(fault.line, fault.column) for fault in found] == places


@pytest.mark.parametrize("name", ["ID", "Kind", "EN", "en.forms", "EN-gb", "valid-from"])
def test_a_column_that_means_something_is_no_fault(places, name):
    assert places("header-unknown", header=f"uk,pl,{name}") == []


@pytest.mark.parametrize(
    ("header", "row", "place"),
    [("id,ua,en,pl", "a,б,b,c", (1, 4)), ("uk,en,zz.forms", "б,b,", (1, 7)), ("uk,en,speaks", "б,b,ua", (2, 5))],
)
def test_a_language_that_is_none_is_told(places, header, row, place):
    assert places("lang-invalid", row, header=header) == [place]


def test_languages_that_are_some_are_fine(places):
    assert places("lang-invalid", "б,b,c,uk", header="uk,rue,crh,speaks") == []


def test_a_row_split_otherwise_than_the_header_is_told_once(look):
    found = look("a;term;б;b", "c,term,в,d")
    assert [(fault.code, fault.line) for fault in found] == [("delimiter", 2)]
    assert "by “;”, the header by “,”" in found[0].message


@pytest.mark.parametrize(
    ("header", "place"),
    [("id|kind|uk|en", (1, 1)), ("id:uk:en", (1, 1)), ("id,uk,en;pl", (1, 7))],
)
def test_a_header_of_two_delimiters_or_of_none_of_ours_is_told(places, header, place):
    assert places("delimiter", header=header) == [place]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_one_delimiter_in_all_lines_is_fine(look, mark):
    assert look(f"a{mark}б, в; г", header=f"uk{mark}en") == [] or mark != "\t"
    assert look(f'"a,;\t"{mark}б', header=f"uk{mark}en", only="delimiter") == []


@pytest.mark.parametrize(("row", "place"), [("a,term,б", (2, 9)), ("a,term,б,b,x", (2, 12))])
def test_a_row_with_other_cells_than_the_header_is_told_and_looked_at_no_further(look, row, place):
    found = look(row)
    assert [(fault.code, fault.line, fault.column) for fault in found] == [("ragged-row", *place)]


def test_empty_cells_too_many_are_no_fault(look):
    assert look("a,term,б,b,,,") == []


def test_a_quote_that_does_not_end_takes_no_other_line_with_it(look):
    found = look('a,term,"б,b', "c,persn,в,d")
    assert [(fault.code, fault.line, fault.column) for fault in found][:2] == [("quote", 2, 8), ("bad-enum", 3, 3)]


def test_quotes_that_end_are_fine(places):
    assert places("quote", 'a,term,"б ""в"", г","b\n\nc"', '"",,"г",d') == []


@pytest.mark.parametrize(("header", "place"), [("id,uk,note", (1, 1)), ("id,uk,en,uk", (1, 10)), ("", (1, 1))])
def test_columns_that_make_no_glossary_are_told(places, header, place):
    assert places("columns", header=header) == [place]


def test_two_languages_are_columns_enough(places):
    assert places("columns", header="uk,en") == []


def test_an_id_is_one_rows(places):
    assert places("dup-id", "a,,б,b", "c,,в,d", "a,,г,e") == [(4, 1)]
    assert places("dup-id", "a,,б,b", ",,в,d", ",,г,e") == []


@pytest.mark.parametrize(
    ("row", "column", "meant"),
    [
        ("a,persn,б,b,,,,,,", 3, "person"),
        ("a,,б,b,male,,,,,", 8, None),
        ("a,,б,b,,,exakt,,,", 10, "exact"),
        ("a,,б,b,,,,true,,", 11, None),
        ("a,,б,b,,,,,aproved,", 12, "approved"),
    ],
)
def test_a_setting_with_a_value_of_its_own_is_told_with_those_there_are(look, row, column, meant):
    (fault,) = look(row, header=GOVERNED, only="bad-enum")
    assert (fault.line, fault.column) == (2, column)
    assert "Use one of: " in fault.message
    assert (f"Did you mean “{meant}”?" in fault.message) == bool(meant)


def test_settings_are_fine_in_any_case(look):
    assert look("a,PERSON,б,b,M,fr,Auto,YES,Draft,2026-12-01", header=GOVERNED) == []


@pytest.mark.parametrize("day", ["01.12.2026", "2026-02-30", "soon"])
def test_a_day_that_is_none_is_told(places, day):
    assert places("bad-date", f"a,,б,b,,,,,,{day}", header=GOVERNED) == [(2, 13)]


def test_all_faults_are_told_at_once(look):
    found = look("a,persn,б,b,x,ua,,,,soon", "a,,в", header=GOVERNED)
    assert [fault.code for fault in found] == ["bad-enum", "bad-enum", "lang-invalid", "bad-date", "ragged-row"]


UKRAINIAN = "id,uk,en\n" + "".join(f"r{n},Збройні сили України і Верховна Рада,Armed forces\n" for n in range(5))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (UKRAINIAN.encode("cp1251"), "looks like CP1251. Convert it: iconv -f CP1251"),
        (UKRAINIAN.encode("koi8_u"), "looks like KOI8-U"),
        (UKRAINIAN.replace("і", "и").encode("cp866"), "looks like CP866"),
        (UKRAINIAN.encode("utf-16-le"), "looks like UTF-16LE"),
        (UKRAINIAN.encode("utf-16-be"), "looks like UTF-16BE"),
        (UKRAINIAN.encode("utf-32"), "looks like UTF-32"),
        ("id,fr,en\na,élève naïf,pupil\nb,Hélène à la fête,H\n".encode("latin-1"), "looks like CP1252"),
        ("id,pl,en\na,Łódź żółć,x\nb,Kijów się świeci,y\n".encode("cp1250"), "looks like CP1250"),
        ("id,ja,en\na,ウクライナ軍,x\nb,日本の新聞,y\n".encode("shift_jis"), "looks like SHIFT-JIS"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "this is not text: it holds NUL bytes"),
        (UKRAINIAN.encode("utf-16")[:-1], "begins as UTF-16-LE and does not go on so"),
    ],
)
def test_a_file_in_another_encoding_is_one_fault_with_the_likely_one(data, says):
    (fault,) = lint(data, "g.csv").faults
    assert (fault.code, fault.severity) == ("encoding", Severity.ERROR)
    assert says in fault.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_unicode_are_fine(encoding):
    assert lint("id,uk,en\na,Київ,Kyiv\n".encode(encoding)).faults == ()


def test_a_damaged_letter_is_told_on_its_place_and_the_rest_looked_at():
    data = "id,kind,uk,en\na,term,Ки\xef\xbf\xbdїв,Kyiv\nb,persn,Рада,Council\n".encode()
    data = data.replace("Рада".encode(), "Ра".encode() + b"\xd0" + "да".encode())
    found = [(fault.code, fault.line, fault.column) for fault in lint(data).faults]
    assert ("encoding", 3, 11) in found
    assert ("bad-enum", 3, 3) in found


def test_a_letter_that_was_lost_in_a_conversion_is_told(places):
    assert places("encoding", "a,term,Ки\ufffdв,Kyiv") == [(2, 10)]

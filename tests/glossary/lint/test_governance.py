import pytest

from transloc.model import Severity

HEADER = "id,kind,uk,en,status,valid-from,replaced-by,source"


@pytest.mark.parametrize(
    ("rows", "severity", "says"),
    [
        (("a,,б,b,deprecated,,z,",), Severity.ERROR, "there is no row “z”"),
        (("a,,б,b,deprecated,,a,",), Severity.ERROR, "replaced by itself"),
        (("a,,б,b,deprecated,,c,", "c,,в,d,deprecated,,e,", "e,,г,f,,,,"), Severity.WARNING, "Name “e” at once"),
        (("a,,б,b,,,c,", "c,,в,d,,,,"), Severity.WARNING, "Set status to deprecated"),
    ],
)
def test_a_replacement_that_leads_nowhere_is_told(look, rows, severity, says):
    (fault,) = look(*rows, header=HEADER, only="replaced-by")
    assert (fault.line, fault.severity) == (2, severity)
    assert says in fault.message


def test_rows_that_replace_each_other_are_told(places):
    assert [line for line, _ in places("replaced-by", "a,,б,b,deprecated,,c,", "c,,в,d,deprecated,,a,", header=HEADER)] == [2, 3]


@pytest.mark.parametrize(
    "rows",
    [("a,,б,b,deprecated,,c,", "c,,в,d,,,,"), ("a,,б,b,,,c,", "c,,б,d,,2026-12-01,,"), ("a,,б,b,,,c,", "c,,б,d,draft,,,")],
)
def test_a_replacement_that_is_there_or_yet_to_come_is_fine(places, rows):
    assert places("replaced-by", *rows, header=HEADER) == []


def test_a_row_out_of_use_that_nothing_replaces_is_mentioned(look):
    (fault,) = look("a,,б,b,deprecated,,,", header=HEADER, only="no-replacement")
    assert (fault.line, fault.column, fault.severity) == (2, 8, Severity.INFO)
    assert look("a,,б,b,deprecated,,c,", "c,,в,d,,,,", header=HEADER, only="no-replacement") == []


@pytest.mark.parametrize("link", ["style book", "example.org/kyiv", "ftp://x.org", "https://", "https://[", "https://x.org/a b"])
def test_a_link_that_leads_nowhere_is_told(places, link):
    assert places("bad-link", f"a,,б,b,,,,{link}", header=HEADER) == [(2, 11)]


@pytest.mark.parametrize("link", ["", "https://example.org/kyiv", "http://uk.wikipedia.org/wiki/Київ"])
def test_a_link_that_is_one_is_fine(places, link):
    assert places("bad-link", f"a,,б,b,,,,{link}", header=HEADER) == []

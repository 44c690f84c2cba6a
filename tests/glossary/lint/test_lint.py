"""The whole of lint: what holds for any bytes, and that the reference tells of every code."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transloc.errors import InputError
from transloc.glossary import read
from transloc.glossary.lint import CODES, lint
from transloc.glossary.sheet import read_sheet

ROOT = Path(__file__).parents[3]
REFERENCE = (ROOT / "docs" / "reference" / "glossary.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### `([a-z-]+)`\n(.*?)(?=^##|\Z)", REFERENCE, re.MULTILINE | re.DOTALL))

PIECE = st.sampled_from(
    [
        *("id", "kind", "uk", "en", "ua", "uk.forms", "en.forbidden", "status", "valid-from", "replaced-by", "source", "x"),
        *("Київ", "Kyiv", "а|б", "place", "yes", "2026-12-01", "=1", "'", "’", "\u200b", "\ufffd", "K", "zz"),
        *('"', '""', ",", ";", "\t", "|", "\n", "\r", "\r\n", " ", "\0", "\ufeff"),
    ]
)
TEXT = st.lists(PIECE, max_size=40).map("".join)
BYTES = st.one_of(
    st.binary(max_size=200),
    st.tuples(TEXT, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "koi8_u"])).map(
        lambda t: t[0].encode(t[1], "replace")
    ),
    st.tuples(st.just("id,kind,uk,en,status\n"), TEXT).map(lambda t: "".join(t).encode()),
    st.tuples(TEXT, st.binary(max_size=9)).map(lambda t: b"id,uk,en\n" + t[0].encode() + t[1]),
)


@settings(max_examples=400, deadline=None)
@given(data=BYTES)
@example(data=b"")
@example(data=b"id,uk,en")
@example(data=b'id,uk,en\n"""')
@example(data=b"id,uk,en\r\na,\xd0,b\r")
@example(data=b"\xff\xfe")
def test_any_bytes_have_faults_or_none_and_what_reads_is_written_as_it_was(data):
    faults = lint(data, "g.csv").faults
    assert all(fault.line >= 1 and fault.column >= 1 and fault.code in CODES for fault in faults)
    assert list(faults) == sorted(faults, key=lambda fault: (fault.line, fault.column)) or faults[0].code == "encoding"
    try:
        sheet = read_sheet(data, "g.csv")
    except InputError:
        assert any(fault.severity == "error" for fault in faults)
    else:
        assert sheet.write() == data


@settings(max_examples=200, deadline=None)
@given(data=BYTES)
def test_a_file_without_an_error_is_a_glossary(data):
    if not any(fault.severity == "error" for fault in lint(data, "g.csv").faults):
        assert read(data, "g.csv").sheet.write() == data


def test_the_glossary_of_this_project_has_no_fault():
    assert {fault.severity for fault in lint((ROOT / "glossary.csv").read_bytes()).faults} <= {"info"}


def test_the_reference_has_a_section_a_code_with_an_example_and_a_way_out():
    assert list(SECTIONS) == list(CODES)
    unfinished = [code for code, text in SECTIONS.items() if "```csv" not in text or "**Way out**" not in text]
    assert unfinished == []


@pytest.mark.parametrize("code", [code for code in CODES if code != "too-long"])
def test_the_example_of_a_code_shows_it(code):
    example = re.search(r"```csv\n(.*?)```", SECTIONS[code], re.DOTALL)[1]
    assert code in {fault.code for fault in lint(example.encode()).faults}

"""What can be wrong with a glossary's bytes: lint has a finding for it, and the commands that need a glossary one sentence."""

import json

import pytest
from click.testing import CliRunner

from transloc.cli import cli

HEAD = "id,kind,uk,en\n"
ROWS = "army,org,Збройні сили України,Armed Forces\nrada,org,Верховна Рада,Parliament\nkyiv,place,Київ,Kyiv\n"
GOOD = HEAD + ROWS
PO = 'msgid ""\nmsgstr "Language: en\\nX-Source-Language: uk\\n"\n\nmsgctxt "a"\nmsgid "Слово"\nmsgstr "Word"\n'

#: name → bytes, what lint finds first (None: nothing), what terms and check say (None: nothing, they work).
BAD = {
    "utf-8": (GOOD.encode(), None, None),
    "utf-8 with a mark": (GOOD.encode("utf-8-sig"), None, None),
    "utf-16 with a mark": (GOOD.encode("utf-16"), None, None),
    "utf-16, the other order": (b"\xfe\xff" + GOOD.encode("utf-16-be"), None, None),
    "utf-16le": (
        GOOD.encode("utf-16-le"),
        "encoding",
        "it looks like UTF-16LE. Convert it: iconv -f UTF-16LE -t UTF-8 bad.csv > bad.utf8.csv",
    ),
    "utf-16be": (GOOD.encode("utf-16-be"), "encoding", "it looks like UTF-16BE"),
    "utf-32": (GOOD.encode("utf-32"), "encoding", "it looks like UTF-32"),
    "windows-1251": (GOOD.encode("cp1251"), "encoding", "it looks like CP1251. Convert it: iconv -f CP1251"),
    "koi8-u": (GOOD.encode("koi8_u"), "encoding", "it looks like KOI8-U"),
    "mac": (GOOD.encode("mac_cyrillic"), "encoding", "it looks like MAC-CYRILLIC"),
    "latin-1": ("id,fr,en\na,élève naïf,pupil\nb,Hélène à la fête,H\n".encode("latin-1"), "encoding", "it looks like CP1252"),
    "shift-jis": ("id,ja,en\na,ウクライナ軍,x\nb,日本の新聞,y\n".encode("shift_jis"), "encoding", "it looks like SHIFT-JIS"),
    "a letter cut in two": (GOOD.encode() + b"x,org,\xd0,x\n", "encoding", "bad.csv:5: these bytes are not UTF-8"),
    "half of utf-16": (GOOD.encode("utf-16")[:-1], "encoding", "begins as UTF-16-LE and does not go on so"),
    "nul": (GOOD.encode() + b"x,org,\0,x\n", "encoding", "bad.csv:5: this is not text: it holds NUL bytes"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1", "encoding", "this is not text"),
    "semicolons": (GOOD.replace(",", ";").encode(), None, None),
    "tabs": (GOOD.replace(",", "\t").encode(), None, None),
    "bars": (GOOD.replace(",", "|").encode(), "columns", "bad.csv:1: a glossary needs at least two language columns"),
    "two delimiters": ((HEAD + ROWS.replace(",", ";")).encode(), "delimiter", "bad.csv:2: the row has 1 cell, the header 4"),
    "a short row": ((GOOD + "x,org,збір\n").encode(), "ragged-row", "bad.csv:5: the row has 3 cells, the header 4"),
    "a long row": ((GOOD + "x,org,збір,rally,in Kyiv\n").encode(), "ragged-row", "bad.csv:5: the row has 5 cells, the header 4"),
    "a column twice": (GOOD.replace("en\n", "uk\n", 1).encode(), "columns", "bad.csv:1: the column “uk” stands twice"),
    "an id twice": ((GOOD + "kyiv,org,збір,rally\n").encode(), "dup-id", "bad.csv:5: the id “kyiv” is already that of line 4"),
    "a million letters": ((GOOD + f"x,org,{'ж' * 1_000_000},rally\n").encode(), "too-long", None),
    "a million quotes": ((GOOD + "x,org," + '"' * 1_000_001 + ",rally\n").encode(), "quote", "bad.csv:5: a quoted cell does not end"),
    "a formula": ((GOOD + "x,org,=1+1,rally\n").encode(), "formula", None),
    "a lone quote": ((GOOD + 'x,org,"збір,rally\n').encode(), "quote", "bad.csv:5: a quoted cell does not end as it should"),
    "a quote too many": ((GOOD + 'x,org,"збір"ка,rally\n').encode(), "quote", "bad.csv:5: a quoted cell does not end as it should"),
    "quotes in the middle": ((GOOD + 'x,org,зб"ір,rally\n').encode(), None, None),
    "nothing": (b"", "columns", "bad.csv:1: a glossary needs at least two language columns"),
    "a mark alone": (b"\xef\xbb\xbf", "columns", "bad.csv:1: a glossary needs at least two language columns"),
    "a header alone": (HEAD.encode(), None, None),
    "a header without an end": (HEAD.strip().encode(), None, None),
    "lines that end with CR": (GOOD.replace("\n", "\r").encode(), None, None),
    "lines that end with CR LF": (GOOD.replace("\n", "\r\n").encode(), None, None),
    "lines that end both ways": ((HEAD.replace("\n", "\r\n") + ROWS).encode(), None, None),
    "empty lines": (GOOD.replace("\n", "\n\n").encode(), None, None),
}


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.po").write_text(PO, encoding="utf-8")


def run(*arguments):
    return CliRunner().invoke(cli, arguments, input="Верховна Рада\n".encode())


@pytest.mark.parametrize(("data", "code", "_"), BAD.values(), ids=BAD)
def test_lint_has_a_finding_for_it(tmp_path, data, code, _):
    (tmp_path / "bad.csv").write_bytes(data)
    done = run("glossary", "lint", "bad.csv", "--format", "json")
    found = [f for f in json.loads(done.stdout)["findings"] if f["severity"] != "info"]
    assert (found[0]["rule"] if found else None) == code
    assert done.exit_code == any(f["severity"] == "error" for f in found)
    assert all(len(f["message"]) < 400 for f in found)


@pytest.mark.parametrize("command", [("terms", "-", "--locale", "en"), ("check", "a.po")], ids=lambda command: command[0])
@pytest.mark.parametrize(("data", "_", "says"), BAD.values(), ids=BAD)
def test_who_needs_a_glossary_works_or_says_one_sentence(tmp_path, command, data, _, says):
    (tmp_path / "bad.csv").write_bytes(data)
    done = run(*command, "--glossary", "bad.csv")
    if says is None:
        assert done.exit_code == 0, done.stderr
        assert "Error" not in done.stderr
    else:
        assert done.exit_code == 2
        assert done.stderr.startswith("Error: bad.csv")
        assert says in done.stderr
        assert done.stderr.count("\n") == 1
        assert len(done.stderr) < 400


@pytest.mark.parametrize(
    "command", [("glossary", "lint"), ("terms", "-", "--locale", "uk", "--glossary"), ("check", "a.po", "--glossary")], ids=lambda c: c[0]
)
@pytest.mark.parametrize(("name", "says"), [(".", "this is a folder, not a file"), ("none.csv", "there is no such file")])
def test_a_folder_and_a_file_that_is_not_there(command, name, says):
    done = run(*command, name)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"Error: {name}: {says}")

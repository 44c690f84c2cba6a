"""What can be wrong with the files that the plumbing gets: one sentence with the place and the way out, nothing changed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fakes.desk import as_nobody, snapshot

ARTICLE = "# Заголовок\n\nПерше **речення** про 12 вагонів. Друге речення.\n"
GLOSSARY = "id,kind,uk,en\nwagon,term,вагон,car\n"
HEADER = 'msgid ""\nmsgstr "Language: en\\nX-Source-Language: uk\\n"\n\n'
ENTRY = 'msgctxt "a"\nmsgid "Слово"\nmsgstr "Word"\n'

EXTRACT = ["extract", "bad.md", "--from", "uk", "--to", "en", "-o", "new.po"]
SEGMENT = ["segment", "bad.txt", "--locale", "uk"]
TERMS = ["terms", "bad.txt", "--glossary", "glossary.csv", "--locale", "uk"]
TERMS_OF = ["terms", "-", "--glossary", "bad.csv", "--locale", "uk"]
CHECK = ["check", "bad.po"]
MERGE = ["merge", "article.md", "bad.po", "-o", "new.md"]
GIT_MERGE = ["git-merge", "article.po", "article.po", "bad.po", "locales/en/a.po"]

DEEP = "".join("> " * n + "слово\n" for n in range(1, 120)).encode()
DOCUMENTS = {
    "nul": (b"abc\0def", "bad.md: this is not text: it holds NUL bytes. Save"),
    "controls": (b"\1\2\3abc" * 10, "bad.md: this is not text: it is full of control characters. Save"),
    "half-letter": ("Так.\nТак".encode()[:-1], "bad.md:2: its charset cannot be told with certainty. Save it as UTF-8"),
    "two-charsets": (
        "Добрий день усім читачам\n".encode() + "Місто\n".encode("cp1251"),
        "bad.md:2: its charset cannot be told with certainty. Save",
    ),
    "half-utf-16": ("Так".encode("utf-16")[:-1], "bad.md: the file begins as UTF-16-LE and does not go on so. Save"),
    "long-unit": (b"# A\n\n" + b"word " * 400_000, "bad.md:3: a paragraph is longer than a million characters. Cut it"),
    "deep-quotes": (DEEP, "bad.md:100: lists and quotations are nested a hundred deep here. Is this"),
    "deep-lists": (("- " * 5000 + "слово").encode(), "bad.md:1: lists and quotations are nested a hundred deep here. Is this"),
}
LINES = {
    "half-letter": (b"\xd0", ":1: this is not UTF-8 text. Save it as UTF-8"),
    "utf-16": ("Так".encode("utf-16"), ":1: this is not UTF-8 text. Save it as UTF-8"),
    "nul": (b"\0", ":1: this is not text: it holds NUL bytes. Save it as UTF-8"),
}
TABLES = {
    "half-letter": (GLOSSARY.encode() + b"b,term,\xd0,x\n", "bad.csv:3: these bytes are not UTF-8. Type this line anew"),
    "nul": (GLOSSARY.encode() + b"b,term,\0,x\n", "bad.csv:3: this is not text: it holds NUL bytes. Save the table"),
    "cp1251": (GLOSSARY.encode("cp1251"), "bad.csv: this is not UTF-8; it looks like CP125"),
    "utf-16": (GLOSSARY.encode("utf-16-le"), "bad.csv: this is not UTF-8; it looks like UTF-16LE. Convert it: iconv"),
    "empty": (b"", "bad.csv:1: a glossary needs at least two language columns. Begin it with"),
    "no-header": (b"wagon,term,a,b\n", "bad.csv:1: a glossary needs at least two language columns. Begin it with"),
    "short-row": (GLOSSARY.encode() + b"b,term\n", "bad.csv:3: the row has 2 cells, the header 4. Add"),
    "long-row": (GLOSSARY.encode() + b"b,term,x,y,z\n", "bad.csv:3: the row has 5 cells, the header 4. Put quotes"),
    "same-id": (GLOSSARY.encode() + b"wagon,term,x,y\n", "bad.csv:3: the id “wagon” is already that of line 2. Give"),
    "open-quote": (
        GLOSSARY.encode() + b'b,term,"x,y\nc,term,z,w\n',
        'bad.csv:3: a quoted cell does not end as it should. Write a quote inside a cell as ""',
    ),
    "no-language": (b"id,ua,en\n", "bad.csv:1: “ua” is not a language tag. Did you mean “uk”?"),
    "no-kind": (GLOSSARY.encode() + b"b,thing,x,y\n", "bad.csv:3: “thing” is no kind. Use one of"),
}
CATALOGS = {
    "empty": (b"", ": the file is empty"),
    "only-a-mark": (b"\xef\xbb\xbf", ": the file is empty"),
    "utf-16": (HEADER.encode("utf-16"), ":1: this is UTF-16, which no gettext tool reads"),
    "half-letter": (HEADER.encode() + b'msgid "\xd0', ":4: the file is cut off in the middle of a letter"),
    "no-charset": (
        HEADER.replace("Lang", "Content-Type: text/plain; charset=klingon\\nLang", 1).encode(),
        ":2: the encoding klingon is not known",
    ),
    "charset-with-nul": (HEADER.replace("Lang", "charset=u\0tf\\nLang", 1).encode(), ":2: the encoding u\\x00tf is not known"),
    "conflict": (f"{HEADER}<<<<<<< HEAD\n{ENTRY}=======\n{ENTRY}>>>>>>> b\n".encode(), ":4: git left a merge conflict here"),
    "twice": ((HEADER + ENTRY + "\n" + ENTRY).encode(), ":9: the entry 'a' stands twice (first in line 5)"),
    "escape": ((HEADER + ENTRY.replace("Word", "\\q")).encode(), ":6: the text has a backslash that escapes nothing"),
    "cut": ((HEADER + ENTRY)[:-2].encode(), ":6: the text is not closed: its quotation mark is missing"),
}
CASES = [
    *((EXTRACT, content, told) for content, told in DOCUMENTS.values()),
    *((command, content, "bad.txt" + told) for content, told in LINES.values() for command in (SEGMENT, TERMS)),
    *((TERMS_OF, content, told) for content, told in TABLES.values()),
    *((command, content, "bad.po" + told) for content, told in CATALOGS.values() for command in (CHECK, MERGE)),
    *((GIT_MERGE, content, f"locales/en/a.po{told} (in their version)") for content, told in CATALOGS.values()),
    *((["git-merge", "bad.po", "article.po", "article.po"], content, "article.po" + told) for content, told in [CATALOGS["cut"]]),
]
NAMES = [f"{case[0][0]}-{n}" for n, case in enumerate(CASES)]


@pytest.fixture
def files(folder):
    folder.write("article.md", ARTICLE)
    folder.write("glossary.csv", GLOSSARY)
    folder.run("extract", "article.md", "--from", "uk", "--to", "en", "-o", "article.po")
    return folder


@pytest.mark.parametrize(("command", "content", "told"), CASES, ids=NAMES)
def test_a_file_that_cannot_be_read(files, command, content, told):
    files.write(next(name for name in command if name.startswith("bad.")), content)
    sentence = files.refused(*command)
    assert sentence.startswith(told), sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["segment", "none", "--locale", "uk"], "none: there is no such file. Check the name"),
        (["segment", ".", "--locale", "uk"], ".: this is a folder, not a file. Name a file in it"),
        (["segment", "-", "--locale", "uk", "--rules", "none.srx"], "none.srx: there is no such file"),
        (["segment", "-", "--locale", "ua"], "“ua” is not a language tag. Did you mean “uk”?"),
        (["segment", "-", "--locale", "cz"], "“cz” is not a language tag. Did you mean “cs”?"),
        (["segment", "-", "--locale", "uk\n"], "“uk\\n” is not a language tag. Use a BCP 47 tag"),
        (["terms", "none", "--glossary", "glossary.csv", "--locale", "uk"], "none: there is no such file. Check the name"),
        (["terms", "-", "--glossary", "none", "--locale", "uk"], "none: there is no such file. Check the name"),
        (["terms", "-", "--glossary", "glossary.csv", "--locale", "gr"], "“gr” is not a language tag. Did you mean “el”?"),
        (
            ["terms", "-", "--glossary", "glossary.csv", "--locale", "pl"],
            "glossary.csv:1: the glossary has no column for “pl”. It has: uk, en",
        ),
        (["extract", "none.md", "--from", "uk", "--to", "en"], "none.md: there is no such file. Check the name"),
        (["extract", "q\x1b\n.md", "--from", "uk", "--to", "en"], "q\\x1b\\n.md: there is no such file. Check the name"),
        (["extract", "glossary.csv", "--from", "uk", "--to", "en"], "glossary.csv: “.csv” is no format of documents. Known: .md"),
        (["extract", "article.md", "--from", "uk", "--to", "en-UK"], "“en-UK” is not a language tag. Did you mean “en-GB”?"),
        (
            ["extract", "article.md", "--from", "uk", "--to", "UK"],
            "“uk” is both the language of the document and that of the translation. Name",
        ),
        (
            ["extract", "article.md", "--from", "uk", "--to", "en", "-o", "./article.md"],
            "article.md: the PO file would replace the document",
        ),
        (["extract", "article.md", "--from", "uk", "--to", "en", "-o", ""], ".: this is a folder, not a file. Name a file in it"),
        (
            ["extract", "article.md", "--from", "uk", "--to", "en", "-o", "article.md/x"],
            "article.md/x: cannot be written, as its folder is a file",
        ),
        (["merge", "none.md", "article.po"], "none.md: there is no such file. Check the name"),
        (["merge", "article.md", "none.po"], "none.po: there is no such file. Check the name"),
        (["merge", "article.md", "article.po", "-o", "article.md"], "article.md: the translation would replace it. Name another file"),
        (["merge", "article.md", "article.po", "-o", "article.po"], "article.po: the translation would replace it. Name another file"),
        (["merge", "article.md", "article.po", "-o", "."], ".: this is a folder, not a file. Name a file in it"),
        (["check", "none.po"], "none.po: there is no such file. Check the name"),
        (["check"], "locales: there is nothing to check here. Name a PO file or a folder"),
        (["check", "article.po", "--glossary", "none.csv"], "none.csv: there is no such file. Check the name"),
        (["check", "article.po", "--rule", "nubmer"], "there is no rule “nubmer”. Did you mean “number”?"),
        (["git-merge", "none.po", "article.po", "article.po"], "none.po: there is no such file. Check the name"),
        (["git-merge", "article.po", ".", "article.po"], ".: this is a folder, not a file. Name a file in it"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_cannot_be_asked_for(files, arguments, told):
    assert files.refused(*arguments).startswith(told)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('\nmsgstr ""', '\nmsgstr "First"', "its inline codes differ from the source: <1> is missing"),
        ('\nmsgstr ""', '\nmsgstr "</1>First<1>"', "its inline codes differ from the source: </1> is crossed"),
        ('\nmsgstr ""', '\nmsgstr "<1>First</1> <2/>"', "its inline codes differ from the source: <2/> is added"),
    ],
)
def test_broken_codes_name_the_entry_and_its_line(files, old, new, told):
    before = files.read("article.po")
    line = before[: before.index('msgid "Перше')].count("\n") + 1
    head, entry = before.split('msgid "Перше')
    files.write("bad.po", head + 'msgid "Перше' + entry.replace(old, new, 1))
    held = snapshot(files.root)
    done = files.run("merge", "article.md", "bad.po", "-o", "new.md", exits=1)
    assert done.stderr.startswith(f"Error: bad.po:{line}: segment u")
    assert told in done.stderr
    assert snapshot(files.root) == held


def test_the_catalog_of_another_document_is_no_work_for_this_one(files):
    files.write("bad.md", "# Інша стаття\n")
    held = snapshot(files.root)
    done = files.run("merge", "bad.md", "article.po", "-o", "new.md", exits=1)
    assert "its unit is not in the document" in done.stderr
    assert "extract it again" in done.stderr
    assert snapshot(files.root) == held


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\\n"])
def test_a_target_of_white_space_is_none(files, blank):
    head, *entries = files.read("article.po").split("\n\n")
    blanked = [entry.replace('msgstr ""', f'msgstr "{blank}"') for entry in entries]
    files.write("blank.po", "\n\n".join([head, *blanked]))
    done = files.run("merge", "article.md", "blank.po")
    assert done.stdout == ARTICLE
    assert "3 segments without a target kept the source" in done.stderr


def test_every_cut_of_a_catalog_is_refused_or_by_chance_a_whole_one(files):
    whole = (HEADER + ENTRY.replace("Word", "Word “\\\\n") + "\n#, fuzzy\n" + ENTRY.replace('"a"', '"b"')).encode()
    ends = {whole.index(b'"\n', 20) + 1, len(HEADER.encode()), len(whole)}
    for length in range(len(whole) + 1):
        files.write("cut.po", whole[:length])
        done = files.run("check", "cut.po", "--format", "json", exits=0 if _whole(whole, length) else 2)
        assert len(done.stderr.splitlines()) <= 1
    assert all(_whole(whole, end) for end in ends)


def _whole(text, length):
    """Whether the cut stands behind a closed text of a msgstr, with nothing but line ends between."""
    head = text[:length].rstrip(b"\n")
    last = head.rpartition(b"\n")[2]
    closed = last.endswith(b'"') and not last.endswith(b'\\"') and last not in (b'msgstr "', b'msgid "', b'msgctxt "')
    return closed and last.startswith(b"msgstr")


def test_a_yaml_bomb_is_read_in_no_time(files):
    bomb = 'a: &a ["слово","слово"]\n' + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)
    )
    files.write("bomb.md", f"---\n{bomb}loop: &z [*z]\ntitle: Назва\n---\nСлово.\n")
    assert 'msgid "Назва"' in files.run("extract", "bomb.md", "--from", "uk", "--to", "en").stdout


@pytest.mark.parametrize("row", ["{% raw %} ", "{{< a ", "{: ", "![слово](u) ", "\\", "<a b=", "[", "*а ", "- слово\n"], ids=repr)
def test_long_rows_of_the_same_are_read(files, row):
    files.write("row.md", f"# Слово\n\n{row * 3000}\n")
    assert 'msgid "Слово"' in files.run("extract", "row.md", "--from", "uk", "--to", "en", "--segment-by", "block").stdout


# --- as programs


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_told(files, unbuffered):
    env = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    for command in (
        ["check", "article.po"],
        ["segment", "article.md", "--locale", "uk"],
        ["merge", "article.md", "article.po"],
        ["--help"],
    ):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run([sys.executable, "-m", "transloc", *command], stdout=full, stderr=subprocess.PIPE, check=False, env=env)
        told = done.stderr.decode()
        assert (done.returncode, told) == (
            2,
            "Error: the answer cannot be written (No space left on device). Check the disk, or what reads it\n",
        )


@pytest.mark.skipif(sys.platform == "win32", reason="shells of another kind")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_breaks_nothing(files, closed):
    command = f"exec {sys.executable} -m transloc segment - --locale uk {closed}"
    done = subprocess.run(["sh", "-c", command], input=b"\xd0\xa2.\n", capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_goes_away_ends_it_quietly(files):
    files.write("long.txt", "Слово. Слово.\n" * 20_000)
    command = [sys.executable, "-m", "transloc", "segment", "long.txt", "--locale", "uk"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout.readline() == "Слово.\n".encode()
        started.stdout.close()
        assert started.stderr.read() == b""


def test_lines_are_answered_as_they_come_and_control_c_stops(files):
    command = [sys.executable, "-m", "transloc", "terms", "-", "--glossary", "glossary.csv", "--locale", "uk"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as started:
        started.stdin.write("вагон\n".encode())
        started.stdin.flush()
        assert started.stdout.readline() == "вагон\n".encode()
        started.send_signal(signal.SIGINT)
        assert started.stderr.read() == b"Stopped.\n"
        assert started.wait() == 130


def test_what_nobody_foresaw_is_a_sentence_and_a_trace_on_request(files):
    code = "import sys, transloc.files, transloc.__main__ as m; transloc.files.read = lambda path: 1 / 0; sys.argv[1:] = {}; m.main()"
    command = ["merge", "article.md", "article.po"]
    for arguments, trace in ((command, False), (["--debug", *command], True)):
        done = subprocess.run([sys.executable, "-c", code.format(arguments)], capture_output=True, text=True, check=False)
        assert ("Traceback" in done.stderr) == trace
        assert trace or done.stderr.startswith(
            "Error: transloc itself failed here (ZeroDivisionError: division by zero). Run it again with"
        )
        assert done.returncode == (1 if trace else 2)


def test_names_that_are_no_utf_8(files):
    name = os.fsdecode(b"\xd1\xff.md")
    (files.root / name).write_text(ARTICLE, encoding="utf-8")
    with files.process("extract", name, "--from", "uk", "--to", "en") as started:
        out, err = started.communicate(timeout=60)
    assert (started.returncode, err) == (0, "")
    assert "X-Transloc-Article: \\\\xd1\\\\xff\\n" in out
    with files.process("extract", name + "x.md", "--from", "uk", "--to", "en") as started:
        assert started.communicate(timeout=60)[1].startswith("Error: \\xd1\\xff.mdx.md: there is no such file.")


@pytest.mark.needs("setpriv")
@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["check", "shut.po"], "shut.po: cannot be read (Permission denied). Check its permissions"),
        (["check", "shut"], "shut: cannot be read (Permission denied). Check its permissions"),
        (["check", "."], "shut: cannot be read (Permission denied). Check its permissions"),
        (["segment", "shut.po", "--locale", "uk"], "shut.po: cannot be read (Permission denied). Check its permissions"),
        (["merge", "article.md", "shut.po"], "shut.po: cannot be read (Permission denied). Check its permissions"),
        (["merge", "article.md", "article.po", "-o", "new.md"], "new.md: cannot be written (Permission denied). Check the folder's"),
        (
            ["merge", "article.md", "article.po", "-o", "shut/new.md"],
            "shut/new.md: cannot be written (Permission denied). Check the folder's",
        ),
        (["git-merge", "article.po", "article.po", "article.po"], "article.po: cannot be written (Permission denied). Check the folder's"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_an_ordinary_user_without_the_rights(files, command, told):
    prefix = as_nobody(files.root / "x")
    (files.root / "shut.po").write_bytes(b"")
    (files.root / "shut.po").chmod(0)
    (files.root / "shut").mkdir(mode=0)
    before = snapshot(files.root)
    with files.process(*command, prefix=prefix) as started:
        out, err = started.communicate(timeout=60)
    assert (started.returncode, out) == (2, "")
    assert err.startswith(f"Error: {told}"), err
    assert len(err.splitlines()) == 1
    assert snapshot(files.root) == before


LEAN = """
import sys
from transloc.cli import cli
try:
    cli({arguments})
except SystemExit as end:
    assert not end.code, end.code
print("loaded:", sorted({{"django", "deepl", "sqlite3"}} & {{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "command",
    [
        ["segment", "article.md", "--locale", "uk"],
        ["terms", "article.md", "--glossary", "glossary.csv", "--locale", "uk"],
        ["extract", "article.md", "--from", "uk", "--to", "en"],
        ["merge", "article.md", "article.po"],
        ["check", "article.po"],
        ["git-merge", "article.po", "article.po", "article.po"],
    ],
    ids=lambda command: command[0],
)
def test_the_plumbing_loads_neither_the_database_nor_a_vendor(files, command):
    done = subprocess.run([sys.executable, "-c", LEAN.format(arguments=command)], capture_output=True, text=True, check=False)
    assert "loaded: []" in done.stderr, done.stderr

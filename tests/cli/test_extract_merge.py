import polib
import pytest
from click.testing import CliRunner

from transloc.cli import cli

ARTICLE = "---\ntitle: Назва\n---\n\nПерше речення. Друге **слово**.\n\n> Цитата\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def run(*args, status=0):
    done = CliRunner().invoke(cli, args)
    assert done.exit_code == status, done.output
    return done


def extracted(*rest):
    run("extract", "a.md", "--from", "uk", "--to", "en", "-o", "a.po", *rest)
    return polib.pofile("a.po")


def test_sentences_and_blocks(desk):
    assert [entry.msgid for entry in extracted()] == ["Назва", "Перше речення.", "Друге <1>слово</1>.", "Цитата"]
    assert [entry.msgid for entry in extracted("--segment-by", "block", "--whole-page")] == [
        "Назва",
        "Перше речення. Друге <1>слово</1>.",
        "Цитата",
    ]


def test_there_and_back_keeps_the_bytes(desk):
    catalog = extracted()
    for entry in catalog:
        entry.msgstr = entry.msgid
    catalog.save()
    assert run("merge", "a.md", "a.po", "-o", "out.md").stderr == ""
    assert (desk / "out.md").read_bytes() == ARTICLE.encode()


def test_what_is_not_translated_is_counted(desk):
    catalog = extracted()
    catalog[2].msgstr = "Second <1>word</1>."
    catalog.save()
    done = run("merge", "a.md", "a.po", "-o", "out.md")
    assert "3 segments" in done.stderr
    assert (desk / "out.md").read_text(encoding="utf-8") == ARTICLE.replace("Друге **слово**", "Second **word**")


def test_broken_codes_write_nothing(desk):
    catalog = extracted()
    catalog[2].msgstr = "Second word."
    catalog.save()
    done = run("merge", "a.md", "a.po", "-o", "out.md", status=1)
    assert "a.po" in done.stderr
    assert catalog[2].msgctxt in done.stderr
    assert not (desk / "out.md").exists()


def test_standard_output(desk):
    assert "Назва" in run("extract", "a.md", "--from", "uk", "--to", "en", "-o", "-").stdout
    extracted()
    assert run("merge", "a.md", "a.po").stdout == ARTICLE


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.odt", b"x", "Known"),
        ("b.md", b"a\0b", "NUL"),
        ("c.txt", bytes(range(0x80, 0x100)) * 3, "UTF-8"),
        ("none.md", None, "no such file"),
    ],
)
def test_unreadable_input(desk, name, data, why):
    if data is not None:
        (desk / name).write_bytes(data)
    done = run("extract", name, "--from", "uk", "--to", "en", "-o", "x.po", status=2)
    assert why in done.stderr
    assert name in done.stderr


def test_the_document_is_not_overwritten_by_its_catalog(desk):
    run("extract", "a.md", "--from", "uk", "--to", "en", "-o", "a.md", status=2)
    assert (desk / "a.md").read_text(encoding="utf-8") == ARTICLE


@pytest.mark.parametrize("command", ["extract", "merge"])
def test_help_shows_an_example(command):
    assert f"transloc {command} talks.md" in run(command, "--help").stdout


def test_of_a_saved_page_the_article_unless_the_whole_is_asked_for(empty):
    from formats.html.pages import PAGE

    empty.write("fund.html", PAGE)
    empty.run("extract", "fund.html", "--from", "uk", "--to", "en", "-o", "article.po")
    empty.run("extract", "fund.html", "--from", "uk", "--to", "en", "-o", "whole.po", "--whole-page")
    assert "Поділитися" not in empty.read("article.po")
    assert "Поділитися" in empty.read("whole.po")
    for name in ("article.po", "whole.po"):
        done = empty.run("merge", "fund.html", name, "-o", "out.html")
        assert empty.read("out.html") == PAGE
    assert "without a target kept the source" in done.stderr


@pytest.mark.parametrize(("name", "text"), [("empty.html", ""), ("empty.md", ""), ("bare.html", "<p></p>\n")])
def test_a_document_without_text_is_told(empty, name, text):
    empty.write(name, text)
    done = empty.run("extract", name, "--from", "uk", "--to", "en")
    assert done.stderr == f"{name}: no text to translate was found. Check that this is the article\n"
    assert "X-Source-Language: uk" in done.stdout


LEFT = ": letters of the source's script are left outside of all segments, in line 6, “код”. Look at them before you publish"


def test_letters_of_the_source_that_are_left_are_told(empty):
    empty.write("a.md", "# Слово\n\nАбзац.\n\n```\nкод\n```\n")
    empty.run("extract", "a.md", "--from", "uk", "--to", "en", "-o", "a.po")
    assert empty.run("merge", "a.md", "a.po").stderr == "2 segments without a target kept the source\n"
    catalog = polib.pofile("a.po", wrapwidth=0)
    for entry, target in zip(catalog, ("Word", "Paragraph."), strict=True):
        entry.msgstr = target
    catalog.save()
    assert empty.run("merge", "a.md", "a.po", "-o", "a.en.md").stderr.strip() == "a.en.md" + LEFT
    assert empty.run("merge", "a.md", "a.po").stderr.strip() == "standard output" + LEFT


def test_a_page_in_another_language_than_was_given_is_told(empty):
    empty.write("bahn.html", '<!doctype html><html lang="de"><body><p>Zwölf Bahnen.</p></body></html>')
    said = "bahn.html: the document says that it is in German (de), and --from that it is in Ukrainian. If it is right, give --from de\n"
    assert empty.run("extract", "bahn.html", "--from", "uk", "--to", "en", "-o", "a.po").stderr == said
    assert empty.run("extract", "bahn.html", "--from", "de-AT", "--to", "en", "-o", "a.po").stderr == ""

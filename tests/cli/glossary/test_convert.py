from pathlib import Path

import pytest
from click.testing import CliRunner

from transloc.cli import cli
from transloc.glossary import read

GLOSSARY = "id,kind,uk,en,pl\nkyiv,place,Київ,Kyiv,Kijów\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
    return tmp_path


def run(*arguments, exits=0, text=None):
    done = CliRunner().invoke(cli, ["glossary", "convert", *arguments], input=text)
    assert done.exit_code == exits, done.output
    return done


def test_to_tbx_and_back_by_the_names_of_the_files():
    assert run("glossary.csv", "out/names.tbx").stdout == "out/names.tbx: 1 row of glossary.csv\n"
    run("out/names.tbx", "back.csv")
    assert read(Path("back.csv").read_bytes()).glossary == read(GLOSSARY.encode()).glossary


def test_losses_are_told_beside_the_answer():
    done = run("glossary.csv", "list.csv", "--to", "deepl", "--source", "uk", "--target", "en")
    assert Path("list.csv").read_text(encoding="utf-8") == "Київ,Kyiv\n"
    assert done.stderr.startswith("Note: a list for DeepL holds one word against one other")


def test_standard_input_and_output():
    done = run("-", "-", "--from", "omegat", "--to", "csv", "--source", "uk", "--target", "en", text="Одеса\tOdesa\n")
    assert done.stdout == "\ufeffid,uk,en\nodesa,Одеса,Odesa\n"


def test_a_row_that_is_yet_to_come_goes_to_no_engine():
    Path("glossary.csv").write_text("id,uk,en,valid-from\nkyiv,Київ,Kyiv,2999-01-01\n", encoding="utf-8")
    assert "left out: 1 (draft)" in run("glossary.csv", "l.csv", "--to", "deepl", "--source", "uk", "--target", "en").stderr
    run("glossary.csv", "names.tbx")
    run("names.tbx", "back.csv")
    assert "2999-01-01" in Path("back.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["glossary.csv", "glossary.csv"], "both names are of one file"),
        (["glossary.csv", "out.pdf"], "out.pdf: the name does not tell the format"),
        (["none.csv", "out.tbx"], "none.csv: there is no such file"),
        (["glossary.csv", "out.utf8"], "glossary.csv: the list does not tell its languages"),
        (["glossary.csv", "out.utf8", "--source", "uk", "--target", "de"], "the glossary has no column for “de”"),
        (["glossary.csv", "out.utf8", "--source", "ua", "--target", "en"], "Did you mean “uk”"),
        (["-", "out.tbx"], "the name does not tell the format"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(arguments, says):
    done = run(*arguments, exits=2)
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not Path("out.tbx").exists()

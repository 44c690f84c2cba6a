import pytest
from click.testing import CliRunner

from transloc.cli import cli
from transloc.glossary import Status, read
from transloc.glossary.lint import lint

GLOSSARY = 'id;kind;uk;"en";pl;en.forbidden;gender;case;translate;status;note\r\nkyiv;place;"Київ";Kyiv;;Kiev;;;;;"a; b"\r\n'


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "glossary.csv"
    path.write_bytes(b"\xef\xbb\xbf" + GLOSSARY.encode())
    return path


def run(*arguments, exits=0):
    done = CliRunner().invoke(cli, ["glossary", "add", *arguments])
    assert done.exit_code == exits, done.output
    return done


def last(path):
    return path.read_text(encoding="utf-8-sig").splitlines()[-1]


def test_a_person_is_added_and_all_else_keeps_its_bytes(path):
    before = path.read_bytes()
    done = run("Володимир Зеленський", "en=Volodymyr Zelenskyy", "--kind", "person", "--gender", "m")
    assert done.stdout == "glossary.csv:3: zelenskyy: Володимир Зеленський = Volodymyr Zelenskyy\n"
    row = "zelenskyy;person;Володимир Зеленський;Volodymyr Zelenskyy;;;m;auto;yes;approved;\r\n"
    assert path.read_bytes() == before + row.encode()


def test_variants_forbidden_wordings_and_all_settings(path):
    run(
        "uk=Одеса|Одесса",
        "en-GB=Odesa",
        "pl=Odessa",
        "en.forbidden=Odessa",
        "--case",
        "exact",
        "--status",
        "draft",
        "--note",
        "x",
        "--id",
        "o",
    )
    assert last(path) == "o;term;Одеса|Одесса;Odesa;Odessa;Odessa;;exact;yes;draft;x"


def test_what_stays_as_it_is_needs_no_translation(path):
    run("Starlink", "--keep")
    assert last(path) == "starlink;term;Starlink;;;;;auto;no;approved;"


def test_governance_takes_columns_where_there_are_none_and_says_so(path):
    given = ("--owner", "Olena", "--reason", "a", "--source", "https://example.org/", "--valid-from", "2026-12-01", "--speaks", "uk")
    done = run("рада", "en=council", *given)
    assert "5 columns added: speaks, owner, reason, source, valid-from" in done.stderr
    concept = read(path.read_bytes()).glossary.concepts[-1]
    assert (concept.owner, concept.reason, concept.source) == ("Olena", "a", "https://example.org/")
    assert (str(concept.valid_from), concept.speaks, concept.status) == ("2026-12-01", "uk", Status.APPROVED)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("Київ", "en=Kyiv"), "“Київ” stands in line 2 already"),
        (("Київ", "en=Kiew", "--kind", "place"), "“Kyiv” in line 2 and “Kiew” here"),
        (("слово",), "has no term in en, pl"),
        (("en=word",), "the row has no term in uk"),
        (("",), "the row has no term in uk"),
        (("слово", "en=word|word"), "the cell has “word” twice"),
        (("слово", "en=word", "en.forbidden=words"), "“words” is forbidden, and a form of what en allows"),
        (("слово", "en=word", "--id", "kyiv"), "glossary.csv:2: the id “kyiv” is that of a row already"),
        (("слово", f"en={'w' * 1025}"), "has 1,025 bytes"),
    ],
)
def test_what_lint_finds_an_error_in_is_refused_and_nothing_written(path, arguments, says):
    before = path.read_bytes()
    assert says in run(*arguments, exits=1).stderr
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("слово", "de=Wort"), "no column for “de”. It has: uk, en, pl"),
        (("слово", "ua=слово"), "Did you mean “uk”?"),
        (("слово", "en.forbiden=word"), "no column for “en.forbiden”"),
        (("слово", "інше"), 'uk="one|other"'),
        (("слово", "--kind", "town"), "'town' is not one of 'person'"),
        (("слово", "--valid-from", "soon"), "soon"),
        (("слово", "--glossary", "none.csv"), "none.csv: there is no such file"),
        ((), "Missing argument"),
    ],
)
def test_what_cannot_be_meant_ends_with_2_and_nothing_written(path, arguments, says):
    before = path.read_bytes()
    assert says in run(*arguments, exits=2).stderr
    assert path.read_bytes() == before


def test_what_another_program_saves_meanwhile_is_not_lost(path, monkeypatch):
    theirs = path.read_bytes() + "lviv;place;Львів;Lviv\r\n".encode()

    def meanwhile(*given, **more):
        path.write_bytes(theirs)
        return lint(*given, **more)

    monkeypatch.setattr("transloc.cli.glossary.add.lint", meanwhile)
    told = run("слово", "en=word", exits=1).stderr
    assert "glossary.csv: another program has just written the glossary. Nothing was written. Run the command again" in told
    assert path.read_bytes() == theirs


def test_warnings_are_told_and_the_row_is_written(path):
    done = run("слово", "en=Odеsa", "--source", "the style book")
    assert "Warning: the Cyrillic letter “е” stands in the Latin word “Odеsa”" in done.stderr
    assert "Warning: “the style book” is no link" in done.stderr
    assert ";слово;Odеsa;" in last(path)


def test_ids_are_made_of_the_translation_and_stay_apart(path):
    run("Олена Петренко", "en=Olena Petrenko", "--kind", "person")
    run("Ірина Петренко", "en=Iryna Petrenko", "--kind", "person")
    run("воля", "en=will power")
    run("сила волі", "en=will power")
    run("=сума", "--keep")
    names = [concept.id for concept in read(path.read_bytes()).glossary.concepts]
    assert names == ["kyiv", "petrenko", "iryna-petrenko", "will-power", "will-power-2", "suma"]


def test_a_term_that_runs_as_a_formula_is_disarmed(path):
    run("=сума", "--keep")
    assert ";'=сума;" in last(path)


def test_a_glossary_with_an_error_is_told_and_left(path):
    path.write_text("id,uk,en\na,б\n", encoding="utf-8")
    assert "glossary.csv:2: the row has 2 cells" in run("слово", "en=word", exits=2).stderr


def test_the_source_is_the_projects(path):
    path.with_name("transloc.toml").write_text('[project]\nsource = "en"\ntargets = ["uk"]\n', encoding="utf-8")
    run("word", "uk=слово")
    assert last(path).startswith("word;term;слово;word;")

"""What can be wrong with a project or the machine under it: one clear sentence, and nothing changed on the disk."""

import pytest

from fakes.desk import ENGLISH, GLOSSARY, TRAM, as_nobody, snapshot
from transloc.model import State

EVERY = [
    ["add", "articles/tram.md"],
    ["translate", "--offline"],
    ["status"],
    ["confirm", "tram", "--to", "en", "--all", "--by", "Олена"],
    ["export", "tram", "--to", "en"],
    ["sync"],
    ["memory", "search", "трамвай"],
]


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command[0])
def test_a_glossary_that_cannot_be_read(desk, command):
    desk.write("glossary.csv", GLOSSARY + "x,term\n")
    assert "glossary.csv:4: the row has 2 cells, the header 6" in desk.refused(*command)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (GLOSSARY.replace("Lwów", "Lwow").encode("cp1251"), "glossary.csv: this is not UTF-8"),
        (GLOSSARY.encode() + b"tram,term,a,b,,\n", "glossary.csv:4: the id “tram” is already that of line 2"),
        (b"", "glossary.csv"),
    ],
    ids=["cp1251", "same-id", "empty"],
)
def test_what_is_no_glossary(desk, content, words):
    desk.write("glossary.csv", content)
    assert words in desk.refused("status")


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command[0])
def test_settings_that_cannot_be_read(desk, command):
    desk.settings(four_eyes='"yes"')
    assert "transloc.toml:4: “four_eyes” must be true or false" in desk.refused(*command)


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command[0])
def test_a_damaged_database(desk, command):
    desk.write(".transloc/transloc.db", b"this is no database" * 500)
    for name in ("transloc.db-wal", "transloc.db-shm"):
        (desk.root / ".transloc" / name).unlink(missing_ok=True)
    done = desk.run(*command, exits=2)
    assert "this is not a database" in done.stderr
    assert "rebuilt from articles/ and locales/" in done.stderr
    assert desk.read(".transloc/transloc.db") == "this is no database" * 500


def test_a_unit_of_two_million_characters(desk):
    desk.write("articles/long.md", "Так " * 500_000)
    sentence = desk.refused("add", "articles/long.md")
    assert "articles/long.md" in sentence
    assert "characters" in sentence


def test_a_huge_file(desk):
    with (desk.root / "articles" / "huge.md").open("wb") as out:
        out.truncate(65 * 1024 * 1024)
    done = desk.run("add", "articles/huge.md", exits=2)
    assert "articles/huge.md: the file is larger than 64 MiB" in done.stderr


@pytest.mark.needs("setpriv")
@pytest.mark.parametrize("command", [["status"], ["add", "articles/tram.md"], ["sync"]], ids=lambda command: command[0])
def test_a_project_that_an_ordinary_user_may_not_write(desk, command):
    prefix = as_nobody(desk.root)
    desk.write("articles/tram.md", TRAM.replace("480", "490"))
    before = snapshot(desk.root)
    with desk.process(*command, prefix=prefix) as started:
        out, err = started.communicate(timeout=60)
    assert (started.returncode, out) == (2, "")
    assert err.startswith("Error: ")
    assert "permission" in err.lower()
    assert len(err.splitlines()) == 1
    assert snapshot(desk.root) == before


@pytest.mark.needs("setpriv")
def test_a_folder_in_which_no_project_can_be_made(folder):
    prefix = as_nobody(folder.root / "x")
    with folder.process("init", "--to", "en", prefix=prefix) as started:
        _, err = started.communicate(timeout=60)
    assert started.returncode == 2
    assert err.startswith("Error: articles: cannot be made (Permission denied)")
    assert list(folder.root.iterdir()) == []


def test_two_programs_at_once_lose_nothing(desk):
    desk.translated()
    desk.edit(ENGLISH, slug="library")
    commands = [
        ["confirm", "tram", "--to", "en", "--all", "--by", "Олена"],
        ["sync"],
        ["add", "articles/tram.md", "--deadline", "2026-12-01"],
    ]
    started = [desk.process(*command) for command in commands]
    ended = [(process.communicate(timeout=60), process.returncode) for process in started]
    assert all("Traceback" not in err for (_, err), _ in ended), ended
    assert [code for _, code in ended] == [0, 0, 0], ended
    desk.run("sync")
    assert {segment.state for segment in desk.catalog()} == {State.REVIEWED}
    assert {segment.target for segment in desk.catalog()} <= set(ENGLISH.values())
    assert all(segment.target for segment in desk.catalog("library"))


def test_two_programs_that_make_the_same_project_at_once(desk):
    database = desk.root / ".transloc"
    for path in database.iterdir():
        path.unlink()
    database.rmdir()
    started = [desk.process("status", "--format", "json") for _ in range(2)]
    ended = [(*process.communicate(timeout=60), process.returncode) for process in started]
    assert all("Traceback" not in err for _, err, _ in ended), ended
    assert any(code == 0 for *_, code in ended), ended
    assert len(desk.run("status", "--format", "json").stdout.split('"article"')) == 3


def test_programs_speak_utf_8_in_a_pipe_whatever_the_locale(desk):
    with desk.process("status", "library", prefix=("env", "PYTHONUTF8=0", "LC_ALL=C")) as started:
        out, err = started.communicate(timeout=60)
    assert (started.returncode, err) == (0, "")
    assert "Читачі принесли 300 книжок." in out

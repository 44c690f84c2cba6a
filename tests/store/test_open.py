"""Opening a project: made where nothing is, quick where all is there, clear where it cannot be."""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest

import transloc.store
from store.desk import ALICE, BOB, NOON, Desk, article, catalog
from transloc.errors import InputError
from transloc.states import Action


def python(code, **more):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, **more)


def test_the_room_can_be_entered_without_django():
    done = python("import sys, transloc.store; from transloc.store import Store; sys.exit('django' in sys.modules)")
    assert done.returncode == 0, done.stderr


def test_another_django_project_of_the_user_s_does_no_harm(made):
    code = f"import pathlib, transloc.store as s\nprint(s.open(pathlib.Path({str(made)!r})).listing())"
    done = python(code, env={"DJANGO_SETTINGS_MODULE": "shop.settings"})
    assert done.stdout == "()\n", done.stderr


def test_opening_makes_a_folder_that_git_does_not_see(tmp_path):
    with transloc.store.open(tmp_path) as store:
        assert store.listing() == ()
    assert (tmp_path / ".transloc" / "transloc.db").is_file()
    assert (tmp_path / ".transloc" / ".gitignore").read_text() == "*\n"


def test_what_was_written_is_there_the_next_time(store, tmp_path):
    one = article()
    store.add_article(one, [catalog(one)], actor=BOB, at=NOON)
    store.close()
    with transloc.store.open(tmp_path) as again:
        assert again.article("talks") == one


def test_an_acknowledged_write_survives_a_power_cut(store):
    from django.db import connection

    store.listing()
    with connection.cursor() as cursor:
        pragmas = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")]
    assert pragmas == ["wal", 2, 1]


def test_an_open_project_is_opened_without_migrating(made, monkeypatch):
    from transloc.store import tables

    monkeypatch.setattr(tables, "_migrate", lambda: pytest.fail("the tables are up to date"))
    transloc.store.open(made).close()


def test_models_and_migrations_agree(store):
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


#: Makes of the tables those of before 0009, where a segment repeated its catalog's deadline, for a queue that nobody read.
BEFORE_0009 = """
    DROP INDEX store_open;
    ALTER TABLE store_segment ADD COLUMN due datetime NOT NULL DEFAULT '9999-12-31 00:00:00';
    UPDATE store_segment SET due = coalesce((SELECT deadline FROM store_catalog AS c WHERE c.id = catalog_id), due);
    CREATE INDEX store_queue ON store_segment (due, catalog_id, position) WHERE open;
    CREATE INDEX store_queue_of_a_locale ON store_segment (locale, due, catalog_id, position) WHERE open;
    DELETE FROM django_migrations WHERE app = 'store' AND name >= '0009';
"""


def held(path):
    """Return all that a database holds by table, a row by column, and the names of its indexes and triggers."""
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        made = {(row["type"], row["name"]) for row in raw.execute("SELECT type, name FROM sqlite_master")}
        theirs = {"django_migrations", "sqlite_sequence"}  # these count what was migrated
        tables = [name for kind, name in made if kind == "table" and name not in theirs]
        return made, {name: [dict(row) for row in raw.execute(f"SELECT * FROM {name}")] for name in tables}


def test_what_an_earlier_version_wrote_is_all_there_and_is_worked_on(desk, tmp_path):
    first, second, *_ = desk.ids()
    desk.store.add_locale("talks", catalog(article(), "pl"), actor=BOB, at=NOON)
    desk.store.set_deadline("talks", "en", NOON, actor=BOB, at=NOON)
    desk.translate(first, "Talks in Warsaw")
    desk.do(first, Action.CONFIRM)
    desk.store.comment("talks", "en", first, author=ALICE, text="Which talks?", at=NOON)
    desk.store.keep_draft("talks", "en", second, person=ALICE, text="The min", seen=0, at=NOON)
    desk.store.close()
    path = tmp_path / ".transloc/transloc.db"
    before = held(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(BEFORE_0009)
    assert held(path) != before
    with transloc.store.open(tmp_path) as store:
        assert held(path) == before
        assert store.verify() == ""
        assert Desk(store).translate(second, "The ministers met.").target == "The ministers met."


def test_another_project_can_be_opened_in_the_same_process(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    for root in (first, second):
        root.mkdir()
        with transloc.store.open(root) as store:
            store.person(root.name)
    with transloc.store.open(first) as store:
        assert [person.name for person in store.people()] == ["first"]


def test_a_store_never_works_on_another_project(store, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    with transloc.store.open(other) as second:
        with pytest.raises(RuntimeError, match="is closed"):
            store.person("Olena")
        assert second.people() == ()
    with pytest.raises(RuntimeError, match="is closed"):
        second.people()


def test_a_thread_follows_to_the_project_that_is_open(made, tmp_path):
    turns = [threading.Event(), threading.Event()]
    seen = []
    stores = [transloc.store.open(made)]

    def work():
        seen.append(len(stores[0].people()))
        turns[0].set()
        turns[1].wait(20)
        seen.append(len(stores[1].people()))
        stores[1].release()

    thread = threading.Thread(target=work)
    thread.start()
    turns[0].wait(20)
    stores.append(transloc.store.open(tmp_path))
    stores[1].person("Olena")
    turns[1].set()
    thread.join()
    stores[1].close()
    assert seen == [0, 1]


@pytest.fixture
def by_an_ordinary_user(made):
    """Opens a project as somebody without root's rights, and returns what was told."""
    code = (
        "import os, sys, pathlib, transloc.store\n"
        "from transloc.errors import InputError\n"
        "transloc.store.open(pathlib.Path(sys.argv[1])).close()\n"  # what is imported later may be root's alone
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "try: transloc.store.open(pathlib.Path(sys.argv[2]))\n"
        "except InputError as error: print(error)"
    )

    def opened(root):
        for folder in (root, *list(root.parents)[:3]):  # as deep as pytest puts it, a worker's own folder among them
            if os.geteuid() == 0:
                folder.chmod(folder.stat().st_mode | 0o011)
        done = subprocess.run([sys.executable, "-c", code, made, root], capture_output=True, text=True, check=False)
        return done.stdout.strip() or done.stderr

    if os.name == "nt":
        pytest.skip("permissions are another matter here")
    return opened


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(by_an_ordinary_user, tmp_path):
    tmp_path.chmod(0o555)
    folder = tmp_path / ".transloc"
    assert by_an_ordinary_user(tmp_path) == f"{folder}: cannot be made (Permission denied). Check the permissions of the project's folder"
    assert not folder.exists()


@pytest.mark.parametrize("place", [".transloc", ".transloc/transloc.db"])
def test_a_database_that_cannot_be_written_is_told_in_one_sentence(by_an_ordinary_user, tmp_path, place):
    transloc.store.open(tmp_path).close()
    (tmp_path / ".transloc").chmod(0o777)
    (tmp_path / ".transloc/transloc.db").chmod(0o666)
    (tmp_path / place).chmod(0o555 if place == ".transloc" else 0o444)
    sentence = "cannot be written, and the project's database is here. Check the permissions of the project's folder"
    assert by_an_ordinary_user(tmp_path) == f"{tmp_path / place}: {sentence}"


def test_a_file_in_the_folder_s_place_is_told(tmp_path):
    (tmp_path / ".transloc").write_text("")
    with pytest.raises(InputError, match="cannot be made"):
        transloc.store.open(tmp_path)


def test_what_is_no_database_is_told(tmp_path):
    (tmp_path / ".transloc").mkdir()
    (tmp_path / ".transloc/transloc.db").write_bytes(b"no database" * 100)
    with pytest.raises(InputError, match=r"transloc\.db: this is not a database\. Restore a backup"):
        transloc.store.open(tmp_path)


def test_a_database_of_a_newer_version_is_left_alone(store, tmp_path):
    store.close()
    with sqlite3.connect(tmp_path / ".transloc/transloc.db") as raw:
        raw.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_later', '2030-01-01')")
    raw.close()
    with pytest.raises(InputError, match="a newer version of transloc"):
        transloc.store.open(tmp_path)


def test_two_processes_may_make_the_same_database(tmp_path):
    code = f"import pathlib, transloc.store as s\nwith s.open(pathlib.Path({str(tmp_path)!r})) as store: store.person('Olena')"
    both = [subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True) for _ in range(3)]
    assert [(one.communicate()[1], one.returncode) for one in both] == [("", 0)] * 3
    with transloc.store.open(tmp_path) as store:
        assert [person.name for person in store.people()] == ["Olena"]


def test_postgresql_without_its_driver_is_told(tmp_path, monkeypatch):
    from transloc.store import place

    monkeypatch.setenv("DATABASE_URL", "postgresql://desk@db/news")
    monkeypatch.setattr(place, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=r'driver is not installed\. pip install "transloc\[postgres\]"'):
        transloc.store.open(tmp_path)
    assert not (tmp_path / ".transloc").exists()


def test_an_address_is_read_in_full(monkeypatch):
    from transloc.store import place

    monkeypatch.setattr(place, "find_spec", lambda name: object())
    read = place.postgres("postgres://des%6B:p%40ss@db.example:5433/news?sslmode=require")
    assert [read[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == ["news", "desk", "p@ss", "db.example", "5433"]
    assert read["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize(("url", "why"), [("mysql://db/news", "must begin with postgresql://"), ("postgres://db:x/news", "not a number")])
def test_another_address_is_told(tmp_path, monkeypatch, url, why):
    from transloc.store import place

    monkeypatch.setattr(place, "find_spec", lambda name: object())
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(InputError, match=why):
        transloc.store.open(tmp_path)


def test_a_python_without_full_text_search_is_told_so(store):
    from django.db import OperationalError

    with pytest.raises(InputError, match=r"no full-text search \(FTS5\).*Use another Python") as told, store._database.reading():
        raise OperationalError("no such module: fts5")
    assert "transloc.db: " in str(told.value)

"""A small newsroom to try the commands on: two articles, a glossary, and what a person does to it by hand."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner

from transloc import store
from transloc.cli import cli
from transloc.jobs import newsroom as room
from transloc.model import Segment
from transloc.states import Action, Change

TRAM = """\
---
title: Львів купує 12 трамваїв
description: Нові вагони вийдуть на маршрути до 1 вересня.
author: Ірина Дорошенко
---

Міська рада Львова схвалила купівлю 12 трамваїв. Вони коштують 480 млн гривень.

«Ми чекали на це п’ять років», — сказала **Олена Гайдук**.

- Перші вагони прибудуть у травні.
- Решта — до кінця року.
"""

LIBRARY = """\
---
title: У Полтаві відкрили бібліотеку просто неба
---

Бібліотеку відкрили в парку біля театру. Читачі принесли 300 книжок.

Вона працюватиме щодня до жовтня.
"""

GLOSSARY = "id,kind,uk,en,pl,en.forbidden\ntram,term,трамвай,tram,tramwaj,streetcar\nlviv,place,Львів,Lviv,Lwów,Lvov\n"

CONFIG = '[project]\nsource = "uk"\ntargets = ["en"]\n\n[models]\nauto_fetch = false\nfolder = "models"\n'

#: A faultless translation of both articles, by source.
ENGLISH = {
    "Львів купує 12 трамваїв": "Lviv buys 12 trams",
    "Нові вагони вийдуть на маршрути до 1 вересня.": "The new cars will be in service by 1 September.",
    "Ірина Дорошенко": "Iryna Doroshenko",
    "Міська рада Львова схвалила купівлю 12 трамваїв.": "Lviv’s city council has agreed to buy 12 trams.",
    "Вони коштують 480 млн гривень.": "They cost 480 million hryvnias.",
    "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>.": "“We have waited five years for this,” said <1>Olena Haiduk</1>.",
    "Перші вагони прибудуть у травні.": "The first cars will arrive in May.",
    "Решта — до кінця року.": "The rest will come by the end of the year.",
    "У Полтаві відкрили бібліотеку просто неба": "Poltava opens an open-air library",
    "Бібліотеку відкрили в парку біля театру.": "The library opened in the park by the theatre.",
    "Читачі принесли 300 книжок.": "Readers brought 300 books.",
    "Вона працюватиме щодня до жовтня.": "It will be open daily until October.",
}


class Desk:
    """A project in a folder, and a person at its keyboard. The working folder is the project's."""

    def __init__(self, root):
        self.root = root

    def run(self, *arguments, exits=0, typed=""):
        """Run a command as a user types it, with ``typed`` on standard input; its exit status must be ``exits``."""
        done = CliRunner().invoke(cli, [str(argument) for argument in arguments], input=typed)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert done.exit_code == exits, done.output
        return done

    def refused(self, *arguments):
        """Run a command that must end with 2, one sentence, and nothing changed on the disk; return the sentence."""
        before = snapshot(self.root)
        done = self.run(*arguments, exits=2)
        assert snapshot(self.root) == before
        assert done.stdout == ""
        sentence = done.stderr.removeprefix("Error: ").strip()
        assert "\n" not in sentence
        return sentence

    def process(self, *arguments, prefix=()):
        """Start a command as a program of its own."""
        command = [*prefix, sys.executable, "-m", "transloc", *map(str, arguments)]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
        return subprocess.Popen(command, cwd=self.root, text=True, encoding="utf-8", **pipes)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return name

    def read(self, name):
        return (self.root / name).read_text(encoding="utf-8")

    def settings(self, **project):
        """Write transloc.toml anew with these keys beside the usual ones."""
        lines = "".join(f"{key} = {value}\n" for key, value in {"targets": '["en"]', **project}.items())
        self.write("transloc.toml", CONFIG.replace('targets = ["en"]\n', lines))

    def po(self, slug="tram", locale="en"):
        return self.root / "locales" / locale / f"{slug}.po"

    def entries(self, slug="tram", locale="en"):
        """Return the entries of a PO file by their source, as polib reads them."""
        return {entry.msgid: entry for entry in polib.pofile(str(self.po(slug, locale)))}

    def edit(self, targets, *, slug="tram", locale="en", fuzzy=True):
        """Translate in the PO file, with a tool that knows nothing of transloc; ``fuzzy``: not yet vouched for."""
        file = polib.pofile(str(self.po(slug, locale)), wrapwidth=0)
        for entry in file:
            if entry.msgid in targets:
                entry.msgstr = targets[entry.msgid]
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"] + (["fuzzy"] if fuzzy else [])
        file.save()

    def translated(self, targets=None, *, slug="tram", locale="en", fuzzy=True):
        """Have the article's drafts in the database."""
        self.edit(ENGLISH | (targets or {}), slug=slug, locale=locale, fuzzy=fuzzy)
        self.run("sync")

    def reviewed(self, slug="tram", locale="en"):
        self.translated(slug=slug, locale=locale)
        self.run("confirm", slug, "--to", locale, "--all", "--by", "Олена")

    @contextmanager
    def newsroom(self):
        with room.opened() as opened:
            yield opened

    def catalog(self, slug="tram", locale="en"):
        with self.newsroom() as newsroom:
            return newsroom.store.catalog(slug, locale)

    def segment(self, source, slug="tram", locale="en"):
        return next(segment for segment in self.catalog(slug, locale) if segment.source == source)

    def change(self, source, action, *, by="Олена", slug="tram", locale="en", **values):
        """Do to a segment what the desk in the browser does; the PO file is not told. ``by`` None: the owner, an editor."""
        with self.newsroom() as newsroom:
            segment = next(one for one in newsroom.store.catalog(slug, locale) if one.source == source)
            actor = newsroom.owner() if by is None else newsroom.store.person(by)
            change = Change(action=action, at=room.now(), actor=actor, **values)
            newsroom.store.change(slug, locale, segment.id, seen=segment.revision, change=change, rules=newsroom.rules(locale))

    def add_unit(self, source, text, *, slug="tram", locale="en"):
        """Put a note for foreign readers behind the paragraph that ``source`` is in."""
        with self.newsroom() as newsroom:
            after = next(one for one in newsroom.store.catalog(slug, locale) if one.source == source).unit
            change = Change(action=Action.ADD, at=room.now(), actor=newsroom.store.person("Олена"), target=text)
            newsroom.store.add(slug, locale, Segment(id="", source="", after=after), change=change, rules=newsroom.rules(locale))


def clone(desk, *, without=()):
    """Return the project as a colleague has it who cloned it: no database."""
    root = desk.root.parent / "clone"
    shutil.copytree(desk.root, root, ignore=shutil.ignore_patterns(".transloc", *without))
    return Desk(root)


def snapshot(root):
    """Return every file below ``root`` with its bytes, and what the database says."""
    files = (path for path in sorted(root.rglob("*")) if ".transloc" not in path.parts and path.is_file())
    found = {str(path.relative_to(root)): path.read_bytes() for path in files}
    database = root / ".transloc" / "transloc.db"
    return {**found, "database": rows(database) if database.exists() else None}


def rows(database):
    """Return every row of an SQLite database as SQL."""
    with closing(sqlite3.connect(database)) as connection:
        return [line for line in connection.iterdump() if line.startswith("INSERT INTO")]


def plain(text):
    """Return ``text`` with runs of white space as one space: what a table says, however wide it is."""
    return re.sub(r"\s+", " ", text)


def furnish(root):
    """Write the files of the small newsroom, not yet added."""
    (root / "articles").mkdir(parents=True)
    desk = Desk(root)
    desk.settings()
    desk.write("glossary.csv", GLOSSARY)
    desk.write("articles/tram.md", TRAM)
    desk.write("articles/library.md", LIBRARY)


def _alone(monkeypatch, root):
    for name in ("DATABASE_URL", "DEEPL_AUTH_KEY", "DEEPL_SERVER_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(root)


@pytest.fixture(scope="session")
def tables(tmp_path_factory):
    """A folder with an empty database: making its tables for every test would take most of the time."""
    root = tmp_path_factory.mktemp("tables")
    with pytest.MonkeyPatch.context() as patch:
        _alone(patch, root)
        store.open(root).close()
    return root


@pytest.fixture(scope="session")
def furnished(tables, tmp_path_factory):
    """A newsroom whose articles are added: made once, copied for every test."""
    root = tmp_path_factory.mktemp("furnished") / "desk"
    furnish(root)
    shutil.copytree(tables / ".transloc", root / ".transloc")
    with pytest.MonkeyPatch.context() as patch:
        _alone(patch, root)
        Desk(root).run("add", "articles/tram.md", "articles/library.md")
    return root


@pytest.fixture
def desk(furnished, tmp_path, monkeypatch):
    """The small newsroom with its two articles added, as the working folder."""
    root = tmp_path / "desk"
    shutil.copytree(furnished, root)
    _alone(monkeypatch, root)
    return Desk(root)


@pytest.fixture
def empty(tables, tmp_path, monkeypatch):
    """A project without articles."""
    root = tmp_path / "empty"
    furnish(root)
    for path in (root / "articles").iterdir():
        path.unlink()
    shutil.copytree(tables / ".transloc", root / ".transloc")
    _alone(monkeypatch, root)
    return Desk(root)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder without a project."""
    _alone(monkeypatch, tmp_path)
    return Desk(tmp_path)


def as_nobody(folder: Path):
    """Return what to write before a command so that an ordinary user runs it, who may read ``folder`` and write nothing."""
    if os.geteuid() != 0:
        pytest.skip("only root can become an ordinary user")
    for parent in folder.parents:
        if parent.stat().st_uid == 0 and parent != parent.parent:
            parent.chmod(parent.stat().st_mode | 0o055)
    return ("setpriv", "--reuid=65534", "--clear-groups")

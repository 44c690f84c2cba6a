"""A newsroom on disk with long articles, ways to have them drafted by the fake DeepL, and to see what is committed."""

import itertools
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

import transloc
from transloc import project, store
from transloc.engines import choose, patience
from transloc.engines.deepl import DeepL
from transloc.jobs import intake, mirror, sending
from transloc.jobs import translate as job
from transloc.jobs.newsroom import Newsroom, read_glossary

_WHO = ("Міністр", "Посол", "Суддя", "Мер", "Лікар", "Учитель", "Тренер", "Голова", "Пілот", "Кухар")
_DID = ("назвав", "відкрив", "перевірив", "обговорив", "затвердив")
_WHAT = ("план", "звіт", "бюджет", "закон", "договір", "кордон", "музей", "міст", "парк", "шпиталь")


#: Texts of one request: in the program two are under way at once.
SIZE = sending.UNDER_WAY // DeepL.abilities.parallel


def sentences(count: int) -> list[str]:
    """Return so many different sentences, at most 500."""
    return [f"{who} {did} {what}." for who, did, what in itertools.islice(itertools.product(_WHO, _DID, _WHAT), count)]


def furnish(root: Path, tables: Path, articles: dict[str, list[str]], *, targets: tuple[str, ...] = ("en",), settings: str = "") -> Path:
    """Make a project whose articles have a sentence a paragraph; ``settings`` are lines of transloc.toml.

    ``tables`` is a folder with an empty database: making its tables takes longer than all else.
    """
    tags = ", ".join(f'"{tag}"' for tag in targets)
    (root / "articles").mkdir(parents=True)
    shutil.copytree(tables / ".transloc", root / ".transloc")
    (root / "transloc.toml").write_text(f'[project]\nsource = "uk"\ntargets = [{tags}]\n{settings}', encoding="utf-8")
    for slug, said in articles.items():
        (root / "articles" / f"{slug}.md").write_text("\n\n".join(said) + "\n", encoding="utf-8")
    with open_newsroom(root) as newsroom:
        for slug in articles:
            intake.add(newsroom, root / "articles" / f"{slug}.md", targets)
            for tag in targets:
                mirror.mirror(newsroom, slug, tag)
    return root


@contextmanager
def open_newsroom(root: Path) -> Iterator[Newsroom]:
    settings = project.load(root)
    with store.open(settings.root) as database:
        yield Newsroom(settings, database, read_glossary(settings))


def prepared(newsroom: Newsroom, *slugs: str, locale: str | None = None, engine: str | None = None, offline: bool = False) -> list[job.Run]:
    return job.prepare(newsroom, slugs, locale, engine=engine, offline=offline, tell=lambda _: None)


def quiet(done: int, said: str) -> None:
    """Show no progress."""


def translate(newsroom: Newsroom, *slugs: str, advance: job.Advance = quiet, **words) -> dict[tuple[str, str], job.Report]:
    """Draft the articles, and return the reports by slug and locale."""
    runs = prepared(newsroom, *slugs, **words)
    try:
        return {(run.slug, run.locale): report for run, report in job.draft(newsroom, runs, advance)}
    finally:
        job.close(runs)


def rows(root: Path, query: str) -> list[tuple]:
    """Ask the database from outside: only what is committed is seen."""
    with closing(sqlite3.connect(root / ".transloc" / "transloc.db")) as database:
        return database.execute(query).fetchall()


def drafted(root: Path) -> dict[str, str]:
    """Return what is committed: source → target of every drafted segment."""
    return dict(rows(root, "SELECT source, target FROM store_segment WHERE state = 'translated'"))


def use(url: str, monkeypatch: pytest.MonkeyPatch, *, seconds: float = 5.0) -> None:
    """Lead this process to the DeepL at ``url``: no waits between tries, ``seconds`` for an answer, one request after the other."""
    for name, value in environment(url).items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(patience, "sleep", lambda seconds: None)
    monkeypatch.setattr(choose, "DeepL", partial(DeepL, timeout=seconds))
    monkeypatch.setattr(DeepL, "abilities", replace(DeepL.abilities, parallel=1))
    monkeypatch.setattr(sending, "UNDER_WAY", SIZE)


def environment(url: str) -> dict[str, str]:
    """Return what a program is started with, so that it runs the code under test, and the DeepL it reaches is the one at ``url``."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    code = os.pathsep.join(str(Path(file).parents[1]) for file in (__file__, transloc.__file__))
    return kept | {"DEEPL_AUTH_KEY": "secret", "DEEPL_SERVER_URL": url, "PYTHONPATH": code}

import shutil

import pytest

import transloc.store
from store.desk import BOB, NOON, Desk, article, catalog


@pytest.fixture(autouse=True)
def _sqlite(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """An empty project whose tables are made: making them for every test would take most of the time."""
    root = tmp_path_factory.mktemp("made")
    transloc.store.open(root).close()
    return root


@pytest.fixture
def store(made, tmp_path):
    shutil.copytree(made / ".transloc", tmp_path / ".transloc")
    with transloc.store.open(tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(store):
    one = article()
    store.add_article(one, [catalog(one)], actor=BOB, at=NOON)
    return Desk(store)

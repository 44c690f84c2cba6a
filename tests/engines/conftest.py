import threading
from pathlib import Path

import pytest

from fakes.deepl_server import FakeDeepL, spell
from transloc.engines.deepl import DeepL
from transloc.engines.firefox import Firefox


@pytest.fixture(autouse=True)
def no_waiting_between_tries(monkeypatch):
    """The library waits seconds between its tries; how often it tries stays as it is."""
    from deepl.http_client import _BackoffTimer

    monkeypatch.setattr(_BackoffTimer, "BACKOFF_INITIAL", 0.001)
    monkeypatch.setattr(_BackoffTimer, "BACKOFF_MAX", 0.005)


@pytest.fixture
def fake():
    with FakeDeepL() as server:
        yield server


@pytest.fixture
def deepl(fake):
    engine = DeepL("secret", server=fake.url, timeout=5)
    yield engine
    engine.close()


class StandIn:
    """What a loaded Firefox model does, without weights: it keeps placeholders and knows which thread made it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.thread = threading.get_ident()
        self.asked: list[str] = []
        self.long: list[str] = []

    def translate(self, text: str) -> str:
        assert threading.get_ident() == self.thread
        self.asked.append(text)
        return spell(text)

    def translate_long(self, text: str) -> str:
        self.long.append(text)
        return spell(text)


@pytest.fixture
def models(tmp_path):
    def add(*pairs: str) -> Path:
        for pair in pairs:
            folder = tmp_path / "models" / pair
            folder.mkdir(parents=True)
            (folder / f"model.{pair.replace('-', '')}.intgemm.alphas.bin").write_bytes(b"weights")
        return tmp_path / "models"

    return add


@pytest.fixture
def firefox(models):
    engine = Firefox(models("uk-en"), loader=StandIn)
    yield engine
    engine.close()

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from fakes import tiny_firefox, tiny_model
from fakes.deepl_server import FakeDeepL, spell
from fakes.llm_server import FakeLlm
from transloc.engines import patience, plugins
from transloc.engines.ctranslate import CTranslate2
from transloc.engines.ctranslate.engine import _Loaded as loaded
from transloc.engines.deepl import DeepL
from transloc.engines.engine import Engine
from transloc.engines.firefox import Firefox, load
from transloc.engines.llm import Llm
from transloc.engines.wishes import Wishes

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "engines.md"
LETTERS = {letter: spell(letter) for letter in "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ"}


@dataclass(frozen=True)
class Stand:
    """An engine on trial: ``sent`` counts what reached its model, ``other`` has other settings, ``fail`` spoils the next answer."""

    engine: Engine
    other: Engine
    sent: Callable[[], int]
    fail: Callable[[], None]


@pytest.fixture(autouse=True)
def pauses(monkeypatch):
    """Pauses between tries are noted, not waited for; how often it is tried stays as it is."""
    pauses: list[float] = []
    monkeypatch.setattr(patience, "sleep", pauses.append)
    return pauses


@pytest.fixture
def fake():
    with FakeDeepL() as server:
        yield server


@pytest.fixture
def deepl(fake):
    engine = DeepL("secret", server=fake.url, timeout=5)
    yield engine
    engine.close()


@pytest.fixture
def deepl_stand(deepl, fake):
    other = DeepL("secret", server=fake.url, model_type="latency_optimized")
    return Stand(deepl, other, lambda: len(fake.requests), lambda: fake.fail("garbage"))


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


class Panic(BaseException):
    """As native code raises it: no Exception."""


@pytest.fixture(scope="session")
def weights(tmp_path_factory):
    """Return a folder with a real Firefox model for uk-en, made once."""
    return tiny_firefox.lay_out(tmp_path_factory.mktemp("firefox") / "uk-en").parent


@pytest.fixture
def firefox_stand(weights, models):
    asked: list[str] = []
    broken: list[bool] = []

    class Watched:
        def __init__(self, folder: Path) -> None:
            self.model = load(folder)

        def translate(self, text: str) -> str:
            asked.append(text)
            if broken:
                broken.clear()
                raise Panic("index out of bounds")
            return self.model.translate(text)

        def translate_long(self, text: str) -> str:
            return self.model.translate_long(text)

    engine = Firefox(weights, loader=Watched)
    yield Stand(engine, Firefox(models("uk-en")), lambda: len(asked), lambda: broken.append(True))
    engine.close()


@pytest.fixture(scope="session")
def tiny(tmp_path_factory):
    """Return a folder with a model of each kind, made once."""
    place = tmp_path_factory.mktemp("ct2")
    tiny_model.opus(place / "opus-mt-uk-en")
    tiny_model.nllb(place / "nllb")
    tiny_model.argos(place / "translate-uk_en-1_0.argosmodel")
    return place


def ctranslate2_stand(place, other, monkeypatch):
    asked, broken = [], []
    say = loaded.translate

    def watched(self, texts, source, target):
        asked.extend(texts)
        if broken:
            broken.clear()
            raise RuntimeError("index out of bounds")
        return say(self, texts, source, target)

    monkeypatch.setattr(loaded, "translate", watched)
    engine = CTranslate2(place, "uk", "en-GB")
    return Stand(engine, CTranslate2(other, "uk", "en-GB"), lambda: len(asked), lambda: broken.append(True))


@pytest.fixture
def opus_stand(tiny, monkeypatch):
    return ctranslate2_stand(tiny / "opus-mt-uk-en", tiny / "nllb", monkeypatch)


@pytest.fixture
def nllb_stand(tiny, monkeypatch):
    return ctranslate2_stand(tiny / "nllb", tiny / "opus-mt-uk-en", monkeypatch)


@pytest.fixture
def argos_stand(tiny, monkeypatch):
    return ctranslate2_stand(tiny / "translate-uk_en-1_0.argosmodel", tiny / "nllb", monkeypatch)


@pytest.fixture
def fake_llm():
    with FakeLlm() as server:
        yield server


@pytest.fixture
def llm(fake_llm):
    engine = Llm(fake_llm.url, "tiny", timeout=5)
    yield engine
    engine.close()


@pytest.fixture
def paid_llm_stand(fake_llm):
    engine = Llm(fake_llm.url, "tiny", local=False)
    yield Stand(engine, Llm(fake_llm.url, "tiny", formality="more"), lambda: len(fake_llm.requests), lambda: fake_llm.fail("garbage"))
    engine.close()


@pytest.fixture
def llm_stand(llm, fake_llm):
    return Stand(llm, Llm(fake_llm.url, "other"), lambda: len(fake_llm.requests), lambda: fake_llm.fail("garbage"))


@pytest.fixture
def example(tmp_path, monkeypatch):
    """Install the engine that the how-to describes, as a distribution of its own; returns the folder that holds it."""
    written = HOW_TO.read_text(encoding="utf-8").partition("## Write one of your own")[2]
    code, entry = re.findall(r"```(?:python|toml)\n(.*?)```", written, re.DOTALL)[:2]
    home = tmp_path / "site"
    info = home / "transloc_latin-1.0.dist-info"
    info.mkdir(parents=True)
    (home / "transloc_latin.py").write_text(code, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: transloc-latin\nVersion: 1.0\n", encoding="utf-8")
    name, target = re.search(r'^(\w+) = "(.*)"$', entry, re.MULTILINE).groups()
    (info / "entry_points.txt").write_text(f"[transloc.engines]\n{name} = {target}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(home)
    monkeypatch.delitem(__import__("sys").modules, "transloc_latin", raising=False)
    return home


def latin(letters):
    return plugins.make("latin", Wishes(source="uk", target="en", environ={}, settings={"latin": {"letters": letters}}))


@pytest.fixture
def example_stand(example, monkeypatch):
    engine, other = latin(LETTERS), latin({"а": "a"})
    asked, broken = [], []

    class Watched(dict):
        def __getitem__(self, letter):
            asked.append(letter)
            if broken:
                broken.clear()
                raise ValueError("index out of bounds")
            return super().__getitem__(letter)

    engine.engine.letters = Watched(engine.engine.letters)
    return Stand(engine, other, lambda: len(asked), lambda: broken.append(True))

import http.server
import threading
from contextlib import contextmanager

import pytest

from transloc.engines.engine import EngineBusy, Request
from transloc.engines.firefox import Firefox, default_models, load, route
from transloc.engines.firefox import models as room
from transloc.engines.firefox.models import fetch
from transloc.engines.protection import LOST
from transloc.errors import EngineError


def ask(*texts, source="uk", target="en-GB"):
    return Request(texts=texts, source=source, target=target)


class Model:
    """A stand-in for a loaded model, which marks what it did."""

    def __init__(self, mark=""):
        self.mark = mark

    def translate(self, text):
        return f"{self.mark}{text}"

    def translate_long(self, text):
        return f"long:{text}"


# -- which model


def test_a_locale_finds_the_model_of_its_language(models):
    folder = models("uk-en")
    assert route(folder, "uk", "en-GB") == (folder / "uk-en",)
    assert route(folder, "uk", "pl") == ()


def test_an_empty_folder_is_no_model(models, tmp_path):
    (tmp_path / "models" / "uk-en").mkdir(parents=True)
    assert route(tmp_path / "models", "uk", "en") == ()
    assert route(tmp_path / "nowhere", "uk", "en") == ()


def test_without_a_direct_model_the_way_leads_through_english(models):
    folder = models("uk-en", "en-pl")
    engine = Firefox(folder, loader=lambda path: Model(f"{path.name}:"))
    assert engine.translate(ask("Рада", target="pl")).texts == ("en-pl:uk-en:Рада",)
    engine.close()


def test_a_direct_model_is_preferred(models):
    folder = models("uk-en", "en-pl", "uk-pl")
    assert route(folder, "uk", "pl") == (folder / "uk-pl",)


def test_a_model_is_loaded_once_and_again_after_close(models):
    loaded = []
    engine = Firefox(models("uk-en"), loader=lambda path: loaded.append(path) or Model())
    engine.translate(ask("Рада"))
    engine.translate(ask("Уряд"))
    assert len(loaded) == 1
    engine.close()
    engine.translate(ask("Рада"))
    assert len(loaded) == 2
    engine.close()


# -- how it is asked


def test_a_long_text_is_cut_into_sentences_rather_than_silently_short(models):
    engine = Firefox(models("uk-en"), loader=lambda _: Model())
    long = "Речення. " * 60
    assert engine.translate(ask("Рада.", long.strip())).texts == ("Рада.", f"long:{long.strip()}")
    engine.close()


def test_lost_placeholders_leave_the_words_and_a_note(models):
    class Forgetful(Model):
        def translate(self, text):
            return text.replace("[[1]]", "")

    engine = Firefox(models("uk-en"), loader=lambda _: Forgetful())
    answer = engine.translate(ask("Без кодів", "Рада <1>тут</1>."))
    assert answer.texts == ("Без кодів", "Рада тут.")
    assert [(note.message, note.index) for note in answer.notes] == [(LOST, 1)]
    engine.close()


class Panic(BaseException):
    """As native code raises it: no Exception."""


@pytest.mark.parametrize("trouble", [ValueError("bad input"), Panic("index out of bounds")])
def test_a_failing_model_is_told_and_the_engine_lives_on(models, trouble):
    class Failing(Model):
        def translate(self, text):
            if text == "зле":
                raise trouble
            return text

    engine = Firefox(models("uk-en"), loader=lambda _: Failing())
    with pytest.raises(EngineError, match="the Firefox model failed"):
        engine.translate(ask("зле"))
    assert engine.translate(ask("добре")).texts == ("добре",)
    engine.close()


# -- files that are no model (the library itself reads them)


@pytest.mark.parametrize("files", [{}, {"vocab.uken.spm": b"words"}, {"srcvocab.uken.spm": b"s", "trgvocab.uken.spm": b"t"}])
def test_files_that_are_no_model_are_told_with_their_folder(models, files):
    folder = models("uk-en")
    for name, data in files.items():
        (folder / "uk-en" / name).write_bytes(data)
    engine = Firefox(folder)
    with pytest.raises(EngineError, match="cannot be used") as caught:
        engine.translate(ask("Рада"))
    assert str(folder / "uk-en") in str(caught.value)
    engine.close()


def test_an_incomplete_folder_says_what_is_missing(models):
    with pytest.raises(EngineError, match="vocabulary is missing"):
        load(models("uk-en") / "uk-en")


# -- fetching


def test_a_missing_model_is_fetched_once_with_a_word_about_it(models, tmp_path):
    said, fetched = [], []

    def fetcher(source, target, folder):
        fetched.append((source, target))
        models(f"{source}-{target}")

    engine = Firefox(tmp_path / "models", may_fetch=True, tell=said.append, loader=lambda _: Model(), fetcher=fetcher)
    engine.translate(ask("Рада"))
    engine.translate(ask("Рада"))
    assert fetched == [("uk", "en")]
    assert len(said) == 1
    assert "17 MB" in said[0]
    engine.close()


def test_a_missing_model_that_may_not_be_fetched_says_what_to_do(tmp_path):
    def never(*_):
        raise AssertionError("it asked the network")

    engine = Firefox(tmp_path, fetcher=never)
    with pytest.raises(EngineError, match="not on this machine") as caught:
        engine.translate(ask("Рада"))
    assert str(tmp_path / "uk-en") in str(caught.value)
    assert "DEEPL_AUTH_KEY" in str(caught.value)
    engine.close()


@contextmanager
def records_server(monkeypatch, body=b'{"data": []}', *, hang=False):
    """Serve the list of models in place of Mozilla's; the library reads the variable at each call."""
    stop = threading.Event()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            if hang:
                stop.wait(20)
                return
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", f"http://127.0.0.1:{server.server_port}/records")
    try:
        yield
    finally:
        stop.set()
        server.shutdown()
        server.server_close()


def test_a_pair_without_a_model_is_told(monkeypatch, tmp_path):
    with records_server(monkeypatch), pytest.raises(EngineError, match="there is no Firefox model from uk to en"):
        fetch("uk", "en", tmp_path)


def test_a_list_that_is_none_is_told(monkeypatch, tmp_path):
    with records_server(monkeypatch, b"<html>log in</html>"), pytest.raises(EngineError):
        fetch("uk", "en", tmp_path)


def test_a_server_that_never_answers_is_left_after_a_while(monkeypatch, tmp_path):
    monkeypatch.setattr(room, "_LIST_SECONDS", 0.1)
    with records_server(monkeypatch, hang=True), pytest.raises(EngineBusy, match="cannot be reached"):
        fetch("uk", "en", tmp_path)


def test_a_server_that_is_not_there_is_told_with_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", "http://127.0.0.1:1/records")
    engine = Firefox(tmp_path, may_fetch=True)
    with pytest.raises(EngineBusy, match="Put its files into"):
        engine.translate(ask("Рада"))
    engine.close()


def test_the_platform_has_a_folder_for_models():
    assert default_models().is_absolute()

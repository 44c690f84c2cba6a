import subprocess
import sys

import pytest

from fakes.llm_server import FakeLlm
from transloc.engines.choose import choose
from transloc.engines.wishes import Wishes
from transloc.errors import EngineError, InputError

KEY = {"DEEPL_AUTH_KEY": "secret:fx"}


@pytest.fixture
def wishes(tmp_path):
    def make(environ=None, **more):
        return Wishes(**{"source": "uk", "target": "en-GB", "environ": environ or {}, "models": tmp_path / "models", **more})

    return make


def chosen(name, wishes):
    choice = choose(name, wishes)
    return choice.engine and choice.engine.name, choice.why


def test_with_a_key_auto_means_deepl(wishes):
    name, why = chosen("auto", wishes(KEY))
    assert name == "deepl"
    assert "DEEPL_AUTH_KEY is set" in why


@pytest.mark.parametrize("environ", [{}, {"DEEPL_AUTH_KEY": ""}, {"DEEPL_AUTH_KEY": "  "}])
def test_without_a_key_auto_means_firefox(wishes, models, environ):
    models("uk-en")
    name, why = chosen("auto", wishes(environ))
    assert name == "firefox"
    assert "on this machine" in why


def test_without_key_and_model_auto_fetches_one(wishes):
    name, why = chosen("auto", wishes())
    assert name == "firefox"
    assert "fetched on first use" in why


@pytest.mark.parametrize(
    ("more", "reason"),
    [({"offline": True}, "--offline"), ({"external": False}, "may not leave this machine"), ({"auto_fetch": False}, "auto_fetch is off")],
)
def test_where_nothing_may_be_fetched_there_is_no_engine_and_a_way_out(wishes, tmp_path, more, reason):
    name, why = chosen("auto", wishes(**more))
    assert name is None
    assert reason in why
    assert str(tmp_path / "models") in why
    assert "memory and people" in why


@pytest.mark.parametrize("more", [{"offline": True}, {"external": False}])
def test_a_text_that_may_not_leave_stays_here_even_with_a_key(wishes, models, more):
    models("uk-en")
    assert chosen("auto", wishes(KEY, **more))[0] == "firefox"


@pytest.mark.parametrize(("more", "words"), [({"offline": True}, "--offline"), ({"external": False}, "external = false")])
def test_deepl_by_name_is_refused_where_the_text_may_not_leave(wishes, more, words):
    with pytest.raises(InputError, match=words):
        choose("deepl", wishes(KEY, **more))


def test_deepl_by_name_without_a_key_says_where_to_get_one(wishes):
    with pytest.raises(InputError, match="DEEPL_AUTH_KEY") as caught:
        choose("deepl", wishes())
    assert "https://www.deepl.com/" in str(caught.value)


@pytest.mark.parametrize("more", [{"offline": True}, {"external": False}, {"auto_fetch": False}])
def test_firefox_by_name_asks_no_network_where_it_may_not(wishes, monkeypatch, more):
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", "http://127.0.0.1:1/records")
    engine = choose("firefox", wishes(**more)).engine
    with pytest.raises(EngineError, match="not on this machine"):
        engine.translate(_request())
    engine.close()


def _request():
    from transloc.engines.engine import Request

    return Request(texts=("Рада",), source="uk", target="en-GB")


def test_the_model_type_of_the_settings_is_used(wishes, fake):
    engine = choose("deepl", wishes({**KEY, "DEEPL_SERVER_URL": fake.url}, settings={"deepl": {"model_type": "quality_optimized"}})).engine
    engine.translate(_request())
    assert fake.requests[0]["model_type"] == "quality_optimized"
    engine.close()


def test_the_server_of_the_environment_is_used(wishes, fake):
    engine = choose("auto", wishes({**KEY, "DEEPL_SERVER_URL": fake.url}, formality="more")).engine
    assert engine.translate(_request()).texts == ("Rada",)
    assert fake.requests[0]["formality"] == "prefer_more"
    engine.close()


@pytest.mark.parametrize(
    ("name", "hint"),
    [("deppl", "Did you mean “deepl”?"), ("google", "Engines: auto, deepl, firefox, ctranslate2, llm"), ("fake", "Engines:")],
)
def test_an_unknown_engine_is_named_with_those_there_are(wishes, name, hint):
    with pytest.raises(InputError, match=f"“{name}”") as caught:
        choose(name, wishes())
    assert hint in str(caught.value)


# -- a model of CTranslate2


def test_a_model_of_ctranslate2_is_where_the_settings_say_and_stays_on_this_machine(wishes, tiny):
    table = {"ctranslate2": {"model": tiny / "opus-mt-uk-en"}}
    choice = choose("ctranslate2", wishes(settings=table, external=False, offline=True))
    assert choice.engine.translate(_request()).texts == ("Rada",)
    choice.engine.close()


def test_without_a_model_ctranslate2_says_what_to_write(wishes):
    with pytest.raises(InputError, match=r"needs a model. Write into transloc.toml, under \[engine.ctranslate2\]: model = "):
        choose("ctranslate2", wishes())


def test_a_place_without_a_model_for_the_pair_is_told_at_once(wishes, tiny):
    with pytest.raises(InputError, match="opus-mt-uk-en has no model for CTranslate2 from uk to ja"):
        choose("ctranslate2", wishes(target="ja", settings={"ctranslate2": {"model": tiny / "opus-mt-uk-en"}}))


# -- a language model


def model(server, **more):
    return {"settings": {"llm": {"server": server, "model": "tiny", **more}}}


def test_a_language_model_has_its_address_and_model_from_the_settings_and_its_key_from_the_environment(wishes):
    with FakeLlm(key="secret") as fake:
        engine = choose("llm", wishes({"TRANSLOC_LLM_KEY": "secret"}, formality="more", **model(fake.url))).engine
        assert engine.translate(_request()).texts == ("Rada",)
        assert fake.requests[0]["model"] == "tiny"
        assert "formally" in fake.requests[0]["messages"][0]["content"]
        engine.close()


@pytest.mark.parametrize("key", ["server", "model"])
def test_a_language_model_without_its_settings_says_what_to_write(wishes, key):
    table = {"server": "http://127.0.0.1:1/v1", "model": "tiny"}
    del table[key]
    with pytest.raises(InputError, match=rf"needs a {key}. Write into transloc.toml, under \[engine.llm\]: {key} = "):
        choose("llm", wishes(settings={"llm": table}))


@pytest.mark.parametrize("more", [{"external": False}, {"offline": True}])
def test_what_may_not_leave_may_go_to_a_model_on_this_machine_and_to_no_other(wishes, more):
    assert choose("llm", wishes(**more, **model("http://127.0.0.1:1/v1"))).engine.abilities.local
    for table in (model("https://example.org/v1"), model("http://127.0.0.1:1/v1", local=False)):
        with pytest.raises(InputError, match="the language model would send the text away"):
            choose("llm", wishes(**more, **table))


def test_settings_for_an_engine_that_there_is_not_are_told(wishes):
    with pytest.raises(InputError, match="settings for the engine “lllm”, and there is none"):
        choose("auto", wishes(settings={"lllm": {}}))


def test_choosing_loads_no_vendor_that_is_not_chosen():
    code = (
        "import sys; from transloc.engines.choose import choose; from transloc.engines.wishes import Wishes; from pathlib import Path;"
        "choose('firefox', Wishes(source='uk', target='en', environ={}, models=Path('.')));"
        "print([name in sys.modules for name in ('deepl', 'fxtranslate', 'requests', 'ctranslate2', 'sentencepiece')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "True" not in done.stdout

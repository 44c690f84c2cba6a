import json
import shutil
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from fakes import tiny_model
from transloc.engines.ctranslate import CTranslate2
from transloc.engines.ctranslate import engine as room
from transloc.engines.ctranslate.models import Kind, flores, opus, route
from transloc.engines.engine import Health, Request
from transloc.errors import EngineError


def ask(*texts, source="uk", target="en-GB"):
    return Request(texts=texts, source=source, target=target)


def said(place, *texts, **more):
    engine = CTranslate2(place, "uk", "en-GB")
    try:
        return engine.translate(ask(*texts, **more)).texts
    finally:
        engine.close()


# -- which files are a model


def kinds(found):
    return [(model.kind, model.source, model.target) for model in found]


def test_models_are_known_by_their_files(tiny):
    assert kinds(route(tiny / "opus-mt-uk-en", "uk", "en-GB")) == [(Kind.OPUS, "uk", "en")]
    assert kinds(route(tiny / "nllb", "uk", "en-GB")) == [(Kind.NLLB, "", "")]
    assert kinds(route(tiny / "translate-uk_en-1_0.argosmodel", "uk", "en-GB")) == [(Kind.ARGOS, "uk", "en")]


def test_in_a_folder_of_models_the_one_for_the_pair_is_found(tiny):
    assert [model.place.name for model in route(tiny, "uk", "pl")] == ["nllb"]
    assert kinds(route(tiny, "uk", "en")) == [(Kind.NLLB, "", "")]


def test_one_for_another_pair_does_not_lead_there(tiny):
    assert route(tiny / "opus-mt-uk-en", "pl", "en") == ()
    assert route(tiny / "translate-uk_en-1_0.argosmodel", "uk", "de") == ()
    assert route(tiny / "nllb", "uk", "ja") == ()


@pytest.mark.parametrize(
    ("name", "leads"),
    [("uk-en", True), ("opus-mt-uk-en-ct2", True), ("opus-mt-uk-en_int8", True), ("opus-mt-tc-big-zle-en", True), ("opus-mt-pl-uk", False)],
)
def test_the_name_of_a_folder_tells_its_pair_where_it_has_one(tiny, tmp_path, name, leads):
    shutil.copytree(tiny / "opus-mt-uk-en", tmp_path / name)
    assert bool(route(tmp_path / name, "uk", "en")) is leads


def test_an_unpacked_package_is_a_model_too(tiny, tmp_path):
    with zipfile.ZipFile(tiny / "translate-uk_en-1_0.argosmodel") as packed:
        packed.extractall(tmp_path)
    assert said(tmp_path, "Рада") == ("Rada",)


def test_nothing_is_no_model(tmp_path):
    assert route(tmp_path, "uk", "en") == ()
    assert route(tmp_path / "nowhere", "uk", "en") == ()
    (tmp_path / "notes.txt").write_text("no model", encoding="utf-8")
    assert route(tmp_path, "uk", "en") == ()
    with pytest.raises(EngineError, match="has no model for CTranslate2 from uk to en-GB"):
        said(tmp_path, "Рада")


@pytest.mark.parametrize(
    ("locale", "code"),
    [
        ("uk", "ukr_Cyrl"),
        ("en-GB", "eng_Latn"),
        ("pl", "pol_Latn"),
        ("zh-Hant", "zho_Hant"),
        ("ar", "arb_Arab"),
        ("nb", "nob_Latn"),
        ("no", "nob_Latn"),
        ("sr-Latn", "srp_Latn"),
    ],
)
def test_languages_as_flores_names_them(locale, code):
    assert flores(locale) == code


def test_languages_as_opus_names_them():
    assert [opus(locale) for locale in ("uk", "en-GB")] == [">>ukr<<", ">>eng<<"]


# -- how it translates


def test_through_english_where_there_is_no_direct_model(tmp_path):
    tiny_model.argos(tmp_path / "one.argosmodel", "uk", "en")
    tiny_model.argos(tmp_path / "two.argosmodel", "en", "pl")
    engine = CTranslate2(tmp_path, "uk", "pl")
    assert engine.translate(ask("Щука", target="pl")).texts == ("Shchuka",)
    assert engine.examine() == Health("one.argosmodel (Argos), then two.argosmodel (Argos)")
    engine.close()


def test_a_model_that_adds_the_end_itself_is_not_given_it_twice(tmp_path):
    place = tiny_model.opus(tmp_path / "uk-en", add_source_eos=True)
    assert said(place, "Рада") == ("Rada",)
    assert route(place, "uk", "en")[0].ends_sources


def test_a_model_with_several_targets_is_told_which(tmp_path):
    assert said(tiny_model.opus(tmp_path / "uk-en", languages=(">>eng<<",)), "Рада") == (">>eng<< Rada",)


def test_what_an_argos_translation_begins_with_is_no_part_of_it(tmp_path):
    assert said(tiny_model.argos(tmp_path / "one.argosmodel", prefix="<2en>"), "Рада") == ("Rada",)


def test_the_language_of_nllb_is_no_part_of_the_translation(tiny):
    assert said(tiny / "nllb", "Рада", "Уряд") == ("Rada", "Uriad")


def test_sentences_are_translated_one_by_one_and_the_space_between_them_stays(tiny, monkeypatch):
    tokens = []
    say = room._Loaded._say
    monkeypatch.setattr(room._Loaded, "_say", lambda self, asked, target: tokens.extend(asked) or say(self, asked, target))
    assert said(tiny / "opus-mt-uk-en", "Рада зібралася.  Уряд ні.\u00a0А суд так.") == ("Rada zibralasia.  Uriad ni.\u00a0A sud tak.",)
    assert len(tokens) == 3


def test_a_text_that_is_too_long_to_hold_comes_back_empty_rather_than_cut(tiny):
    endless = "слово " * 100
    assert said(tiny / "opus-mt-uk-en", "Рада", endless, f"Рада. {endless}") == ("Rada", "", "")


def test_sentences_of_several_texts_go_together(tiny):
    texts = tuple(f"Рада {number}." for number in range(30))
    assert said(tiny / "opus-mt-uk-en", *texts) == tuple(text.replace("Рада", "Rada") for text in texts)


def test_several_threads_load_it_once(tiny, monkeypatch):
    loaded = []
    load = room._load
    monkeypatch.setattr(room, "_load", lambda model: loaded.append(model) or load(model))
    engine, barrier = CTranslate2(tiny / "opus-mt-uk-en", "uk", "en"), threading.Barrier(4)

    def one(number):
        barrier.wait()
        return engine.translate(ask(f"Рада {number}")).texts[0]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(one, range(4))) == [f"Rada {number}" for number in range(4)]
    assert len(loaded) == 1


def test_another_model_of_the_same_name_is_another_variety(tiny, tmp_path):
    place = tmp_path / "opus-mt-uk-en"
    shutil.copytree(tiny / "opus-mt-uk-en", place)
    before = CTranslate2(place, "uk", "en").variety
    assert before == CTranslate2(tiny / "opus-mt-uk-en", "uk", "en").variety
    (place / "model.bin").write_bytes(b"another one")
    assert before != CTranslate2(place, "uk", "en").variety


# -- what can be wrong


def test_weights_that_are_none_are_told_with_their_place(tiny, tmp_path):
    place = tmp_path / "opus-mt-uk-en"
    shutil.copytree(tiny / "opus-mt-uk-en", place)
    (place / "model.bin").write_bytes(b"no weights")
    with pytest.raises(EngineError, match="cannot be used") as caught:
        said(place, "Рада")
    assert str(place) in str(caught.value)


def test_a_model_without_its_sentencepiece_says_what_is_missing(tiny, tmp_path):
    place = tmp_path / "opus-mt-uk-en"
    shutil.copytree(tiny / "opus-mt-uk-en", place, ignore=shutil.ignore_patterns("*.spm"))
    with pytest.raises(EngineError, match="has no SentencePiece model"):
        said(place, "Рада")


def broken_zip(place):
    place.write_bytes(b"PK no zip")


def bad_metadata(place):
    with zipfile.ZipFile(place, "w") as packed:
        packed.writestr("x/metadata.json", "{")


def lacking(place):
    with zipfile.ZipFile(place, "w") as packed:
        packed.writestr("x/metadata.json", json.dumps({"from_code": "uk"}))


@pytest.mark.parametrize("make", [broken_zip, bad_metadata, lacking])
def test_a_package_that_is_none_is_told(tmp_path, make):
    place = tmp_path / "bad.argosmodel"
    make(place)
    with pytest.raises(EngineError, match="cannot be read"):
        route(tmp_path, "uk", "en")


def test_without_the_extra_the_way_to_it_is_told(tiny, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "ctranslate2", None)
    with pytest.raises(EngineError, match=r"pip install \"transloc\[ct2\]\""):
        said(tiny / "opus-mt-uk-en", "Рада")


def test_doctor_sees_the_model(tiny):
    assert CTranslate2(tiny / "opus-mt-uk-en", "uk", "en").examine() == Health("opus-mt-uk-en (OPUS-MT)")

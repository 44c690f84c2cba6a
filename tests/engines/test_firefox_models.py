"""Models on disk: brought in from files, recorded, verified, removed. The model is a real one, and the library itself reads it."""

import gzip
import json
import shutil
import struct

import pytest

from transloc.engines.engine import Request
from transloc.engines.firefox import Firefox, load
from transloc.engines.firefox import models as room
from transloc.engines.firefox.models import RECORD, State, fetch, installed, remove, take, verify
from transloc.errors import EngineError, InputError

MODEL = "model.uken.intgemm.alphas.bin"


@pytest.fixture
def place(tmp_path):
    return tmp_path / "models"


@pytest.fixture
def files(weights, tmp_path):
    """Return a folder with the files of a model, as somebody hands them over."""
    return shutil.copytree(weights / "uk-en", tmp_path / "usb")


def said(models, text, source="uk", target="en"):
    engine = Firefox(models)
    try:
        return engine.translate(Request(texts=(text,), source=source, target=target)).texts[0]
    finally:
        engine.close()


def listed(place):
    return [(one.folder.name, one.state) for one in installed(place)]


# -- from files


def test_files_become_a_model_that_translates_and_is_on_record(files, place):
    (folder,) = take(files, "uk", "en", place, load)
    assert folder == place / "uk-en"
    assert said(place, "Щука") == "Shchuka"
    (one,) = installed(place)
    assert (one.pair, one.state, one.origin) == (("uk", "en"), State.SOUND, str(files))
    assert one.size == sum(path.stat().st_size for path in files.iterdir())
    assert set(json.loads((folder / RECORD).read_text())["sha256"]) == {path.name for path in files.iterdir()}


def test_a_folder_with_a_folder_a_pair_will_do(weights, place):
    take(weights, "uk", "en", place, load)
    assert listed(place) == [("uk-en", State.SOUND)]


def zstd(data):
    """Return ``data`` as a Zstandard frame of blocks that are not compressed (RFC 8878)."""
    blocks = [data[at : at + 65536] for at in range(0, len(data), 65536)]
    last = len(blocks) - 1
    body = b"".join(struct.pack("<I", (len(block) << 3) | (number == last))[:3] + block for number, block in enumerate(blocks))
    return b"\x28\xb5\x2f\xfd" + b"\xa0" + struct.pack("<I", len(data)) + body


@pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".zst", zstd)])
def test_packed_files_are_unpacked(files, place, ending, pack):
    for path in list(files.iterdir()):
        path.with_name(path.name + ending).write_bytes(pack(path.read_bytes()))
        path.unlink()
    (folder,) = take(files, "uk", "en", place, load)
    assert (folder / MODEL).is_file()
    assert said(place, "Рада") == "Rada"


def test_both_legs_are_taken_where_there_is_no_direct_model(weights, tmp_path, place):
    shutil.copytree(weights / "uk-en", tmp_path / "usb" / "uk-en")
    shutil.copytree(weights / "uk-en", tmp_path / "usb" / "en-pl")
    assert [folder.name for folder in take(tmp_path / "usb", "uk", "pl", place, load)] == ["uk-en", "en-pl"]
    assert said(place, "Рада", target="pl") == "Rada"


def test_a_new_version_takes_the_place_of_the_old_one(files, place):
    take(files, "uk", "en", place, load)
    (files / "srcvocab.uken.spm").rename(files / "srcvocab.new.spm")
    take(files, "uk", "en", place, load)
    assert (place / "uk-en" / "srcvocab.new.spm").is_file()
    assert not (place / "uk-en" / "srcvocab.uken.spm").exists()


def snapshot(place):
    return {path.relative_to(place): path.read_bytes() for path in place.rglob("*") if path.is_file()} if place.exists() else {}


@pytest.mark.parametrize("before", [False, True])
@pytest.mark.parametrize(
    "spoil",
    [
        lambda files: (files / MODEL).write_bytes(b"no weights"),
        lambda files: (files / "srcvocab.uken.spm").unlink(),
        lambda files: (files / MODEL).rename(files / f"{MODEL}.gz"),
        lambda files: (files / MODEL).rename(files / f"{MODEL}.zst"),
    ],
)
def test_files_that_are_no_model_are_told_and_leave_all_as_it_was(weights, files, place, spoil, before):
    if before:
        take(weights, "uk", "en", place, load)
    kept = snapshot(place)
    spoil(files)
    with pytest.raises((EngineError, InputError)):
        take(files, "uk", "en", place, load)
    assert snapshot(place) == kept


def test_a_folder_without_the_model_says_what_it_must_hold(tmp_path, place):
    with pytest.raises(InputError, match="has no Firefox model from uk to en") as caught:
        take(tmp_path, "uk", "en", place, load)
    assert "uk-en" in caught.value.hint


def test_models_of_another_machine_must_be_as_its_record_says(files, place, tmp_path):
    take(files, "uk", "en", place, load)
    (place / "uk-en" / "trgvocab.uken.spm").write_bytes(b"damaged on the way")
    with pytest.raises(EngineError, match=r"trgvocab\.uken\.spm is not the file that it should be: its SHA-256 differs"):
        take(place, "uk", "en", tmp_path / "elsewhere", load)
    assert listed(tmp_path / "elsewhere") == []


# -- the record


def test_files_that_were_changed_are_never_given_to_the_reader(files, place):
    take(files, "uk", "en", place, load)
    (place / "uk-en" / MODEL).write_bytes(b"others")
    assert listed(place) == [("uk-en", State.CHANGED)]
    with pytest.raises(EngineError, match="was changed since it was recorded") as caught:
        said(place, "Рада")
    assert "transloc models remove uk en" in caught.value.hint


def test_a_file_that_is_gone_is_a_change(files, place):
    take(files, "uk", "en", place, load)
    (place / "uk-en" / "trgvocab.uken.spm").unlink()
    with pytest.raises(EngineError, match="was changed"):
        verify(place / "uk-en")


def test_files_that_somebody_put_there_by_hand_are_used_without_a_record(weights):
    assert listed(weights) == [("uk-en", State.UNRECORDED)]
    assert said(weights, "Рада") == "Rada"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"origin": "x", "sha256": 7}'])
def test_a_record_that_is_none_is_told(files, place, text):
    take(files, "uk", "en", place, load)
    (place / "uk-en" / RECORD).write_text(text)
    with pytest.raises(EngineError, match="is no record of a model"):
        verify(place / "uk-en")


# -- removed


def test_a_removed_model_is_gone(files, place):
    take(files, "uk", "en", place, load)
    assert remove(place, "uk", "en") == place / "uk-en"
    assert listed(place) == []


def test_removing_what_is_not_there_names_what_is(files, place):
    take(files, "uk", "en", place, load)
    with pytest.raises(InputError, match="there is no model pl-en") as caught:
        remove(place, "pl", "en")
    assert caught.value.hint == "Models there: uk-en"


# -- from Mozilla: what the library would download, a stand-in puts there; the rest of the library is real


def kind(name):
    return "model" if name.startswith("model") else name.partition(".")[0]


def mozilla(monkeypatch, weights, place, *, spoil=b"", pairs=("uk-en",)):
    """List the model as Mozilla does, an older version of each file beside it, and stand in for the download."""
    from fxtranslate import discovery

    records = [
        {
            "name": path.name,
            "fileType": kind(path.name),
            "sourceLanguage": pair[:2],
            "targetLanguage": pair[3:],
            "version": version,
            "architecture": "tiny",
            "decompressedHash": digest,
            "attachment": {"hash": "", "size": 1, "filename": path.name, "location": "x"},
        }
        for pair in pairs
        for path in (weights / "uk-en").iterdir()
        for version, digest in (("2.0", "0" * 64), ("3.0", room._digest(path)))
    ]

    def add_models(source, target, cache_dir, progress):
        for pair in pairs:
            shutil.copytree(weights / "uk-en", place / pair)
            if spoil:
                (place / pair / "trgvocab.uken.spm").write_bytes(spoil)
        return {}

    monkeypatch.setattr(discovery, "fetch_records_body", lambda: json.dumps({"data": records}))
    monkeypatch.setattr(discovery, "add_models", add_models)


def test_what_was_fetched_is_compared_with_the_list_and_recorded(monkeypatch, weights, place):
    mozilla(monkeypatch, weights, place)
    assert fetch("uk", "en", place) == (place / "uk-en",)
    (one,) = installed(place)
    assert (one.state, one.origin) == (State.SOUND, "Mozilla")
    assert said(place, "Рада") == "Rada"


def test_both_legs_are_fetched_where_there_is_no_direct_model(monkeypatch, weights, place):
    mozilla(monkeypatch, weights, place, pairs=("uk-en", "en-pl"))
    assert fetch("uk", "pl", place) == (place / "uk-en", place / "en-pl")


def test_what_differs_from_the_list_is_removed_again(monkeypatch, weights, place):
    mozilla(monkeypatch, weights, place, spoil=b"not what was listed")
    with pytest.raises(EngineError, match="its SHA-256 differs"):
        fetch("uk", "en", place)
    assert listed(place) == []

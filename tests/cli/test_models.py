"""``transloc models``, with a real model in the place of Mozilla's: what it brings in, the engine translates with."""

import json
import shutil

import pytest
from click.testing import CliRunner

from fakes import tiny_firefox
from transloc.cli import cli


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A project that keeps its models in its own folder, and a stick with the files of one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", "http://127.0.0.1:1/records")
    (tmp_path / "transloc.toml").write_text('[project]\ntargets = ["en"]\n[models]\nfolder = "models"\n', encoding="utf-8")
    tiny_firefox.lay_out(tmp_path / "stick" / "uk-en")
    return tmp_path


def run(*arguments, exits=0):
    done = CliRunner().invoke(cli, ["models", *map(str, arguments)])
    assert done.exit_code == exits, done.output
    return done


def test_a_model_is_brought_in_listed_and_removed(desk):
    assert run("list").stdout == f"There is no model in {desk / 'models'}. Bring one in with: transloc models add uk en\n"
    assert run("add", "uk", "en-GB", "--from", desk / "stick").stdout == f"uk-en: ready in {desk / 'models' / 'uk-en'}\n"
    (row,) = json.loads(run("list", "--format", "json").stdout)["models"]
    assert (row["source"], row["target"], row["state"]) == ("uk", "en", "as recorded")
    table = run("list").stdout
    assert "1 model in" in table
    assert "1.7" in table
    assert run("remove", "uk", "en").stdout == "uk-en: removed\n"
    assert not (desk / "models" / "uk-en").exists()


def test_what_was_brought_in_translates(desk):
    run("add", "uk", "en", "--from", desk / "stick" / "uk-en")
    (desk / "articles").mkdir()
    (desk / "articles" / "talks.md").write_text("Щука.\n", encoding="utf-8")
    for command in (["add", "articles/talks.md"], ["translate", "--engine", "firefox", "--offline"]):
        done = CliRunner().invoke(cli, command)
        assert done.exit_code == 0, done.output
    assert 'msgstr "Shchuka."' in (desk / "locales" / "en" / "talks.po").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("add", "../../x", "en", "--from", "stick/uk-en"), ("remove", "../stick/uk", "en")])
def test_nothing_is_written_or_removed_outside_of_the_folder(desk, arguments):
    before = sorted(desk.rglob("*"))
    assert "is not a language tag" in run(*arguments, exits=2).stderr
    assert sorted(desk.rglob("*")) == before


def test_a_model_that_was_damaged_is_seen(desk):
    run("add", "uk", "en", "--from", desk / "stick")
    next((desk / "models" / "uk-en").glob("model.*")).write_bytes(b"others")
    assert "changed since it was recorded" in run("list").stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["add", "uk", "pl", "--from", "stick"], "stick has no Firefox model from uk to pl. It must hold model.* and vocab.*"),
        (["add", "uk", "en", "--offline"], "--offline forbids to fetch a model. Name the folder with its files: --from DIR"),
        (["add", "uk", "en"], "Mozilla's server with the model uk→en cannot be reached. Put its files into"),
        (["remove", "uk", "en"], "there is no model uk-en in"),
    ],
)
def test_what_cannot_be_done_is_told_with_the_way_out(desk, arguments, sentence):
    assert sentence in run(*arguments, exits=2).stderr
    assert not (desk / "models").exists()


def test_files_that_are_no_model_are_told_and_nothing_is_left_behind(desk):
    next((desk / "stick" / "uk-en").glob("model.*")).write_bytes(b"no weights")
    assert "cannot be used" in run("add", "uk", "en", "--from", desk / "stick", exits=2).stderr
    assert [path for path in (desk / "models").rglob("*") if path.is_file()] == []


def test_outside_of_a_project_the_models_of_the_user_are_meant(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    tiny_firefox.lay_out(tmp_path / "stick" / "uk-en")
    run("add", "uk", "en", "--from", tmp_path / "stick")
    assert (tmp_path / "cache" / "fxtranslate" / "models" / "uk-en").is_dir()
    shutil.rmtree(tmp_path / "cache")
    assert "There is no model" in run("list").stdout

import json
import sqlite3

import pytest

from fakes import tiny_firefox
from fakes.deepl_server import FakeDeepL
from fakes.llm_server import FakeLlm
from transloc.engines.firefox import load
from transloc.engines.firefox.models import take


def looked(desk, *, exits=0):
    done = desk.run("doctor", "--offline", "--format", "json", exits=exits)
    return {row["subject"]: (row["verdict"], row["message"]) for row in json.loads(done.stdout)}


def test_everything_is_in_order(desk):
    found = looked(desk)
    assert found["glossary"][0] == "fine"
    assert found["glossary"][1].startswith("2 concepts; Ukrainian inflects by ")
    assert found["database"] == ("fine", "2 articles, 0 entries in the memory")
    assert found["PO files"] == ("fine", "as the database has them")
    assert found["settings"][0] == "fine"
    assert found["engine for en"][0] == "note"
    assert "--offline" in found["engine for en"][1]


def test_a_python_without_full_text_search_is_told(desk, monkeypatch):
    class Bare(sqlite3.Connection):
        def execute(self, sql, *values):
            if "fts5" in sql:
                raise sqlite3.OperationalError("no such module: fts5")
            return super().execute(sql, *values)

    connect = sqlite3.connect
    monkeypatch.setattr("transloc.jobs.examine.sqlite3.connect", lambda name, **more: connect(name, **more, factory=Bare))
    verdict, told = looked(desk, exits=1)["program"]
    assert verdict == "broken"
    assert "without full-text search (FTS5), which the memory needs. Use another Python" in told


def test_a_line_for_each_subject(desk):
    lines = desk.run("doctor", "--offline").stdout.splitlines()
    assert [line.split(":")[0].split(maxsplit=1) for line in lines] == [
        ["fine", "program"],
        ["fine", "settings"],
        ["fine", "glossary"],
        ["fine", "database"],
        ["fine", "PO files"],
        ["note", "engine for en"],
        ["fine", "disk"],
    ]


def test_what_inflects_ukrainian_is_the_projects_choice_and_a_language_without_forms_is_named(desk):
    desk.settings(targets='["crh"]')
    desk.write("transloc.toml", desk.read("transloc.toml") + '\n[glossary]\nmorphology = "base"\n')
    desk.write("glossary.csv", "id,uk,crh\na,так,ebet\n")
    verdict, message = looked(desk)["glossary"]
    assert verdict == "note"
    assert "Ukrainian inflects by simplemma" in message
    assert message.endswith("in crh terms are found as written alone, and in the forms that a row lists")


def test_a_glossary_that_cannot_be_read_is_told_with_its_line_and_the_rest_is_looked_at(desk):
    desk.write("glossary.csv", "id,uk,en\na,так\n")
    found = looked(desk, exits=1)
    assert found["glossary"][0] == "broken"
    assert found["glossary"][1].startswith("glossary.csv:2: ")
    assert found["database"][0] == "fine"


def test_no_glossary_and_no_column(desk):
    desk.write("glossary.csv", "id,uk,de\na,так,ja\n")
    assert looked(desk)["glossary"] == ("note", "glossary.csv has no column for en; its terms are not checked there")
    (desk.root / "glossary.csv").unlink()
    assert looked(desk)["glossary"] == ("note", "there is no glossary.csv; terms are not checked")


def test_a_po_file_that_somebody_changed(desk):
    desk.edit({"Читачі принесли 300 книжок.": "Readers brought 300 books."}, slug="library")
    verdict, message = looked(desk)["PO files"]
    assert (verdict, message) == ("note", "changed since the last sync: locales/en/library.po. Bring them in with: transloc sync")
    desk.run("sync")
    assert looked(desk)["PO files"][0] == "fine"


def test_a_po_file_that_is_not_whole(desk):
    desk.po().write_text('msgid "a"\nmsgstr "b', encoding="utf-8")
    verdict, message = looked(desk, exits=1)["PO files"]
    assert verdict == "broken"
    assert message.startswith("locales/en/tram.po:2:")


def test_a_po_file_of_an_article_that_the_database_does_not_know(desk):
    (desk.root / "locales/en/new.po").write_bytes(desk.po().read_bytes())
    assert "locales/en/new.po. Bring them in with: transloc sync" in looked(desk)["PO files"][1]


def test_a_project_whose_mirror_is_off(desk):
    desk.settings(mirror="false")
    assert looked(desk)["PO files"][0] == "note"


@pytest.mark.parametrize(("text", "words"), [("[projekt]\n", "Did you mean “project”"), ("[project\n", "not valid TOML")])
def test_settings_that_cannot_be_read(desk, text, words):
    desk.write("transloc.toml", text)
    found = looked(desk, exits=1)
    assert found["settings"][0] == "broken"
    assert words in found["settings"][1]
    assert set(found) == {"program", "settings"}


def test_no_project(folder):
    assert "transloc init" in looked(folder, exits=1)["settings"][1]


def test_a_damaged_database_is_told_with_the_way_out(desk):
    database = desk.root / ".transloc" / "transloc.db"
    database.write_bytes(b"this is no database" * 100)
    verdict, message = looked(desk, exits=1)["database"]
    assert verdict == "broken"
    assert "rebuilt from" in message


def test_an_engine_that_lacks_its_key(desk):
    desk.write("transloc.toml", '[project]\ntargets = ["en"]\n[engine]\nname = "deepl"\n')
    done = desk.run("doctor", "--format", "json", exits=1)
    assert {"subject": "engine for en", "verdict": "broken"}.items() <= next(
        row for row in json.loads(done.stdout) if row["subject"].startswith("engine")
    ).items()
    assert "DEEPL_AUTH_KEY" in done.stdout


def engine(desk, text, *options, exits=0):
    desk.write("transloc.toml", '[project]\ntargets = ["en"]\n' + text)
    done = desk.run("doctor", "--format", "json", *options, exits=exits)
    return next((row["verdict"], row["message"]) for row in json.loads(done.stdout) if row["subject"] == "engine for en")


@pytest.mark.parametrize(("limit", "verdict"), [(500_000, "fine"), (10, "note")])
def test_the_characters_of_a_deepl_account_are_told(desk, monkeypatch, limit, verdict):
    with FakeDeepL(limit=limit) as fake:
        fake.billed = 10
        monkeypatch.setenv("DEEPL_AUTH_KEY", "secret")
        monkeypatch.setenv("DEEPL_SERVER_URL", fake.url)
        assert engine(desk, "") == (verdict, f"DeepL, because DEEPL_AUTH_KEY is set; 10 of {limit:,} characters used")
        assert fake.calls == ["GET /v2/usage"]


def test_a_wrong_key_is_told(desk, monkeypatch):
    with FakeDeepL(key="right") as fake:
        monkeypatch.setenv("DEEPL_AUTH_KEY", "wrong")
        monkeypatch.setenv("DEEPL_SERVER_URL", fake.url)
        verdict, message = engine(desk, "", exits=1)
        assert verdict == "broken"
        assert "does not accept the key in DEEPL_AUTH_KEY" in message


def test_a_language_model_that_the_server_lacks_is_told_also_offline_where_it_is_on_this_machine(desk):
    with FakeLlm() as fake:
        table = f'[engine]\nname = "llm"\n[engine.llm]\nserver = "{fake.url}"\n'
        assert engine(desk, table + 'model = "tiny"\n', "--offline")[0] == "fine"
        assert "has no model “huge”, but tiny" in engine(desk, table + 'model = "huge"\n', "--offline")[1]
    verdict, message = engine(desk, table + 'model = "tiny"\n', exits=1)
    assert (verdict, "Check that the server runs" in message) == ("broken", True)


def test_the_models_here_are_told_and_one_that_was_damaged(desk, tmp_path):
    tiny_firefox.lay_out(tmp_path / "stick" / "uk-en")
    take(tmp_path / "stick", "uk", "en", desk.root / "models", load)
    settings = '[engine]\nname = "firefox"\n[models]\nfolder = "models"\n'
    assert engine(desk, settings, "--offline")[1].endswith("models here: uk-en")
    next((desk.root / "models" / "uk-en").glob("model.*")).write_bytes(b"others")
    verdict, message = engine(desk, settings, "--offline")
    assert (verdict, "changed since they were recorded: uk-en" in message) == ("note", True)


def test_where_nothing_may_leave_the_engine_that_would_be_used_is_told(desk, monkeypatch):
    monkeypatch.setenv("DEEPL_AUTH_KEY", "secret")
    verdict, message = engine(desk, 'external = false\n[engine]\nname = "deepl"\n[models]\nfolder = "models"\n')
    assert verdict == "note"
    assert "the article may not leave this machine" in message


def test_an_engine_that_there_is_not_is_told(desk):
    assert "Did you mean “deepl”" in engine(desk, "[engine.deelp]\nmodel_type = 'x'\n", exits=1)[1]

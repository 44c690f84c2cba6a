from fakes.desk import snapshot
from transloc.engines.engine import Health
from transloc.jobs.examine import Verdict, examine


def looked():
    return {result.subject: (result.verdict, result.message) for result in examine(offline=True)}


def test_every_subject_is_looked_at_in_its_order(desk):
    assert [result.subject for result in examine(offline=True)] == [
        "program",
        "settings",
        "glossary",
        "database",
        "PO files",
        "engine for en",
        "disk",
    ]


def test_an_engine_for_each_target(desk):
    desk.settings(targets='["en", "pl"]')
    assert {subject for subject in looked() if subject.startswith("engine")} == {"engine for en", "engine for pl"}


def test_the_engine_of_articles_that_are_kept_here_is_told_where_there_are_such(desk, monkeypatch):
    monkeypatch.setenv("DEEPL_AUTH_KEY", "secret")
    monkeypatch.setattr("transloc.engines.deepl.DeepL.examine", lambda self: Health("0 characters used"))
    with (desk.root / "transloc.toml").open("a") as settings:
        settings.write("\n[articles.tram]\nexternal = false\n")
    found = {result.subject: result.message for result in examine(offline=False)}
    assert found["engine for en"].startswith("DeepL")
    assert "the article may not leave this machine" in found["engine for en, articles kept here"]


def test_one_broken_subject_does_not_hide_the_others(desk):
    desk.write("glossary.csv", "id\n")
    desk.po().write_text('msgid "a"\n', encoding="utf-8")
    found = looked()
    assert {subject for subject, (verdict, _) in found.items() if verdict is Verdict.BROKEN} == {"glossary", "PO files"}
    assert found["database"][0] is Verdict.FINE


def test_looking_changes_nothing(desk):
    before = snapshot(desk.root)
    list(examine(offline=True))
    assert snapshot(desk.root) == before


def test_a_fresh_clone_is_told_to_sync(desk):
    (desk.root / ".transloc" / "transloc.db").unlink()
    verdict, message = looked()["PO files"]
    assert verdict is Verdict.NOTE
    assert "locales/en/library.po, locales/en/tram.po. Bring them in with: transloc sync" in message


def test_a_page_of_the_database_that_was_overwritten_is_found(desk):
    database = desk.root / ".transloc" / "transloc.db"
    data = bytearray(database.read_bytes())
    half = len(data) // 2
    data[half : half + 8192] = b"\xa5" * 8192
    database.write_bytes(data)
    verdict, message = looked()["database"]
    assert verdict is Verdict.BROKEN
    assert "Restore a backup" in message


def test_a_package_in_the_way_is_told_with_the_way_out(desk, monkeypatch):
    monkeypatch.setattr("transloc.glossary.inflection.morphology.overwritten", lambda: True)
    verdict, message = looked()["glossary"]
    assert verdict is Verdict.NOTE
    assert "install shevchenko-py" in message

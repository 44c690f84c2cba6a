import pytest
from click.testing import CliRunner

from fakes.deepl_server import FakeDeepL
from transloc.cli import cli

CONFIG = '[project]\nsource = "uk"\ntargets = ["en-GB", "pl"]\n'
GLOSSARY = """id,kind,uk,en,pl,status
kyiv,place,Київ,Kyiv,Kijów,
photo,label,Фото,Photo,Fot.,
new,term,нове,new,nowe,draft
sea,term,море,sea,,
"""
OTHERS = {
    "glossary_id": "theirs",
    "name": "Marketing",
    "creation_time": "2020-01-01T00:00:00.000000Z",
    "dictionaries": [{"source_lang": "uk", "target_lang": "en", "entries": {"Київ": "KYIV"}, "entry_count": 1}],
}


@pytest.fixture
def fake(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "transloc.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
    with FakeDeepL() as server:
        monkeypatch.setenv("DEEPL_AUTH_KEY", "secret")
        monkeypatch.setenv("DEEPL_SERVER_URL", server.url)
        yield server


def run(*arguments, exits=0):
    done = CliRunner().invoke(cli, ["glossary", "push", *arguments])
    assert done.exit_code == exits, done.output
    return done


def kept(fake):
    return {(d["source_lang"], d["target_lang"]): d["entries"] for g in fake.glossaries.values() for d in g["dictionaries"]}


def test_every_target_gets_its_approved_terms_and_the_rest_is_told(fake):
    lines = run().stdout.splitlines()
    assert kept(fake) == {("uk", "en"): {"Київ": "Kyiv", "море": "sea"}, ("uk", "pl"): {"Київ": "Kijów"}}
    assert lines[0].startswith("uk → en-GB: 2 terms, glossary transloc-")
    assert lines[0].endswith(" made")
    assert lines[1:3] == ["    left out: 1 (label)", "    left out: 1 (draft)"]
    assert "    left out: 1 (no term in one of the languages)" in lines


def test_the_same_terms_are_sent_once_and_translate_finds_them(fake):
    run()
    made = dict(fake.glossaries)
    assert [line.endswith("is there already") for line in run().stdout.splitlines() if "glossary" in line] == [True, True]
    assert fake.glossaries == made


def test_one_target_alone(fake):
    run("--to", "en")
    assert list(kept(fake)) == [("uk", "en")]


def test_a_dry_run_changes_nothing(fake):
    assert "2 terms, glossary transloc-" in run("--dry-run").stdout
    assert fake.glossaries == {}
    assert not any(call.startswith(("POST", "DELETE")) for call in fake.calls)


def test_a_dry_run_needs_no_key(fake, monkeypatch):
    monkeypatch.delenv("DEEPL_AUTH_KEY")
    assert "uk → pl: 1 term would be sent" in run("--dry-run").stdout
    assert fake.calls == []
    assert "DeepL needs a key" in run(exits=2).stderr


def test_where_there_is_no_room_the_oldest_of_ours_goes_and_nobody_elses(fake):
    fake.max_glossaries = 2
    fake.glossaries["theirs"] = OTHERS
    run("--to", "en")
    (mine,) = (g["name"] for g in fake.glossaries.values() if g is not OTHERS)
    assert f"    replaced {mine}, the oldest that transloc made, for want of room" in run("--to", "pl").stdout.splitlines()
    assert fake.glossaries["theirs"] is OTHERS
    assert len(fake.glossaries) == 2


def test_a_full_account_of_others_is_told_and_left_as_it_is(fake):
    fake.max_glossaries = 1
    fake.glossaries["theirs"] = OTHERS
    done = run("--to", "en", exits=1)
    assert "uk → en-GB: not sent: the account has no room for one more" in done.stdout
    assert fake.glossaries == {"theirs": OTHERS}


def test_what_may_not_leave_the_machine_does_not(fake, tmp_path):
    (tmp_path / "transloc.toml").write_text(CONFIG + "external = false\n", encoding="utf-8")
    assert "external = false" in run(exits=2).stderr
    assert fake.calls == []


@pytest.mark.parametrize(
    ("name", "says"), [("glossary.csv", "the project has no glossary"), ("transloc.toml", "there is no transloc.toml")]
)
def test_without_a_glossary_or_a_project(fake, tmp_path, name, says):
    (tmp_path / name).unlink()
    assert says in run(exits=2).stderr


def test_a_term_that_deepl_refuses_is_left_out(fake, tmp_path):
    (tmp_path / "glossary.csv").write_text(GLOSSARY + f"long,term,{'я' * 600},long,,\n", encoding="utf-8")
    assert "    left out: 1 (longer than 1,024 bytes)" in run("--to", "en").stdout
    assert kept(fake)["uk", "en"] == {"Київ": "Kyiv", "море": "sea"}

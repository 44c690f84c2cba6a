import subprocess

import polib
import pytest

from fakes.desk import ENGLISH, TRAM, clone
from transloc import files
from transloc.model import State
from transloc.states import Action

PRICE, BOOKS, REST = "Вони коштують 480 млн гривень.", "Читачі принесли 300 книжок.", "Решта — до кінця року."
NOTHING = "0 segments taken from files, 0 files written\n"


def values(catalog):
    """Return what a catalog says, but for the revisions of its rows."""
    return [(s.id, s.source, s.kind, s.target, s.state, s.people, s.omitted, s.after, s.waivers, s.suggestion, s.origin) for s in catalog]


def test_nothing_has_changed(desk):
    assert desk.run("sync").stdout == NOTHING


def test_a_file_changed_by_hand_comes_into_the_database(desk):
    desk.edit({PRICE: ENGLISH[PRICE]})
    assert "1 segment taken from files" in desk.run("sync").stdout
    segment = desk.segment(PRICE)
    assert (segment.target, segment.state) == (ENGLISH[PRICE], State.TRANSLATED)
    assert desk.run("sync").stdout == NOTHING


def test_what_the_file_vouches_for_is_reviewed_and_in_the_memory(desk):
    desk.edit({PRICE: ENGLISH[PRICE]}, fuzzy=False)
    desk.run("sync")
    assert desk.segment(PRICE).state is State.REVIEWED
    assert ENGLISH[PRICE] in desk.run("memory", "search", "480").stdout


def test_what_was_done_here_comes_into_the_file(desk):
    desk.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    done = desk.run("sync")
    assert done.stdout == "written: locales/en/tram.po\n0 segments taken from files, 1 file written\n"
    assert (desk.entries()[PRICE].msgstr, desk.entries()[PRICE].fuzzy) == (ENGLISH[PRICE], True)


def test_work_on_different_segments_comes_together(desk):
    desk.edit({PRICE: ENGLISH[PRICE]})
    desk.change(REST, Action.EDIT, target=ENGLISH[REST])
    desk.run("sync")
    assert [desk.segment(source).target for source in (PRICE, REST)] == [ENGLISH[PRICE], ENGLISH[REST]]
    assert [desk.entries()[source].msgstr for source in (PRICE, REST)] == [ENGLISH[PRICE], ENGLISH[REST]]


def test_the_same_done_on_both_sides_is_no_conflict(desk):
    desk.edit({PRICE: ENGLISH[PRICE]})
    desk.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    desk.run("sync")
    assert desk.segment(PRICE).target == ENGLISH[PRICE]


def test_a_conflict_is_named_with_both_texts_and_changes_neither_side(desk):
    desk.edit({PRICE: "They are 480 million hryvnias.", REST: ENGLISH[REST]})
    desk.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    file, catalog = desk.po().read_bytes(), desk.catalog()
    done = desk.run("sync", exits=1)
    assert f"conflict: tram (en) {desk.segment(PRICE).id}\n" in done.stderr
    assert f"here: {ENGLISH[PRICE]}\n" in done.stderr
    assert "file: They are 480 million hryvnias.\n" in done.stderr
    assert desk.po().read_bytes() == file
    assert desk.catalog() == catalog


def test_a_conflict_in_one_catalog_does_not_hold_up_the_others(desk):
    desk.edit({PRICE: "They are 480 million hryvnias."})
    desk.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    desk.edit({BOOKS: ENGLISH[BOOKS]}, slug="library")
    desk.run("sync", exits=1)
    assert desk.segment(BOOKS, "library").target == ENGLISH[BOOKS]


def test_a_conflict_that_was_decided_in_the_file_is_over(desk):
    desk.edit({PRICE: "They are 480 million hryvnias."})
    desk.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    desk.run("sync", exits=1)
    desk.edit({PRICE: ENGLISH[PRICE]})
    assert desk.run("sync").stderr == ""
    assert desk.run("sync").stdout == NOTHING


@pytest.mark.parametrize(("side", "text"), [("here", ENGLISH[PRICE]), ("file", "They are 480 million hryvnias.")])
def test_a_conflict_is_settled_by_naming_a_side(desk, side, text):
    desk.edit({PRICE: "They are 480 million hryvnias.", REST: ENGLISH[REST]})
    desk.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    desk.run("sync", exits=1)
    desk.run("sync", "--take", side)
    assert desk.segment(PRICE).target == desk.entries()[PRICE].msgstr == text
    assert desk.segment(REST).target == ENGLISH[REST]
    assert desk.run("sync").stdout == NOTHING


def test_what_the_rules_forbid_is_named_and_the_text_is_kept_as_a_draft(desk):
    desk.edit({PRICE: "They cost 490 million hryvnias."}, fuzzy=False)
    done = desk.run("sync", exits=1)
    assert f"not taken: tram (en) segment {desk.segment(PRICE).id}: number: " in done.stderr
    assert (desk.segment(PRICE).target, desk.segment(PRICE).state) == ("They cost 490 million hryvnias.", State.TRANSLATED)
    assert desk.entries()[PRICE].fuzzy
    desk.run("sync")


def test_a_text_that_cannot_be_taken_is_never_overwritten(desk):
    quote = "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>."
    desk.edit({quote: "“We waited,” said Olena Haiduk.", PRICE: ENGLISH[PRICE]})
    before = desk.po().read_bytes()
    done = desk.run("sync", exits=1)
    assert "its inline codes differ from the source" in done.stderr
    assert desk.po().read_bytes() == before
    assert desk.segment(PRICE).target == ""  # a file is taken whole or not at all
    desk.edit({quote: ENGLISH[quote]})
    desk.run("sync")
    assert desk.segment(quote).target == ENGLISH[quote]
    assert desk.segment(PRICE).target == ENGLISH[PRICE]
    assert desk.run("sync").stdout == NOTHING


def test_a_file_with_a_broken_code_that_is_given_up_puts_everything_back(desk):
    desk.reviewed()
    good = desk.po().read_bytes()
    quote = "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>."
    desk.edit({quote: "“We waited,” said Olena Haiduk.", PRICE: "They cost 490 million hryvnias."})
    desk.run("sync", exits=1)
    desk.po().write_bytes(good)
    assert desk.run("sync").stdout == NOTHING
    assert desk.po().read_bytes() == good


def test_a_target_that_was_deleted_in_the_file_stays_here(desk):
    desk.translated()
    desk.edit({PRICE: ""}, fuzzy=False)
    desk.run("sync")
    assert desk.segment(PRICE).target == ENGLISH[PRICE]
    assert desk.entries()[PRICE].msgstr == ENGLISH[PRICE]


def test_a_segment_that_was_signed_here_may_be_reopened_by_an_edit_in_the_file(desk):
    desk.reviewed()
    desk.edit({PRICE: "The price is 480 million hryvnias."})
    desk.run("sync")
    assert (desk.segment(PRICE).state, desk.segment(PRICE).target) == (State.TRANSLATED, "The price is 480 million hryvnias.")


@pytest.mark.needs("msgcat")
@pytest.mark.parametrize("options", [[], ["--width=40"], ["--no-wrap", "--sort-output"], ["--escape", "--to-code=UTF-8"]])
def test_a_file_that_gettext_has_rewritten_says_the_same(desk, options):
    desk.reviewed()
    before = values(desk.catalog())
    subprocess.run(["msgcat", *options, "-o", str(desk.po()), str(desk.po())], check=True)
    assert "0 segments taken" in desk.run("sync").stdout
    assert values(desk.catalog()) == before


def test_a_file_that_polib_has_folded_says_the_same(desk):
    desk.reviewed()
    before = values(desk.catalog())
    polib.pofile(str(desk.po()), wrapwidth=40).save()
    desk.run("sync")
    assert values(desk.catalog()) == before


def test_comments_and_entries_of_other_people_stay_in_the_file(desk):
    text = desk.po().read_text(encoding="utf-8")
    desk.po().write_text(text.replace("#. headline", "# Спитати редактора\n#. headline"), encoding="utf-8")
    desk.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    desk.run("sync")
    assert "# Спитати редактора\n" in desk.po().read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "line", "words"),
    [
        (lambda lines: [*lines[:-1], lines[-1][:-8]], None, "not closed"),
        (lambda lines: [*lines[:12], "<<<<<<< HEAD", *lines[12:]], 13, "conflict"),
        (lambda lines: [*lines, *lines[-4:]], None, "stands twice"),
        (lambda lines: [*lines[:-2]], None, ""),
    ],
)
def test_a_file_that_is_not_whole_is_told_with_its_line_and_nothing_is_changed(desk, spoil, line, words):
    desk.translated()
    desk.edit({BOOKS: ENGLISH[BOOKS]}, slug="library")
    lines = spoil(desk.po().read_text(encoding="utf-8").rstrip("\n").split("\n"))
    desk.po().write_text("\n".join(lines), encoding="utf-8")
    sentence = desk.refused("sync")
    assert sentence.startswith(f"locales/en/tram.po:{line or ''}")
    assert words in sentence
    assert desk.segment(BOOKS, "library").target == ""


def test_a_file_that_was_deleted_is_written_again(desk):
    before = desk.po().read_bytes()
    desk.po().unlink()
    assert "written: locales/en/tram.po" in desk.run("sync").stdout
    assert desk.po().read_bytes() == before


def test_a_process_that_died_before_it_remembered_the_file_leaves_nothing_to_do(desk):
    with desk.newsroom() as newsroom:
        old = newsroom.store.base("tram", "en"), newsroom.store.base_digest("tram", "en")
    desk.reviewed()
    with desk.newsroom() as newsroom:
        newsroom.store.set_base("tram", "en", *old)
    before = values(desk.catalog())
    assert desk.run("sync").stdout == NOTHING
    assert values(desk.catalog()) == before
    desk.run("add", "articles/tram.md")
    assert desk.run("sync").stderr == ""


def test_a_fresh_clone_has_everything_that_was_done(desk, monkeypatch):
    desk.translated({PRICE: "They cost 490 million hryvnias."})
    desk.change(PRICE, Action.WAIVE, rule="number", reason="Уточнено «сьогодні»")
    desk.change(REST, Action.OMIT, reason="Повтор")
    desk.add_unit(PRICE, "A hryvnia is worth about two US cents.")
    desk.run("confirm", "tram", "--to", "en", "--all", "--by", "Олена")
    there = clone(desk)
    monkeypatch.chdir(there.root)
    done = there.run("status")
    assert done.stderr == "The database was empty: 2 articles were read from articles/ and locales/.\n"
    assert "tram (en): ready to export" in done.stdout
    monkeypatch.chdir(desk.root)
    before = values(desk.catalog())
    assert {omitted for *_, omitted, _, _, _, _ in before} == {"", "Повтор"}
    monkeypatch.chdir(there.root)
    assert values(there.catalog()) == before
    assert there.run("sync").stdout == NOTHING
    assert "They cost 490 million hryvnias." in there.run("memory", "search", "490").stdout


def test_a_clone_exports_the_same_bytes(desk, monkeypatch):
    desk.reviewed()
    desk.run("export", "tram", "--to", "en")
    there = clone(desk, without=("exports",))
    monkeypatch.chdir(there.root)
    there.run("export", "tram", "--to", "en")
    assert there.read("exports/en/tram.md") == desk.read("exports/en/tram.md")


def test_a_clone_finds_an_article_that_has_another_name_than_its_file(empty, monkeypatch):
    empty.write("articles/2026/tram.md", TRAM)
    empty.run("add", "articles/2026/tram.md", "--slug", "Lviv-Trams")
    there = clone(empty)
    monkeypatch.chdir(there.root)
    there.run("status", "lviv-trams")
    with there.newsroom() as newsroom:
        assert newsroom.store.article("lviv-trams").path == "articles/2026/tram.md"


def test_a_clone_whose_article_has_changed_meanwhile_keeps_what_stayed(desk, monkeypatch):
    desk.reviewed()
    there = clone(desk)
    there.write("articles/tram.md", TRAM.replace("480", "490"))
    monkeypatch.chdir(there.root)
    there.run("status")
    assert sum(segment.done for segment in there.catalog()) == 7


def test_a_clone_without_the_article_says_which_one_is_missing(desk, monkeypatch):
    there = clone(desk, without=("tram.md",))
    monkeypatch.chdir(there.root)
    sentence = there.run("status", exits=2).stderr
    assert "locales/en/tram.po: its article is not in articles. Bring tram back, or remove this file" in sentence
    with there.newsroom() as newsroom:
        assert newsroom.store.listing() == ()


def test_a_clone_with_a_half_written_file_takes_nothing_in(desk, monkeypatch):
    there = clone(desk)
    there.po("tram").write_bytes(there.po("tram").read_bytes()[:-9])
    monkeypatch.chdir(there.root)
    assert "locales/en/tram.po:" in there.run("status", exits=2).stderr
    with there.newsroom() as newsroom:
        assert newsroom.store.listing() == ()


def test_an_article_that_a_colleague_added_comes_in(desk, monkeypatch):
    there = clone(desk)
    monkeypatch.chdir(there.root)
    there.write("articles/bridge.md", "Міст відкрили.\n")
    there.run("add", "articles/bridge.md")
    monkeypatch.chdir(desk.root)
    for name in ("articles/bridge.md", "locales/en/bridge.po"):
        desk.write(name, (there.root / name).read_bytes())
    desk.run("sync")
    assert desk.segment("Міст відкрили.", "bridge").state is State.INITIAL


def test_what_a_colleague_omitted_added_waived_and_signed_comes_in(desk, monkeypatch):
    desk.translated({PRICE: "They cost 490 million hryvnias."})
    there = clone(desk)
    monkeypatch.chdir(there.root)
    there.run("status")
    there.change(PRICE, Action.WAIVE, rule="number", reason="Уточнено")
    there.change(REST, Action.OMIT, reason="Повтор")
    there.add_unit(PRICE, "A hryvnia is worth about two US cents.")
    there.run("confirm", "tram", "--to", "en", "--all", "--by", "Тарас")
    there.change(PRICE, Action.SIGN_OFF, by=None)
    there.run("sync")
    colleagues = {s.id: (s.target, s.state, s.omitted, s.after, [w.reason for w in s.waivers]) for s in there.catalog()}
    monkeypatch.chdir(desk.root)
    desk.write("locales/en/tram.po", there.po().read_bytes())
    assert "9 segments taken from files" in desk.run("sync").stdout
    assert {s.id: (s.target, s.state, s.omitted, s.after, [w.reason for w in s.waivers]) for s in desk.catalog()} == colleagues
    assert desk.segment(PRICE).state is State.FINAL
    assert desk.run("sync").stdout == NOTHING


def test_a_new_version_that_a_colleague_added_comes_in_with_their_work(desk, monkeypatch):
    desk.reviewed()
    there = clone(desk)
    monkeypatch.chdir(there.root)
    there.write("articles/tram.md", TRAM.replace("480", "490") + "- Їх зроблять у Дніпрі.\n")
    there.run("add", "articles/tram.md")
    new = {"Вони коштують 490 млн гривень.": "They cost 490 million hryvnias.", "Їх зроблять у Дніпрі.": "They will be made in Dnipro."}
    there.translated(new, fuzzy=False)
    monkeypatch.chdir(desk.root)
    for name in ("articles/tram.md", "locales/en/tram.po"):
        desk.write(name, (there.root / name).read_bytes())
    desk.run("sync")
    assert {source: desk.segment(source).target for source in new} == new
    assert desk.segment(REST).target == ENGLISH[REST]
    assert desk.run("sync").stdout == NOTHING


def test_a_colleagues_file_on_a_text_that_is_not_here_is_left_alone(desk, monkeypatch):
    there = clone(desk)
    monkeypatch.chdir(there.root)
    there.write("articles/tram.md", TRAM + "- Їх зроблять у Дніпрі.\n")
    there.run("add", "articles/tram.md")
    there.translated({"Їх зроблять у Дніпрі.": "They will be made in Dnipro."})
    monkeypatch.chdir(desk.root)
    desk.write("locales/en/tram.po", there.po().read_bytes())
    done = desk.run("sync", exits=1)
    assert "the article has no such segment. Add the article’s new text with: transloc add" in done.stderr
    assert desk.po().read_bytes() == there.po().read_bytes()


def test_a_note_behind_a_unit_that_is_not_here_is_named_and_the_file_left_alone(desk):
    text = desk.po().read_text(encoding="utf-8")
    note = '\n# transloc: reviewed after=u00000000\nmsgctxt "a1.s1"\nmsgid "[added in translation]"\nmsgstr "A note."\n'
    desk.po().write_text(text + note, encoding="utf-8")
    desk.edit({PRICE: ENGLISH[PRICE]})
    before = desk.po().read_bytes()
    done = desk.run("sync", exits=1)
    assert "there is no unit u00000000 in the article" in done.stderr
    assert desk.po().read_bytes() == before
    assert desk.segment(PRICE).target == ""


def test_a_project_whose_mirror_is_off_is_left_alone(desk):
    desk.settings(mirror="false")
    desk.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    before = desk.po().read_bytes()
    assert desk.run("sync").stdout == NOTHING
    assert desk.po().read_bytes() == before


@pytest.mark.parametrize("command", [["confirm", "tram", "--to", "en", "--all", "--by", "Олена"], ["translate", "--offline"]])
def test_no_command_overwrites_a_file_that_somebody_has_changed(desk, command):
    desk.translated()
    desk.edit({PRICE: "The price is 480 million hryvnias."})
    before = desk.po().read_bytes()
    assert "locales/en/tram.po: somebody has changed this file since the last sync" in desk.run(*command).stderr
    assert desk.po().read_bytes() == before


def test_digests_are_those_of_the_files(desk):
    with desk.newsroom() as newsroom:
        assert files.digest(desk.po().read_bytes()) == newsroom.store.base_digest("tram", "en")

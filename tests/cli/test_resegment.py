"""Splits and merges that were made at the desk, on their way through git."""

from fakes.desk import ENGLISH, clone
from transloc.jobs import mirror
from transloc.jobs import newsroom as room
from transloc.states import Action

COUNCIL, PRICE = "Міська рада Львова схвалила купівлю 12 трамваїв.", "Вони коштують 480 млн гривень."
PARAGRAPH = f"{COUNCIL} {PRICE}"
QUOTE = "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>."


def merge(desk, source=COUNCIL):
    with desk.newsroom() as newsroom:
        segments = newsroom.store.catalog("tram", "en").segments
        at = next(index for index, one in enumerate(segments) if one.source == source)
        first, second = segments[at : at + 2]
        rules = newsroom.rules("en")
        newsroom.store.merge(
            "tram", "en", first.id, seen=first.revision, following=second.revision, actor=newsroom.owner(), moment=room.now(), rules=rules
        )
        return mirror.mirror(newsroom, "tram", "en")


def split(desk, source, at, target_at):
    with desk.newsroom() as newsroom:
        one = next(one for one in newsroom.store.catalog("tram", "en") if one.source == source)
        rules = newsroom.rules("en")
        newsroom.store.split(
            "tram", "en", one.id, seen=one.revision, at=at, target_at=target_at, actor=newsroom.owner(), moment=room.now(), rules=rules
        )
        return mirror.mirror(newsroom, "tram", "en")


def sources(desk):
    return [segment.source for segment in desk.catalog()]


def resegmented(desk):
    desk.translated()
    assert merge(desk)
    assert split(desk, QUOTE, QUOTE.index("—"), ENGLISH[QUOTE].index("said"))


def test_the_file_has_what_the_database_has(desk):
    resegmented(desk)
    entries = desk.entries()
    assert entries[PARAGRAPH].msgstr == f"{ENGLISH[COUNCIL]} {ENGLISH[PRICE]}"
    assert entries["«Ми чекали на це п’ять років»,"].msgstr == "“We have waited five years for this,”"
    assert entries["— сказала <1>Олена Гайдук</1>."].msgstr == "said <1>Olena Haiduk</1>."
    standing = desk.catalog()
    assert desk.run("sync").stdout
    assert desk.catalog() == standing


def test_a_fresh_clone_has_the_new_cuts_and_exports_the_same(desk, monkeypatch):
    resegmented(desk)
    desk.run("confirm", "tram", "--to", "en", "--all", "--by", "Олена")
    desk.run("export", "tram", "--to", "en", "-o", "out")
    there = clone(desk, without=("out",))
    monkeypatch.chdir(there.root)
    there.run("sync")
    assert sources(there) == sources(desk)
    there.run("export", "tram", "--to", "en", "-o", "out")
    assert there.read("out/tram.md") == desk.read("out/tram.md")
    assert f"{ENGLISH[COUNCIL]} {ENGLISH[PRICE]}" in there.read("out/tram.md")


def test_an_old_file_with_work_on_other_segments_comes_together_with_the_new_cuts(desk):
    desk.translated()
    with desk.newsroom() as newsroom:
        first, second = [one for one in newsroom.store.catalog("tram", "en") if one.source in (COUNCIL, PRICE)]
        newsroom.store.merge(
            "tram", "en", first.id, seen=first.revision, following=second.revision, actor=newsroom.owner(), moment=room.now(),
            rules=newsroom.rules("en"),
        )  # fmt: skip
    desk.edit({"Решта — до кінця року.": "The others follow by the end of the year."})
    desk.run("sync")
    assert PARAGRAPH in sources(desk)
    assert desk.segment("Решта — до кінця року.").target == "The others follow by the end of the year."
    assert desk.entries()[PARAGRAPH].msgstr == f"{ENGLISH[COUNCIL]} {ENGLISH[PRICE]}"
    assert all(desk.entries()[source].obsolete for source in (COUNCIL, PRICE) if source in desk.entries())


def test_an_update_of_another_paragraph_keeps_the_cuts(desk):
    resegmented(desk)
    before = desk.segment(PARAGRAPH)
    desk.write("articles/tram.md", desk.read("articles/tram.md").replace("у травні", "у червні"))
    desk.run("add", "articles/tram.md")
    assert desk.segment(PARAGRAPH) == before
    assert sources(desk).index("— сказала <1>Олена Гайдук</1>.") == sources(desk).index("«Ми чекали на це п’ять років»,") + 1


def brought(desk, there, monkeypatch):
    """Bring a colleague's file here, as git does."""
    monkeypatch.chdir(desk.root)
    desk.write("locales/en/tram.po", there.po().read_bytes())


def test_a_colleague_s_cuts_come_in_with_their_work(desk, monkeypatch):
    desk.translated()
    there = clone(desk)
    monkeypatch.chdir(there.root)
    there.run("sync")
    assert merge(there)
    assert split(there, QUOTE, QUOTE.index("—"), ENGLISH[QUOTE].index("said"))
    there.run("confirm", "tram", "--to", "en", "--all", "--by", "Тарас")
    colleague = [(s.id, s.source, s.target, s.state, s.suggestion) for s in there.catalog()]
    brought(desk, there, monkeypatch)
    desk.run("sync")
    assert [(s.id, s.source, s.target, s.state, s.suggestion) for s in desk.catalog()] == colleague
    assert desk.run("sync").stdout == "0 segments taken from files, 0 files written\n"


def test_cuts_are_not_taken_where_somebody_has_worked_on_the_paragraph(desk, monkeypatch):
    desk.translated()
    there = clone(desk)
    monkeypatch.chdir(there.root)
    there.run("sync")
    assert merge(there)
    brought(desk, there, monkeypatch)
    desk.change(PRICE, Action.EDIT, target="They cost 480 million hryvnias each.")
    standing = desk.catalog()
    desk.run("sync", exits=1)
    assert desk.catalog() == standing
    assert desk.po().read_bytes() == there.po().read_bytes()

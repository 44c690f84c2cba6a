import pytest

from fakes.desk import ENGLISH, clone
from transloc import files
from transloc.formats import po
from transloc.jobs import intake, mirror
from transloc.jobs.newsroom import now
from transloc.model import State
from transloc.states import Action

PRICE, REST = "Вони коштують 480 млн гривень.", "Решта — до кінця року."


def test_a_changed_catalog_is_written_into_its_file(desk):
    desk.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    with desk.newsroom() as newsroom:
        assert mirror.mirror(newsroom, "tram", "en")
        assert newsroom.store.base_digest("tram", "en") == files.digest(desk.po().read_bytes())
    assert desk.entries()[PRICE].msgstr == ENGLISH[PRICE]


def test_taking_a_file_in_leaves_what_the_owner_is_typing(desk):
    segment = desk.segment(PRICE)
    with desk.newsroom() as newsroom:
        owner = newsroom.owner()
        newsroom.store.keep_draft("tram", "en", segment.id, person=owner, text="They will c", seen=segment.revision, at=now())
        desk.edit({PRICE: ENGLISH[PRICE]})
        mirror.sync(newsroom)
        assert [draft.text for draft in newsroom.store.drafts("tram", "en", person=owner)] == ["They will c"]
    assert desk.segment(PRICE).target == ENGLISH[PRICE]


def test_an_added_text_whose_id_no_address_can_hold_is_told_and_left(desk):
    unit = desk.segment(PRICE).unit
    note = f'\n# transloc: translated after={unit}\n#, fuzzy\nmsgctxt "%s"\nmsgid "[added in translation]"\nmsgstr "A note"\n'
    written = desk.po().read_bytes()
    desk.po().write_bytes(written + (note % "a/b").encode())
    with desk.newsroom() as newsroom:
        (told,) = mirror.sync(newsroom).refused
        assert told.startswith("tram (en) a/b: the msgctxt of an added text")
        desk.po().write_bytes(written + (note % "a1.s1").encode())
        assert mirror.sync(newsroom).refused == []
    assert "A note" in {one.target for one in desk.catalog()}


def test_a_file_that_somebody_has_changed_is_not(desk):
    desk.edit({REST: ENGLISH[REST]})
    desk.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    before = desk.po().read_bytes()
    with desk.newsroom() as newsroom:
        assert not mirror.mirror(newsroom, "tram", "en")
    assert desk.po().read_bytes() == before


@pytest.mark.parametrize("spoil", [lambda path: path.write_bytes(b""), lambda path: path.write_bytes(path.read_bytes()[:-20])])
def test_not_even_a_broken_one_is_overwritten(desk, spoil):
    spoil(desk.po())
    before = desk.po().read_bytes()
    with desk.newsroom() as newsroom:
        assert not mirror.mirror(newsroom, "tram", "en")
    assert desk.po().read_bytes() == before


def test_a_file_that_is_there_before_the_first_sync_is_not_overwritten(empty):
    empty.write("articles/bridge.md", "Міст відкрили.\n")
    empty.write("locales/en/bridge.po", 'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "Міст відкрили."\nmsgstr "The bridge is open."\n')
    before = empty.po("bridge").read_bytes()
    with empty.newsroom() as newsroom:
        intake.add(newsroom, empty.root / "articles" / "bridge.md", ("en",))
        assert not mirror.mirror(newsroom, "bridge", "en")
    assert empty.po("bridge").read_bytes() == before


@pytest.mark.parametrize("settings", [{"mirror": "false"}, {"external": "false"}])
def test_nothing_is_written_where_the_mirror_is_off(desk, settings):
    desk.settings(**settings)
    desk.po().unlink()
    with desk.newsroom() as newsroom:
        assert mirror.mirror(newsroom, "tram", "en")
        assert mirror.sync(newsroom) == mirror.Outcome()
    assert not desk.po().exists()


def test_a_confidential_project_may_ask_for_its_mirror(desk):
    desk.settings(external="false", mirror="true")
    desk.po().unlink()
    with desk.newsroom() as newsroom:
        assert mirror.sync(newsroom).written == [desk.po()]


def test_a_file_that_is_saved_while_the_sync_runs_is_not_overwritten(desk, monkeypatch):
    desk.edit({PRICE: ENGLISH[PRICE]})
    read = po.read

    def read_slowly(data, path=None):
        found = read(data, path)
        monkeypatch.setattr(po, "read", read)
        desk.edit({REST: ENGLISH[REST]})
        return found

    monkeypatch.setattr(po, "read", read_slowly)
    with desk.newsroom() as newsroom:
        assert mirror.sync(newsroom).written == []
    assert desk.entries()[REST].msgstr == ENGLISH[REST]
    desk.run("sync")
    assert [desk.segment(source).target for source in (PRICE, REST)] == [ENGLISH[PRICE], ENGLISH[REST]]


def test_nor_one_that_is_saved_while_it_is_mirrored(desk, monkeypatch):
    desk.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    write = po.write

    def write_slowly(*given, **words):
        monkeypatch.setattr(po, "write", write)
        desk.edit({REST: ENGLISH[REST]})
        return write(*given, **words)

    monkeypatch.setattr(po, "write", write_slowly)
    with desk.newsroom() as newsroom:
        assert not mirror.mirror(newsroom, "tram", "en")
    assert desk.entries()[REST].msgstr == ENGLISH[REST]


def test_what_a_sync_did_is_told(desk):
    desk.translated()
    desk.edit({PRICE: "They are 480 million hryvnias."})
    desk.change(PRICE, Action.EDIT, target="480 million hryvnias are the price.")
    with desk.newsroom() as newsroom:
        outcome = mirror.sync(newsroom)
    (conflict,) = outcome.conflicts
    assert (conflict.article, conflict.locale, conflict.segment) == ("tram", "en", desk.segment(PRICE).id)
    assert (conflict.ours, conflict.theirs) == ("480 million hryvnias are the price.", "They are 480 million hryvnias.")
    assert (outcome.written, outcome.taken, outcome.refused) == ([], 0, [])


def test_a_disk_that_cannot_be_written_leaves_file_and_base_as_they_were(desk, monkeypatch):
    desk.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    before = desk.po().read_bytes()
    with desk.newsroom() as newsroom:
        digest = newsroom.store.base_digest("tram", "en")

    def full(path, data, *, within):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "write", full)
        with desk.newsroom() as newsroom, pytest.raises(OSError, match="No space"):
            mirror.sync(newsroom)
    with desk.newsroom() as newsroom:
        assert newsroom.store.base_digest("tram", "en") == digest
    assert desk.po().read_bytes() == before
    assert "written: locales/en/tram.po" in desk.run("sync").stdout


def test_a_colleagues_note_that_was_left_out_again_comes_with_its_words(desk):
    desk.translated()
    other = clone(desk)
    other.run("status")
    other.add_unit(PRICE, "A tram has three cars.")
    other.change("", Action.REJECT, reason="Is it so?")
    other.change("", Action.OMIT, reason="known")
    other.run("sync")
    desk.po().write_bytes(other.po().read_bytes())
    desk.run("sync")
    note = desk.segment("")
    assert (note.omitted, note.target, note.suggestion, note.state) == ("known", "", "A tram has three cars.", State.REVIEWED)
    assert desk.segment(PRICE).target == ENGLISH[PRICE]


def test_an_added_text_without_words_is_told_and_left(desk):
    unit = desk.segment(PRICE).unit
    entry = f'\n# transloc: translated after={unit}\n#, fuzzy\nmsgctxt "a1.s1"\nmsgid "[added in translation]"\nmsgstr ""\n'
    desk.po().write_bytes(desk.po().read_bytes() + entry.encode())
    with desk.newsroom() as newsroom:
        assert mirror.sync(newsroom).refused == ["tram (en) a1.s1: the added text is empty. Write it in the PO file, or take the entry out"]

from pathlib import Path

import pytest

from fakes.desk import TRAM
from transloc.errors import InputError
from transloc.jobs import intake
from transloc.model import State
from transloc.states import Action

PRICE = "Вони коштують 480 млн гривень."


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("tram.md", "tram"),
        ("Новий міст!.md", "новий-міст"),
        ("2026_11_03 talks (final).md", "2026_11_03-talks-final"),
        ("--a--.txt", "a"),
        ("Киі\u0308в.md", "київ"),
    ],
)
def test_a_slug_is_made_of_a_files_name(name, slug):
    assert intake.slug_of(Path(name)) == slug


@pytest.mark.parametrize("name", ["!!!.md", "—.md", "___.md"])
def test_a_name_of_which_nothing_is_left(name):
    with pytest.raises(InputError, match="Give one with --slug"):
        intake.slug_of(Path(name))


@pytest.mark.parametrize("slug", ["", "tram", "львів-12", "a_b"])
def test_slugs_that_a_person_may_give(slug):
    assert intake.checked_slug(slug) == slug


@pytest.mark.parametrize("slug", ["a/b", "..", "a.b", "-a", "a b", "a\n"])
def test_slugs_that_could_name_no_file(slug):
    with pytest.raises(InputError, match="cannot name an article"):
        intake.checked_slug(slug)


def test_only_files_that_can_be_articles_have_a_slug(tmp_path):
    for name in ("a.md", "b.svg", "!.md"):
        (tmp_path / name).write_text("так")
    (tmp_path / "c.md").mkdir()
    assert [intake.slug_of_or_none(tmp_path / name) for name in ("a.md", "b.svg", "!.md", "c.md")] == ["a", None, None, None]


def test_what_adding_did_is_told(empty):
    empty.write("articles/tram.md", TRAM)
    with empty.newsroom() as newsroom:
        path = empty.root / "articles" / "tram.md"
        added = intake.add(newsroom, path, ("en",))
        assert (added.article.slug, added.article.path, added.article.title) == ("tram", "articles/tram.md", "Львів купує 12 трамваїв")
        assert (added.locales, added.updated, added.copied) == (("en",), (), False)
        path.write_text(TRAM.replace("480", "490"), encoding="utf-8")
        (again,) = intake.add(newsroom, path, ("en",)).updated
        assert (again.kept, again.changed, again.new, again.gone) == (7, 1, 0, ())


def test_every_step_has_its_event(desk):
    desk.reviewed()
    desk.write("articles/tram.md", TRAM.replace("480", "490"))
    desk.run("add", "articles/tram.md")
    with desk.newsroom() as newsroom:
        price = newsroom.store.catalog("tram", "en").segments[4]
        events = newsroom.store.history("tram", "en", price.id)
    assert [event.action for event in events] == ["edit", "confirm", "source-changed"]
    assert events[1].actor == "Олена"


def test_nothing_is_restored_where_everything_is_known(desk):
    with desk.newsroom() as newsroom:
        assert intake.rebuild(newsroom) == ()


def test_a_rebuilt_article_has_states_as_its_file_gives_them_each_with_its_event(desk):
    desk.reviewed()
    (desk.root / ".transloc" / "transloc.db").unlink()
    with desk.newsroom() as newsroom:
        assert {article.slug for article in intake.rebuild(newsroom)} == {"tram", "library"}
        events = newsroom.store.history("tram", "en")
        assert [event.action for event in events if event.segment] == ["imported"] * 8
        assert all(segment.done for segment in newsroom.store.catalog("tram", "en"))
        assert newsroom.store.base("tram", "en").segments


def test_two_locales_come_back_on_the_same_units(desk):
    desk.settings(targets='["en", "pl"]')
    desk.run("add", "articles/tram.md", "--to", "pl")
    desk.translated()
    (desk.root / ".transloc" / "transloc.db").unlink()
    desk.run("status")
    english, polish = desk.catalog(), desk.catalog(locale="pl")
    assert [segment.id for segment in english] == [segment.id for segment in polish]
    assert {segment.state for segment in english} == {State.TRANSLATED}
    assert {segment.state for segment in polish} == {State.INITIAL}


def test_of_two_files_of_one_name_the_one_that_the_po_file_was_made_of_comes_back(empty):
    empty.write("articles/b/tram.md", TRAM)
    empty.run("add", "articles/b/tram.md")
    empty.write("articles/a/tram.md", "Зовсім інше.\n")
    (empty.root / ".transloc" / "transloc.db").unlink()
    empty.run("status")
    with empty.newsroom() as newsroom:
        assert newsroom.store.article("tram").path == "articles/b/tram.md"


def test_a_source_that_is_not_the_one_asked_for_is_not_followed(desk):
    desk.write("articles/tram.md", TRAM.replace("480", "490"))
    with desk.newsroom() as newsroom:
        assert not intake.follow_source(newsroom, "tram", "0" * 64)
        assert "480" in newsroom.store.article("tram").document.data.decode()


def test_a_po_file_in_a_folder_that_is_no_target_is_named(desk):
    (desk.root / "locales" / "old").mkdir()
    desk.po("tram").rename(desk.root / "locales" / "old" / "tram.po")
    (desk.root / ".transloc" / "transloc.db").unlink()
    done = desk.run("status", exits=2)
    assert "locales/old/tram.po: " in done.stderr


def test_work_that_is_not_in_the_file_survives_adding_again(desk):
    desk.change(PRICE, Action.EDIT, target="They cost 480 million hryvnias.")
    desk.write("articles/tram.md", TRAM + "- Їх зроблять у Дніпрі.\n")
    desk.run("add", "articles/tram.md")
    assert desk.segment(PRICE).target == "They cost 480 million hryvnias."
    assert desk.entries()[PRICE].msgstr == "They cost 480 million hryvnias."

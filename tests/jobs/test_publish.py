import pytest

from transloc.errors import InputError, Refused
from transloc.jobs.publish import publish
from transloc.states import Action
from transloc.steps.localise import Given


def test_where_the_article_lies_and_how_it_is_marked(desk):
    desk.reviewed()
    with desk.newsroom() as newsroom:
        done = publish(newsroom, "tram", "en", desk.root / "site", draft=False)
        assert (done.paths, done.report.untranslated, done.report.draft) == ((desk.root / "site" / "tram.md",), 0, False)
        draft = publish(newsroom, "library", "en", desk.root / "site", draft=True)
        assert (draft.report.untranslated, draft.report.draft) == (4, True)


def test_what_is_not_ready_leaves_nothing_behind(desk):
    with desk.newsroom() as newsroom, pytest.raises(Refused, match="is not ready"):
        publish(newsroom, "tram", "en", desk.root / "site", draft=False)
    assert not (desk.root / "site").exists()


def test_an_export_replaces_the_one_before(desk):
    desk.reviewed()
    with desk.newsroom() as newsroom:
        publish(newsroom, "tram", "en", desk.root / "site", draft=False)
    desk.edit({"Решта — до кінця року.": "The rest follow by the end of the year."}, fuzzy=False)
    desk.run("sync")
    with desk.newsroom() as newsroom:
        publish(newsroom, "tram", "en", desk.root / "site", draft=False)
    assert "The rest follow" in desk.read("site/tram.md")
    assert [path.name for path in (desk.root / "site").iterdir()] == ["tram.md"]


def test_broken_codes_never_go_out_not_even_in_a_draft(desk):
    quote = "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>."
    desk.change(quote, Action.EDIT, target="“We waited,” said <1>Olena Haiduk.", reason="Потім")
    with desk.newsroom() as newsroom, pytest.raises(Refused, match="its inline codes differ"):
        publish(newsroom, "tram", "en", desk.root / "site", draft=True)
    assert not (desk.root / "site").exists()


def test_the_folder_of_the_sources_is_no_place_for_it(desk):
    desk.reviewed()
    before = desk.read("articles/tram.md")
    with desk.newsroom() as newsroom, pytest.raises(InputError, match="Name another one with -o"):
        publish(newsroom, "tram", "en", desk.root / "articles", draft=False)
    assert desk.read("articles/tram.md") == before


def test_a_file_where_the_folder_should_be(desk):
    desk.reviewed()
    desk.write("site", "a file")
    with desk.newsroom() as newsroom, pytest.raises(InputError, match="cannot be written"):
        publish(newsroom, "tram", "en", desk.root / "site", draft=False)


@pytest.mark.parametrize(("settings", "told"), [("", ["relative-date"]), ('[checks]\nrelative-date = "off"\n', [])])
def test_yesterday_is_told_when_the_export_is_of_another_day(desk, settings, told):
    desk.reviewed()
    desk.write("transloc.toml", desk.read("transloc.toml") + "\n" + settings)
    desk.edit({"Решта — до кінця року.": "The rest followed yesterday."}, fuzzy=False)
    desk.run("sync")
    with desk.newsroom() as newsroom:
        done = publish(newsroom, "tram", "en", None, draft=False, given=Given(date="2020-01-31"))
    assert [missing.what for missing in done.report.missing if missing.what == "relative-date"] == told

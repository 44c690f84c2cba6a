import pytest

from fakes.desk import GLOSSARY
from transloc import project
from transloc.errors import InputError
from transloc.jobs.newsroom import now, opened, read_glossary
from transloc.model import Role


def test_now_is_what_events_and_po_files_can_keep():
    assert now().utcoffset().total_seconds() == 0
    assert now().microsecond == 0


@pytest.mark.parametrize("name", ["tram", "articles/tram.md", "./articles/tram.md", "../desk/articles/tram.md"])
def test_an_article_goes_by_its_slug_or_its_file(desk, name):
    with desk.newsroom() as newsroom:
        assert newsroom.slugs((name,)) == ("tram",)
        assert newsroom.slugs((str(desk.root / "articles" / "tram.md"),)) == ("tram",)


def test_an_article_goes_by_its_file_from_a_folder_below(desk, monkeypatch):
    monkeypatch.chdir(desk.root / "articles")
    with desk.newsroom() as newsroom:
        assert newsroom.slugs(("tram.md", "library")) == ("tram", "library")


def test_all_articles_or_each_that_is_named_once(desk):
    with desk.newsroom() as newsroom:
        assert newsroom.slugs(()) == ("library", "tram")
        assert newsroom.slugs(("tram", "articles/tram.md", "tram")) == ("tram",)


def test_a_name_that_is_none_is_told_with_those_there_are(desk):
    with desk.newsroom() as newsroom, pytest.raises(InputError, match="Articles: library, tram"):
        newsroom.slugs(("tram", "bus"))


def test_without_articles_the_way_to_one_is_told(empty):
    with empty.newsroom() as newsroom, pytest.raises(InputError, match="transloc add FILE"):
        newsroom.slugs(("bus",))


def test_each_catalog_comes_with_its_article_in_all_locales_or_in_one(desk):
    desk.settings(targets='["en", "pl"]')
    desk.run("add", "articles/tram.md", "--to", "pl")
    with desk.newsroom() as newsroom:
        every = [(listed.slug, locale) for listed, locale in newsroom.catalogs()]
        assert every == [("library", "en"), ("tram", "en"), ("tram", "pl")]
        assert [(listed.slug, locale) for listed, locale in newsroom.catalogs(("tram", "articles/tram.md"), "pl")] == [("tram", "pl")]
        assert list(newsroom.catalogs((), "de")) == []


def test_the_owner_is_an_admin_and_the_same_person_every_time(desk):
    with desk.newsroom() as newsroom:
        first = newsroom.owner()
    with desk.newsroom() as newsroom:
        assert newsroom.owner() == first
    assert first.role is Role.ADMIN


def test_rules_are_those_of_the_project(desk):
    desk.settings(four_eyes="true")
    with desk.newsroom() as newsroom:
        rules = newsroom.rules("en")
    assert (rules.source_locale, rules.target_locale, rules.four_eyes, len(rules.glossary)) == ("uk", "en", True, 2)


def test_a_project_needs_no_glossary_and_says_where_its_own_is_wrong(desk):
    desk.write("glossary.csv", GLOSSARY + "x\n")
    with pytest.raises(InputError, match=r"^glossary\.csv:4: "), opened():
        pass
    (desk.root / "glossary.csv").unlink()
    assert read_glossary(project.load(desk.root)) is None
    with desk.newsroom() as newsroom:
        assert newsroom.rules("en").glossary is None


def test_sentences_are_cut_by_the_projects_own_rules_first(desk):
    text = "Він приїхав у м. Львів. Потім поїхав."
    with desk.newsroom() as newsroom:
        assert len(newsroom.segmenter().segments(text)) == 2
    desk.write(
        "own.srx",
        '<?xml version="1.0"?><srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="yes"/>'
        '<body><languagerules><languagerule languagerulename="uk"><rule break="yes"><beforebreak>м\\.</beforebreak>'
        "<afterbreak>\\s</afterbreak></rule></languagerule></languagerules><maprules>"
        '<languagemap languagepattern="uk.*" languagerulename="uk"/></maprules></body></srx>',
    )
    desk.write("transloc.toml", '[project]\ntargets = ["en"]\n[segmentation]\nrules = "own.srx"\n')
    with desk.newsroom() as newsroom:
        assert len(newsroom.segmenter().segments(text)) == 3

from dataclasses import replace

import pytest

from fakes.desk import GLOSSARY
from transloc.errors import InputError
from transloc.jobs.newsroom import now
from transloc.jobs.survey import survey
from transloc.states import Action, Change


def named(rows):
    return [(row.catalog.article, row.catalog.target_locale) for row in rows]


def sign_off(newsroom):
    """Confirm and sign off all of “tram” in English."""
    person, at = newsroom.owner(), now()
    rows = [
        (one.id, one.revision, Change(action=action, at=at, actor=person))
        for one in newsroom.store.catalog("tram", "en")
        for action in (Action.CONFIRM, Action.SIGN_OFF)
    ]
    assert newsroom.store.change_many("tram", "en", rows, rules=newsroom.rules("en")).refused == ()


def test_every_catalog_or_those_that_are_asked_for(desk):
    desk.settings(targets='["en", "pl"]')
    desk.run("add", "articles/tram.md", "--to", "pl")
    with desk.newsroom() as newsroom:
        assert named(survey(newsroom)) == [("library", "en"), ("tram", "en"), ("tram", "pl")]
        assert named(survey(newsroom, ("tram",))) == [("tram", "en"), ("tram", "pl")]
        assert named(survey(newsroom, (), "pl")) == [("tram", "pl")]
        assert named(survey(newsroom, ("library",), "pl")) == []
        with pytest.raises(InputError, match="there is no article"):
            survey(newsroom, ("bus",))


def test_it_is_judged_by_todays_glossary(desk):
    desk.translated()
    with desk.newsroom() as newsroom:
        (row,) = survey(newsroom, ("tram",))
    assert {blocker.why for blocker in row.blockers} == {"waits for review"}
    desk.write("glossary.csv", GLOSSARY.replace("Lviv,Lwów,Lvov", "Lvov,Lwów,Lviv"))
    with desk.newsroom() as newsroom:
        (row,) = survey(newsroom, ("tram",))
    told = [blocker for blocker in row.blockers if blocker.why != "waits for review"]
    assert [blocker.segment.source for blocker in told] == ["Львів купує 12 трамваїв", "Міська рада Львова схвалила купівлю 12 трамваїв."]
    assert told[0].why.startswith("term-forbidden: ")


def test_a_rule_that_is_off_blocks_nothing(desk):
    desk.translated({"Вони коштують 480 млн гривень.": "They cost 490 million hryvnias."})
    desk.write("transloc.toml", '[project]\ntargets = ["en"]\n[checks]\nnumber = "off"\n')
    with desk.newsroom() as newsroom:
        (row,) = survey(newsroom, ("tram",))
    assert {blocker.why for blocker in row.blockers} == {"waits for review"}


def test_a_signed_article_is_judged_by_the_glossary_of_its_signature(desk):
    desk.translated()
    with desk.newsroom() as newsroom:
        sign_off(newsroom)
    desk.write("glossary.csv", GLOSSARY.replace("Lviv,Lwów,Lvov", "Lvov,Lwów,Lviv"))
    with desk.newsroom() as newsroom:
        (row,) = survey(newsroom, ("tram",))
        assert row.blockers == ()
        judged = newsroom.rules("en", row.catalog.glossary).glossary
        assert judged.digest != newsroom.glossary.digest
        assert judged.concept("lviv").preferred("en") == "Lviv"


def test_a_glossary_that_comes_to_be_kept_is_found_though_it_was_asked_for_before(desk):
    desk.translated()
    with desk.newsroom() as newsroom:
        early = newsroom.glossary
        later = replace(newsroom, glossary=replace(early, concepts=early.concepts[:1]))
        assert later.glossary_of(early.digest) == later.glossary
        sign_off(newsroom)
        assert later.glossary_of(early.digest).digest == early.digest

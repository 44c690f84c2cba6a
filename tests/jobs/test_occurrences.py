from dataclasses import replace

import pytest

from fakes.desk import ENGLISH
from transloc.glossary import Concept, ConceptKind, Status, Term
from transloc.jobs.newsroom import now
from transloc.jobs.occurrences import by_article, occurrences, touched
from transloc.states import Action, Change

COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
HEADLINE = "Львів купує 12 трамваїв"


@pytest.fixture
def newsroom(desk):
    with desk.newsroom() as opened:
        yield opened


def edit(newsroom, source, target):
    segment = next(one for one in newsroom.store.catalog("tram", "en") if one.source == source)
    change = Change(action=Action.EDIT, at=now(), actor=newsroom.owner(), target=target)
    newsroom.store.change("tram", "en", segment.id, seen=segment.revision, change=change, rules=newsroom.rules("en"))


def found(newsroom, concept):
    return occurrences(newsroom, concept, newsroom.store.catalog)


def test_a_row_stands_where_any_form_of_it_does(newsroom):
    stands = found(newsroom, newsroom.glossary.concept("lviv"))
    assert [place.source for place in stands.places] == [HEADLINE, COUNCIL]
    assert [place.source[slice(*place.spans[0])] for place in stands.places] == ["Львів", "Львова"]
    assert (stands.sentences, stands.articles, stands.others) == (2, 1, 0)


def test_what_the_rules_say_there_is_told(newsroom):
    edit(newsroom, HEADLINE, "Lvov buys 12 trams")
    edit(newsroom, COUNCIL, ENGLISH[COUNCIL])
    stands = found(newsroom, newsroom.glossary.concept("lviv"))
    assert {finding.rule for finding in stands.places[0].findings} >= {"term-forbidden"}
    assert stands.places[1].findings == ()
    assert stands.others == 1


def test_a_forbidden_word_is_told_where_the_source_does_not_name_the_row(newsroom):
    price = "Вони коштують 480 млн гривень."
    edit(newsroom, price, "A streetcar costs 480 million hryvnias.")
    stands = found(newsroom, newsroom.glossary.concept("tram"))
    assert [(place.source, place.spans) for place in stands.places if place.findings] == [(price, ())]
    assert stands.sentences == 2


def test_a_proposal_is_told_as_if_it_were_accepted(newsroom):
    edit(newsroom, COUNCIL, ENGLISH[COUNCIL])
    council = Concept(
        id="council",
        kind=ConceptKind.ORG,
        status=Status.DRAFT,
        terms=(Term("міська рада", "uk"), Term("municipal council", "en")),
        line=9,
    )
    stands = found(newsroom, council)
    assert [place.source for place in stands.places] == [COUNCIL]
    assert [finding.rule for finding in stands.places[0].findings] == ["term-missing"]


def test_a_longer_term_that_covers_it_is_no_place_of_it(newsroom):
    council = Concept(id="council", terms=(Term("міська рада Львова", "uk"), Term("Lviv City Council", "en")), line=9)
    room = replace(newsroom, glossary=replace(newsroom.glossary, concepts=(*newsroom.glossary.concepts, council)))
    assert [place.source for place in found(room, room.glossary.concept("lviv")).places] == [HEADLINE]


def test_a_row_that_stands_nowhere(newsroom):
    assert found(newsroom, Concept(id="x", terms=(Term("пінгвін", "uk"), Term("penguin", "en")))).places == ()


def test_a_change_is_told_before_it_is_made(newsroom):
    edit(newsroom, HEADLINE, ENGLISH[HEADLINE])
    edit(newsroom, COUNCIL, ENGLISH[COUNCIL])
    before = newsroom.glossary.concept("tram")
    after = replace(before, terms=(Term("трамвай", "uk"), Term("light rail vehicle", "en")))
    change = touched(newsroom, before, after, newsroom.store.catalog)
    assert (change.sentences, change.articles) == (2, ("tram",))
    assert {one.finding.rule for one in change.new} == {"term-missing"}


def test_a_change_for_people_alone_touches_nothing(newsroom):
    before = newsroom.glossary.concept("lviv")
    change = touched(newsroom, before, replace(before, note="a lion"), newsroom.store.catalog)
    assert change is None or not change.touched


def test_places_are_grouped_by_article_and_language(newsroom):
    stands = found(newsroom, newsroom.glossary.concept("lviv"))
    assert {key: len(places) for key, places in by_article(stands.places).items()} == {("tram", "en"): 2}


def test_a_row_is_told_wherever_it_stands_in_the_file(newsroom):
    edit(newsroom, HEADLINE, "Lvov buys 12 trams")
    for line in (3, 4):
        concepts = tuple(replace(one, line=one.line + line) for one in newsroom.glossary.concepts)
        room = replace(newsroom, glossary=replace(newsroom.glossary, concepts=concepts))
        assert found(room, room.glossary.concept("lviv")).others == 1

from dataclasses import replace
from datetime import timedelta

import pytest

from store.desk import ALICE, BOB, NOON, article, catalog
from transloc.errors import InputError, Refused
from transloc.model import Kind, Segment, State, Stated, Waiver


def test_an_article_comes_back_as_it_was_added(store):
    one = article()
    store.add_article(one, [catalog(one)], actor=BOB, at=NOON)
    assert store.article("talks") == one
    assert store.catalog("talks", "en") == catalog(one)


def test_articles_and_locales_stand_in_order(store):
    for slug in ("war", "art", "law"):
        one = article(slug)
        store.add_article(one, [catalog(one, locale) for locale in ("pl", "en-GB")], actor=BOB, at=NOON)
    assert [one.slug for one in store.listing()] == ["art", "law", "war"]
    assert store.locales("law") == ("en-GB", "pl")


def test_a_listing_names_title_and_locales(desk):
    (listed,) = desk.store.listing()
    one = article()
    assert (listed.slug, listed.path, listed.title, listed.locales) == ("talks", one.path, one.title, ("en",))
    assert listed.digest == catalog(one).digest


def test_a_listing_names_the_address_that_a_document_states(store):
    one = article()
    stated = replace(one, document=replace(one.document, metadata={"address": Stated("https://example.org/talks", "canonical")}))
    store.add_article(stated, [], actor=BOB, at=NOON)
    assert [listed.address for listed in store.listing()] == ["https://example.org/talks"]


def test_headlines_are_those_that_are_translated_whole(store):
    one = article()
    first = catalog(one)
    parts = (
        ("u1.s1", "Talks", Kind.HEADLINE),
        ("u1.s2", "go on", Kind.HEADLINE),
        ("u2.s1", "Another", Kind.HEADLINE),
        ("u3.s1", "x", Kind.LEDE),
    )
    segments = [Segment(id=name, source="є", kind=kind, target=target) for name, target, kind in parts]
    store.add_article(one, [replace(first, segments=tuple(segments))], actor=BOB, at=NOON)
    open_one = replace(article("trams"), slug="trams")
    half = [replace(segments[0], target=""), segments[1]]
    store.add_article(open_one, [replace(first, article="trams", segments=tuple(half))], actor=BOB, at=NOON)
    assert store.headlines("en") == {"talks": "Talks go on"}
    assert store.headlines("pl") == {}


def test_a_slug_is_taken_once(desk):
    with pytest.raises(Refused, match="already an article “talks”"):
        desk.store.add_article(article(), [], actor=BOB, at=NOON)


def test_a_refused_article_leaves_nothing(store):
    one = article()
    with pytest.raises(Refused):
        store.add_article(one, [catalog(one), catalog(one)], actor=BOB, at=NOON)
    assert store.listing() == ()
    assert store.history("talks") == ()


def test_a_locale_is_added_once(desk):
    desk.store.add_locale("talks", catalog(article(), "pl"), actor=BOB, at=NOON)
    assert desk.store.locales("talks") == ("en", "pl")
    with pytest.raises(Refused, match="catalog for pl already"):
        desk.store.add_locale("talks", catalog(article(), "pl"), actor=BOB, at=NOON)


@pytest.mark.parametrize(
    "ask", [lambda s: s.article("x"), lambda s: s.locales("x"), lambda s: s.catalog("x", "en"), lambda s: s.progress("x")]
)
def test_an_unknown_article_is_named(store, ask):
    with pytest.raises(InputError, match="no article “x”"):
        ask(store)


def test_an_unknown_locale_is_named_with_the_way_to_add_it(desk):
    with pytest.raises(InputError, match=r"talks has no catalog for de.*--to de"):
        desk.store.catalog("talks", "de")


def worked(one):
    first, second, third, fourth = one.segments
    return replace(
        one,
        segments=(
            replace(
                first,
                target="Talks in Warsaw",
                state=State.FINAL,
                origin="deepl",
                people=("p1", "p2"),
                at=NOON,
                correction="2026-11-23: typo",
            ),
            replace(second, state=State.REVIEWED, omitted="not for readers abroad", suggestion="Ministers met.", people=("p1",)),
            replace(third, target="They agreed.", state=State.TRANSLATED, waivers=(Waiver("number", "round", "p2"), Waiver("x", "y"))),
            replace(fourth, previous_source="Далі.", suggestion="More."),
        ),
    )


def test_an_import_takes_states_as_written(store):
    one = article()
    written = worked(catalog(one))
    store.add_article(one, [written], actor=BOB, at=NOON, imported=True)
    assert store.catalog("talks", "en") == written
    told = [(event.segment, event.after) for event in store.history("talks", "en") if event.action == "imported"]
    assert told == [(segment.id, segment.target) for segment in written]
    assert [entry.target for entry in store.entries()] == ["Talks in Warsaw"]


def test_untouched_segments_of_an_import_have_no_event_of_their_own(store):
    one = article()
    store.add_article(one, [catalog(one)], actor=ALICE, at=NOON, imported=True)
    assert [event.action for event in store.history("talks", "en")] == ["added"]


def test_a_deadline_can_be_set_and_taken_away(desk):
    due = NOON + timedelta(days=1)
    desk.store.set_deadline("talks", "en", due, actor=BOB, at=NOON)
    assert desk.store.progress()[0].deadline == due
    desk.store.set_deadline("talks", "en", None, actor=BOB, at=NOON)
    assert desk.store.progress()[0].deadline is None
    assert [event.actor for event in desk.store.history("talks", "en") if event.action == "deadline"] == ["Bob", "Bob"]


def test_the_base_is_what_was_last_synced(desk):
    assert desk.store.base("talks", "en") is None
    assert desk.store.base_digest("talks", "en") is None
    written = worked(catalog(article()))
    desk.store.set_base("talks", "en", catalog(article()), "1" * 64)
    desk.store.set_base("talks", "en", written, "2" * 64)
    assert desk.store.base("talks", "en") == written
    assert desk.store.base_digest("talks", "en") == "2" * 64
    assert desk.store.catalog("talks", "en") == catalog(article())

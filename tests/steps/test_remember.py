from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest

from transloc.formats.tmx import TranslationUnit, Variant, Writer, read
from transloc.memory import Entry
from transloc.model import Catalog, Segment, State
from transloc.steps.remember import Taking, entries, units

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def catalog(*segments):
    return Catalog(article="a", source_locale="uk", target_locale="en", segments=segments)


def segment(number, **values):
    usual = {"id": f"u{number}.s1", "source": f"Речення {number}.", "target": f"Sentence {number}.", "state": State.REVIEWED}
    return Segment(**(usual | values))


def test_an_entry_knows_its_neighbours_and_where_it_comes_from():
    found = entries(catalog(segment(1), segment(2, origin="deepl", at=NOON, people=("p1", "p2")), segment(3)))
    assert found[1] == Entry(
        source="Речення 2.",
        target="Sentence 2.",
        source_locale="uk",
        target_locale="en",
        previous="Речення 1.",
        next="Речення 3.",
        origin="deepl",
        article="a",
        at=NOON,
        by="p2",
    )
    assert (found[0].previous, found[0].next) == ("", "Речення 2.")
    assert (found[2].previous, found[2].next) == ("Речення 2.", "")


@pytest.mark.parametrize("state", [State.INITIAL, State.TRANSLATED])
def test_what_nobody_vouches_for_gives_none_and_is_a_neighbour_all_the_same(state):
    found = entries(catalog(segment(1, state=state), segment(2)))
    assert [(entry.source, entry.previous) for entry in found] == [("Речення 2.", "Речення 1.")]


def test_omitted_and_added_segments_give_none_and_an_added_one_is_no_neighbour():
    added = Segment(id="a1.s1", source="", target="A note.", after="u1", state=State.REVIEWED)
    found = entries(catalog(segment(1), added, segment(2), segment(3, target="", omitted="Повтор")))
    assert [(entry.source, entry.previous, entry.next) for entry in found] == [
        ("Речення 1.", "", "Речення 2."),
        ("Речення 2.", "Речення 1.", "Речення 3."),
    ]


def test_final_counts_as_well():
    assert [entry.target for entry in entries(catalog(replace(segment(1), state=State.FINAL)))] == ["Sentence 1."]


def unit(*variants, **properties):
    return TranslationUnit(tuple(Variant(tag, text, NOON, "olena") for tag, text in variants), properties, 1)


def taken(*units, source="uk", targets=("en-GB",)):
    taking = Taking(source, targets)
    return list(taking.entries(units)), taking


def test_a_unit_of_another_program_is_an_entry_without_its_people():
    found, _ = taken(unit(("uk", "Так."), ("en-GB", "Yes."), prev="Ви згодні?", next=""))
    assert found == [
        Entry(
            source="Так.", target="Yes.", source_locale="uk", target_locale="en-GB", previous="Ви згодні?", next="", origin="tmx", at=NOON
        )
    ]


@pytest.mark.parametrize("tags", [("UK-UA", "EN_GB"), ("uk_ua", "en"), ("UK", "EN-US"), ("uk-Cyrl-UA", "en-gb")])
def test_tags_of_any_case_and_region_mean_the_project_s_locales(tags):
    found, _ = taken(unit((tags[0], "Так."), (tags[1], "Yes.")))
    assert [(one.source_locale, one.target_locale) for one in found] == [("uk", "en-GB")]


def test_every_target_gets_its_own_and_the_order_of_languages_does_not_matter():
    found, _ = taken(unit(("pl", "Tak."), ("en", "Yes."), ("de", "Ja."), ("uk", "Так.")), targets=("en", "pl"))
    assert [(one.source, one.target, one.target_locale) for one in found] == [("Так.", "Yes.", "en"), ("Так.", "Tak.", "pl")]


def test_a_tag_that_may_mean_two_locales_means_none():
    both = ("en-GB", "en-US")
    assert taken(unit(("uk", "Так."), ("en", "Yes.")), targets=both)[0] == []
    assert [one.target_locale for one in taken(unit(("uk", "Так."), ("en-us", "Yes.")), targets=both)[0]] == ["en-US"]


def test_empty_texts_give_none():
    assert taken(unit(("uk", " "), ("en-GB", "Yes.")), unit(("uk", "Так."), ("en-GB", "")))[0] == []


def test_codes_that_do_not_fit_each_other_are_left_out_and_counted():
    found, taking = taken(unit(("uk", r"<1>Так</1> \<2>."), ("en-GB", "Yes <9/>.")), unit(("uk", "<1>Ні</1>"), ("en-GB", "<1>No</1>")))
    assert [(one.source, one.target) for one in found] == [(r"Так \<2>.", "Yes ."), ("<1>Ні</1>", "<1>No</1>")]
    assert taking.recoded == 1


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        (("de", "fr"), "old.tmx: it has no translation from uk into en-GB; its languages are de, fr"),
        (("UA", "en"), "Did you mean “uk”?"),
        (("", "en"), "is not a language tag"),
    ],
)
def test_a_file_with_other_languages_says_which(tags, words):
    found, taking = taken(unit((tags[0], "Ja."), (tags[1], "Oui.")))
    assert found == []
    assert words in str(taking.nothing("old.tmx"))


def test_what_the_memory_gives_away_comes_back():
    given = [
        Entry(source="<3>Так</3>", target="<3>Yes</3>", source_locale="uk", target_locale="en-GB", origin="tmx", article="talks", at=NOON),
        Entry(source="Ні", target="No", source_locale="uk", target_locale="en-GB", previous="", next="<3>Так</3>", origin="tmx"),
    ]
    data = b"".join(Writer().pieces(units(given), "uk"))
    assert taken(*read(BytesIO(data), "m.tmx"))[0] == given

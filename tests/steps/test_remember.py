from dataclasses import replace
from datetime import UTC, datetime

import pytest

from transloc.memory import Entry
from transloc.model import Catalog, Segment, State
from transloc.steps.remember import entries

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

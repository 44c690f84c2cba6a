from datetime import UTC, datetime

from transloc.memory import CONTEXT, EXACT, Entry, best, ranked


def entry(target, *, source="Так.", previous=None, following=None, day=1):
    return Entry(
        source=source,
        target=target,
        source_locale="uk",
        target_locale="en-GB",
        previous=previous,
        next=following,
        at=datetime(2026, 1, day, tzinfo=UTC),
        by="p1",
    )


def test_nothing_like_it_gives_no_suggestion():
    assert best("Так.", "", "", []) is None
    assert best("Так.", "", "", [entry("Yes!", source="Так!")]) is None


def test_the_same_neighbours_win_over_a_later_confirmation():
    candidates = [
        entry("Yes.", previous="Ви згодні?", following="Дякую.", day=1),
        entry("Right.", previous="Отже.", following="Далі.", day=9),
    ]
    found = best("Так.", "Ви згодні?", "Дякую.", candidates)
    assert (found.target, found.origin, found.score) == ("Yes.", CONTEXT, 1.0)


def test_neighbours_are_compared_like_sources():
    found = best("Так.", "<7>Ви</7>  згодні?", "", [entry("Yes.", previous="<1>Ви</1> згодні?", following="")])
    assert found.origin == CONTEXT


def test_one_neighbour_alone_is_no_context():
    assert best("Так.", "Ви згодні?", "Дякую.", [entry("Yes.", previous="Ви згодні?", following="Ні.")]).origin == EXACT


def test_unknown_neighbours_are_not_the_edge_of_an_article():
    assert best("Так.", "", "", [entry("Yes.")]).origin == EXACT
    assert best("Так.", "", "", [entry("Yes.", previous="", following="")]).origin == CONTEXT


def test_of_equals_the_latest_wins():
    assert best("Так.", "а", "б", [entry("Old.", day=1), entry("New.", day=3), entry("Middle.", day=2)]).target == "New."


def test_an_entry_without_a_date_comes_last():
    undated = Entry(source="Так.", target="Undated.", source_locale="uk", target_locale="en-GB")
    assert [s.target for s in ranked("Так.", "", "", [undated, entry("Dated.")])] == ["Dated.", "Undated."]


def test_codes_are_adapted_and_a_broken_entry_is_passed_over():
    broken = entry("Yes.", source="<2>Так</2>.", day=9)
    good = entry("<2>Yes</2>.", source="<2>Так</2>.", day=1)
    assert best("<5>Так</5>.", "", "", [broken, good]).target == "<5>Yes</5>."


def test_an_empty_target_is_no_suggestion():
    assert best("Так.", "", "", [entry(" ")]) is None


def test_every_different_translation_is_offered_once():
    targets = [s.target for s in ranked("Так.", "", "", [entry("Yes.", day=1), entry("Yes.", day=2), entry("Right.", day=3)])]
    assert targets == ["Right.", "Yes."]

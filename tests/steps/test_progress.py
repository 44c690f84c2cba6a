from dataclasses import replace

import pytest

from transloc.model import Catalog, Finding, Kind, Segment, Severity, State, Waiver
from transloc.steps.progress import progress

ONE = Segment(id="u1.s1", source="Два слова", target="Two words", state=State.TRANSLATED)
WRONG = Finding(rule="number", severity=Severity.ERROR, message="The source has 2")


def why(segment, *findings, four_eyes=False):
    catalog = Catalog(article="a", source_locale="uk", target_locale="en", segments=(segment,))
    return [blocker.why for blocker in progress(catalog, {segment.id: findings}, four_eyes=four_eyes).blockers]


def test_counts_by_state_in_segments_and_source_words():
    states = [State.INITIAL, State.TRANSLATED, State.REVIEWED, State.REVIEWED, State.FINAL]
    segments = tuple(replace(ONE, id=f"u{n}.s1", state=state) for n, state in enumerate(states))
    row = progress(Catalog(article="a", source_locale="uk", target_locale="en", segments=segments), {})
    assert (row.total, row.done, row.words, row.words_done) == (5, 3, 10, 6)
    assert [row.counts[state] for state in State] == [1, 1, 2, 1]
    assert [blocker.segment.id for blocker in row.blockers] == ["u0.s1", "u1.s1"]


def test_an_empty_catalog_is_ready():
    row = progress(Catalog(article="a", source_locale="uk", target_locale="en"), {})
    assert (row.total, row.done, row.blockers) == (0, 0, ())


@pytest.mark.parametrize(
    ("segment", "words"),
    [
        (replace(ONE, state=State.INITIAL, target=""), ["not translated"]),
        (replace(ONE, state=State.INITIAL, target="", previous_source="Слово"), ["its source has changed"]),
        (ONE, ["waits for review"]),
        (replace(ONE, state=State.REVIEWED), []),
        (replace(ONE, state=State.REVIEWED, target="", omitted="Повтор"), []),
        (replace(ONE, state=State.FINAL), []),
    ],
)
def test_what_blocks_by_state(segment, words):
    assert why(segment) == words


def test_an_error_is_told_instead_of_waiting():
    assert why(ONE, WRONG) == ["number: The source has 2"]


@pytest.mark.parametrize("finding", [replace(WRONG, severity=Severity.WARNING), replace(WRONG, severity=Severity.INFO)])
def test_less_than_an_error_only_waits(finding):
    assert why(ONE, finding) == ["waits for review"]


def test_a_waived_error_only_waits():
    assert why(replace(ONE, waivers=(Waiver("number", "так"),)), WRONG) == ["waits for review"]


def test_a_headline_is_rewritten_so_its_numbers_do_not_block():
    assert why(replace(ONE, kind=Kind.HEADLINE), WRONG) == ["waits for review"]


def test_an_error_found_later_does_not_take_a_review_back():
    assert why(replace(ONE, state=State.REVIEWED), WRONG) == []


@pytest.mark.parametrize(("state", "words"), [(State.REVIEWED, ["waits for a second person to sign it off"]), (State.FINAL, [])])
def test_with_four_eyes(state, words):
    assert why(replace(ONE, state=state), four_eyes=True) == words

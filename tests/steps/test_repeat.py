from dataclasses import replace

import pytest

from transloc.model import Catalog, Kind, Quotation, Segment, State
from transloc.steps.repeat import repeats

HEADLINE = "Париж привіз <1>гарантії</1>"
CONFIRMED = Segment(
    id="u1.s1", source=HEADLINE, target="Paris brings <1>guarantees</1>", kind=Kind.HEADLINE, state=State.REVIEWED, people=("p1",)
)
DRAFT = Segment(
    id="u2.s1", source=HEADLINE.replace("1>", "3>"), target="Paryzh pryviz <3>harantii</3>", state=State.TRANSLATED, origin="deepl"
)


def found(*others):
    return dict(repeats(Catalog(article="a", source_locale="uk", target_locale="en", segments=(CONFIRMED, *others)), CONFIRMED))


def test_the_same_sentence_elsewhere_takes_the_text_with_its_own_codes():
    assert found(DRAFT) == {DRAFT: "Paris brings <3>guarantees</3>"}


def test_what_has_no_draft_yet_takes_it_too():
    empty = replace(DRAFT, target="", state=State.INITIAL)
    assert found(empty) == {empty: "Paris brings <3>guarantees</3>"}


@pytest.mark.parametrize(
    "other",
    [
        replace(DRAFT, people=("p2",)),
        replace(DRAFT, state=State.REVIEWED),
        replace(DRAFT, state=State.FINAL),
        replace(DRAFT, source="Париж привіз рахунок", target="Paryzh"),
        replace(DRAFT, target="Paris brings <3>guarantees</3>"),
        replace(DRAFT, quotations=(Quotation(unit="u2", span=(0, 5), text="Париж", spoken_in="fr"),)),
        Segment(id="a1.s1", source="", target="A note", after="u1", state=State.REVIEWED),
    ],
    ids=["written", "reviewed", "final", "other", "alike", "quoted", "added"],
)
def test_what_somebody_has_done_stays(other):
    assert found(other) == {}

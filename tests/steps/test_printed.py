"""“(translated from Ukrainian)”: where readers learn that a quotation was translated twice."""

from dataclasses import replace

import pytest

from transloc.model import Catalog, Kind, Quotation, QuotationStatus, Segment, State
from transloc.steps.printed import printed

FIRST = Segment(id="u1.s1", source="Макрон: «Ми йдемо далі.", target="Macron: “We go on.", state=State.REVIEWED)
SECOND = Segment(id="u1.s2", source="Так буде».", target="So it will be.”", state=State.REVIEWED)
THIRD = Segment(id="u1.s3", source="Він пішов.", target="He left.", state=State.REVIEWED)
MARK = Quotation(unit="u1", span=(9, 32), text="Ми йдемо далі. Так буде", spoken_in="fr", status=QuotationStatus.RETRANSLATED)


def shown(*segments, to="en"):
    return [one.target for one in printed(Catalog(article="a", source_locale="uk", target_locale=to, segments=segments))]


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("en-GB", "(translated from Ukrainian)"),
        ("de", "(aus dem Ukrainischen übersetzt)"),
        ("pl", "(tłumaczenie z ukraińskiego)"),
        ("fr", "(ukrainien)"),
    ],
)
def test_the_remark_stands_after_the_sentence_that_ends_the_quotation(to, words):
    assert shown(replace(FIRST, quotations=(MARK,)), SECOND, THIRD, to=to) == [FIRST.target, f"So it will be.” {words}", THIRD.target]


@pytest.mark.parametrize("status", set(QuotationStatus) - {QuotationStatus.RETRANSLATED})
def test_no_other_resolution_is_printed(status):
    segments = (replace(FIRST, quotations=(replace(MARK, status=status),)), SECOND)
    assert shown(*segments) == [FIRST.target, SECOND.target]


def test_what_the_text_says_already_is_not_said_twice():
    told = replace(SECOND, target="So it will be (Translated from Ukrainian).”")
    assert shown(replace(FIRST, quotations=(MARK,)), told) == [FIRST.target, told.target]


def test_two_quotations_that_end_in_one_sentence_have_one_remark():
    second = replace(MARK, text="Так буде", span=(24, 32))
    assert shown(replace(FIRST, quotations=(MARK,)), replace(SECOND, quotations=(second,)))[1].count("translated") == 1


def test_the_last_sentence_that_has_a_target_carries_it():
    omitted = replace(SECOND, target="", omitted="said above")
    assert shown(replace(FIRST, quotations=(MARK,)), omitted) == ["Macron: “We go on. (translated from Ukrainian)", ""]
    assert shown(replace(FIRST, target="", state=State.INITIAL, quotations=(MARK,))) == [""]


def test_a_headline_has_no_room_for_it():
    assert shown(replace(FIRST, kind=Kind.HEADLINE, quotations=(MARK,))) == [FIRST.target]


def test_a_catalog_without_marks_is_the_same_value():
    catalog = Catalog(article="a", source_locale="uk", target_locale="en", segments=(FIRST, SECOND))
    assert printed(catalog) is catalog

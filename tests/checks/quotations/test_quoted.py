"""Where the words of a quotation lie in a unit that is cut into segments."""

import pytest

from transloc.checks.quotations.quoted import foreign, marked, reach, reaching, settled, unresolved
from transloc.model import Quotation, QuotationStatus, Segment

#: A quotation over two sentences, with a link in it, and the same words a second time.
UNIT = (
    Segment(id="u1.s1", source="Макрон заявив: «Ми <1>увійшли</1> в нову фазу."),
    Segment(id="u1.s2", source="Вона триває».  "),
    Segment(id="u1.s3", source="«Вона триває», — повторив він."),
)


def quotation(text, start=0, **more):
    return Quotation(unit="u1", span=(start, start + len(text)), text=text, **more)


@pytest.mark.parametrize(
    ("text", "start", "names"),
    [
        ("Ми увійшли в нову фазу. Вона триває", 16, ("u1.s1", "u1.s2")),
        ("Ми увійшли", 16, ("u1.s1",)),
        ("Вона триває", 46, ("u1.s2",)),
        ("Вона триває", 62, ("u1.s3",)),
        ("Ми\nувійшли  в нову фазу", 0, ("u1.s1",)),
        ("Чогось такого ніхто не казав", 0, ()),
        ("", 0, ()),
    ],
)
def test_the_segments_that_hold_words_of_it(text, start, names):
    assert reach(quotation(text, start), UNIT) == names


def test_a_mark_reaches_beyond_the_segment_that_holds_it():
    mark, lost = quotation("Ми увійшли в нову фазу. Вона триває", 16), quotation("Чогось такого")
    held = [Segment(id=one.id, source=one.source, quotations=(mark, lost) if one.id == "u1.s1" else ()) for one in UNIT]
    assert reaching(held) == {"u1.s1": (mark, lost), "u1.s2": (mark,)}


def test_marks_settle_where_their_words_begin():
    whole, again, lost = quotation("Ми увійшли в нову фазу. Вона триває", 16), quotation("Вона триває", 62), quotation("Чогось такого")
    assert [one.quotations for one in settled(UNIT, [again, whole, lost])] == [(whole,), (), (again,)]


def test_what_is_in_quotation_marks():
    words = "Він: «так „і“ ні» — та “yes"
    assert [words[slice(*span)] for span in marked(words)] == ["«так „і“ ні»"]
    assert [words[slice(*span)] for span in marked(words, open_ended=True)] == ["«так „і“ ні»", "“yes"]


def test_foreign_is_another_language_than_the_source_s_and_resolved_is_what_somebody_decided():
    assert foreign(quotation("Так", spoken_in="fr"), "uk")
    assert foreign(quotation("Так", published_in="und"), "uk-UA")
    assert not foreign(quotation("Так", spoken_in="uk"), "uk-UA")
    assert unresolved(quotation("Так", spoken_in="fr"), "uk")
    assert not unresolved(quotation("Так", spoken_in="fr", status=QuotationStatus.DIRECT), "uk")

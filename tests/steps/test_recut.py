from dataclasses import replace

from transloc.model import Catalog, Segment, State
from transloc.steps.recut import adopt

ONE = Segment(id="u1.s1", source="Так.", target="Yes.", state=State.TRANSLATED, revision=4)
TWO = Segment(id="u1.s2", source="Ні.", target="No.", state=State.TRANSLATED, revision=2)
NOTE = Segment(id="a1.s1", source="", target="A note.", after="u1", state=State.REVIEWED)
OTHER = Segment(id="u2.s1", source="Далі.", target="More.", state=State.REVIEWED)
WHOLE = Segment(id="u1.s1", source="Так. Ні.", target="Yes, no.", state=State.REVIEWED)


def catalog(*segments):
    return Catalog(article="a", source_locale="uk", target_locale="en", segments=segments)


def test_a_unit_that_they_cut_otherwise_is_cut_so_on_both_sides_and_blank():
    ours = catalog(ONE, TWO, NOTE, OTHER)
    blank = Segment(id="u1.s1", source="Так. Ні.", revision=4)
    base, adopted = adopt(ours, ours, catalog(WHOLE, NOTE, OTHER))
    assert base.segments == adopted.segments == (blank, NOTE, OTHER)


def test_a_segment_that_they_cut_as_we_do_keeps_its_work():
    ours = catalog(ONE, replace(TWO, source="Ні. Може."))
    _, adopted = adopt(ours, ours, catalog(ONE, replace(TWO, target=""), Segment(id="u1.s3", source="Може.")))
    assert adopted.segments == (ONE, Segment(id="u1.s2", source="Ні.", revision=2), Segment(id="u1.s3", source="Може."))


def test_nothing_is_cut_where_somebody_works_or_the_text_is_another():
    base, ours = catalog(ONE, TWO), catalog(replace(ONE, target="Yes!"), TWO)
    assert adopt(base, ours, catalog(WHOLE)) == (base, ours)
    assert adopt(base, base, catalog(replace(WHOLE, source="Так. Ніколи."))) == (base, base)
    same = adopt(base, base, catalog(replace(ONE, target="Yes!"), TWO))
    assert same[0] is same[1] is base

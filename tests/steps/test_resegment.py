"""Split and merge: the texts stay what they were, ids and states are right, and what cannot be cut is said."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from transloc import markup
from transloc.errors import Refused
from transloc.model import Document, Kind, Person, Segment, State, Unit, Waiver
from transloc.states import Action, Change
from transloc.steps.assemble import assemble
from transloc.steps.resegment import merge, split

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ALICE = Person("p1", "Alice")
SPLIT = Change(action=Action.SPLIT, at=NOON, actor=ALICE)
MERGE = Change(action=Action.MERGE, at=NOON, actor=ALICE)
SOURCE = "Міністри зустрілися. <1>Вони домовилися про все</1>."
TARGET = "The ministers met. <1>They agreed on everything</1>."


def segment(source=SOURCE, target=TARGET, **more):
    state = State.TRANSLATED if target else State.INITIAL
    return Segment(**{"id": "u1.s1", "source": source, "target": target, "state": state} | more)


def whole(source):
    return Unit(id="u1", kind=Kind.PARAGRAPH, source=source, span=(0, len(source)))


def cut(one, at, target_at, **more):
    return split([one], one.id, SPLIT, at=at, target_at=target_at, **more)


def test_a_sentence_is_cut_and_both_parts_wait_to_be_confirmed():
    confirmed = segment(state=State.REVIEWED, people=("p2",), origin="deepl", waivers=(Waiver("number", "no"),))
    first, second = cut(confirmed, SOURCE.index("<1>"), TARGET.index("<1>"))
    assert (first.id, first.source, first.target) == ("u1.s1", "Міністри зустрілися.", "The ministers met.")
    assert (second.id, second.source, second.target) == ("u1.s2", "<1>Вони домовилися про все</1>.", "<1>They agreed on everything</1>.")
    assert {(part.state, part.people, part.origin, part.waivers, part.at) for part in (first, second)} == {
        (State.TRANSLATED, ("p2",), "deepl", (), NOON)
    }


@pytest.mark.parametrize("shift", [-1, 0, 1, 2, 3])
def test_it_does_not_matter_where_between_the_words_the_cut_is_set(shift):
    """In the white space, before the code or in it: a person sees one place."""
    first, second = cut(segment(), SOURCE.index("<1>") + shift, TARGET.index("<1>"))
    assert (first.source, second.source) == ("Міністри зустрілися.", "<1>Вони домовилися про все</1>.")


def test_a_code_may_go_on_in_the_second_part():
    source, target = "<1>Міністри зустрілися. Далі буде</1>.", "<1>The ministers met. More follows</1>."
    first, second = cut(segment(source, target), source.index(" Далі"), target.index(" More"))
    assert (first.source, second.source) == ("<1>Міністри зустрілися.", "Далі буде</1>.")
    assert (first.target, second.target) == ("<1>The ministers met.", "More follows</1>.")


def test_a_part_without_a_target_is_initial():
    first, second = cut(segment("Так. Ні.", "Yes.", people=("p1",), origin="deepl"), 4, 4)
    assert (first.state, first.target, first.people) == (State.TRANSLATED, "Yes.", ("p1",))
    assert (second.state, second.target, second.people, second.origin) == (State.INITIAL, "", (), "")
    both = cut(segment(target="", suggestion="The ministers met."), 20, 0)
    assert [(part.state, part.suggestion) for part in both] == [(State.INITIAL, "The ministers met."), (State.INITIAL, "")]


def test_numbers_are_never_given_twice():
    unit = [segment("Так. Ні."), Segment(id="u1.s4", source="Далі.")]
    _, second = split(unit, "u1.s1", SPLIT, at=4, target_at=0, taken={"u1.s6", "u1.s2"})
    assert second.id == "u1.s7"


def test_what_cannot_be_cut_is_said():
    for at in (0, len(SOURCE), len(SOURCE) + 9, -3):
        with pytest.raises(Refused, match="no words"):
            cut(segment(), at, 5)
    with pytest.raises(Refused, match="inline codes of its target"):
        cut(segment(), SOURCE.index("<1>"), TARGET.index("on everything"))
    with pytest.raises(Refused, match="omitted"):
        cut(segment(target="", omitted="said above"), 20, 0)
    with pytest.raises(Refused, match="added unit"):
        cut(Segment(id="a1.s1", source="", after="u1", target="A note. More."), 0, 7)
    with pytest.raises(Refused, match="final"):
        cut(segment(state=State.FINAL), 20, 18)
    with pytest.raises(Refused, match="a person"):
        split([segment()], "u1.s1", replace(SPLIT, actor=None), at=20, target_at=18)


def test_an_escaped_code_is_not_cut_open():
    source = "Пишіть \\<1> тут"
    with pytest.raises(Refused, match="no words"):
        cut(segment(source, ""), source.index("<"), 0)


def test_codes_that_somebody_left_out_on_purpose_do_not_bind_the_cut():
    first, second = cut(segment(target="The ministers met. They agreed."), SOURCE.index("<1>"), 18)
    assert (first.target, second.target) == ("The ministers met.", "They agreed.")


def two(**more):
    first = segment("Міністри зустрілися.", "The ministers met.", people=("p1",), origin="deepl")
    return [first, replace(segment("Далі буде.", "More follows.", id="u1.s2", people=("p2", "p1")), **more)]


def test_two_become_one_with_the_white_space_of_the_document():
    merged, gone = merge(two(), "u1.s1", MERGE, whole("  Міністри зустрілися.\u00a0 Далі буде. "))
    assert (merged.id, gone.id) == ("u1.s1", "u1.s2")
    assert merged.source == "Міністри зустрілися.\u00a0 Далі буде."
    assert merged.target == "The ministers met.\u00a0 More follows."
    assert (merged.state, merged.people, merged.at) == (State.TRANSLATED, ("p1",), NOON)


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        (("p1", "p2"), ("p2", "p1"), ("p1", "p2")),
        (("p1", "p2"), ("p2",), ("p2",)),
        (("p2",), ("p3",), ("p1",)),  # neither has seen the other's half
        (("p2",), (), ("p1",)),
        ((), (), ()),
    ],
)
def test_of_two_made_one_only_those_count_who_have_seen_both(first, second, people):
    pair = [replace(one, people=its) for one, its in zip(two(), (first, second), strict=True)]
    merged, _ = merge(pair, "u1.s1", MERGE, whole("Міністри зустрілися. Далі буде."))
    assert merged.people == people


def test_a_half_translated_pair_is_open_and_its_text_a_suggestion():
    merged, _ = merge(two(target="", state=State.INITIAL), "u1.s1", MERGE, whole("Міністри зустрілися. Далі буде."))
    assert (merged.state, merged.target, merged.suggestion, merged.people) == (State.INITIAL, "", "The ministers met.", ())
    hinted, _ = merge(two(target="", state=State.INITIAL, suggestion="More."), "u1.s1", MERGE, whole("Міністри зустрілися. Далі буде."))
    assert hinted.suggestion == "The ministers met. More."


def test_what_cannot_be_merged_is_said():
    unit = whole("Міністри зустрілися. Далі буде.")
    with pytest.raises(Refused, match="nothing follows"):
        merge(two(), "u1.s2", MERGE, unit)
    with pytest.raises(Refused, match=r"u1\.s2: .*omitted"):
        merge(two(omitted="said above", target=""), "u1.s1", MERGE, unit)
    with pytest.raises(Refused, match=r"u1\.s2: .*final"):
        merge(two(state=State.FINAL), "u1.s1", MERGE, unit)
    with pytest.raises(Refused, match="not in the document"):
        merge(two(), "u1.s1", MERGE, whole("Інше."))


PIECES = st.sampled_from(["Так", "ні", ".", " ", "  ", "\n", "\u00a0", "<1>", "</1>", "<2/>", "\\<3>", "\\", "<4>", "</4>", "7", "—"])
HALVES = st.lists(PIECES, max_size=6).map(lambda pieces: f"Так{''.join(pieces)}ні")
GAPS = st.sampled_from([" ", "  ", "\n", "", "<5>", " <5/> ", "</1> "])


@given(halves=st.tuples(HALVES, HALVES), gap=GAPS, translated=st.booleans(), shift=st.integers(-2, 3), target_shift=st.integers(-2, 3))
@example(halves=("Так", "<1>ні</1>"), gap=" ", translated=True, shift=0, target_shift=0)
@example(halves=("Так", "ні"), gap="\n", translated=False, shift=0, target_shift=0)
def test_what_is_split_and_merged_again_has_the_same_texts(halves, gap, translated, shift, target_shift):
    source = gap.join(halves)
    target = source.replace("Так", "Yes!").replace("ні", "no") if translated and markup.valid(source, source) else ""
    at, target_at = len(halves[0]) + shift, len(halves[0].replace("Так", "Yes!")) + target_shift
    one = segment(source, target, suggestion="" if target else "a hint")
    try:
        first, second = cut(one, at, target_at)
    except Refused:
        return
    for part in (first, second):
        assert markup.words(part.source).strip()
        assert not part.target or markup.valid(part.source, part.target)
    merged, gone = merge([first, second], one.id, MERGE, whole(source))
    assert (merged.id, merged.source, gone) == (one.id, source, second)
    if first.target and second.target:
        assert "".join(merged.target.split()) == "".join(target.split())
    else:
        assert "".join((merged.target or merged.suggestion).split()) == "".join((target or one.suggestion).split())


@given(at=st.integers(1, len(SOURCE) - 1), target_at=st.integers(1, len(TARGET) - 1))
def test_the_article_reads_the_same_whatever_was_split(at, target_at):
    document = Document(format="text", data=b"", encoding="utf-8", units=(whole(SOURCE),))
    try:
        parts = cut(segment(), at, target_at)
    except Refused:
        assume(False)
    assume(all(part.target for part in parts))
    joined = assemble(document, parts).targets["u1"]
    assert "".join(joined.split()) == "".join(TARGET.split())

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc import formats
from transloc.errors import Refused
from transloc.model import Segment, Waiver
from transloc.segmentation import segmenter
from transloc.steps.assemble import assemble
from transloc.steps.extract import extract

TEXT = "# Назва\n\nПерше речення.  **Друге речення. Третє** речення.\n\nКінець.\n"
MARKDOWN = formats.for_name("a.md")
DOCUMENT = MARKDOWN.parse(TEXT.encode())
SEGMENTS = extract(DOCUMENT, segmenter("uk").segments)
LONG = DOCUMENT.units[1].id


def merged(segments):
    done = assemble(DOCUMENT, segments)
    return MARKDOWN.rebuild(DOCUMENT, done.targets, omitted=done.omitted, added=done.added).decode()


def with_target(number, target="", **rest):
    return [replace(s, target=target, **rest) if at == number else replace(s, target=s.source) for at, s in enumerate(SEGMENTS)]


def test_equal_targets_give_the_bytes_back():
    assert merged([replace(segment, target=segment.source) for segment in SEGMENTS]) == TEXT


def test_no_targets_keep_the_source_and_are_counted():
    assert merged(SEGMENTS) == TEXT
    assert assemble(DOCUMENT, SEGMENTS).untranslated == len(SEGMENTS)
    assert assemble(DOCUMENT, with_target(1)).untranslated == 1


def test_a_target_of_white_space_is_none():
    blank = [replace(segment, target=" \u00a0\n") for segment in SEGMENTS]
    assert merged(blank) == TEXT
    assert assemble(DOCUMENT, blank).untranslated == len(SEGMENTS)


def test_each_target_takes_the_place_of_its_source():
    assert merged(with_target(2, "<1>Second.")) == TEXT.replace("Друге речення.", "Second.")


def test_split_and_merged_segments_find_their_place():
    one = Segment(id=f"{LONG}.s1", source="Перше речення.  <1>Друге", target="First. <1>Second")
    two = Segment(id=f"{LONG}.s9", source="речення. Третє</1> речення.", target="sentence. Third</1> one.")
    assert merged([one, two]) == TEXT.replace("Перше речення.  **Друге речення. Третє** речення.", "First. **Second sentence. Third** one.")


@pytest.mark.parametrize(
    ("number", "left"),
    [(1, "**Друге речення. Третє** речення."), (2, "Перше речення.  **Третє** речення."), (3, "Перше речення.  **Друге речення.**")],
)
def test_an_omitted_sentence_goes_with_its_space_and_its_half_of_a_code_stays(number, left):
    assert merged(with_target(number, omitted="не для чужих")) == f"# Назва\n\n{left}\n\nКінець.\n"


def test_a_unit_goes_when_all_of_it_is_omitted():
    gone = [replace(s, omitted="зайве") if s.unit == LONG else s for s in SEGMENTS]
    assert assemble(DOCUMENT, gone).omitted == {LONG}
    assert merged(gone) == "# Назва\n\nКінець.\n"


def test_target_only_segments_are_added():
    note = Segment(id="a1.s1", source="", target="Editor's note.", after=LONG)
    assert merged([*SEGMENTS, note]) == TEXT.replace("\n\nКінець", "\n\nEditor's note.\n\nКінець")


def test_broken_codes_are_refused_with_the_segment():
    with pytest.raises(Refused, match=rf"{LONG}\.s2.*<1>.*missing") as told:
        merged(with_target(2, "Second."))
    assert told.value.exit_status == 1


@pytest.mark.parametrize("segment", [Segment(id="u00000000.s1", source="Назва"), Segment(id=f"{LONG}.s1", source="Інше.", target="Other.")])
def test_a_segment_of_another_document_is_refused(segment):
    with pytest.raises(Refused, match=rf"{segment.id}.*not in the document"):
        merged([segment])


def test_segments_that_leave_a_hole_are_refused():
    with pytest.raises(Refused, match="cover"):
        merged([replace(SEGMENTS[1], target="First.")])


@given(st.lists(st.booleans(), min_size=len(SEGMENTS), max_size=len(SEGMENTS)))
def test_whatever_is_omitted_the_rest_stands(gone):
    segments = [replace(s, omitted="зайве") if out else s for s, out in zip(SEGMENTS, gone, strict=True)]
    words = merged(segments).replace("*", "")
    for segment, out in zip(SEGMENTS, gone, strict=True):
        plain = segment.source.replace("<1>", "").replace("</1>", "")
        assert (plain not in words) == out


LEFT_OUT = (Waiver("inline-code", "no bold in our English edition"),)


def test_codes_that_a_person_left_out_on_purpose_stay_out():
    done = with_target(2, "Second.", waivers=LEFT_OUT)
    done[3] = replace(done[3], target="Third.", waivers=LEFT_OUT)
    assert merged(done) == TEXT.replace("**Друге речення. Третє** речення.", "Second. Third.")


@pytest.mark.parametrize("target", ["<1>Second.<9/>", "<1/>Second.", "<1><1>Second."])
def test_codes_that_the_source_does_not_have_are_refused_for_all_that(target):
    with pytest.raises(Refused, match="is added"):
        merged(with_target(2, target, waivers=LEFT_OUT))

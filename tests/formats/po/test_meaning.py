"""A person changed an entry with a tool that does not know our comments: the flag and the text win, and nobody's name is lent."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from transloc.formats import po
from transloc.model import Catalog, Quotation, QuotationStatus, Segment, State, Waiver

AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
DRAFT = Segment(id="u1.s1", source="Київ", target="Kyiv", state=State.TRANSLATED, origin="deepl", at=AT)
REVIEWED = replace(DRAFT, state=State.REVIEWED, people=("p7",), waivers=(Waiver("number", "the source is wrong", "p7"),))
FINAL = replace(REVIEWED, state=State.FINAL, people=("p7", "p9"))
OLD = Segment(id="u1.s1", source="Київ стоїть", previous_source="Київ", suggestion="Kyiv")
OMITTED = Segment(id="u1.s1", source="Київ", state=State.REVIEWED, omitted="not for abroad", people=("p7",), suggestion="Kyiv")


def written(segment):
    return po.write(Catalog(article="talks", source_locale="uk", target_locale="en", segments=(segment,))).decode()


def after(segment, *changes):
    text = written(segment)
    for before, now in changes:
        assert before in text
        text = text.replace(before, now)
    (read,) = po.read(text.encode()).catalog.segments
    return read


UNFLAG = ("#, fuzzy\n", "")
FLAG = ("msgctxt", "#, fuzzy\nmsgctxt")
EDIT = ('msgstr "Kyiv"', 'msgstr "Kiew"')
CLEAR = ('msgstr "Kyiv"', 'msgstr ""')


@pytest.mark.parametrize("segment", [DRAFT, REVIEWED, FINAL, OLD, OMITTED])
def test_untouched_is_as_written(segment):
    assert after(segment) == segment


@pytest.mark.parametrize("segment", [DRAFT, REVIEWED, FINAL, OLD, OMITTED])
def test_how_other_tools_see_it(segment):
    text = written(segment)
    assert ("#, fuzzy" in text) == (segment in (DRAFT, OLD))
    assert ('#| msgid "Київ"' in text) == (segment is OLD)
    assert ('msgstr ""\n' in text.partition("msgctxt")[2]) == (segment is OMITTED)


def test_the_state_comment_is_one_line_that_people_can_read():
    assert "\n# transloc: reviewed by=p7 at=2026-11-23T10:00:00Z origin=deepl seal=" in written(REVIEWED)
    assert '\n# transloc: waiver rule=number reason="the source is wrong" by=p7\n' in written(REVIEWED)
    assert '\n# transloc: omitted by=p7 reason="not for abroad" seal=' in written(OMITTED)


@pytest.mark.parametrize("changes", [[UNFLAG], [UNFLAG, EDIT]])
def test_a_draft_whose_flag_was_removed_is_reviewed_by_nobody_we_know(changes):
    read = after(DRAFT, *changes)
    assert (read.state, read.people, read.origin, read.at) == (State.REVIEWED, (), "po", None)
    assert read.target == ("Kiew" if EDIT in changes else "Kyiv")


@pytest.mark.parametrize("segment", [REVIEWED, FINAL])
def test_a_text_changed_under_somebodys_name_loses_the_name(segment):
    read = after(segment, EDIT)
    assert (read.state, read.target, read.people, read.origin) == (State.REVIEWED, "Kiew", (), "po")
    assert read.waivers == segment.waivers


@pytest.mark.parametrize("segment", [REVIEWED, FINAL])
def test_a_source_changed_under_somebodys_name_loses_the_name(segment):
    assert after(segment, ('msgid "Київ"', 'msgid "Львів"')).people == ()


@pytest.mark.parametrize("segment", [REVIEWED, FINAL])
def test_a_flag_sends_it_back_and_keeps_who_acted(segment):
    assert after(segment, FLAG) == replace(segment, state=State.TRANSLATED)


def test_a_flag_on_a_changed_text():
    read = after(FINAL, FLAG, EDIT)
    assert (read.state, read.target, read.people, read.origin) == (State.TRANSLATED, "Kiew", (), "po")


def test_a_draft_that_was_edited_and_left_as_draft():
    read = after(DRAFT, EDIT)
    assert (read.state, read.target, read.origin) == (State.TRANSLATED, "Kiew", "po")


@pytest.mark.parametrize("segment", [DRAFT, REVIEWED, FINAL])
def test_a_text_that_was_removed(segment):
    read = after(segment, CLEAR)
    assert (read.state, read.target, read.people) == (State.INITIAL, "", ())


def test_a_source_that_msgmerge_found_changed():
    read = after(FINAL, ("msgctxt", '#, fuzzy\n#| msgid "Київ"\nmsgctxt'), ('\nmsgid "Київ"', '\nmsgid "Київ стоїть"'))
    assert read == OLD


def test_a_suggestion_that_somebody_accepts():
    read = after(OLD, UNFLAG)
    assert (read.state, read.target, read.suggestion, read.previous_source) == (State.REVIEWED, "Kyiv", "", "Київ")


def test_a_suggestion_that_somebody_edits_and_leaves_open():
    assert after(OLD, EDIT) == replace(OLD, suggestion="Kiew")


def test_an_omitted_text_that_somebody_translates():
    read = after(OMITTED, ('Київ"\nmsgstr ""', 'Київ"\nmsgstr "Kiew"'))
    assert (read.state, read.target, read.omitted, read.suggestion) == (State.REVIEWED, "Kiew", "", "Kyiv")
    assert read.people == ()


def test_an_omission_stays_when_only_its_source_is_corrected():
    read = after(OMITTED, ('msgid "Київ"', 'msgid "Київ!"'))
    assert (read.omitted, read.people) == ("not for abroad", ())


def test_two_state_comments_are_worth_none():
    read = after(DRAFT, ("# transloc: translated", "# transloc: final by=p7\n# transloc: translated"))
    assert (read.state, read.people, read.origin) == (State.TRANSLATED, (), "po")
    read = after(REVIEWED, ("# transloc: reviewed", "# transloc: final by=p9\n# transloc: reviewed"))
    assert (read.state, read.people, read.origin) == (State.REVIEWED, (), "po")


def test_a_time_that_is_none_is_left_out():
    assert after(REVIEWED, ("at=2026-11-23T10:00:00Z", "at=yesterday")) == replace(REVIEWED, at=None)


@pytest.mark.parametrize("state", [State.REVIEWED, State.FINAL, State.TRANSLATED])
def test_a_comment_by_hand_over_an_empty_text_is_not_believed(state):
    text = f'# transloc: {state} by=p7\nmsgctxt "u1.s1"\nmsgid "Київ"\nmsgstr ""\n'
    (read,) = po.read(text.encode()).catalog.segments
    assert (read.state, read.people) == (State.INITIAL, ())


@pytest.mark.parametrize(
    ("fields", "span", "status"),
    [
        ('status=verified span=3,6 text="Так"', (3, 6), QuotationStatus.VERIFIED),
        ('status=agreed span=x,6 text="Так"', (0, 3), QuotationStatus.UNRESOLVED),
        ('text="Так"', (0, 3), QuotationStatus.UNRESOLVED),
        ('text="Так" url="javascript:alert(1)"', (0, 3), QuotationStatus.UNRESOLVED),
    ],
)
def test_a_quotation_that_somebody_wrote_by_hand_is_read_as_far_as_it_goes(fields, span, status):
    text = f'# transloc: quotation {fields} spoken=fr\nmsgctxt "u1.s1"\nmsgid "«Так»"\nmsgstr ""\n'
    (segment,) = po.read(text.encode()).catalog
    assert segment.quotations == (Quotation(unit="u1", span=span, text="Так", spoken_in="fr", status=status),)

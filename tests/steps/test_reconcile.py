from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.catalogs import words
from transloc.model import Catalog, Quotation, Segment, State, Waiver
from transloc.steps.reconcile import Outcome, reconcile

A = Segment(id="u1.s1", source="Київ")
DRAFT = replace(A, target="Kiew", state=State.TRANSLATED, origin="deepl")
OURS = replace(A, target="Kyiv", state=State.REVIEWED, people=("p7",))
THEIRS = replace(A, target="Kyiv city", state=State.REVIEWED, people=("p9",))

few = settings(max_examples=100, deadline=None)
versions = st.builds(
    Segment,
    id=st.sampled_from([f"u{n}.s1" for n in range(4)]),
    source=st.sampled_from(["Київ", "Львів"]),
    target=st.one_of(st.sampled_from(["", "Kyiv", "Kiew"]), words),
    state=st.sampled_from(State),
    omitted=st.sampled_from(["", "not for abroad"]),
    suggestion=st.sampled_from(["", "Kiev"]),
    people=st.sampled_from([(), ("p7",)]),
)
catalogs = st.builds(
    Catalog,
    article=st.just("talks"),
    source_locale=st.just("uk"),
    target_locale=st.just("en"),
    digest=st.sampled_from(["a", "b"]),
    segments=st.lists(versions, max_size=4, unique_by=lambda s: s.id).map(tuple),
)


def catalog(*segments, digest="a"):
    return Catalog(article="talks", source_locale="uk", target_locale="en", digest=digest, segments=segments)


def one(base, ours, theirs):
    done = reconcile(*(catalog(*([side] if side else [])) for side in (base, ours, theirs)))
    (row,) = done.rows
    assert done.catalog.segments == ((row.merged,) if row.merged else ())
    return row


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "outcome", "merged"),
    [
        (DRAFT, DRAFT, DRAFT, Outcome.UNCHANGED, DRAFT),
        (DRAFT, OURS, DRAFT, Outcome.OURS, OURS),
        (DRAFT, DRAFT, THEIRS, Outcome.THEIRS, THEIRS),
        (DRAFT, OURS, OURS, Outcome.ALIKE, OURS),
        (DRAFT, OURS, None, Outcome.OURS, OURS),
        (DRAFT, None, THEIRS, Outcome.THEIRS, THEIRS),
        (DRAFT, DRAFT, None, Outcome.THEIRS, None),
        (DRAFT, None, DRAFT, Outcome.OURS, None),
        (DRAFT, None, None, Outcome.ALIKE, None),
        (None, A, replace(A, omitted="not for abroad"), Outcome.THEIRS, replace(A, omitted="not for abroad")),
        (None, replace(A, omitted="not for abroad"), A, Outcome.OURS, replace(A, omitted="not for abroad")),
        (None, OURS, None, Outcome.OURS, OURS),
        (None, None, THEIRS, Outcome.THEIRS, THEIRS),
        (None, OURS, OURS, Outcome.ALIKE, OURS),
        (None, OURS, A, Outcome.OURS, OURS),
        (None, A, THEIRS, Outcome.THEIRS, THEIRS),
    ],
)
def test_what_goes_on(base, ours, theirs, outcome, merged):
    row = one(base, ours, theirs)
    assert (row.outcome, row.merged) == (outcome, merged)


@pytest.mark.parametrize("base", [DRAFT, None, A])
def test_two_texts_are_a_conflict_and_both_are_kept(base):
    done = reconcile(catalog(base) if base else None, catalog(OURS), catalog(THEIRS))
    (conflict,) = done.conflicts
    assert (conflict.id, conflict.ours, conflict.theirs) == ("u1.s1", OURS, THEIRS)
    assert done.taken == ()
    assert done.catalog.segments == (replace(OURS, state=State.TRANSLATED, suggestion="Kyiv city"),)


OMITTED = replace(A, state=State.REVIEWED, omitted="not for abroad")


def test_an_omission_against_a_text():
    merged = one(DRAFT, OMITTED, THEIRS).merged
    assert (merged.state, merged.omitted, merged.suggestion) == (State.TRANSLATED, "not for abroad", "Kyiv city")
    merged = one(DRAFT, THEIRS, OMITTED).merged
    assert (merged.state, merged.target) == (State.TRANSLATED, "Kyiv city")


def test_a_changed_source_against_a_changed_text():
    moved = replace(A, source="Київ стоїть", previous_source="Київ", suggestion="Kiew")
    row = one(DRAFT, moved, THEIRS)
    assert row.outcome is Outcome.CONFLICT
    assert (row.merged.state, row.merged.target, row.merged.suggestion) == (State.INITIAL, "", "Kyiv city")


def test_different_states_of_one_text_are_a_conflict_that_opens_it():
    final = replace(OURS, state=State.FINAL)
    row = one(OURS, final, replace(OURS, waivers=(Waiver("number", "so it is"),)))
    assert row.outcome is Outcome.CONFLICT
    assert (row.merged.state, row.merged.target, row.merged.suggestion) == (State.TRANSLATED, "Kyiv", "")


@pytest.mark.parametrize(
    "change",
    [
        {"source": "Львів"},
        {"target": "Lviv"},
        {"state": State.FINAL},
        {"omitted": "why"},
        {"suggestion": "Lviv"},
        {"correction": "a slip"},
        {"waivers": (Waiver("number", "so it is"),)},
        {"after": "u2"},
    ],
)
def test_what_counts_as_a_change(change):
    assert one(OURS, OURS, replace(OURS, **change)).outcome is Outcome.THEIRS


@pytest.mark.parametrize("change", [{"at": datetime(2026, 11, 23, tzinfo=UTC)}, {"revision": 9}, {"people": ("p1",)}, {"origin": "po"}])
def test_what_does_not(change):
    assert one(OURS, OURS, replace(OURS, **change)).outcome is Outcome.UNCHANGED
    assert one(OURS, replace(OURS, **change), THEIRS).outcome is Outcome.THEIRS


def test_new_and_missing_segments_are_listed():
    b, c = replace(A, id="u2.s1"), replace(A, id="u3.s1")
    done = reconcile(catalog(A, b), catalog(A, b), catalog(A, c))
    assert [row.id for row in done.new] == ["u3.s1"]
    assert [row.id for row in done.missing] == ["u2.s1"]
    assert [segment.id for segment in done.taken] == ["u3.s1"]


def ids(*names):
    return [replace(A, id=name) for name in names]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("abc", "abc", "cab", "cab"),
        ("abc", "cab", "abc", "cab"),
        ("abc", "axbc", "abyc", "axbyc"),
        ("abc", "abc", "xabc", "xabc"),
        ("abc", "abcx", "abcy", "abcxy"),
        ("abc", "bc", "abxc", "bxc"),
        ("", "ab", "cd", "abcd"),
    ],
)
def test_reading_order(base, ours, theirs, merged):
    done = reconcile(catalog(*ids(*base)), catalog(*ids(*ours)), catalog(*ids(*theirs)))
    assert "".join(segment.id for segment in done.catalog) == merged


def test_the_digest_follows_the_side_that_changed_it():
    a, b = catalog(OURS), catalog(OURS, digest="b")
    assert reconcile(a, a, b).catalog.digest == "b"
    assert reconcile(a, b, a).catalog.digest == "b"
    assert reconcile(a, b, catalog(OURS, digest="")).catalog.digest == "b"


@few
@given(catalogs, catalogs)
def test_where_we_changed_nothing_theirs_wins(base, theirs):
    done = reconcile(base, base, theirs)
    assert done.catalog == theirs
    assert done.conflicts == ()


@few
@given(catalogs, catalogs)
def test_where_they_changed_nothing_ours_stays(base, ours):
    done = reconcile(base, ours, base)
    assert done.catalog == ours
    assert (done.taken, done.conflicts) == ((), ())


MIRRORED = {Outcome.OURS: Outcome.THEIRS, Outcome.THEIRS: Outcome.OURS}


@few
@given(st.one_of(st.none(), catalogs), catalogs, catalogs)
def test_both_sides_have_equal_rights(base, ours, theirs):
    one_way = {row.id: row for row in reconcile(base, ours, theirs).rows}
    other_way = {row.id: row for row in reconcile(base, theirs, ours).rows}
    assert {key: MIRRORED.get(row.outcome, row.outcome) for key, row in one_way.items()} == {k: r.outcome for k, r in other_way.items()}


@few
@given(st.one_of(st.none(), catalogs), catalogs, catalogs)
def test_no_changed_text_is_lost(base, ours, theirs):
    done = reconcile(base, ours, theirs)
    before = {s.id: s.target for s in base} if base else {}
    after = {s.id: {s.target, s.suggestion} for s in done.catalog}
    for segment in (*ours, *theirs):
        if segment.target and segment.target != before.get(segment.id):
            assert segment.target in after[segment.id]


@few
@given(st.one_of(st.none(), catalogs), catalogs, catalogs)
def test_a_conflict_is_vouched_for_by_nobody(base, ours, theirs):
    done = reconcile(base, ours, theirs)
    merged = {segment.id: segment for segment in done.catalog}
    assert not any(merged[conflict.id].done for conflict in done.conflicts)


@few
@given(st.one_of(st.none(), catalogs), catalogs, catalogs)
def test_every_segment_is_told_once(base, ours, theirs):
    rows = reconcile(base, ours, theirs).rows
    assert len({row.id for row in rows}) == len(rows)
    assert {row.id for row in rows} == {s.id for side in (base or (), ours, theirs) for s in side}


@pytest.mark.parametrize("more", [{"quotations": (Quotation(unit="u1", span=(0, 2), text="Ні"),)}, {"alternatives": ("No.",)}])
def test_a_mark_and_an_alternative_are_changes(more):
    plain = Segment(id="u1.s1", source="Ні.", target="No.", state=State.REVIEWED)
    base, marked = (
        Catalog(article="a", source_locale="uk", target_locale="en", segments=(one,)) for one in (plain, replace(plain, **more))
    )
    assert reconcile(base, marked, base).catalog == marked
    assert reconcile(base, base, marked).taken == marked.segments

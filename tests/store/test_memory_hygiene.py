"""Whatever is done in whatever order: the memory holds what people vouch for, what left its article, what was taken in, and no more."""

from contextlib import suppress
from dataclasses import replace

from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from store.desk import ALICE, BOB, NOON, RULES, article, catalog
from transloc import memory
from transloc.errors import Refused
from transloc.memory import Entry
from transloc.model import Segment, State
from transloc.states import Action, Change
from transloc.steps.update import update

SOURCES = ("Переговори у Варшаві", "Міністри зустрілися. Вони домовилися про все.", "Далі буде.", "Угоду підпишуть.")
WORDS = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa")
ACTS = (Action.EDIT, Action.CONFIRM, Action.REJECT, Action.OMIT, Action.SIGN_OFF, Action.REOPEN, Action.CORRECT, Action.DRAFT)
STEPS = st.one_of(
    st.tuples(st.sampled_from([*ACTS, "confirmed", "undo", "split", "merge"]), st.integers(0, 5), st.integers(0, 9)),
    st.tuples(st.sampled_from(["shorten", "restore", "change"]), st.integers(0, 3), st.just(0)),
)


class Work:
    """One article, worked on at random; ``left`` are the translations of sentences that it has lost."""

    def __init__(self, store, slug):
        self.store, self.slug, self.sources, self.left = store, slug, SOURCES, set()
        one = article(slug, SOURCES)
        store.add_article(one, [catalog(one)], actor=BOB, at=NOON)

    def segments(self):
        return self.store.catalog(self.slug, "en").segments

    def do(self, step, at, number):
        segment = self.segments()[at % len(self.segments())]
        who = {"actor": BOB, "moment": NOON, "rules": RULES}
        if step in ("shorten", "restore", "change"):
            self.renew(step, at)
        elif step == "undo":
            self.store.undo(self.slug, "en", **who)
        elif step == "split":
            self.store.split(self.slug, "en", segment.id, seen=segment.revision, at=21, target_at=5, **who)
        elif step == "merge":
            following = next((s.revision for s in self.segments() if s.unit == segment.unit and s.id > segment.id), 0)
            self.store.merge(self.slug, "en", segment.id, seen=segment.revision, following=following, **who)
        elif step == "confirmed":
            self.change(segment, Action.EDIT, number)
            self.change(replace(segment, revision=segment.revision + 1), Action.CONFIRM, number)
        else:
            self.change(segment, step, number)

    def change(self, segment, action, number):
        person = None if action is Action.DRAFT else BOB
        made = Change(action=action, at=NOON, actor=person, target=f"They said {WORDS[number]}", reason="because", origin="")
        self.store.change(self.slug, "en", segment.id, seen=segment.revision, change=made, rules=RULES)

    def renew(self, step, at):
        sources = {"shorten": SOURCES[: at or 1], "restore": SOURCES, "change": (*SOURCES[:3], f"Угоду підпишуть у липні {at}.")}[step]
        before, one = {s.id: s for s in self.segments()}, article(self.slug, sources)
        fresh = [Segment(id=f"{unit.id}.s1", source=unit.source, kind=unit.kind) for unit in one.document.units]
        standing = self.store.catalog(self.slug, "en")
        new = update(standing, one.document.units, fresh, digest="new", at=NOON).catalog
        self.store.update_article(one, [new], actor=BOB, at=NOON)
        gone = before.keys() - {segment.id for segment in self.segments()}
        self.left |= {(before[name].source, before[name].target) for name in gone if vouched(before[name])}


def vouched(segment):
    return segment.done and bool(segment.target) and not segment.omitted


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=25))
@example(steps=[("confirmed", 3, 1), ("shorten", 2, 0), ("restore", 0, 0), (Action.DRAFT, 3, 2), ("confirmed", 3, 2)])
@example(steps=[("confirmed", 1, 1), ("split", 1, 0), ("confirmed", 2, 2), ("merge", 1, 0), ("undo", 0, 0), ("confirmed", 1, 3)])
@example(steps=[("confirmed", 0, 1), (Action.SIGN_OFF, 0, 0), (Action.CORRECT, 0, 7), (Action.REOPEN, 0, 0), (Action.OMIT, 0, 0)])
def test_it_holds_what_people_vouch_for_and_no_more(store, steps):
    slug = f"story-{len(store.listing())}"
    store.add_entries([Entry(source=slug, target="taken in", source_locale="uk", target_locale="en", origin="tmx")])
    work = Work(store, slug)
    for step in steps:
        with suppress(Refused):
            work.do(*step)
        held = [(entry.source, entry.target) for entry in store.entries() if entry.article == slug]
        standing = [(s.source, s.target) for s in work.segments() if vouched(s)]
        assert set(held) == {*standing, *work.left}
        assert len(held) >= len(standing)
    assert [entry.target for entry in store.lookup(slug, "uk", "en")] == ["taken in"]
    whole_index()
    for source, target in held if steps else ():
        assert source in {entry.source for entry in store.similar(source, "uk", "en")}
        assert target in {entry.target for entry in store.search(f"{source} {target}", limit=1000)}


def whole_index():
    """Let SQLite compare the index with the entries, word for word."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO store_memorywords(store_memorywords, rank) VALUES ('integrity-check', 1)")


def test_what_left_and_came_back_is_still_known(store):
    work = Work(store, "talks")
    work.do("confirmed", 3, 1)
    work.do("shorten", 2, 0)
    work.do("restore", 0, 0)
    last = work.segments()[3]
    assert (last.source, last.target) == (SOURCES[3], "")
    found = store.lookup(SOURCES[3], "uk", "en")
    assert memory.best(memory.Query(SOURCES[3]), found).target == "They said beta"
    work.do(Action.DRAFT, 3, 1)
    assert store.lookup(SOURCES[3], "uk", "en") == found


def test_a_colleague_s_cut_leaves_nothing_of_the_old_one(store):
    work = Work(store, "talks")
    work.do("confirmed", 1, 1)
    standing = store.catalog("talks", "en")
    whole = standing.segments[1]
    parts = [
        replace(whole, id=f"{whole.unit}.s{n}", source=text, target="", state=State.INITIAL) for n, text in ((2, "Одне."), (3, "Друге."))
    ]
    store.recut(replace(standing, segments=(standing.segments[0], *parts, *standing.segments[2:])), actor=ALICE, at=NOON)
    assert [*store.entries()] == []

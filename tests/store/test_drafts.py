"""Unfinished typing: kept through a crash, one text a segment and person, gone with the save."""

import subprocess
import sys
from datetime import timedelta

import pytest

import transloc.store
from store.desk import ALICE, BOB, NOON, RULES
from transloc.errors import InputError, Refused
from transloc.states import Action, Change
from transloc.store import Draft

FIRST, SECOND = "u00000000.s1", "u00000001.s1"


def keep(desk, text, *, segment=SECOND, person=ALICE, seen=0, at=NOON):
    desk.store.keep_draft("talks", "en", segment, person=person, text=text, seen=seen, at=at)


def typed(desk, person=ALICE):
    return {draft.segment: draft.text for draft in desk.store.drafts("talks", "en", person=person)}


def test_what_is_typed_is_no_edit(desk):
    before = desk.store.catalog("talks", "en")
    keep(desk, "The min")
    keep(desk, "The ministers m", at=NOON + timedelta(seconds=2))
    assert desk.store.drafts("talks", "en", person=ALICE) == (Draft(SECOND, "The ministers m", 0, NOON + timedelta(seconds=2)),)
    assert desk.store.catalog("talks", "en") == before
    assert desk.store.history("talks", "en", SECOND) == ()


def test_each_person_types_for_themselves(desk):
    keep(desk, "The ministers")
    keep(desk, "Ministers", person=BOB)
    keep(desk, "Talks", segment=FIRST, person=BOB, at=NOON + timedelta(seconds=1))
    assert typed(desk) == {SECOND: "The ministers"}
    assert typed(desk, BOB) == {SECOND: "Ministers", FIRST: "Talks"}


@pytest.mark.parametrize(("action", "words"), [(Action.EDIT, {"target": "The ministers met."}), (Action.OMIT, {"reason": "said above"})])
def test_saving_ends_one_s_own_typing_alone(desk, action, words):
    keep(desk, "The ministers")
    keep(desk, "Talks", segment=FIRST)
    keep(desk, "Ministers", person=BOB)
    desk.do(SECOND, action, **words)
    assert typed(desk) == {FIRST: "Talks"}
    assert typed(desk, BOB) == {SECOND: "Ministers"}


def test_a_confirmed_draft_of_the_engine_needs_no_typing(desk):
    desk.do(SECOND, Action.DRAFT, by=None, target="The ministers met.", origin="deepl")
    keep(desk, "The ministers", seen=1)
    desk.do(SECOND, Action.CONFIRM)
    assert typed(desk) == {}


def test_what_arrives_after_its_save_is_no_typing(desk):
    keep(desk, "The ministers")
    desk.do(SECOND, Action.EDIT, target="The ministers met.")
    keep(desk, "The ministers met.")
    assert typed(desk) == {}
    keep(desk, "The ministers met twice.", seen=1)
    keep(desk, "The ministers met.", seen=1)
    assert typed(desk) == {}


def test_a_refused_save_keeps_the_typing(desk):
    keep(desk, "They agreed", segment="u00000002.s1")
    with pytest.raises(Refused, match="inline codes"):
        desk.translate("u00000002.s1", "They agreed")
    assert typed(desk) == {"u00000002.s1": "They agreed"}


def test_typing_can_be_given_up(desk):
    keep(desk, "The ministers")
    keep(desk, "Talks", segment=FIRST)
    desk.store.drop_draft("talks", "en", SECOND, person=ALICE)
    desk.store.drop_draft("talks", "en", SECOND, person=ALICE)
    assert typed(desk) == {FIRST: "Talks"}


def test_there_is_no_typing_into_what_is_not_there(desk):
    with pytest.raises(Refused, match="there is no segment u9\\.s1"):
        keep(desk, "?", segment="u9.s1")
    with pytest.raises(InputError, match="no catalog for pl"):
        desk.store.keep_draft("talks", "pl", SECOND, person=ALICE, text="?", seen=0, at=NOON)


def test_many_segments_saved_at_once_end_their_typing(desk):
    for segment in (FIRST, SECOND):
        keep(desk, "…", segment=segment)
    edit = Change(action=Action.EDIT, at=NOON, actor=ALICE, target="Talks")
    desk.store.change_many("talks", "en", [(FIRST, 0, edit), (SECOND, 0, edit)], rules=RULES)
    assert typed(desk) == {}


def test_what_comes_from_a_file_or_a_script_leaves_the_typing_of_the_same_person(desk):
    keep(desk, "The ministers m")
    edit = Change(action=Action.EDIT, at=NOON, actor=ALICE, target="Ministers met.")
    desk.store.change_many("talks", "en", [(SECOND, 0, edit)], rules=RULES, typed=False)
    assert desk.segment(SECOND).target == "Ministers met."
    assert typed(desk) == {SECOND: "The ministers m"}


def test_a_correction_ends_the_typing_that_became_it(desk):
    desk.translate(SECOND, "The ministers met.")
    desk.do(SECOND, Action.CONFIRM)
    desk.do(SECOND, Action.SIGN_OFF, by=BOB)
    keep(desk, "The ministers have", person=BOB, seen=3)
    desk.do(SECOND, Action.CORRECT, by=BOB, target="The ministers have met.", reason="tense")
    assert typed(desk, BOB) == {}


def test_a_killed_server_loses_no_typing(desk, tmp_path):
    desk.store.close()
    code = f"""
import os, pathlib, signal
import transloc.store
from store.desk import ALICE, NOON
store = transloc.store.open(pathlib.Path({str(tmp_path)!r}))
store.keep_draft("talks", "en", {SECOND!r}, person=ALICE, text="The ministers m", seen=0, at=NOON)
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}, check=False)
    assert done.returncode == -9
    with transloc.store.open(tmp_path) as store:
        assert [draft.text for draft in store.drafts("talks", "en", person=ALICE)] == ["The ministers m"]

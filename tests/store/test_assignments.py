from datetime import timedelta

import pytest

from store.desk import NOON, RULES, Desk, article, catalog
from transloc.errors import InputError, Refused
from transloc.model import Person, Role
from transloc.states import Action, Change
from transloc.steps.duty import HOLD, Duty
from transloc.store.models import User

FIRST = "u00000000.s1"
LATER = NOON + timedelta(minutes=20)


@pytest.fixture
def people(store):
    """Two translators and an editor."""
    names = {"Olha": Role.TRANSLATOR, "Petro": Role.TRANSLATOR, "Iryna": Role.EDITOR}
    return [store.person(name, role=role) for name, role in names.items()]


@pytest.fixture
def room(store, people):
    one = article()
    store.add_article(one, [catalog(one)], actor=people[2], at=NOON)
    return store


def duty(store):
    (counts,) = store.progress("talks")
    assert counts.duty == store.version("talks", "en").duty, "the cheap question and the list agree"
    return counts.duty


def told(store, *actions):
    events = [event for event in store.history("talks", "en") if event.action in actions]
    return [(event.action, event.actor, event.before, event.after, event.note) for event in events]


def test_a_catalog_is_nobodys_until_somebody_gets_it(room, people):
    olha, _, iryna = people
    assert duty(room) == Duty()
    room.assign("talks", "en", olha, actor=iryna, at=NOON, note=" by noon, please ")
    assert duty(room).assignee == olha.id
    room.assign("talks", "en", None, actor=iryna, at=NOON)
    assert duty(room) == Duty()
    assert told(room, "assigned") == [("assigned", "Iryna", "", "Olha", "by noon, please"), ("assigned", "Iryna", "Olha", "", "")]


def test_assigning_again_to_the_same_person_is_no_event(room, people):
    olha, _, iryna = people
    for _ in range(2):
        room.assign("talks", "en", olha, actor=iryna, at=NOON)
    assert len(told(room, "assigned")) == 1


def test_a_translator_takes_what_is_nobodys_and_hands_on_what_is_theirs(room, people):
    olha, petro, iryna = people
    room.assign("talks", "en", olha, actor=olha, at=NOON)
    with pytest.raises(Refused, match="is Olha’s"):
        room.assign("talks", "en", petro, actor=petro, at=NOON)
    room.assign("talks", "en", iryna, actor=olha, at=NOON)
    assert duty(room).assignee == iryna.id
    with pytest.raises(Refused, match=r"is Iryna’s\. Ask an editor to assign it"):
        room.assign("talks", "en", None, actor=olha, at=NOON)


def test_a_translator_gives_nobodys_work_to_no_other_unless_they_are_at_it(room, people):
    olha, petro, _ = people
    with pytest.raises(Refused, match="take it"):
        room.assign("talks", "en", petro, actor=olha, at=NOON)
    assert duty(room) == Duty()
    room.claim("talks", "en", actor=olha, at=NOON)
    room.assign("talks", "en", petro, actor=olha, at=LATER)
    assert duty(room) == Duty(assignee=petro.id), "who handed it on is at it no longer"
    assert told(room, "released") == [("released", "Olha", "Olha", "", "")]


def test_nobody_is_given_work_who_does_not_work_here(room, people):
    olha, _, iryna = people
    User.objects.filter(public_id=olha.id).update(is_active=False)
    with pytest.raises(Refused, match="Olha does not work here"):
        room.assign("talks", "en", olha, actor=iryna, at=NOON)
    with pytest.raises(Refused, match="Ghost does not work here"):
        room.assign("talks", "en", Person("p9", "Ghost"), actor=iryna, at=NOON)
    assert [person.name for person in room.colleagues()] == ["Iryna", "Petro"]
    with pytest.raises(InputError, match=r"nobody here is called “Olha”.*Iryna, Petro"):
        room.colleague("Olha")


def test_a_colleague_is_found_by_name_and_by_id(room, people):
    assert room.colleague("Petro") == room.colleague(people[1].id) == people[1]


def test_a_claim_ends_by_itself_and_another_may_follow(room, people):
    olha, petro, _ = people
    room.claim("talks", "en", actor=olha, at=NOON)
    assert duty(room).at_it(NOON + HOLD - timedelta(seconds=1)) == olha.id
    assert duty(room).at_it(NOON + HOLD) == ""
    with pytest.raises(Refused, match=r"Olha is at talks \(en\) already.*no text is lost"):
        room.claim("talks", "en", actor=petro, at=LATER)
    room.claim("talks", "en", actor=petro, at=NOON + HOLD)
    assert duty(room).holder == petro.id
    assert told(room, "claimed", "released") == [("claimed", "Olha", "", "Olha", ""), ("claimed", "Petro", "", "Petro", "")]


def test_a_claim_is_released_by_its_holder_or_an_editor_and_by_no_other(room, people):
    olha, petro, iryna = people
    room.claim("talks", "en", actor=olha, at=NOON)
    with pytest.raises(Refused, match=r"Olha has claimed talks \(en\)"):
        room.release_claim("talks", "en", actor=petro, at=LATER)
    room.release_claim("talks", "en", actor=iryna, at=LATER)
    assert duty(room) == Duty()
    room.claim("talks", "en", actor=olha, at=LATER)
    room.release_claim("talks", "en", actor=olha, at=LATER)
    room.release_claim("talks", "en", actor=petro, at=LATER)
    assert [(action, actor, before) for action, actor, before, *_ in told(room, "released")] == [
        ("released", "Iryna", "Olha"),
        ("released", "Olha", "Olha"),
    ]


def test_a_claim_that_has_ended_is_cleared_by_anybody_without_an_event(room, people):
    olha, petro, _ = people
    room.claim("talks", "en", actor=olha, at=NOON)
    room.release_claim("talks", "en", actor=petro, at=NOON + HOLD)
    assert duty(room) == Duty()
    assert told(room, "released") == []


def test_what_the_holder_writes_makes_the_claim_last_and_nobody_elses_does(room, people):
    olha, petro, _ = people
    room.claim("talks", "en", actor=olha, at=NOON)
    write(room, petro, "Talks", LATER)
    assert duty(room).held == NOON + HOLD
    write(room, olha, "Talks in Warsaw", LATER)
    assert duty(room).held == LATER + HOLD
    assert len(told(room, "claimed")) == 1


def test_a_claim_keeps_nobody_from_writing(room, people):
    olha, petro, _ = people
    room.claim("talks", "en", actor=olha, at=NOON)
    assert write(room, petro, "Talks", NOON).target == "Talks"


def test_an_act_after_the_end_does_not_bring_a_claim_back(room, people):
    olha, *_ = people
    room.claim("talks", "en", actor=olha, at=NOON)
    write(room, olha, "Talks", NOON + HOLD)
    room.renew_claim("talks", "en", actor=olha, at=NOON + HOLD)
    assert duty(room).at_it(NOON + HOLD) == ""


def test_presence_makes_a_claim_last_too(room, people):
    olha, petro, _ = people
    room.claim("talks", "en", actor=olha, at=NOON)
    room.renew_claim("talks", "en", actor=petro, at=LATER)
    assert duty(room).held == NOON + HOLD
    room.renew_claim("talks", "en", actor=olha, at=LATER)
    assert duty(room).held == LATER + HOLD


def test_what_changes_a_duty_changes_no_revision(room, people):
    olha, _, iryna = people
    before = room.version("talks", "en").revision
    room.assign("talks", "en", olha, actor=iryna, at=NOON)
    room.claim("talks", "en", actor=olha, at=NOON)
    assert room.version("talks", "en").revision == before


def test_a_deadline_is_an_editors_to_set(room, people):
    olha, _, iryna = people
    with pytest.raises(Refused, match="deadline is an editor’s to set"):
        room.set_deadline("talks", "en", LATER, actor=olha, at=NOON)
    room.set_deadline("talks", "en", LATER, actor=iryna, at=NOON)
    assert room.progress()[0].deadline == LATER


def test_who_handed_it_over_last_is_told_with_their_words(room, people):
    olha, petro, iryna = people
    assert room.handed([("talks", "en")]) == {}
    room.assign("talks", "en", olha, actor=iryna, at=NOON, note="first")
    room.assign("talks", "en", petro, actor=olha, at=LATER, note="second")
    assert room.handed([("talks", "en"), ("talks", "pl")]) == {("talks", "en"): ("Olha", olha.id, LATER, "second")}


def test_who_wrote_a_text_is_told_apart_from_who_signed_it(room, people):
    olha, _, iryna = people
    assert room.last_written("talks", "en", FIRST) is room.last_done("talks", "en", FIRST) is None
    write(room, olha, "Talks in Warsaw", NOON)
    desk = Desk(room)
    desk.do(FIRST, Action.CONFIRM, by=olha)
    desk.do(FIRST, Action.SIGN_OFF, by=iryna, at=LATER)
    assert (room.last_written("talks", "en", FIRST).actor, room.last_written("talks", "en", FIRST).action) == ("Olha", "edit")
    assert (room.last_done("talks", "en", FIRST).actor, room.last_done("talks", "en", FIRST).action) == ("Iryna", "sign-off")


def write(store, person, target, at):
    segment = next(one for one in store.catalog("talks", "en") if one.id == FIRST)
    change = Change(action=Action.EDIT, at=at, actor=person, target=target)
    return store.change("talks", "en", FIRST, seen=segment.revision, change=change, rules=RULES)

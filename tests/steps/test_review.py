from dataclasses import replace
from datetime import UTC, datetime

import pytest

from transloc.checks.settings import Settings
from transloc.errors import Refused
from transloc.glossary import csv_file
from transloc.model import Kind, Person, Role, Segment, State, Waiver
from transloc.states import Action, Change
from transloc.steps.review import Rules, review

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ALICE, BOB = Person("p1", "Alice", Role.EDITOR), Person("p2", "Bob", Role.EDITOR)
RULES = Rules(source_locale="uk", target_locale="en")
DRAFT = Segment(id="u1.s1", source="Прийшли <1>12</1> людей.", target="<1>12</1> people came.", state=State.TRANSLATED)


def change(action, actor=ALICE, **values):
    return Change(action=action, at=NOON, actor=actor, **values)


def test_a_faultless_draft_is_confirmed():
    after = review(DRAFT, change(Action.CONFIRM), RULES)
    assert (after.state, after.people, after.at) == (State.REVIEWED, ("p1",), NOON)


@pytest.mark.parametrize("action", [Action.CONFIRM, Action.SIGN_OFF])
def test_nobody_vouches_for_an_error(action):
    wrong = replace(DRAFT, target="<1>13</1> people came.", state=State.TRANSLATED if action is Action.CONFIRM else State.REVIEWED)
    with pytest.raises(Refused, match=r"segment u1\.s1: number: "):
        review(wrong, change(action), RULES)


def test_findings_that_a_caller_passes_do_not_count_only_those_that_are_there():
    wrong = replace(DRAFT, target="<1>13</1> people came.")
    with pytest.raises(Refused):
        review(wrong, change(Action.CONFIRM, findings=()), RULES)


def test_a_waived_error_is_confirmed():
    wrong = replace(DRAFT, target="<1>13</1> people came.", waivers=(Waiver("number", "Уточнено"),))
    assert review(wrong, change(Action.CONFIRM), RULES).state is State.REVIEWED


def test_a_rule_that_the_project_has_switched_off_forbids_nothing():
    rules = replace(RULES, checks=Settings(severity={"number": None}))
    assert review(replace(DRAFT, target="<1>13</1> people came."), change(Action.CONFIRM), rules).done


def test_in_a_headline_a_number_may_go():
    assert review(Segment(id="u1.s1", source="12 людей", target="People", kind=Kind.HEADLINE), change(Action.CONFIRM), RULES).done


def test_the_glossary_is_asked():
    glossary = csv_file.read("id,kind,uk,en,en.forbidden\nlviv,place,Львів,Lviv,Lvov\n".encode(), "g.csv").glossary
    wrong = Segment(id="u1.s1", source="Це Львів.", target="This is Lvov.", state=State.TRANSLATED)
    with pytest.raises(Refused, match="Lvov"):
        review(wrong, change(Action.CONFIRM), replace(RULES, glossary=glossary))


@pytest.mark.parametrize("target", ["12 people came.", "<1>12 people came.", "<2>12</2> people came."])
@pytest.mark.parametrize("action", [Action.EDIT, Action.DRAFT])
def test_broken_codes_do_not_come_in(action, target):
    before = replace(DRAFT, target="", state=State.INITIAL)
    with pytest.raises(Refused, match="inline codes"):
        review(before, change(action, target=target, codes_valid=True), RULES)


def test_an_edit_may_break_codes_with_a_reason():
    assert review(DRAFT, change(Action.EDIT, target="12 people came.", reason="Без виділення"), RULES).target == "12 people came."


def test_an_added_unit_has_no_source_whose_codes_it_could_break():
    blank = Segment(id="a1.s1", source="", after="u1")
    assert review(blank, change(Action.ADD, target="A note."), RULES).state is State.REVIEWED


def test_with_four_eyes_one_person_cannot_sign_alone():
    rules = replace(RULES, four_eyes=True)
    confirmed = review(DRAFT, change(Action.CONFIRM), rules)
    with pytest.raises(Refused, match="four eyes"):
        review(confirmed, change(Action.SIGN_OFF), rules)
    assert review(confirmed, change(Action.SIGN_OFF, BOB), rules).state is State.FINAL
    assert review(confirmed, change(Action.SIGN_OFF), RULES).state is State.FINAL


@pytest.mark.parametrize(("target", "people"), [("<1>12</1> people arrived.", ("p1", "p2")), ("<1>13</1> people came.", ("p2",))])
def test_an_edit_of_a_fact_needs_other_eyes_again(target, people):
    seen = replace(DRAFT, people=("p1",))
    assert review(seen, change(Action.EDIT, BOB, target=target), RULES).people == people

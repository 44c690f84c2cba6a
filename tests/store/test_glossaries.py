"""An article remembers the glossary that it was signed off with."""

from dataclasses import replace

import pytest

from store.desk import BOB, NOON, RULES, Desk, article, catalog
from transloc.glossary import read
from transloc.model import State
from transloc.states import Action, Change

WORDS = "id,kind,uk,en\nwarsaw,place,Варшава,Warsaw|Warschau\n"
GLOSSARY = read(WORDS.encode()).glossary
OTHER = read(WORDS.replace("Warsaw|", "").encode()).glossary
ENGLISH = ("Talks in Warsaw", "The ministers met.", "They agreed <1>on everything</1>.", "To be continued.")


@pytest.fixture
def signed(desk):
    return sign(desk, GLOSSARY)


def sign(desk: Desk, glossary):
    rules = replace(RULES, glossary=glossary)
    for name, english in zip(desk.ids(), ENGLISH, strict=True):
        if desk.segment(name).target != english:
            desk.translate(name, english)
        vouch(desk, name, rules)
    return desk


def vouch(desk, name, rules):
    for action, before in ((Action.CONFIRM, State.TRANSLATED), (Action.SIGN_OFF, State.REVIEWED)):
        if desk.segment(name).state is before:
            do(desk, name, action, rules)


def do(desk, name, action, rules=RULES, **words):
    change = Change(action=action, at=NOON, actor=BOB, **words)
    return desk.store.change("talks", "en", name, seen=desk.segment(name).revision, change=change, rules=rules)


def remembered(desk):
    return desk.store.catalog("talks", "en").glossary


def test_of_an_article_that_is_not_signed_off_there_is_none(desk):
    first, *_ = desk.ids()
    desk.translate(first, ENGLISH[0])
    vouch(desk, first, replace(RULES, glossary=GLOSSARY))
    assert remembered(desk) == ""


def test_the_last_signature_keeps_it_whole(signed):
    assert remembered(signed) == GLOSSARY.digest
    kept = signed.store.glossary(GLOSSARY.digest)
    assert kept.concepts == GLOSSARY.concepts
    assert kept.digest == GLOSSARY.digest
    assert kept.path == "the glossary of 2026-11-23"
    assert signed.store.glossary(OTHER.digest) is None


def test_a_correction_is_judged_by_it_and_leaves_it(signed):
    do(signed, signed.ids()[1], Action.CORRECT, replace(RULES, glossary=OTHER), target="Ministers met.", reason="style")
    assert remembered(signed) == GLOSSARY.digest


def test_a_reopened_segment_ends_it_until_it_is_signed_again(signed):
    do(signed, signed.ids()[1], Action.REOPEN, reason="a fact has changed")
    assert remembered(signed) == ""
    sign(signed, OTHER)
    assert remembered(signed) == OTHER.digest
    assert signed.store.glossary(GLOSSARY.digest) is not None


def test_without_a_glossary_nothing_is_remembered(desk):
    assert remembered(sign(desk, None)) == ""


def test_a_catalog_that_is_added_signed_brings_its_own(store):
    one = article("other")
    store.add_article(one, [replace(catalog(one), glossary="abc")], actor=BOB, at=NOON)
    assert store.catalog("other", "en").glossary == "abc"

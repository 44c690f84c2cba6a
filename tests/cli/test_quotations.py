"""A quotation from another language, from the draft to the exported page, and through git."""

import json
from dataclasses import replace

import pytest

from fakes.desk import clone
from transloc.model import Quotation, QuotationStatus, State
from transloc.states import Action
from transloc.steps.ledger import ledger

TALK = """\
# Нова фаза

«Ми увійшли в нову фазу», — сказав Емманюель Макрон газеті Le Monde.

Зустріч тривала три години.
"""
SAID = "«Ми увійшли в нову фазу», — сказав Емманюель Макрон газеті Le Monde."
ENGLISH = {
    "Нова фаза": "A new phase",
    SAID: "“We have entered a new phase,” Emmanuel Macron told Le Monde.",
    "Зустріч тривала три години.": "The meeting took three hours.",
}


@pytest.fixture
def fresh(empty):
    empty.write("articles/talk.md", TALK)
    empty.run("add", "articles/talk.md")
    return empty


@pytest.fixture
def talk(fresh):
    fresh.edit(ENGLISH, slug="talk")
    fresh.run("sync")
    return fresh


def quotation(desk):
    with desk.newsroom() as newsroom:
        (entry,) = ledger(newsroom.store.article("talk").document, newsroom.store.catalog("talk", "en"), newsroom.glossary)
        return entry.quotation


def mark(desk, **more):
    marked = replace(quotation(desk), **more)
    desk.change(SAID, Action.QUOTE, slug="talk", quotation=marked)
    desk.run("sync")
    return marked


def confirmed(desk, exits=0):
    return desk.run("confirm", "talk", "--to", "en", "--all", "--by", "Олена", exits=exits)


def exported(desk, **more):
    desk.run("export", "talk", "--to", "en", "--report", "told.json", "--byline", "O. K.", "--date", "2026-11-24", **more)
    return desk.read("exports/en/talk.md"), json.loads(desk.read("told.json"))[0]


def test_a_suspicion_that_nobody_looked_at_is_told_and_blocks_nothing(talk):
    confirmed(talk)
    text, told = exported(talk)
    assert "translated from" not in text
    (suspicion,) = [one for one in told["missing"] if one["what"] == "suspicion"]
    assert "“Ми увійшли в нову фазу” was spoken or published in another language" in suspicion["message"]
    assert told["quotations"] == []


def test_a_mark_makes_a_hint_of_the_engine_s_draft(fresh):
    fresh.change(SAID, Action.DRAFT, slug="talk", target=ENGLISH[SAID], origin="deepl")
    mark(fresh)
    segment = fresh.segment(SAID, "talk")
    assert (segment.state, segment.target, segment.suggestion) == (State.INITIAL, "", ENGLISH[SAID])
    assert fresh.entries("talk")[SAID].fuzzy


def test_a_mark_blocks_confirming_and_the_export_and_the_check_says_why(talk):
    mark(talk)
    assert "quote-origin: These words were published in French" in confirmed(talk, exits=1).stderr
    talk.run("export", "talk", "--to", "en", exits=1)
    told = talk.run("check", "--fail-on", "warning", exits=1)
    assert "quote-origin" in told.stdout


def test_retranslated_words_are_printed_with_the_remark(talk):
    mark(talk, status=QuotationStatus.RETRANSLATED)
    confirmed(talk)
    text, told = exported(talk)
    assert f"{ENGLISH[SAID]} (translated from Ukrainian)\n" in text
    (quoted,) = told["quotations"]
    assert (quoted["speaker"], quoted["status"]) == ("Емманюель Макрон", "retranslated")
    assert not [one for one in told["missing"] if one["what"] == "suspicion"]
    assert "(translated from Ukrainian)" not in talk.entries("talk")[SAID].msgstr
    talk.run("export", "talk", "--to", "en", "--as", "html")
    assert "Le Monde. (translated from Ukrainian)</p>" in talk.read("exports/en/talk.html")


def test_a_verified_wording_is_told_with_its_address(talk):
    mark(talk, status=QuotationStatus.VERIFIED, url="https://lemonde.fr/1", note="English edition")
    confirmed(talk)
    done = talk.run("export", "talk", "--to", "en")
    assert "“Ми увійшли в нову фазу” (Емманюель Макрон): verified, https://lemonde.fr/1, English edition" in done.stderr
    assert "translated from" not in talk.read("exports/en/talk.md")


def test_a_mark_goes_through_git(talk, monkeypatch):
    marked = mark(talk, status=QuotationStatus.VERIFIED, url="https://lemonde.fr/1", original="Nous sommes entrés…")
    there = clone(talk)
    monkeypatch.chdir(there.root)
    there.run("sync")
    assert there.segment(SAID, "talk").quotations == (marked,)
    paraphrase = replace(marked, status=QuotationStatus.PARAPHRASE, url="")
    there.change(SAID, Action.QUOTE, slug="talk", quotation=paraphrase)
    there.change("Нова фаза", Action.ADAPT, slug="talk", alternatives=("Macron sees a new phase",))
    there.run("sync")
    monkeypatch.chdir(talk.root)
    talk.write("locales/en/talk.po", there.po("talk").read_bytes())
    talk.run("sync")
    assert talk.segment(SAID, "talk").quotations == (paraphrase,)
    assert talk.segment("Нова фаза", "talk").alternatives == ("Macron sees a new phase",)


def test_a_mark_by_hand_on_words_that_are_not_there_is_refused_and_told(talk):
    lost = Quotation(unit=talk.segment(SAID, "talk").unit, span=(0, 3), text="Ніхто", spoken_in="fr")
    comment = f'# transloc: quotation status=unresolved spoken=fr text="{lost.text}" span=0,5\n'
    path = talk.po("talk")
    name = f'msgctxt "{talk.segment(SAID, "talk").id}"'
    head, rest = path.read_text().split(name)
    at = head.rindex("\n\n") + 2
    path.write_text(head[:at] + comment + head[at:] + name + rest)
    assert "does not begin in this segment" in talk.run("sync", exits=1).stderr

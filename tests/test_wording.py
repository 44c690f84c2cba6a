"""A sentence that can be told in another language is an English text like any other, and never forgets how it was made."""

import copy
import json
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from transloc.model import Finding, Severity
from transloc.wording import Reader, Tongue, both, either, in_turn, kept, restored, say, say_many

UKRAINIAN = {
    "“{word}” has no counterpart": "«{word}» не має відповідника",
    "{one} or {other}": "{one} або {other}",
    "a question mark": "знак питання",
    "The target lacks {mark}": "У перекладі бракує: {mark}",
}


def many(one, _, number):
    return "{number} речення" if number % 10 in (1, 2, 3, 4) else "{number} речень"


READER = Reader(lambda text: UKRAINIAN.get(text, text), many, {"pl": "польська"}.__getitem__)


def test_it_is_a_text_like_any_other():
    said = say("“{word}” has no counterpart", word="Київ")
    assert said == "“Київ” has no counterpart"
    assert isinstance(said, str)
    assert {said: 1}["“Київ” has no counterpart"] == 1
    assert json.dumps([said], ensure_ascii=False) == '["“Київ” has no counterpart"]'


def test_it_is_told_in_another_language_with_what_was_filled_in():
    assert READER.told(say("“{word}” has no counterpart", word="{Київ}")) == "«{Київ}» не має відповідника"


def test_a_sentence_within_a_sentence_is_told_as_well():
    assert READER.told(say("The target lacks {mark}", mark=say("a question mark"))) == "У перекладі бракує: знак питання"
    assert either(["А", "Б", "В"]) == "А or Б or В"
    assert READER.told(either(["А", "Б", "В"])) == "А або Б або В"
    assert both(["А", "Б"]) == "А and Б"


@pytest.mark.parametrize(
    ("number", "english", "told"), [(1, "1 sentence", "1 речення"), (2, "2 sentences", "2 речення"), (5, "5 sentences", "5 речень")]
)
def test_a_number_takes_the_form_that_the_language_has_for_it(number, english, told):
    said = say_many("{number} sentence", "{number} sentences", number)
    assert said == english
    assert READER.told(said) == told


def test_a_language_is_called_as_the_reader_calls_it():
    said = say("These words were spoken in {language}", language=Tongue("Polish", "pl"))
    assert said == "These words were spoken in Polish"
    assert READER.told(said) == "These words were spoken in польська"


def test_braces_of_a_sentence_without_values_stay_as_they_are():
    assert say("addresses = {uk}") == "addresses = {uk}"


def test_a_text_that_nobody_said_stays_as_it_is():
    assert READER.told("a question mark") == "a question mark"


@pytest.mark.parametrize("through", [lambda one: pickle.loads(pickle.dumps(one)), copy.deepcopy, lambda one: replace(one, rule="other")])
def test_it_is_not_forgotten_on_the_way(through):
    """Findings come from worker processes, and are weighed anew."""
    message = say("“{word}” has no counterpart", word=Tongue("Polish", "pl"))
    finding = through(Finding(rule="name", severity=Severity.INFO, message=message))
    assert finding.message == "“Polish” has no counterpart"
    assert READER.told(finding.message) == "«польська» не має відповідника"


@pytest.mark.parametrize(
    "text",
    [
        "no pattern at all",
        "",
        '{"said": "half',
        say("a question mark"),
        say("The target lacks {mark}", mark=say("a question mark")),
        say_many("{number} sentence", "{number} sentences", 5),
        say("spoken in {language}: {share:.0%}", language=Tongue("Polish", "pl"), share=0.5),
        say("{path} is damaged", path=Path("a/b.docx")),
    ],
)
def test_what_was_written_down_is_told_as_it_was_said(text):
    again = restored(kept(text))
    assert again == text
    assert READER.told(again) == READER.told(text)
    assert type(again) is type(text)


def test_sentences_follow_each_other_with_one_stop_between():
    assert in_turn(["It failed", "Try again.", "", "Or not"]) == "It failed. Try again. Or not"
    assert in_turn([]) == ""
    assert READER.told(in_turn([say("a question mark"), "Or not"])) == "знак питання. Or not"

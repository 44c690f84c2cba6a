"""Codes and kept terms through an engine of plain words, which does to placeholders what engines do."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc import markup
from transloc.engines.engine import Abilities, BadAnswer, Note, Request
from transloc.engines.plain import plainly
from transloc.engines.protection import LOST
from transloc.errors import EngineError


class Plain:
    """An engine of plain words; ``say`` is what its model does to one text."""

    name = "plain"
    variety = ""
    abilities = Abilities(glossary=False, context=False, local=True, max_texts=9, max_bytes=10_000)

    def __init__(self, say):
        self.say = say
        self.asked = []

    def size(self, text):
        return len(text)

    def price(self, text):
        return len(markup.words(text))

    def translate(self, request):
        def all_of(texts):
            self.asked.append(list(texts))
            return [self.say(text) for text in texts]

        return plainly(self, request, all_of)

    def close(self):
        pass


def through(say, *texts, terms=()):
    engine = Plain(say)
    return engine, engine.translate(Request(texts=texts, source="uk", target="en", terms=terms))


def test_an_engine_that_keeps_placeholders_gives_the_codes_back():
    engine, answer = through(lambda words: words.replace("Рада", "Council"), "<1>Рада <2>тут</2><3/>!</1>")
    assert answer.texts == ("<1>Council <2>тут</2><3/>!</1>",)
    assert answer.notes == ()
    assert engine.asked == [["Рада [[1]]тут[[2]][[3]]!"]]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda w: w.replace("[[", "[").replace("]]", "]"),
        lambda w: w.replace("[[", "[[ ").replace("]]", " ]]"),
        lambda w: w.replace("[[", "((").replace("]]", "))"),
        lambda w: w.replace("[[", "[ [ ").replace("]]", " ] ]"),
        lambda w: w.replace("]]", ""),
        lambda w: w.replace("[[", ""),
        lambda w: w.replace("[[", "【").replace("]]", "】"),
        lambda w: w.replace("[[", "{").replace("]]", "}"),
    ],
)
def test_spoilt_placeholders_are_mended_without_asking_again(spoil):
    engine, answer = through(spoil, "Рада <2>тут</2>.")
    assert answer.texts == ("Рада <2>тут</2>.",)
    assert len(engine.asked) == 1


def test_where_the_words_have_numbers_in_brackets_nothing_is_mended():
    _, answer = through(lambda w: w.replace("[[1]]", "[1]"), "Рада [1] <2>тут</2>.")
    assert answer.texts == ("Рада [1] тут.",)
    assert answer.notes == (Note(LOST, 0),)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda w: w.replace("[[1]]", ""),
        lambda w: w + "[[1]]" if "[[" in w else w,
        lambda w: w.replace("[[1]]", "[[2]]", 1),
        lambda w: w.replace("[[1]]", "[[x]]").replace("[[2]]", "[[1]]").replace("[[x]]", "[[2]]"),
        lambda w: re.sub(r"\[\[\d\]\]", "[[7]]", w),
    ],
)
def test_where_a_placeholder_is_lost_doubled_or_moved_the_words_are_asked_for_alone_and_flagged(spoil):
    engine, answer = through(spoil, "Рада <2>тут</2>.", "Без кодів")
    assert answer.texts == ("Рада тут.", "Без кодів")
    assert answer.notes == (Note(LOST, 0),)
    assert engine.asked[1:] == [["Рада тут."]]


def test_a_pair_that_came_back_without_the_words_that_it_held_is_noticed():
    _, answer = through(lambda w: w.replace("[[1]]", "").replace("[[2]]", "") + ("[[1]][[2]]" if "[[" in w else ""), "Рада <2>тут</2>.")
    assert answer.texts == ("Рада тут.",)
    assert answer.notes == (Note(LOST, 0),)


def test_a_pair_without_words_may_stay_so():
    assert through(lambda w: w, "Рада<2></2> тут<3> </3>є.")[1].texts == ("Рада<2></2> тут<3> </3>є.",)


def test_what_is_asked_for_twice_is_billed_twice():
    _, answer = through(lambda w: w.replace("[[1]]", ""), "Рада <2>тут</2>.", "Без кодів")
    assert answer.billed == 2 * len("Рада тут.") + len("Без кодів")


def test_a_text_without_words_never_reaches_the_engine():
    engine, answer = through(lambda w: w, "<1> <2/></1>", "")
    assert answer.texts == ("<1> <2/></1>", "")
    assert engine.asked == []


def test_spaces_of_the_words_stay_as_they_are():
    assert through(lambda w: w, "5\u00a0000  гривень")[1].texts == ("5\u00a0000  гривень",)


# -- terms that stay as they are

KEPT = (("Starlink", "Starlink"), ("Рада", "Council"))


def translated(words):
    return words.replace("Starlink", "Starlinks").replace("працює", "works")


def test_a_term_that_stays_as_it_is_is_kept_from_the_engine_and_no_other():
    engine, answer = through(translated, "Starlink <1>працює</1>, Рада теж", terms=(KEPT,))
    assert answer.texts == ("Starlink <1>works</1>, Рада теж",)
    assert engine.asked == [["[[1]] [[2]]працює[[3]], Рада теж"]]


def test_part_of_a_word_is_no_term():
    engine, _ = through(translated, "Starlinkи Starlink", terms=(KEPT,))
    assert engine.asked == [["Starlinkи [[1]]"]]


def test_where_its_placeholder_is_lost_the_codes_still_have_a_chance():
    _, answer = through(lambda w: translated(w).replace("[[3]]", ""), "Starlink <1>працює</1>.", terms=(KEPT,))
    assert answer.texts == ("Starlinks <1>works</1>.",)
    assert answer.notes == ()


def test_a_text_without_codes_that_loses_it_is_not_flagged_for_codes():
    _, answer = through(lambda w: translated(w).replace("[[1]]", ""), "Starlink працює.", terms=(KEPT,))
    assert answer.texts == ("Starlinks works.",)
    assert answer.notes == ()


# -- what others' code may do


def test_another_number_of_texts_is_no_answer():
    engine = Plain(lambda w: w)
    with pytest.raises(BadAnswer, match="plain returned 1 translations for 2 texts"):
        plainly(engine, Request(texts=("а", "б"), source="uk", target="en"), lambda texts: texts[:1])


def test_whatever_it_raises_is_told():
    with pytest.raises(EngineError, match=r"plain failed \(division by zero\)"):
        through(lambda w: 1 / 0, "Рада")


TEXTS = st.lists(st.sampled_from(["слово", " ", "<1>", "</1>", "<2/>", "<3>", "</3>", "[5]", "\\<4>", "\\", "1"]), max_size=9).map("".join)


@given(TEXTS, st.lists(st.integers(0, 40), max_size=4), st.booleans())
def test_whatever_is_done_to_placeholders_codes_are_whole_or_it_is_flagged(text, cuts, doubled):
    def spoil(words):
        for cut in cuts:
            words = words[:cut] + words[cut + 1 :]
        return words + words if doubled else words

    _, answer = through(spoil, text)
    flagged = bool(answer.notes)
    assert flagged or markup.valid(text, answer.texts[0]) or not answer.texts[0] or not markup.valid(text, text)

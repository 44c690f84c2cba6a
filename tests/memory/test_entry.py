from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc import markup
from transloc.memory import Entry, adapt, covers, key, normalise

WORDS = st.text(st.sampled_from("ab «»іїє0,\u00a0\n\\<>/1"), max_size=12)
CODES = st.lists(st.integers(1, 9), unique=True, max_size=4)


def coded(words, numbers):
    return markup.serialise([token for n in numbers for token in (markup.Text(words), markup.CodeToken(markup.Form.EMPTY, n))])


def test_white_space_and_composition_make_no_difference():
    assert normalise("  Київ\u00a0 —\n столиця ") == "Київ — столиця"
    assert key("Київ") == key("Киї".replace("ї", "і\u0308") + "в")


def test_code_numbers_count_by_their_order():
    assert normalise("<4>Рада</4> і <2/>") == "<1>Рада</1> і <2/>"
    assert key("<4>Рада</4>") == key("<1>Рада</1>")
    assert key("<1/><2>x</2>") != key("<1>x</1><2/>")


def test_case_punctuation_and_digits_matter():
    assert len({key(text) for text in ("Буча", "буча", "Буча.", "Буча 1", "Буча 2")}) == 5


def test_a_key_is_a_sha256_in_hex():
    assert len(key("Рада")) == 64
    assert int(key("Рада"), 16)


def test_adapt_gives_the_target_the_numbers_of_the_sentence_at_hand():
    assert adapt("<3>Рада</3> <4/>", "<4/> The <3>council</3>", "<1>Рада</1>  <2/>") == "<2/> The <1>council</1>"


def test_adapt_swaps_numbers_that_cross():
    assert adapt("<1/>а<2/>", "b<2/><1/>", "<2/>а<1/>") == "b<1/><2/>"


def test_adapt_refuses_another_sentence_and_a_target_that_never_fitted():
    assert adapt("Рада", "Council", "Рада.") is None
    assert adapt("<1>Рада</1>", "Council", "<1>Рада</1>") is None


HELD = Entry(source="<3>Так</3>", target="<3>Yes</3>", source_locale="uk", target_locale="en", previous="", next="Ні")


@pytest.mark.parametrize(
    ("other", "covered"),
    [
        ({}, True),
        ({"source": " <1>Так</1>", "target": "<1>Yes</1>", "origin": "tmx", "article": "other"}, True),
        ({"previous": None, "next": None}, True),
        ({"previous": "Ні", "next": ""}, False),
        ({"target": "<3>Yeah</3>"}, False),
        ({"source": "<3>так</3>"}, False),
        ({"source_locale": "ru"}, False),
        ({"target_locale": "en-GB"}, False),
    ],
)
def test_what_says_nothing_new_is_covered(other, covered):
    assert covers(HELD, replace(HELD, **other)) is covered


def test_known_neighbours_add_to_unknown_ones():
    assert not covers(replace(HELD, previous=None, next=None), HELD)


def test_adapt_keeps_escaped_literals():
    assert adapt(r"\<1> Рада", r"\<1> Council", r"\<1> Рада") == r"\<1> Council"


@given(WORDS)
def test_normalising_twice_changes_nothing(words):
    once = normalise(words)
    assert normalise(once) == once


@settings(max_examples=60)
@given(WORDS, CODES, st.permutations(range(1, 10)))
def test_whatever_the_numbers_the_sentence_is_found_and_its_codes_stay_valid(words, numbers, renamed):
    source = coded(words, numbers)
    wanted = coded(words, [renamed[n - 1] for n in numbers])
    assert key(source) == key(wanted)
    adapted = adapt(source, source, wanted)
    assert adapted is not None
    assert markup.valid(wanted, adapted)
    assert adapted == wanted

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc import markup
from transloc.engines.protection import peel, plainly
from transloc.markup import CodeToken, Form, Text

TOKENS = st.lists(
    st.one_of(
        st.builds(Text, st.text(st.sampled_from("аб \u00a0<1>\\"), min_size=1, max_size=5)),
        st.builds(CodeToken, st.sampled_from(list(Form)), st.integers(1, 4)),
    ),
    max_size=8,
)


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("Рада", "Рада"),
        (" Рада\u00a0", "Рада"),
        ("<1>Рада</1>", "Рада"),
        ("<1><2/> <3>Рада</3></1>.", "<1><2/> <3>Рада</3></1>."),
        ("<2/><1> Рада </1><3/>", "Рада"),
        ("</1>Рада<2>", "Рада"),
        ("<1>Рада</1> і <2>уряд</2>", "<1>Рада</1> і <2>уряд</2>"),
        ("<1/>", ""),
        ("", ""),
    ],
)
def test_what_stands_at_the_edges_is_taken_off(text, core):
    assert peel(text).core == core


@settings(max_examples=100)
@given(TOKENS)
def test_what_was_peeled_is_put_back(tokens):
    text = markup.serialise(tokens)
    peeled = peel(text)
    assert peeled.core == peeled.core.strip()
    if peeled.core:
        assert peeled.wrap(peeled.core) == text
        assert peel(peeled.core).core == peeled.core


def test_an_empty_answer_is_not_dressed_up():
    assert peel("<1>Рада</1>").wrap(" ") == ""


def test_an_engine_that_keeps_placeholders_gives_the_codes_back():
    asked = []

    def engine(words):
        asked.append(words)
        return words.replace("Рада", "Council")

    assert plainly("<1>Рада <2>тут</2><3/>!</1>", engine) == ("<1>Council <2>тут</2><3/>!</1>", True)
    assert asked == ["Рада [[1]]тут[[2]][[3]]!"]


@pytest.mark.parametrize("spoil", [lambda w: w.replace("[[1]]", ""), lambda w: w + "[[1]]", lambda w: w.replace("[[1]]", "[[2]]", 1)])
def test_where_placeholders_are_lost_the_words_come_without_codes(spoil):
    assert plainly("Рада <2>тут</2>.", spoil)[0].replace("[[1]]", "") == "Рада тут."
    assert plainly("Рада <2>тут</2>.", spoil)[1] is False


def test_swapped_placeholders_are_noticed():
    def swap(words):
        return words.replace("[[1]]", "[[x]]").replace("[[2]]", "[[1]]").replace("[[x]]", "[[2]]")

    assert plainly("Рада <2>тут</2>.", swap) == ("Рада тут.", False)


def test_a_text_without_words_never_reaches_the_engine():
    def never(words):
        raise AssertionError(words)

    assert plainly("<1> <2/></1>", never) == ("<1> <2/></1>", True)

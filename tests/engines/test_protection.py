import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc import markup
from transloc.engines.protection import peel
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

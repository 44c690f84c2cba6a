import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.glossary.matching import tokens
from transloc.glossary.matching.tokens import Tokens, initial


@pytest.mark.parametrize(
    ("tongue", "text", "words"),
    [
        ("uk", "У Кам'янці-Подільському.", ["у", "кам'янці", "-", "подільському", "."]),
        ("en", "Ukraine's US'", ["ukraine", "'s", "us", "'"]),
        ("uk", "Starlink'и", ["starlink'и"]),
        ("uk", "F-16_x", ["f", "-", "16", "_", "x"]),
    ],
)
def test_what_a_token_is(tongue, text, words):
    assert Tokens(text, tokens.pattern(tongue)).words == words


@given(st.text())
def test_tokens_stand_where_they_say(text):
    cut = Tokens(text, tokens.pattern("uk"))
    assert [tokens.lower(cut.written(at)) for at in range(len(cut.words))] == cut.words
    assert len(tokens.lower(text)) == len(text)


@pytest.mark.parametrize(("one", "other"), [("А", "а"), ("Ä", "a"), ("ó", "O"), ("Ї", "і")])
def test_marks_and_case_of_an_initial_do_not_matter(one, other):
    assert initial(one) == initial(other)

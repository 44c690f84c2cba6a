import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.glossary.matching import tokens
from transloc.glossary.matching.tokens import Ahead, Pieces, Tokens, initial


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


def all_of(cut):
    """Return the tokens as they are written, what each stands for in the text, and which touch the next."""
    count = next(at for at in range(1000) if not cut.has(at))
    return [(cut.words[at], cut.written(at), cut.span(at, at), at + 1 < count and cut.touches(at)) for at in range(count)]


@given(st.text(st.sampled_from("Уу -'’.\u00a0\n\u0301\u200b\u00adaI")))
def test_cut_piece_by_piece_the_tokens_are_the_same(text):
    pattern, pieces = tokens.pattern("uk"), text.split()
    whole = all_of(Tokens(text, pattern))
    assert not pieces or all_of(Ahead(Pieces(text), 0, pattern)) == whole
    for number in range(len(pieces)):
        ahead = all_of(Ahead(Pieces(text), number, pattern))
        assert ahead == whole[len(whole) - len(ahead) :]


@pytest.mark.parametrize(("one", "other"), [("А", "а"), ("Ä", "a"), ("ó", "O"), ("Ї", "і")])
def test_marks_and_case_of_an_initial_do_not_matter(one, other):
    assert initial(one) == initial(other)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc import markup
from transloc.markup import CodeToken, Fault, Form, Text

WORDS = st.text(alphabet=st.sampled_from(list("ab є<>/\\123 \n")), max_size=30)
CODES = st.builds(CodeToken, st.sampled_from(list(Form)), st.integers(min_value=0, max_value=12))
TOKENS = st.lists(st.one_of(WORDS.map(Text), CODES), max_size=8)


def plain(tokens):
    """Tokens without offsets, neighbouring words joined."""
    out = []
    for token in tokens:
        if isinstance(token, Text):
            if out and isinstance(out[-1], str):
                out[-1] += token.value
            elif token.value:
                out.append(token.value)
        else:
            out.append(token.key)
    return out


@given(TOKENS)
def test_what_is_written_is_read_back(tokens):
    assert plain(markup.parse(markup.serialise(tokens))) == plain(tokens)


@given(WORDS)
def test_escaped_words_hold_no_code_and_lose_nothing(words):
    written = markup.escape(words)
    assert markup.codes(written) == ()
    assert markup.strip(written).words == words


@given(WORDS)
def test_a_text_without_anything_like_a_code_stands_as_it_is(words):
    if not markup.codes(words) and "<" not in words:
        assert markup.escape(words) == words


@given(TOKENS)
def test_offsets_of_tokens_cover_the_text(tokens):
    text = markup.serialise(tokens)
    parsed = markup.parse(text)
    assert "".join(text[token.start : token.end] for token in parsed) == text


@given(TOKENS)
def test_stripped_characters_know_where_they_stood(tokens):
    text = markup.serialise(tokens)
    stripped = markup.strip(text)
    assert stripped.words == "".join(token.value for token in tokens if isinstance(token, Text))
    for char, start, end in zip(stripped.words, stripped.starts, stripped.ends, strict=True):
        assert text[start:end] in (char, "\\" + char)


@given(TOKENS)
def test_protect_and_restore_are_inverse(tokens):
    text = markup.serialise(tokens)
    guarded = markup.protect(text)
    assert plain(markup.parse(markup.restore(guarded.text, guarded))) == plain(tokens)


@given(TOKENS)
def test_a_text_agrees_with_itself_unless_its_codes_cross(tokens):
    text = markup.serialise(tokens)
    faults = {difference.fault for difference in markup.compare(text, text)}
    assert faults <= {Fault.CROSSED}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("a < b", "a < b"),
        (r"\<1>", "<1>"),
        (r"C:\dir <b>", r"C:\dir <b>"),
        (r"\\\<2/>", r"\<2/>"),
    ],
)
def test_the_escape_rule_of_the_reference(written, words):
    assert markup.strip(written).words == words
    assert markup.escape(words) == written


def test_a_backslash_before_a_code_is_doubled():
    assert markup.serialise([Text("path\\"), CodeToken(Form.EMPTY, 1)]) == r"path\\<1/>"


@pytest.mark.parametrize(
    ("source", "target", "faults"),
    [
        ("<1>Привіт</1>, світе", "Hello, <1>world</1>", []),
        ("<1>а</1> <2>б</2>", "<2>b</2> <1>a</1>", []),
        ("речення <1>без кінця", "a sentence <1>without end", []),
        ("<1>а</1>", "a", [("missing", "<1>"), ("missing", "</1>")]),
        ("а", "<1>a</1>", [("added", "<1>"), ("added", "</1>")]),
        ("а<1/>", "a<1/><1/>", [("added", "<1/>")]),
        ("<1>а</1>", "<1>a", [("missing", "</1>")]),
        ("<1>а</1>", "</1>a<1>", [("crossed", "</1>")]),
        ("<1>а</1><2>б</2>", "<1>a<2></1>b</2>", [("crossed", "</1>")]),
        ("<1>а <2>б</2></1>", "<1>a</1> <2>b</2>", [("moved", "<2>")]),
    ],
)
def test_compare_names_each_fault(source, target, faults):
    assert [(str(d.fault), d.code) for d in markup.compare(source, target)] == faults


def test_a_fault_points_into_the_target():
    (fault,) = markup.compare("а", "b <7/>")
    assert "b <7/>"[fault.start : fault.end] == "<7/>"


def test_a_lost_or_doubled_placeholder_is_noticed():
    guarded = markup.protect("<1>а</1> б")
    assert markup.restore(guarded.text.replace("[[1]]", ""), guarded) is None
    assert markup.restore(guarded.text + "[[1]]", guarded) is None


def test_an_answer_that_looks_like_a_code_is_escaped():
    guarded = markup.protect("а")
    assert markup.restore("<1>", guarded) == r"\<1>"


def test_spans_of_words_leave_codes_at_their_edges_out():
    text = "Це <1>важливо</1>."
    stripped = markup.strip(text)
    start = stripped.words.index("важливо")
    assert text[slice(*stripped.span(start, start + 7))] == "важливо"

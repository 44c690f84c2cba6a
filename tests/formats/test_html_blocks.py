from hypothesis import given
from hypothesis import strategies as st

from transloc.formats.html_blocks import attributes, tokens


def found(text):
    return [(token.form, text[token.start : token.end]) for token in tokens(text)]


def test_tags_comments_and_words():
    assert found('<p class="a>b">Так<br/>і <!-- <i> --> ні</p>') == [
        ("open", '<p class="a>b">'),
        ("text", "Так"),
        ("void", "<br/>"),
        ("text", "і "),
        ("comment", "<!-- <i> -->"),
        ("text", " ні"),
        ("close", "</p>"),
    ]


def test_an_opaque_element_is_one_token():
    assert found("a<code>x <b>y</b></code>b") == [("text", "a"), ("opaque", "<code>x <b>y</b></code>"), ("text", "b")]
    assert found("<svg><svg></svg></svg>!") == [("opaque", "<svg><svg></svg></svg>"), ("text", "!")]


def test_translate_no_is_opaque():
    assert found('<b translate="no">NV</b>') == [("opaque", '<b translate="no">NV</b>')]


def test_a_sign_that_opens_nothing_is_text():
    assert found("2 < 3 <і") == [("text", "2 < 3 <і")]


def test_attributes_with_every_quote():
    tag = "<img alt=\"Перший\" title='Другий' data-x=три hidden>"
    assert [(a.name, a.value, a.quote, tag[a.start : a.end]) for a in attributes(tag, 0, len(tag))] == [
        ("alt", "Перший", '"', "Перший"),
        ("title", "Другий", "'", "Другий"),
        ("data-x", "три", "", "три"),
    ]


@given(st.text(st.sampled_from("<>/ab =\"'!-?[]&я \n")))
def test_tokens_leave_no_gap(text):
    assert "".join(text[token.start : token.end] for token in tokens(text)) == text

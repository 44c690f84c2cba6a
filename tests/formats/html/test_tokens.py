import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.formats.html.tokens import attributes, tokens

MARKUP = st.text(st.sampled_from("абc <>/!-&;=\"'\r\n\tp#x1[]?"), max_size=60)


@given(MARKUP)
def test_tokens_leave_no_gap(text: str):
    at = 0
    for token in tokens(text):
        assert token.start == at
        assert token.end >= token.start
        at = token.end
    assert at == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("а\r\nб<b", [("text", "а\r\nб"), ("comment", "<b")]),
        ("<a>б</a><i x='>", [("open", "<a>"), ("text", "б"), ("close", "</a>"), ("comment", "<i x='>")]),
        ("<p a=\">\" b='x>' c=d/e ><b", [("open", "<p a=\">\" b='x>' c=d/e >"), ("comment", "<b")]),
        ("<p title='а", [("comment", "<p title='а")]),
        ("<br><", [("void", "<br>"), ("text", "<")]),
        ("<!-- а", [("comment", "<!-- а")]),
    ],
)
def test_a_tag_in_which_the_text_ends_is_nobodys(text: str, expected: list[tuple[str, str]]):
    assert [(t.form, text[t.start : t.end]) for t in tokens(text)] == expected


def test_a_part_of_a_text_is_told_in_its_offsets():
    text = "раз <b>два</b> три"
    assert [(t.form, text[t.start : t.end]) for t in tokens(text, 4, 14)] == [("open", "<b>"), ("text", "два"), ("close", "</b>")]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_places_after_any_newline(newline: str):
    text = f"а{newline}б<b{newline}x='1'>{newline}в"
    assert [text[t.start : t.end] for t in tokens(text)] == [f"а{newline}б", f"<b{newline}x='1'>", f"{newline}в"]


def test_script_and_title_hold_no_tags():
    assert [t.form for t in tokens("<script>if (a<b) {}</script><title>1 <b></title>")] == [
        "open",
        "text",
        "close",
        "open",
        "text",
        "close",
    ]


def test_values_of_attributes_and_their_places():
    text = """<img alt="а &amp; б" title='в' src=x.png alt=г hidden>"""
    (token,) = tokens(text)
    found = [(a.name, text[a.start : a.end], a.quote) for a in attributes(text, token)]
    assert found == [("alt", "а &amp; б", '"'), ("title", "в", "'"), ("src", "x.png", "")]
    assert token.get("alt") == "а & б"
    assert token.get("nothing") == ""

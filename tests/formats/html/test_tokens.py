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
    assert at in (0, len(text)) or text[at:].startswith("<"), "only a tag that never ends may be missing"


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

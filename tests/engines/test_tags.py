import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc import markup
from transloc.engines import tags
from transloc.markup import CodeToken, Form, Text

TOKENS = st.lists(
    st.one_of(
        st.builds(Text, st.text(st.sampled_from("аb &<>/\"'1x=\\;"), min_size=1, max_size=6)),
        st.builds(CodeToken, st.sampled_from(list(Form)), st.integers(1, 4)),
    ),
    max_size=8,
)


@settings(max_examples=100)
@given(TOKENS)
def test_whatever_the_text_its_xml_is_strict_and_comes_back(tokens):
    text = markup.serialise(tokens)
    xml = tags.to_xml(text)
    ET.fromstring(f"<text>{xml}</text>")
    assert tags.from_xml(xml) == markup.serialise(markup.parse(text))


def test_halves_and_crossing_codes_are_empty_elements():
    assert tags.to_xml("</1>а <2>б") == '<ex id="1"/>а <bx id="2"/>б'
    assert tags.to_xml("<1>а<2>б</1>в</2>").count("<g ") == 1


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("<g id='1' >a</g >", "<1>a</1>"),
        ('<x id="2"></x>a', "<2/>a"),
        ('<g id="1"/>', "<1></1>"),
        ("a &amp; b &lt; c &#39;d&#39;", "a & b < c 'd'"),
        ("&lt;1&gt;", r"\<1>"),
    ],
)
def test_other_spellings_of_the_same_xml_are_read(answer, text):
    assert tags.from_xml(answer) == text


@pytest.mark.parametrize(
    "answer", ['<g id="1">a', "a</g>", "<b>a</b>", '<g id="1"><x id="2">a</g></x>', "<g>a</g>", "a < b", '<g id="one">a</g>']
)
def test_broken_and_foreign_elements_are_not_taken_for_words(answer):
    assert tags.from_xml(answer) is None


def test_the_words_of_a_broken_answer():
    assert tags.words('<g id="1">a &amp; <b>b</b> &lt;1&gt;') == r"a & b \<1>"
